import { type Entry, type Kind, type KindName, type Lists, text } from "../kinds";
import { type Move, moveOf } from "../shifting";

/** What can move with an opening, in the order in which a day goes through the desks. */
export const MOVING: readonly KindName[] = ["session", "meal", "trip", "route", "stop"];

/** From inclusive, to exclusive; local to the conference. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** One plan of one desk that lies in the window. */
export interface Candidate {
  /** `meal:DR1`, as its place in the tables is called. */
  readonly key: string;
  readonly kind: Kind;
  readonly move: Move;
  /** Its first moment, as it stands. */
  readonly at: string;
  /** It follows flights and trains, not the programme: it stays unless somebody says otherwise. */
  readonly follows: "programme" | "arrivals";
}

export const keyOf = (kind: Kind, entry: Entry): string => `${kind.name}:${kind.id(entry)}`;

const firstOf = (moments: Readonly<Record<string, string>>): string =>
  Object.values(moments).sort()[0] ?? "";

const within = (at: string, { from, to }: Window): boolean => at >= from && at < to;

/**
 * What of all desks lies in the window. The stops and the buses of a route that sets out in it come
 * along, however late they are: a route is torn apart otherwise.
 */
export function candidates(
  kinds: readonly Kind[],
  lists: Lists,
  window: Window,
  minutes: number,
): readonly Candidate[] {
  const leaving = new Set(
    (lists.route ?? [])
      .filter((r) => !r.cancelled && within(text(r, "departs"), window))
      .map((r) => text(r, "code")),
  );
  return kinds.flatMap((kind) =>
    (lists[kind.name] ?? [])
      .map((entry) => ({ entry, move: moveOf(kind, entry, minutes) }))
      .filter(
        ({ entry, move }) =>
          move !== null &&
          (within(firstOf(move.from), window) || leaving.has(text(entry, "route"))),
      )
      .map(({ entry, move }) => ({
        key: keyOf(kind, entry),
        kind,
        move: move as Move,
        at: firstOf((move as Move).from),
        follows: entry.kind === "pickup" ? ("arrivals" as const) : ("programme" as const),
      }))
      .sort((a, b) => a.at.localeCompare(b.at)),
  );
}

/** A whole day, or what is left of it after its event began. */
export const dayFrom = (moment: string): Window => {
  const day = moment.slice(0, 10);
  const next = new Date(Date.parse(`${day}T00:00Z`) + 24 * 60 * 60_000);
  return { from: moment.slice(0, 16), to: `${next.toISOString().slice(0, 10)}T00:00` };
};

/** Those of one desk each, the desks in the order in which they are met. */
export function byDesk(all: readonly Candidate[]): readonly (readonly [string, Candidate[]])[] {
  const found = new Map<string, Candidate[]>();
  for (const one of all) {
    found.set(one.kind.desk, [...(found.get(one.kind.desk) ?? []), one]);
  }
  return [...found];
}

/** Those that another desk has named; what is cancelled by now is not among them. */
export const ofKeys = (
  kinds: readonly Kind[],
  lists: Lists,
  keys: readonly string[],
  minutes: number,
): readonly Candidate[] =>
  candidates(kinds, lists, ALWAYS, minutes).filter((one) => keys.includes(one.key));

const ALWAYS: Window = { from: "", to: "9999" };
