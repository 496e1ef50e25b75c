import type { Gate } from "../api/duty";

/** What holds a bus up: sites that it goes to today and that hold an older list. */
export const missing = (gate: Gate) => gate.sites.filter((s) => s.required && !s.acknowledged);

const PRESSES: Record<Gate["light"], number> = {
  red: 0,
  evaluating: 1,
  green: 2,
  "no-roll-call": 3,
  "not-live": 4,
};

/** Today's buses at a conference: those that leave today, and any that is under way to leave. */
export function todays(gates: readonly Gate[], today: string): readonly Gate[] {
  return gates
    .filter(
      (g) =>
        g.departs?.slice(0, 10) === today ||
        (g.departedAt === null && (g.light === "red" || g.light === "evaluating")),
    )
    .sort(
      (a, b) =>
        Number(a.departedAt !== null) - Number(b.departedAt !== null) ||
        PRESSES[a.light] - PRESSES[b.light] ||
        (a.departs ?? "").localeCompare(b.departs ?? "") ||
        a.trip.localeCompare(b.trip),
    );
}

/** By the minute, as a departure is told. */
export const localMinute = (local: number): string => new Date(local).toISOString().slice(0, 16);
