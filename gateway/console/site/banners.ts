import { button, el } from "./dom.ts";
import type { Doubt } from "./keeping.ts";
import { differences, inShort, kindName, titleOf } from "./lines.ts";
import type { Entry, Sheet } from "./types.ts";
import { clock, moment, t } from "./words.ts";

/** As of when what is shown is so, and why no later. */
export function staleBanner({ why, since }: Doubt): HTMLElement {
  return el(
    "div",
    { class: "banner stale", role: "status" },
    el("strong", {}, t(why, { at: since ? clock(since) : "—" })),
    ` ${t("reconnecting")}`,
  );
}

/** A version that came while another one is being read: what differs, in counts. */
export function newerBanner(read: Sheet, newer: Sheet, show: () => void): HTMLElement {
  const counted = differences(newer.entry.kind, newer.changes);
  return el(
    "div",
    { class: "banner newer", role: "alert" },
    el(
      "strong",
      {},
      t("newer", { n: newer.entry.version, at: moment(newer.entry.cutAt).replace(/^.* /, "") }),
    ),
    el(
      "span",
      {},
      inShort(
        counted.added.length,
        counted.struck.length,
        counted.changed.length,
        Object.keys(newer.headerChanges).length > 0,
      ),
    ),
    el("span", { class: "old" }, t("newer.old", { n: read.entry.version })),
    button(t("newer.show"), "primary", show),
  );
}

/** A list that the recipient did not have, while they read another one. */
export function arrivedBanner(entry: Entry, open: () => void): HTMLElement {
  return el(
    "div",
    { class: "banner arrived", role: "alert" },
    el("strong", {}, t("arrived", { list: `${kindName(entry.kind)} ${titleOf(entry)}` })),
    button(t("arrived.open"), "primary", open),
  );
}
