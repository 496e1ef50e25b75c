import { el } from "./dom.ts";
import { differences, inShort } from "./lines.ts";
import type { Sheet } from "./types.ts";
import { compare, isLocal, moment, t, type Word } from "./words.ts";

const WHEN: readonly (readonly [field: string, words: Word])[] = [
  ["arrives", "glance.arrives"],
  ["starts", "glance.starts"],
  ["departs", "glance.departs"],
];
const COUNTED: Readonly<Record<string, Word>> = {
  meal: "glance.meal",
  session: "glance.session",
};
const BY_BUS_UP_TO = 6;

/** How many, as people count what the list is of. */
export function howMany({ entry, heads }: Sheet): string {
  const n = heads.total;
  const held = heads.held > 0 ? `${t("list.comma")}${t("heads.held")} ${heads.held}` : "";
  return t(COUNTED[entry.kind] ?? "people", { n }) + held;
}

/** When it begins; nothing where the list has no time. */
export function when(sheet: Sheet): string {
  for (const [field, words] of WHEN) {
    const at = sheet.header[field];
    if (at && isLocal(at)) {
      return t(words, { at: moment(at) });
    }
  }
  return "";
}

/** Which buses bring how many; nothing where the list is not by bus. */
export function whichBuses({ heads }: Sheet): string {
  const codes = Object.keys(heads.buses).sort(compare);
  if (codes.length === 0) {
    return "";
  }
  const each = codes
    .slice(0, BY_BUS_UP_TO)
    .map((code) => `${code || t("bus.unknown")} ${t("people", { n: heads.buses[code] ?? 0 })}`)
    .join(t("list.comma"));
  return t("glance.buses", {
    n: codes.filter((code) => code !== "").length,
    each: codes.length > BY_BUS_UP_TO ? `${each}…` : each,
  });
}

/** What differs from what the recipient has acknowledged, in one line; nothing for the first. */
export function whatChanged(sheet: Sheet): string {
  if (sheet.since === 0) {
    return "";
  }
  const { added, struck, changed } = differences(sheet.entry.kind, sheet.changes);
  const header = Object.keys(sheet.headerChanges).length > 0;
  const counts = inShort(added.length, struck.length, changed.length, header);
  return counts
    ? t("glance.since", { n: sheet.since, counts })
    : t("glance.none", { n: sheet.since });
}

/** What somebody wants to know before they have scrolled: how many, when, which buses, what changed. */
export function glance(sheet: Sheet): HTMLElement {
  const said = (kind: string, text: string) => (text ? el("li", { class: kind }, text) : null);
  return el(
    "ul",
    { class: "glance" },
    said("how-many", howMany(sheet)),
    said("when", when(sheet)),
    said("which-buses", whichBuses(sheet)),
    said("what-changed", whatChanged(sheet)),
  );
}
