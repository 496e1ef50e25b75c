import { actions } from "@rights";

/** As whom a cell may be settled, or a word be kept for others. */
export const changedBySynonym = (kept: boolean, mine: readonly string[]): readonly string[] =>
  actions[kept ? "add-synonyms" : "settle-cell"].roles.filter((r: string) => mine.includes(r));

export const dismissedBy = (mine: readonly string[]): readonly string[] =>
  actions["dismiss-cell"].roles.filter((r: string) => mine.includes(r));
