import { el } from "./dom.ts";
import { kindName, titleOf } from "./lines.ts";
import { chip, standing } from "./standing.ts";
import { telephones } from "./telephones.ts";
import type { Entry, Mine } from "./types.ts";
import { moment, t } from "./words.ts";

/** A cancellation is owed like any other version. */
export const owedCount = (manifests: readonly Entry[]): number =>
  manifests.filter((m) => m.owed).length;

/** What has come to be theirs, and is owed, since they were last told of all. */
export const arrivedSince = (before: readonly Entry[], now: readonly Entry[]): readonly Entry[] =>
  now.filter((m) => m.owed && !before.some((b) => b.manifest === m.manifest));

/** A recipient's manifests, what is owed first, and of these what is due first. */
export function listsView(mine: Mine, open: (manifest: string) => void): readonly HTMLElement[] {
  const owed = owedCount(mine.manifests);
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
              standing(m).map(chip),
            ),
            m.owed && m.due ? el("span", { class: "due" }, t("due", { at: moment(m.due) })) : null,
          ),
        ),
      ),
    ),
    telephones(mine.duty ?? []),
  ].filter((part): part is HTMLElement => part !== null);
}
