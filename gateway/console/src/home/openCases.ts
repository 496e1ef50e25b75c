import type { CaseBrief } from "../api/telling";

/** Whoever sees to everything. */
const ALL = new Set(["duty", "protocol"]);

/**
 * What is not through, of anybody's; and of what is through and not known by all, what this desk or
 * this account has changed. The nearest deadline first.
 */
export function casesHere(
  open: readonly CaseBrief[],
  settled: readonly CaseBrief[],
  roles: readonly string[],
  account: string,
): readonly CaseBrief[] {
  const all = roles.some((r) => ALL.has(r));
  const mine = settled.filter(
    (c) => all || c.change.actor === account || roles.includes(c.change.role),
  );
  const byDeadline = (a: CaseBrief, b: CaseBrief) =>
    (a.due ?? "9999").localeCompare(b.due ?? "9999") || b.change.n - a.change.n;
  return [...[...open].sort(byDeadline), ...[...mine].sort(byDeadline)];
}
