import type { RosterField, Sheet, SheetRow, SheetTable, Synonym } from "../api/rosters";

/** What a clerk says of a column; empty: it is not read. */
export type Said = Readonly<Record<number, RosterField | "">>;

const folded = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

const rowsFrom = (sheet: Sheet, from: number, to: number): readonly SheetRow[] =>
  sheet.rows.filter((r) => r.number >= from && r.number <= to);

/** What a column is headed with: the lowest text of its header, which is what is looked up. */
export function headingAt(sheet: Sheet, table: SheetTable | null, row: number, at: number): string {
  const rows = table
    ? rowsFrom(sheet, table.headerFrom, table.headerTo)
    : rowsFrom(sheet, row, row);
  for (const { cells } of [...rows].reverse()) {
    const text = cells.find((c) => c.at === at)?.text.trim();
    if (text) {
      return text;
    }
  }
  return "";
}

/** Columns that are headed alike cannot be told apart by a word for their heading. */
export function headedAlike(
  sheet: Sheet,
  table: SheetTable | null,
  row: number,
  at: number,
): boolean {
  const heading = folded(headingAt(sheet, table, row, at));
  return columnsOf(sheet).some(
    (other) => other !== at && folded(headingAt(sheet, table, row, other)) === heading,
  );
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
    .map(([at, field]) => ({
      kind: "HEADING" as const,
      wording: headingAt(sheet, table, row, Number(at)),
      meaning: field === "" ? "none" : field,
      delegation: office,
    }))
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
