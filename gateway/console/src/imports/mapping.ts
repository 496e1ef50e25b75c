import type { RosterField, Sheet, SheetRow, SheetTable, Synonym } from "../api/rosters";

/** What a clerk says of a column; empty: it is not read. */
export type Said = Readonly<Record<number, RosterField | "">>;

/** As the platform compares headings: by their letters and digits. */
const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

const rowsFrom = (sheet: Sheet, from: number, to: number): readonly SheetRow[] =>
  sheet.rows.filter((r) => r.number >= from && r.number <= to);

interface HeadedIn {
  readonly row: SheetRow;
  readonly text: string;
}

/** The lowest text of a column's header, which is what is looked up. */
function headedIn(
  sheet: Sheet,
  table: SheetTable | null,
  row: number,
  at: number,
): HeadedIn | null {
  const rows = table
    ? rowsFrom(sheet, table.headerFrom, table.headerTo)
    : rowsFrom(sheet, row, row);
  for (const one of [...rows].reverse()) {
    const text = one.cells.find((c) => c.at === at)?.text.trim();
    if (text) {
      return { row: one, text };
    }
  }
  return null;
}

/** What a column is headed with; empty: with nothing. */
export const headingAt = (
  sheet: Sheet,
  table: SheetTable | null,
  row: number,
  at: number,
): string => headedIn(sheet, table, row, at)?.text ?? "";

/**
 * Which of several columns it is that are headed alike in one row, from 1 on from the left.
 *
 * @returns 0 where no other is headed so
 */
export function nthAlike(sheet: Sheet, table: SheetTable | null, row: number, at: number): number {
  const headed = headedIn(sheet, table, row, at);
  const alike = (headed?.row.cells ?? []).filter(
    (c) => folded(c.text) === folded(headed?.text ?? ""),
  );
  return alike.length < 2 ? 0 : alike.filter((c) => c.at <= at).length;
}

/** All columns in which something stands, each once. */
export function columnsOf(sheet: Sheet): readonly number[] {
  const last = Math.max(-1, ...sheet.rows.flatMap((r) => r.cells.map((c) => c.at + c.columns - 1)));
  return Array.from({ length: last + 1 }, (_, at) => at);
}

/** @param office null: said of every office of the conference */
export function synonymsOf(
  sheet: Sheet,
  table: SheetTable | null,
  row: number,
  said: Said,
  office: string | null,
): readonly Synonym[] {
  return Object.entries(said)
    .map(([at, field]) => {
      const heading = headingAt(sheet, table, row, Number(at));
      const nth = nthAlike(sheet, table, row, Number(at));
      return {
        kind: nth > 0 ? ("NTH_HEADING" as const) : ("HEADING" as const),
        wording: nth > 0 && heading ? `${heading}#${nth}` : heading,
        meaning: field === "" ? "none" : field,
        delegation: office,
      };
    })
    .filter(({ wording }) => wording !== "");
}

/** What each column was taken for, by the table that the row belongs to. */
export function fieldAt(table: SheetTable | null, at: number): RosterField | "" {
  return table?.columns.find((c) => c.at === at)?.field ?? "";
}

export const letters = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
