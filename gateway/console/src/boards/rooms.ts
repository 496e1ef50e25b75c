import type { HeldRooms, Room, Sleeper, Span } from "../api/boards";

export type RoomState = "free" | "part" | "full" | "held";

/** One room on one night. */
export interface Cell {
  readonly room: string;
  readonly type: string;
  readonly capacity: number;
  readonly state: RoomState;
  readonly guests: readonly Sleeper[];
  /** For whom it is held, null when it is not. */
  readonly organisation: string | null;
}

export interface Floor {
  /** As on the door, without the last two digits; empty where a number has no floor. */
  readonly floor: string;
  readonly cells: readonly Cell[];
}

/** The floor of a room as its number says: 301 is on 3, A1204 on A12. */
export const floorOf = (room: string): string => /^(\D*\d+)\d{2}\D*$/.exec(room)?.[1] ?? "";

const numerically = (a: string, b: string): number =>
  a.localeCompare(b, "en", { numeric: true, sensitivity: "base" });

/** The date of leaving is no night. */
const within = (of: Span, night: string): boolean => of.from <= night && night < of.to;

/** Whether somebody is there that night, and not elsewhere in between. */
export const sleepsOn = (of: Pick<Sleeper, "nights">, night: string): boolean =>
  of.nights.some((span) => within(span, night));

/**
 * A hotel's rooms on one night, floor by floor, the lowest first.
 *
 * @param hostOf the host of a companion, null of everybody else: they stand beside each other
 */
export function floors(
  rooms: readonly Room[],
  sleepers: readonly Sleeper[],
  held: readonly HeldRooms[],
  night: string,
  hostOf: (person: string) => string | null = () => null,
): Floor[] {
  const guests = new Map<string, Sleeper[]>();
  for (const sleeper of sleepers) {
    if (sleeper.room !== null && sleepsOn(sleeper, night)) {
      guests.set(sleeper.room, [...(guests.get(sleeper.room) ?? []), sleeper]);
    }
  }
  const keptFor = new Map(
    held
      .filter(({ hold }) => within(hold, night))
      .flatMap(({ hold, given }) => given.map((room) => [room, hold.organisation] as const)),
  );
  const byFloor = new Map<string, Cell[]>();
  for (const { room, type, capacity } of rooms) {
    const inside = [...(guests.get(room) ?? [])].sort(
      (a, b) =>
        numerically(hostOf(a.person) ?? a.person, hostOf(b.person) ?? b.person) ||
        Number(hostOf(a.person) !== null) - Number(hostOf(b.person) !== null),
    );
    const organisation = keptFor.get(room) ?? null;
    const state: RoomState =
      inside.length > 0
        ? inside.length < capacity
          ? "part"
          : "full"
        : organisation !== null
          ? "held"
          : "free";
    const floor = floorOf(room);
    byFloor.set(floor, [
      ...(byFloor.get(floor) ?? []),
      { room, type, capacity, state, guests: inside, organisation },
    ]);
  }
  return [...byFloor]
    .map(([floor, cells]) => ({
      floor,
      cells: cells.sort((a, b) => numerically(a.room, b.room)),
    }))
    .sort((a, b) => numerically(a.floor, b.floor));
}

/** Those who have no room on a night. */
export const waitingOn = (sleepers: readonly Sleeper[], night: string): Sleeper[] =>
  sleepers.filter((s) => s.room === null && sleepsOn(s, night));
