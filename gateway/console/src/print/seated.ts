import type { ManifestContent, Participant } from "../api/types";

/**
 * Whom a session seats: the delegates who attend, of the delegations that have seats in it; family
 * has none (FORMAT.md, sessions). In the order of the list's delegations, the highest rank first.
 */
export function seated(
  session: ManifestContent,
  people: readonly Participant[],
): readonly Participant[] {
  return people
    .filter((p) => p.attending && p.companionOf === null && p.delegation in session.lines)
    .sort(
      (a, b) =>
        a.delegation.localeCompare(b.delegation) ||
        a.rank - b.rank ||
        a.name.localeCompare(b.name, "zh"),
    );
}
