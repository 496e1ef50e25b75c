import type { PlannedTrip, Wave } from "../api/boards";
import { localMillis } from "../duty/urgency";

export const HOUR = 3_600_000;

export const SELF = "self";

/** People who arrive at one place within one hour of the conference's clock. */
export interface Hour {
  /** When it begins, milliseconds of the wall clock as if it were UTC. */
  readonly at: number;
  readonly people: number;
  /** Of these, those whom no pickup fetches. */
  readonly unfetched: number;
}

/** A pickup with those who arrive within its window. */
export interface Window {
  readonly trip: string;
  readonly plate: string;
  readonly from: number;
  readonly to: number;
  readonly seats: number;
  readonly people: number;
  /** People beyond its seats; 0 when they have all a seat. */
  readonly over: number;
  /** On which row it is drawn: those that overlap stand below one another. */
  readonly lane: number;
}

/** One airport or station. */
export interface Arriving {
  readonly place: string;
  readonly people: number;
  /** From the first hour in which anything happens to the last, none left out between. */
  readonly hours: readonly Hour[];
  readonly windows: readonly Window[];
  readonly lanes: number;
}

const floor = (at: number): number => Math.floor(at / HOUR) * HOUR;

/** Rows for windows, as few as are needed. */
function inLanes(windows: readonly Omit<Window, "lane">[]): readonly Window[] {
  const ends: number[] = [];
  return [...windows]
    .sort((a, b) => a.from - b.from || (a.trip < b.trip ? -1 : 1))
    .map((window) => {
      const free = ends.findIndex((end) => end <= window.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = window.to;
      return { ...window, lane };
    });
}

const LONGEST = 14 * 24;

/** Arrivals against the seats that fetch them, place by place, the busiest first. */
export function arriving(waves: readonly Wave[], trips: readonly PlannedTrip[]): Arriving[] {
  const known = waves.filter((w) => w.time !== null && w.place !== "" && w.place !== SELF);
  const pickups = trips.filter((t) => t.kind === "pickup" && !t.cancelled);
  const places = new Set([...known.map((w) => w.place), ...pickups.map((t) => t.from)]);
  return [...places]
    .map((place) => atPlace(place, known, pickups))
    .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1));
}

function atPlace(place: string, waves: readonly Wave[], pickups: readonly PlannedTrip[]): Arriving {
  const here = waves.filter((w) => w.place === place);
  const byHour = new Map<number, { people: number; unfetched: number }>();
  const aboard = new Map<string, number>();
  for (const wave of here) {
    const hour = floor(localMillis(wave.time ?? ""));
    const sum = byHour.get(hour) ?? { people: 0, unfetched: 0 };
    sum.people += wave.people;
    sum.unfetched += wave.pickups.length === 0 ? wave.people : 0;
    byHour.set(hour, sum);
    for (const trip of wave.pickups) {
      aboard.set(trip, (aboard.get(trip) ?? 0) + wave.people);
    }
  }
  const windows = inLanes(
    pickups
      .filter((t) => t.from === place)
      .map((t) => {
        const people = aboard.get(t.code) ?? 0;
        return {
          trip: t.code,
          plate: t.plate,
          from: localMillis(t.windowFrom ?? ""),
          to: localMillis(t.windowTo ?? ""),
          seats: t.seats,
          people,
          over: Math.max(0, people - t.seats),
        };
      }),
  );
  const ends = [
    ...[...byHour.keys()].flatMap((at) => [at, at + HOUR]),
    ...windows.flatMap((w) => [floor(w.from), Math.ceil(w.to / HOUR) * HOUR]),
  ];
  const first = ends.length > 0 ? Math.min(...ends) : 0;
  const last = Math.min(ends.length > 0 ? Math.max(...ends) : 0, first + LONGEST * HOUR);
  const hours: Hour[] = [];
  for (let at = first; at < last; at += HOUR) {
    hours.push({ at, ...(byHour.get(at) ?? { people: 0, unfetched: 0 }) });
  }
  return {
    place,
    people: here.reduce((sum, w) => sum + w.people, 0),
    hours,
    windows,
    lanes: windows.reduce((most, w) => Math.max(most, w.lane + 1), 0),
  };
}

/** What somebody has to see to, said in words beside the picture. */
export type Finding =
  | {
      readonly kind: "over";
      readonly place: string;
      readonly window: Window;
    }
  | {
      readonly kind: "unfetched";
      readonly place: string;
      readonly hour: Hour;
    };

/** More people than seats, and people whom nothing fetches: by time. */
export function findings(places: readonly Arriving[]): Finding[] {
  const at = (f: Finding) => (f.kind === "over" ? f.window.from : f.hour.at);
  return places
    .flatMap(({ place, hours, windows }): Finding[] => [
      ...windows
        .filter((w) => w.over > 0)
        .map((window): Finding => ({ kind: "over", place, window })),
      ...hours
        .filter((h) => h.unfetched > 0)
        .map((hour): Finding => ({ kind: "unfetched", place, hour })),
    ])
    .sort((a, b) => at(a) - at(b));
}

export interface ArrivalSum {
  readonly people: number;
  /** By own means: nobody fetches them. */
  readonly byThemselves: number;
  /** Of whom time or place is not known, and who do not come by own means. */
  readonly unknown: number;
  readonly met: number;
  readonly missed: number;
}

export function sumOf(waves: readonly Wave[]): ArrivalSum {
  const sum = { people: 0, byThemselves: 0, unknown: 0, met: 0, missed: 0 };
  for (const wave of waves) {
    sum.people += wave.people;
    sum.met += wave.met;
    sum.missed += wave.missed;
    if (wave.place === SELF) {
      sum.byThemselves += wave.people;
    } else if (isUnknown(wave)) {
      sum.unknown += wave.people;
    }
  }
  return sum;
}

export const isUnknown = (wave: Wave): boolean =>
  wave.place !== SELF && (wave.time === null || wave.place === "");

export const isUnfetched = (wave: Wave): boolean =>
  wave.place !== SELF && !isUnknown(wave) && wave.pickups.length === 0;

const NIGHT_ENDS = 6;

/** Between midnight and six: somebody has to be up for them. */
export const isAfterMidnight = (wave: Wave): boolean =>
  wave.time !== null && Number(wave.time.slice(11, 13)) < NIGHT_ENDS;

/** Their time is past and not all of them have been counted aboard. */
export const isOverdue = (wave: Wave, now: number): boolean =>
  wave.place !== SELF &&
  wave.time !== null &&
  localMillis(wave.time) < now &&
  wave.met < wave.people;

/** @returns those who come last of all, that one looks no longer for anybody after them */
export function last(waves: readonly Wave[]): Wave | null {
  let found: Wave | null = null;
  for (const wave of waves) {
    if (wave.time !== null && (found?.time ?? "") < wave.time) {
      found = wave;
    }
  }
  return found;
}
