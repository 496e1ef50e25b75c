import { ridersOf } from "./riders";
import type { Book, RollCallRead, Trip } from "./types";

/** What the platform has heard of a bus of the route. */
export interface BusState {
  readonly trip: Trip;
  readonly expected: number;
  readonly aboard: number;
  readonly absent: number;
  /** Seen aboard, and not (yet) on its list. */
  readonly unexpected: number;
  /** On its list, and neither seen nor missed. */
  readonly open: number;
  /** The latest roll-call that the platform has, local to the conference; null: none has come in. */
  readonly calledAt: string | null;
}

/** All buses of the route: the latest word on each who belongs to them. */
export function busesOf(book: Book): readonly BusState[] {
  const route = book.trip.route;
  return book.trips
    .filter((t) => (route ? t.route === route : t.code === book.trip.code))
    .map((trip) => busState(book, trip));
}

function membersOf(book: Book, trip: Trip): readonly string[] {
  return trip.code === book.trip.code
    ? ridersOf(book).map((r) => r.person)
    : Object.values(book.places)
        .filter((p) => p.bus === trip.code)
        .map((p) => p.person);
}

/**
 * Seats that nobody has on a bus, by what the phone has read last; less than none where it is over
 * its seats. Who is absent holds none.
 */
export const freeSeats = (book: Book, trip: Trip): number =>
  trip.seats - Object.values(book.places).filter((p) => p.bus === trip.code && !p.absent).length;

function busState(book: Book, trip: Trip): BusState {
  const members = new Set(membersOf(book, trip));
  const calls = book.rollCalls
    .filter((c) => c.trip === trip.code)
    .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : 0));
  const said = latestWords(calls);
  const of = (...words: readonly string[]) =>
    [...members].filter((p) => words.includes(said.get(p) ?? "")).length;
  const aboard = of("aboard", "unexpected");
  const absent = of("absent");
  return {
    trip,
    expected: members.size,
    aboard,
    absent,
    unexpected: [...said].filter(([p, word]) => word === "unexpected" && !members.has(p)).length,
    open: members.size - aboard - absent,
    calledAt: calls.at(-1)?.happenedAt ?? null,
  };
}

function latestWords(calls: readonly RollCallRead[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const call of calls) {
    const say = (people: readonly string[], word: string) => {
      for (const person of people) {
        said.set(person, word);
      }
    };
    say(call.absent, "absent");
    say(call.aboard, "aboard");
    say(call.unexpected, "unexpected");
  }
  return said;
}
