import type { Participant } from "../api/types";
import type { EditedFact, Fact } from "../facts/rights";
import { type Draft, draftOf, PARTICULARS, type Particular } from "../people/particulars";
import { type Column, codeAt, type Row } from "./rows";

/** What a cell's column changes, and by which right; null where nothing is changed here. */
export function factOf(column: Column): Extract<Fact, EditedFact | "particulars"> | null {
  switch (column) {
    case "name":
    case "gender":
    case "rank":
    case "title":
    case "phone":
      return "particulars";
    case "diet":
      return "diet";
    case "route":
      return "route";
    case "arrival":
    case "departure":
      return "itinerary";
    default:
      return null;
  }
}

/** A cell that is being filled in: its row's draft, on top of what was on the screen then. */
export interface Editing {
  readonly person: string;
  readonly column: Column;
  readonly seen: Participant;
  /** Of the particulars, the whole row's; of diet and route, the code. */
  readonly draft: Draft;
  readonly code: string;
}

export const begin = (row: Row, column: Column): Editing => ({
  person: row.person.id,
  column,
  seen: row.person,
  draft: draftOf(row.person),
  code: codeAt(row, column),
});

const particular = (column: Column): Particular | null =>
  PARTICULARS.find((p) => p === column) ?? null;

export const valueIn = ({ column, draft, code }: Editing): string => {
  const field = particular(column);
  return field ? draft[field] : code;
};

export function typed(editing: Editing, value: string): Editing {
  const field = particular(editing.column);
  return field
    ? { ...editing, draft: { ...editing.draft, [field]: value } }
    : { ...editing, code: value };
}

/** The fields of the draft that differ from what was on the screen. */
export const touched = ({ seen, draft }: Editing): readonly Particular[] => {
  const was = draftOf(seen);
  return PARTICULARS.filter((f) => draft[f].trim() !== was[f]);
};

/** The next of the row's own fields, with what was filled in so far; null at the end of the row. */
export function beside(editing: Editing, columns: readonly Column[], step: 1 | -1): Editing | null {
  if (factOf(editing.column) !== "particulars") {
    return null;
  }
  const own = columns.filter((c) => factOf(c) === "particulars");
  const next = own[own.indexOf(editing.column) + step];
  return next ? { ...editing, column: next } : null;
}
