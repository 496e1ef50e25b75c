import { type Draft, differing, draftOf } from "./fields";
import type { Column, Deed, Entry, Kind } from "./kinds";
import { deedAt } from "./tables";
import { dateFrom, momentFrom, typedMoment } from "./typing";

/** A cell that is being filled in, on top of what was on the screen then. */
export interface Editing {
  readonly entry: Entry;
  readonly deed: Deed;
  readonly column: string;
  /** What the fields of the row say so far. */
  readonly draft: Draft;
  /** What stands in the editor: a moment as it is typed. */
  readonly typed: string;
}

const shapeOf = (kind: Kind, column: string) =>
  kind.fields.find((f) => f.name === column)?.shape ?? "text";

const shown = (kind: Kind, column: string, draft: Draft): string => {
  const value = draft[column] ?? "";
  return shapeOf(kind, column) === "moment" ? typedMoment(value) : value;
};

/** @returns null where the cell is filled in in a form */
export function begin(kind: Kind, entry: Entry, column: string, deed: Deed): Editing | null {
  const draft = draftOf(entry, kind.fields);
  return deed.begun || shapeOf(kind, column) === "codes"
    ? null
    : { entry, deed, column, draft, typed: shown(kind, column, draft) };
}

/** The draft with what is typed; null when that is no moment or no day. */
export function taken(kind: Kind, editing: Editing, near: string): Draft | null {
  const { column, draft, typed } = editing;
  const was = draft[column] || near;
  const shape = shapeOf(kind, column);
  const optional = kind.fields.find((f) => f.name === column)?.optional;
  const value =
    typed.trim() === "" && (optional || (shape !== "moment" && shape !== "date"))
      ? ""
      : shape === "moment"
        ? momentFrom(typed, was)
        : shape === "date"
          ? dateFrom(typed, was)
          : typed;
  return value === null ? null : { ...draft, [column]: value };
}

/** The next field of the same command in the row, with what was filled in so far. */
export function beside(
  kind: Kind,
  editing: Editing,
  columns: readonly Column[],
  step: 1 | -1,
  near: string,
): Editing | null {
  const draft = taken(kind, editing, near);
  const own = columns.filter(
    (c) =>
      !c.derived &&
      deedAt(kind, c.key, editing.draft) === editing.deed &&
      shapeOf(kind, c.key) !== "codes",
  );
  const next = own[own.findIndex((c) => c.key === editing.column) + step];
  return next && draft
    ? { ...editing, column: next.key, draft, typed: shown(kind, next.key, draft) }
    : null;
}

/** The fields of the row that say something else than on the screen. */
export const drafted = (kind: Kind, { entry, deed, draft }: Editing): readonly string[] =>
  differing(draftOf(entry, kind.fields), draft, kind.fields, deed.fields(draft));
