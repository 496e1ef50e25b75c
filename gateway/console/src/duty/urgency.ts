import { type Matter, type MatterKind, URGENCIES, type Urgency } from "../api/duty";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The platform's own rule (its package duty, Urgency): the page goes on by it while time passes. */
const AT_ONCE = 30 * MINUTE;
const SOON = 3 * HOUR;
const THIS_SHIFT = 12 * HOUR;
const LONG_PAST = 12 * HOUR;
const OLD = 4 * HOUR;

const AT_LEAST: Record<MatterKind, Urgency> = {
  gate: "high",
  call: "high",
  letter: "normal",
  change: "normal",
  case: "normal",
  retiming: "normal",
  debt: "low",
};

/** Age alone never makes anything critical. */
const RAISED: Record<Urgency, Urgency> = {
  critical: "critical",
  high: "high",
  normal: "high",
  low: "normal",
};

const rank = (urgency: Urgency): number => URGENCIES.indexOf(urgency);
const higher = (a: Urgency, b: Urgency): Urgency => (rank(a) <= rank(b) ? a : b);

function byDeadline(left: number | null): Urgency {
  if (left === null) {
    return "low";
  }
  if (left <= AT_ONCE) {
    return "critical";
  }
  if (left <= SOON) {
    return "high";
  }
  return left <= THIS_SHIFT ? "normal" : "low";
}

/**
 * @param age milliseconds since when it has been open
 * @param left milliseconds until its deadline, negative when that is past; null when it has none
 */
export function urgencyOf(kind: MatterKind, age: number, left: number | null): Urgency {
  if (left !== null && left < -LONG_PAST) {
    return "low";
  }
  const urgency = higher(byDeadline(left), AT_LEAST[kind] ?? "low");
  return age > OLD ? higher(urgency, RAISED[urgency]) : urgency;
}

export interface Clocks {
  /** Milliseconds on the platform's clock. */
  readonly instant: number;
  /** Milliseconds of the conference's wall clock, as if it were UTC. */
  readonly local: number;
}

/** A time that is local to the conference, or its wall clock's reading. */
export const localMillis = (text: string): number => Date.parse(`${text}Z`);

/** The most urgent first, the oldest first within, as it is at this moment. */
export function pressing(items: readonly Matter[], now: Clocks): readonly Matter[] {
  return items
    .map((m) => ({
      ...m,
      urgency: urgencyOf(
        m.kind,
        now.instant - Date.parse(m.since),
        m.due === null ? null : localMillis(m.due) - now.local,
      ),
    }))
    .sort(
      (a, b) =>
        rank(a.urgency) - rank(b.urgency) ||
        Date.parse(a.since) - Date.parse(b.since) ||
        (a.key < b.key ? -1 : 1),
    );
}

export function countsBy<T, K extends string>(
  items: readonly T[],
  of: (item: T) => K,
): Readonly<Partial<Record<K, number>>> {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) {
    counts[of(item)] = (counts[of(item)] ?? 0) + 1;
  }
  return counts;
}
