import { type Column, codeAt, type Row } from "./rows";

/** By what people are added up (incident 40: by batch, level, host). */
export const MEASURES = [
  "delegation",
  "rank",
  "gender",
  "hotel",
  "route",
  "bus",
  "diet",
  "arrival",
  "departure",
] as const satisfies readonly Column[];
export type Measure = (typeof MEASURES)[number];

export interface Sum {
  /** The day of a journey, the code or the name of anything else; empty where it is not known. */
  readonly code: string;
  readonly people: number;
  /** Of them, who came along with somebody. */
  readonly companions: number;
}

const DAY = "2026-06-08".length;

/** Those rows, added up: the most first, and what is not known at the end. */
export function sums(rows: readonly Row[], by: Measure): readonly Sum[] {
  const found = new Map<string, { code: string; people: number; companions: number }>();
  for (const row of rows) {
    const whole = codeAt(row, by);
    const code = by === "arrival" || by === "departure" ? whole.slice(0, DAY) : whole;
    const sum = found.get(code) ?? { code, people: 0, companions: 0 };
    sum.people += 1;
    sum.companions += row.person.companionOf === null ? 0 : 1;
    found.set(code, sum);
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.code === "") - Number(b.code === "") ||
      b.people - a.people ||
      a.code.localeCompare(b.code, "zh", { numeric: true }),
  );
}
