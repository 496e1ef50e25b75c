/** A fact field by field, as text; null where a field is not known. */
export type Values = Readonly<Record<string, string | null>>;

/** Who has changed a field since it was read: one of the two, or both in different ways. */
export type Moved = "mine" | "theirs" | "both";

export interface MergeRow {
  readonly field: string;
  readonly base: string | null;
  readonly theirs: string | null;
  readonly mine: string | null;
  readonly moved: Moved;
}

export type Side = "mine" | "theirs";

/**
 * Where three states of one fact differ: as it was read, as another desk has made it since, and as
 * it was filled in here. What both have changed alike, or nobody, needs no word.
 */
export function mergeRows(base: Values, theirs: Values, mine: Values): MergeRow[] {
  const rows: MergeRow[] = [];
  for (const field of Object.keys(mine)) {
    const was = base[field] ?? null;
    const now = theirs[field] ?? null;
    const want = mine[field] ?? null;
    if (now !== want) {
      const moved = now === was ? "mine" : want === was ? "theirs" : "both";
      rows.push({ field, base: was, theirs: now, mine: want, moved });
    }
  }
  return rows;
}

/** What only one has changed stands so; what both have changed waits for a person's word. */
export const proposed = (rows: readonly MergeRow[]): Readonly<Record<string, Side | null>> =>
  Object.fromEntries(rows.map((r) => [r.field, r.moved === "both" ? null : r.moved]));

/**
 * @returns what to ask for on top of what stands there now, only what differs from it; null while
 *   a field waits for a word
 */
export function settled(
  rows: readonly MergeRow[],
  chosen: Readonly<Record<string, Side | null>>,
): Values | null {
  const asked: Record<string, string | null> = {};
  for (const row of rows) {
    const side = chosen[row.field];
    if (!side) {
      return null;
    }
    if (side === "mine") {
      asked[row.field] = row.mine;
    }
  }
  return asked;
}
