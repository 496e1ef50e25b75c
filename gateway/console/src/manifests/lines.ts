import type { FieldChange, Fields, LineChange, Revised } from "../api/types";

export type LineKind = "removed" | "added" | "changed";

export interface FieldDifference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface LineDifference {
  readonly key: string;
  readonly kind: LineKind;
  /** The line as it is after, or was before it was struck out. */
  readonly fields: Fields;
  /** Of a changed line, the fields that differ. */
  readonly differences: readonly FieldDifference[];
}

const ORDER: Record<LineKind, number> = { removed: 0, changed: 1, added: 2 };

/** Who it is comes first; what says no more than the line's own name is left out elsewhere. */
const FIRST = ["name", "delegation", "bus", "room", "number", "time", "from", "to", "count"];

export function fieldOrder(fields: Iterable<string>): string[] {
  const rank = (f: string) => {
    const found = FIRST.indexOf(f);
    return found < 0 ? FIRST.length : found;
  };
  return [...new Set(fields)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

export function fieldDifferences(before: Fields, after: Fields): FieldDifference[] {
  return fieldOrder([...Object.keys(before), ...Object.keys(after)])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

function difference(key: string, { before, after }: LineChange): LineDifference | null {
  if (before && after) {
    const differences = fieldDifferences(before, after);
    return differences.length > 0 ? { key, kind: "changed", fields: after, differences } : null;
  }
  if (after) {
    return { key, kind: "added", fields: after, differences: [] };
  }
  return before ? { key, kind: "removed", fields: before, differences: [] } : null;
}

/** Struck out first, then changed, then added; within each by name. */
export function lineDifferences(lines: Readonly<Record<string, LineChange>>): LineDifference[] {
  return Object.entries(lines)
    .map(([key, change]) => difference(key, change))
    .filter((d): d is LineDifference => d !== null)
    .sort(
      (a, b) =>
        ORDER[a.kind] - ORDER[b.kind] ||
        (a.fields.name ?? a.key).localeCompare(b.fields.name ?? b.key, "zh"),
    );
}

export function headerDifferences(
  header: Readonly<Record<string, FieldChange>>,
): FieldDifference[] {
  return fieldOrder(Object.keys(header)).map((field) => ({
    field,
    before: header[field]?.before ?? null,
    after: header[field]?.after ?? null,
  }));
}

export interface Counts {
  readonly removed: number;
  readonly added: number;
  readonly changed: number;
}

export function counts(lines: Readonly<Record<string, LineChange>>): Counts {
  const found = { removed: 0, added: 0, changed: 0 };
  for (const { kind } of lineDifferences(lines)) {
    found[kind] += 1;
  }
  return found;
}

/** One entry for each manifest, with its latest version: a change that was cut twice made two. */
export function byManifest(revised: readonly Revised[]): Map<string, Revised[]> {
  const found = new Map<string, Revised[]>();
  for (const one of revised) {
    found.set(one.manifest, [...(found.get(one.manifest) ?? []), one]);
  }
  return found;
}
