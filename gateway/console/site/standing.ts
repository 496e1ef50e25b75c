import { el } from "./dom.ts";
import type { Entry } from "./types.ts";
import { t } from "./words.ts";

export interface Chip {
  readonly kind: "stale" | "owed" | "good";
  readonly text: string;
}

/** How the recipient stands with a manifest: that it is cancelled takes nothing from what is owed. */
export function standing(entry: Entry): readonly Chip[] {
  const stands: Chip = entry.owed
    ? { kind: "owed", text: t("owed") }
    : { kind: "good", text: t("acknowledged", { n: entry.acknowledged }) };
  return entry.closed ? [{ kind: "stale", text: t("cancelled") }, stands] : [stands];
}

/** In words and colour. */
export const chip = (one: Chip): HTMLElement => el("span", { class: `chip ${one.kind}` }, one.text);
