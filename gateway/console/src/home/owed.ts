import type { Standing } from "../api/telling";

const NEVER = "9999";

/** What is owed for lists of these kinds: the nearest deadline first, then the longest owed. */
export const owedHere = (
  standings: readonly Standing[],
  kinds: readonly string[],
): readonly Standing[] =>
  standings
    .filter((s) => kinds.includes(s.manifest.slice(0, s.manifest.indexOf(":"))))
    .sort(
      (a, b) =>
        (a.due ?? NEVER).localeCompare(b.due ?? NEVER) ||
        (a.owedSince ?? "").localeCompare(b.owedSince ?? ""),
    );
