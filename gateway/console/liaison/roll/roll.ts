/** What a liaison has seen of somebody. */
export type Mark = "aboard" | "absent" | "unexpected";

/**
 * A count of one bus. What was marked since the last report is what the next one says: a report
 * tells what was seen, not what was seen before.
 */
export interface Roll {
  readonly marks: Readonly<Record<string, Mark>>;
  readonly reported: Readonly<Record<string, Mark>>;
  /** What each tap took the place of, the latest last. */
  readonly taps: readonly { readonly person: string; readonly before: Mark | null }[];
}

export interface Counts {
  readonly expected: number;
  readonly aboard: number;
  readonly absent: number;
  readonly unexpected: number;
  /** On the list, and neither seen nor missed. */
  readonly open: number;
}

export interface Report {
  readonly aboard: readonly string[];
  readonly absent: readonly string[];
  readonly unexpected: readonly string[];
}

export const EMPTY: Roll = { marks: {}, reported: {}, taps: [] };
const MOST_TAPS = 200;

function withMark(
  marks: Readonly<Record<string, Mark>>,
  person: string,
  mark: Mark | null,
): Readonly<Record<string, Mark>> {
  const { [person]: _, ...rest } = marks;
  return mark ? { ...rest, [person]: mark } : rest;
}

export function marked(roll: Roll, person: string, mark: Mark | null): Roll {
  const before = roll.marks[person] ?? null;
  return {
    ...roll,
    marks: withMark(roll.marks, person, mark),
    taps: [...roll.taps, { person, before }].slice(-MOST_TAPS),
  };
}

/** As before the latest tap. */
export function undone(roll: Roll): Roll {
  const last = roll.taps.at(-1);
  return last
    ? {
        ...roll,
        marks: withMark(roll.marks, last.person, last.before),
        taps: roll.taps.slice(0, -1),
      }
    : roll;
}

/** All of these at once: the whole bus is there. */
export const allAboard = (roll: Roll, people: readonly string[]): Roll =>
  people.filter((p) => !roll.marks[p]).reduce((next, p) => marked(next, p, "aboard"), roll);

export function counts(roll: Roll, listed: readonly string[]): Counts {
  const on = new Set(listed);
  const of = (mark: Mark) => listed.filter((p) => roll.marks[p] === mark).length;
  const unexpected = Object.entries(roll.marks).filter(
    ([p, mark]) => mark === "unexpected" && !on.has(p),
  ).length;
  // who was unexpected and has come onto the list since is aboard
  const aboard = of("aboard") + of("unexpected");
  const absent = of("absent");
  return {
    expected: listed.length,
    aboard,
    absent,
    unexpected,
    open: listed.length - aboard - absent,
  };
}

/** Whom the next report is of. */
export function unreported(roll: Roll): Report {
  const fresh = Object.entries(roll.marks).filter(([p, mark]) => roll.reported[p] !== mark);
  const of = (...wanted: Mark[]) =>
    fresh.filter(([, mark]) => wanted.includes(mark)).map(([p]) => p);
  return {
    // who was unexpected is aboard
    aboard: of("aboard", "unexpected"),
    absent: of("absent"),
    unexpected: of("unexpected"),
  };
}

export const isNothing = (report: Report): boolean =>
  report.aboard.length + report.absent.length === 0;

export const afterReport = (roll: Roll): Roll => ({
  marks: roll.marks,
  reported: roll.marks,
  taps: [],
});
