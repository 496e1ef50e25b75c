import type { Roster } from "../api/rosters";
import type { Delegation } from "../api/types";

export interface OfficeRosters {
  readonly code: string;
  readonly name: string;
  /** The latest first. */
  readonly files: readonly Roster[];
  /** Of all its files together. */
  readonly waiting: number;
}

/** What it says first of an office: what waits, then who has sent nothing, then the rest. */
const URGENCY = ["asks", "refused", "reading", "none", "in"] as const;
export type OfficeState = (typeof URGENCY)[number];

export function stateOf({ files, waiting }: OfficeRosters): OfficeState {
  const newest = files[0];
  if (!newest) {
    return "none";
  }
  if (newest.status === "reading") {
    return "reading";
  }
  if (newest.status === "refused") {
    return "refused";
  }
  return waiting > 0 ? "asks" : "in";
}

/** Every office; a file of one that is not known is under its own name. */
export function officesOf(
  delegations: readonly Delegation[],
  rosters: readonly Roster[],
): readonly OfficeRosters[] {
  const names = new Map(delegations.map((d) => [d.code, d.name]));
  const codes = [...new Set([...names.keys(), ...rosters.map((r) => r.delegation)])];
  return codes
    .map((code): OfficeRosters => {
      const files = rosters.filter((r) => r.delegation === code).reverse();
      const waiting = files.reduce((sum, r) => sum + r.waiting, 0);
      return { code, name: names.get(code) ?? code, files, waiting };
    })
    .sort(
      (a, b) =>
        URGENCY.indexOf(stateOf(a)) - URGENCY.indexOf(stateOf(b)) || a.code.localeCompare(b.code),
    );
}
