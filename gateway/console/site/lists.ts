import { el } from "./dom.ts";
import { kindName, titleOf } from "./lines.ts";
import { standing } from "./sheet.ts";
import type { Mine } from "./types.ts";
import { moment, t } from "./words.ts";

/** A recipient's manifests, what is owed first, and of these what is due first. */
export function listsView(mine: Mine, open: (manifest: string) => void): readonly HTMLElement[] {
  const owed = mine.manifests.filter((m) => m.owed && !m.closed).length;
  const sorted = mine.manifests
    .slice()
    .sort((a, b) => Number(b.owed) - Number(a.owed) || ((a.due ?? "~") < (b.due ?? "~") ? -1 : 1));
  return [
    el(
      "h1",
      {},
      `${t("mine")} `,
      owed > 0 ? el("span", { class: "chip owed" }, t("owed.count", { n: owed })) : null,
    ),
    el(
      "ul",
      { class: "cards" },
      sorted.map((m) =>
        el(
          "li",
          {},
          el(
            "button",
            { type: "button", class: "card entry", click: () => open(m.manifest) },
            el("span", { class: "kind" }, kindName(m.kind)),
            el("strong", { class: "title" }, titleOf(m)),
            el(
              "span",
              { class: "row" },
              el("span", {}, t("version", { n: m.version })),
              standing(m),
            ),
            m.owed && m.due && !m.closed
              ? el("span", { class: "due" }, t("due", { at: moment(m.due) }))
              : null,
          ),
        ),
      ),
    ),
  ];
}
