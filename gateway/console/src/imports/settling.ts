import type { Pending, RosterField, SynonymKind } from "../api/rosters";

/** Fields that mean one of a few things, and the table of synonyms in which that is kept. */
const TABLES: Partial<Record<RosterField, SynonymKind>> = {
  gender: "GENDER",
  rank: "RANK",
  diet: "DIET",
  route: "ROUTE",
  arrive_at: "PLACE",
  depart_at: "PLACE",
  companion: "COMPANION",
};

const MEANINGS: Partial<Record<SynonymKind, readonly string[]>> = {
  GENDER: ["M", "F"],
  RANK: ["1", "2", "3", "4"],
  DIET: ["normal", "halal", "vegetarian"],
  COMPANION: ["yes", "no"],
  PLACE: ["NNG", "NND", "self"],
};

/** What the rosters' own tables call each meaning: a cell is settled in their words. */
const WORDINGS: Partial<Record<SynonymKind, Readonly<Record<string, string>>>> = {
  RANK: { 1: "Ministerial", 2: "Bureau", 3: "Division", 4: "Other" },
  DIET: { normal: "Normal", halal: "Halal", vegetarian: "Vegetarian" },
  COMPANION: { yes: "Yes", no: "No" },
  ROUTE: { none: "None" },
};

export const tableOf = (field: string): SynonymKind | null => TABLES[field as RosterField] ?? null;

/** @param routes the codes of the conference's routes */
export function meaningsOf(kind: SynonymKind, routes: readonly string[]): readonly string[] {
  return kind === "ROUTE" ? [...routes, "none"] : (MEANINGS[kind] ?? []);
}

export const wordingOf = (kind: SynonymKind, meaning: string): string =>
  WORDINGS[kind]?.[meaning] ?? meaning;

/**
 * Why somebody's word about just this cell is not enough to be kept for others: it says nothing, or
 * it is about whom the row is of and not about what the cell says.
 */
export const canBeRemembered = (item: Pending): boolean =>
  item.kind === "row" &&
  item.reason === "not-in-table" &&
  item.value.trim() !== "" &&
  tableOf(item.field) !== null;

export interface RowOfItems<T extends Pending> {
  readonly key: string;
  readonly kind: Pending["kind"];
  readonly sheet: string;
  readonly row: number;
  readonly items: readonly T[];
}

/** Cells of one row together, in the order of the file; whatever is about a person, by itself. */
export function byRow<T extends Pending>(items: readonly T[]): readonly RowOfItems<T>[] {
  const rows = new Map<string, T[]>();
  items.forEach((item, n) => {
    const key = item.kind === "row" ? `row:${item.sheet}:${item.row}` : `${item.kind}:${n}`;
    rows.set(key, [...(rows.get(key) ?? []), item]);
  });
  return [...rows].map(([key, of]) => {
    const first = of[0] as T;
    return { key, kind: first.kind, sheet: first.sheet, row: first.row, items: of };
  });
}
