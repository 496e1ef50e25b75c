import { read } from "./http";

/** Those who arrive together: at one place and time, by one flight or train. */
export interface Wave {
  /** Empty when it is not known; "self" by own means. */
  readonly place: string;
  /** Local to the conference; null when it is not known. */
  readonly time: string | null;
  readonly number: string;
  readonly people: number;
  /** Named aboard by a roll-call of a pickup. */
  readonly met: number;
  /** Called absent by one, and aboard none. */
  readonly missed: number;
  readonly pickups: readonly string[];
}

/** A vehicle's run with all that was planned of it. */
export interface PlannedTrip {
  readonly code: string;
  readonly kind: "pickup" | "excursion";
  readonly plate: string;
  readonly seats: number;
  readonly route: string;
  readonly departs: string | null;
  /** Empty for an excursion, as are the windows. */
  readonly from: string;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly cancelled: boolean;
}

/** One night of one hotel. */
export interface Night {
  readonly hotel: string;
  readonly night: string;
  readonly rooms: number;
  readonly beds: number;
  readonly guests: number;
  /** Guests without a room. */
  readonly waiting: number;
  readonly taken: number;
  readonly held: number;
  /** Rooms that holds ask for. */
  readonly asked: number;
  readonly free: number;
  readonly freeBeds: number;
}

export interface MealCount {
  readonly meal: string;
  readonly diets: Readonly<Record<string, number>>;
}

export interface PlannedMeal {
  readonly code: string;
  readonly starts: string;
  readonly cutoff: string;
  readonly kitchen: string;
  readonly scope: string;
  readonly cancelled: boolean;
}

/** A bus-load. */
export interface Group {
  readonly bus: string;
  readonly route: string;
  readonly plate: string;
  readonly departs: string | null;
  readonly seats: number;
  /** Seats held: the absent hold none. */
  readonly taken: number;
  readonly members: readonly Member[];
}

export interface Member {
  readonly person: string;
  readonly name: string;
  readonly delegation: string;
  readonly rank: number;
  readonly companionOf: string | null;
  readonly absent: boolean;
}

export interface RollCall {
  readonly id: string;
  /** Local to the conference. */
  readonly happenedAt: string;
  readonly learntAt: string;
  readonly aboard: readonly string[];
  readonly absent: readonly string[];
  readonly unexpected: readonly string[];
}

export interface Room {
  readonly hotel: string;
  readonly room: string;
  readonly type: string;
  readonly capacity: number;
}

/** Consecutive nights: the first, and the date of leaving. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Sleeper {
  readonly person: string;
  readonly name: string;
  readonly delegation: string;
  readonly hotel: string;
  /** Null: waits for one. */
  readonly room: string | null;
  readonly from: string;
  readonly to: string;
  /** The nights themselves: in between some may be elsewhere. */
  readonly nights: readonly Span[];
}

export interface Hold {
  readonly id: string;
  readonly organisation: string;
  readonly hotel: string;
  readonly rooms: number;
  readonly from: string;
  readonly to: string;
  readonly cancelled: boolean;
}

export interface HeldRooms {
  readonly hold: Hold;
  /** Numbers of the rooms that it has so far. */
  readonly given: readonly string[];
}

export interface PlannedSession {
  readonly code: string;
  readonly title: string;
  readonly hall: string;
  readonly starts: string;
  readonly cancelled: boolean;
}

export interface DelegationSeats {
  readonly delegation: string;
  readonly name: string;
  readonly seats: number;
}

type Signal = AbortSignal | undefined;

const of = (service: string, conference: string, rest: string) =>
  `/api/${service}/conferences/${conference}/${rest}`;

export const waves = (c: string, signal?: Signal) =>
  read<Wave[]>(of("transport-dispatch", c, "arrivals"), signal);

export const plannedTrips = (c: string, signal?: Signal) =>
  read<PlannedTrip[]>(of("transport-dispatch", c, "trips"), signal);

export const rollCalls = (c: string, trip: string, signal?: Signal) =>
  read<RollCall[]>(
    of("transport-dispatch", c, `trips/${encodeURIComponent(trip)}/roll-calls`),
    signal,
  );

export const nights = (c: string, signal?: Signal) =>
  read<Night[]>(of("accommodation", c, "nights"), signal);

export const rooms = (c: string, hotel: string, signal?: Signal) =>
  read<Room[]>(of("accommodation", c, `rooms?hotel=${encodeURIComponent(hotel)}`), signal);

export const sleepers = (c: string, hotel: string, signal?: Signal) =>
  read<Sleeper[]>(of("accommodation", c, `stays?hotel=${encodeURIComponent(hotel)}`), signal);

/** The holds of a hotel with the rooms that each has been given. */
export const heldRooms = async (
  c: string,
  hotel: string,
  signal?: Signal,
): Promise<readonly HeldRooms[]> => {
  const holds = await read<Hold[]>(of("accommodation", c, "holds"), signal);
  return Promise.all(
    holds
      .filter((hold) => hold.hotel === hotel && !hold.cancelled)
      .map((hold) => read<HeldRooms>(of("accommodation", c, `holds/${hold.id}/rooms`), signal)),
  );
};

export const plannedMeals = (c: string, signal?: Signal) =>
  read<PlannedMeal[]>(of("catering", c, "meals"), signal);

export const mealCounts = (c: string, signal?: Signal) =>
  read<MealCount[]>(of("catering", c, "meal-counts"), signal);

export const groups = (c: string, signal?: Signal) =>
  read<Group[]>(of("excursion", c, "groups"), signal);

export const plannedSessions = (c: string, signal?: Signal) =>
  read<PlannedSession[]>(of("venue", c, "sessions"), signal);

export interface Hall {
  readonly name: string;
  /** Seats; null: nobody has said. */
  readonly capacity: number | null;
}

export const halls = (c: string, signal?: Signal) => read<Hall[]>(of("venue", c, "halls"), signal);

export const seats = (c: string, session: string, signal?: Signal) =>
  read<DelegationSeats[]>(of("venue", c, `sessions/${encodeURIComponent(session)}/seats`), signal);
