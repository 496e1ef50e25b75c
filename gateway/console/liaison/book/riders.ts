import type { Book, Named, RollCallRead, Trip } from "./types";

export interface Rider {
  readonly person: string;
  readonly name: string;
  readonly delegation: string;
  readonly rank: string;
}

/** Who is on the bus by its list, as it was read last; by delegation, then rank, then name. */
export function ridersOf(book: Book): readonly Rider[] {
  return Object.entries(book.manifest.lines)
    .map(([person, line]) => ({
      person,
      name: line.name ?? person,
      delegation: line.delegation ?? "",
      rank: line.rank ?? "",
    }))
    .sort(
      (a, b) =>
        compare(a.delegation, b.delegation) || compare(a.rank, b.rank) || compare(a.name, b.name),
    );
}

const compare = (a: string, b: string): number => a.localeCompare(b, "zh-CN");

export function byDelegation(riders: readonly Rider[]): readonly (readonly [string, Rider[]])[] {
  const groups = new Map<string, Rider[]>();
  for (const rider of riders) {
    groups.set(rider.delegation, [...(groups.get(rider.delegation) ?? []), rider]);
  }
  return [...groups];
}

export const nameOf = (book: Book, person: string): string =>
  book.manifest.lines[person]?.name ?? book.names.find((n) => n.person === person)?.name ?? person;

export const namedOf = (book: Book, person: string): Named | undefined =>
  book.names.find((n) => n.person === person);

/** Names that came onto the list or went since the version before. */
export interface News {
  readonly came: readonly string[];
  readonly went: readonly string[];
}

export function newsOf(before: Book | null, now: Book): News | null {
  if (!before || before.trip.code !== now.trip.code || before.manifest.version === 0) {
    return null;
  }
  const was = before.manifest.lines;
  const is = now.manifest.lines;
  const came = Object.keys(is)
    .filter((p) => !was[p])
    .map((p) => nameOf(now, p));
  const went = Object.keys(was)
    .filter((p) => !is[p])
    .map((p) => nameOf(before, p));
  return came.length + went.length > 0 ? { came, went } : null;
}

/** What is known of a bus of the route. */
export interface BusState {
  readonly trip: Trip;
  readonly expected: number;
  readonly aboard: number;
  readonly absent: number;
  readonly unexpected: number;
  /** The latest roll-call that the platform has, local to the conference; null: none has come in. */
  readonly calledAt: string | null;
}

/** All buses of the route, by what the platform has of their roll-calls: the latest word on each. */
export function busesOf(book: Book): readonly BusState[] {
  const route = book.trip.route;
  return book.trips
    .filter((t) => (route ? t.route === route : t.code === book.trip.code))
    .map((trip) => busState(book, trip));
}

function busState(book: Book, trip: Trip): BusState {
  const members = Object.values(book.places).filter((p) => p.bus === trip.code);
  const expected =
    trip.kind === "excursion" ? members.length : Object.keys(book.manifest.lines).length;
  const calls = book.rollCalls
    .filter((c) => c.trip === trip.code)
    .sort((a, b) => compareText(a.happenedAt, b.happenedAt));
  const said = latestWords(calls);
  const of = (word: string) => [...said.values()].filter((w) => w === word).length;
  return {
    trip,
    expected,
    aboard: of("aboard"),
    absent: of("absent"),
    unexpected: of("unexpected"),
    calledAt: calls.at(-1)?.happenedAt ?? null,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function latestWords(calls: readonly RollCallRead[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const call of calls) {
    for (const person of call.absent) {
      said.set(person, "absent");
    }
    for (const person of call.aboard) {
      said.set(person, "aboard");
    }
    for (const person of call.unexpected) {
      said.set(person, "unexpected");
    }
  }
  return said;
}
