import type { Group, Member, RollCall } from "../api/boards";

/** A seat of a bus as it is drawn: who sits where is shown by delegation, not decided. */
export interface Seat {
  /** From 1, in the order in which a bus is filled. */
  readonly n: number;
  readonly row: number;
  /** 0 to 4: two, the aisle, two; the aisle only in the last row. */
  readonly column: number;
  readonly member: Member | null;
  /** Beyond the vehicle's seats. */
  readonly over: boolean;
}

const ABREAST = [0, 1, 3, 4];
const LAST_ROW = [0, 1, 2, 3, 4];

/**
 * Rows of four with an aisle and, where one seat is left, five abreast behind.
 *
 * @returns row and column of each seat
 */
export function busRows(seats: number): readonly (readonly [number, number])[] {
  const fiveBehind = seats > 4 && seats % 4 === 1;
  const inFours = fiveBehind ? seats - 5 : seats;
  const all: (readonly [number, number])[] = [];
  for (let n = 0; n < inFours; n++) {
    all.push([Math.floor(n / 4), ABREAST[n % 4] ?? 0]);
  }
  if (fiveBehind) {
    const row = inFours / 4;
    all.push(...LAST_ROW.map((column) => [row, column] as const));
  }
  return all;
}

/**
 * Members who hold a seat, delegation by delegation; companions sit with their host. Who was called
 * absent holds none.
 */
export function seated(members: readonly Member[]): readonly Member[] {
  const here = members.filter((m) => !m.absent);
  const hosts = new Map(here.map((m) => [m.person, m]));
  const hostOf = (m: Member) => (m.companionOf && hosts.get(m.companionOf)) || m;
  const order = new Map(here.map((m, i) => [m.person, i]));
  const at = (m: Member) => order.get(m.person) ?? 0;
  return [...here].sort((a, b) => {
    const [hostA, hostB] = [hostOf(a), hostOf(b)];
    return (
      hostA.delegation.localeCompare(hostB.delegation) ||
      at(hostA) - at(hostB) ||
      Number(a !== hostA) - Number(b !== hostB) ||
      at(a) - at(b)
    );
  });
}

/** Every seat of a bus with whoever is drawn on it; those beyond its seats stand behind. */
export function plan(group: Group): readonly Seat[] {
  const people = seated(group.members);
  const inside = busRows(group.seats).map(([row, column], i): Seat => {
    return { n: i + 1, row, column, member: people[i] ?? null, over: false };
  });
  const rows = inside.reduce((most, s) => Math.max(most, s.row + 1), 0);
  const outside = people.slice(group.seats).map((member, i): Seat => {
    return {
      n: group.seats + i + 1,
      row: rows + Math.floor(i / 4),
      column: ABREAST[i % 4] ?? 0,
      member,
      over: true,
    };
  });
  return [...inside, ...outside];
}

/** Who stands in the last roll-call of a bus as unexpected, and is on the bus now. */
export function unexpected(group: Group, rollCalls: readonly RollCall[]): ReadonlySet<string> {
  const named = new Set(rollCalls.flatMap((r) => r.unexpected));
  return new Set(group.members.filter((m) => named.has(m.person)).map((m) => m.person));
}

/** The latest by when it was taken. */
export const latestOf = (rollCalls: readonly RollCall[]): RollCall | null =>
  rollCalls.reduce<RollCall | null>(
    (last, r) => (last === null || last.happenedAt <= r.happenedAt ? r : last),
    null,
  );

export interface DelegationPart {
  readonly delegation: string;
  readonly people: number;
}

/** How many of each delegation hold a seat, in the order in which they are drawn. */
export function parts(members: readonly Member[]): DelegationPart[] {
  const found = new Map<string, number>();
  for (const { delegation } of seated(members)) {
    found.set(delegation, (found.get(delegation) ?? 0) + 1);
  }
  return [...found].map(([delegation, people]) => ({ delegation, people }));
}
