import type { Route, Trip } from "./types";

/** What a liaison may take, the next to leave first; what is over apart from it, the latest first. */
export interface Offered {
  readonly ahead: readonly Trip[];
  readonly over: readonly Trip[];
}

const begins = (trip: Trip): string => trip.departs ?? trip.windowFrom ?? "";

/** An excursion lasts until its route is back, a pickup until its window closes; unknown: it lasts. */
function ends(trip: Trip, routes: readonly Route[]): string | null {
  return trip.kind === "pickup"
    ? trip.windowTo
    : (routes.find((r) => r.code === trip.route)?.returns ?? null);
}

const by = (one: Trip, other: Trip): number =>
  begins(one).localeCompare(begins(other)) || one.code.localeCompare(other.code);

/** @param now at the conference, `2026-06-09T14:05` */
export function offered(trips: readonly Trip[], routes: readonly Route[], now: string): Offered {
  const isOver = (trip: Trip): boolean => (ends(trip, routes) ?? "9999") < now;
  return {
    ahead: trips.filter((trip) => !isOver(trip)).sort(by),
    over: trips.filter(isOver).sort((a, b) => by(b, a)),
  };
}
