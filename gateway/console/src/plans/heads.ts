import type { Participant, Stay } from "../api/types";

/** People by what they belong to; one counts once, however often they move within it. */
type Counts = ReadonlyMap<string, number>;

function counted(pairs: Iterable<readonly [string | null | undefined, string]>): Counts {
  const seen = new Map<string, Set<string>>();
  for (const [what, person] of pairs) {
    if (what) {
      seen.set(what, (seen.get(what) ?? new Set()).add(person));
    }
  }
  return new Map([...seen].map(([what, people]) => [what, people.size]));
}

/** How many sleep in a hotel, in a room (`H1/301`), of a delegation; and how many of it attend. */
export interface Heads {
  readonly hotel: Counts;
  readonly room: Counts;
  readonly lodging: Counts;
  readonly delegation: Counts;
}

export function headsOf(stays: readonly Stay[], people: readonly Participant[]): Heads {
  const home = new Map(people.map((p) => [p.id, p.delegation]));
  return {
    hotel: counted(stays.map((s) => [s.hotel, s.person])),
    room: counted(stays.map((s) => [s.room && `${s.hotel}/${s.room}`, s.person])),
    lodging: counted(stays.map((s) => [home.get(s.person), s.person])),
    delegation: counted(people.map((p) => [p.attending ? p.delegation : null, p.id])),
  };
}

/** All rows ask for the same: it is counted once for what was read. */
export function onceFor<A extends object, B extends object, R>(
  work: (a: A, b: B) => R,
): (a: A, b: B) => R {
  const done = new WeakMap<A, WeakMap<B, R>>();
  return (a, b) => {
    const inner = done.get(a) ?? new WeakMap<B, R>();
    done.set(a, inner);
    const found = inner.get(b) ?? work(a, b);
    inner.set(b, found);
    return found;
  };
}

export const headsOnce = onceFor(headsOf);
