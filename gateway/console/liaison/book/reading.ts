import { inRole } from "../../src/api/deeds";
import { ask, read } from "../../src/api/http";
import { isRefused } from "../../src/api/problem";
import { skewOf } from "./clock";
import type {
  Book,
  Conference,
  Gate,
  Manifest,
  Named,
  Place,
  RollCallRead,
  Route,
  Stop,
  Trip,
} from "./types";

const ROLE = "liaison";
/** Everybody's names and places are long lists: not with each change. */
const EVERYBODY_MILLIS = 5 * 60_000;

const of = async <T>(conference: string, service: string, rest: string): Promise<T> =>
  (
    await ask<T>(`/api/${service}/conferences/${conference}/${rest}`, {
      headers: inRole(ROLE),
    })
  ).body;

export const conferences = (): Promise<Conference[]> => read("/api/registration/conferences");

export const conference = async (id: string): Promise<Conference> =>
  (await ask<Conference>(`/api/registration/conferences/${id}`, { headers: inRole(ROLE) })).body;

export const tripsOf = async (id: string): Promise<readonly Trip[]> =>
  (await of<Trip[]>(id, "transport-dispatch", "trips")).filter((t) => !t.cancelled);

export const routesOf = async (id: string): Promise<readonly Route[]> =>
  (await of<Route[]>(id, "excursion", "routes")).filter((r) => !r.cancelled);

/** What time it is at the conference, a rehearsal's own clock included. */
export const localTimeOf = async (id: string): Promise<string> =>
  (await of<{ localTime: string }>(id, "notification", "phase")).localTime;

async function manifestOf(id: string, trip: string): Promise<Manifest> {
  try {
    return await of<Manifest>(
      id,
      "notification",
      `manifests/${encodeURIComponent(`trip:${trip}`)}`,
    );
  } catch (e) {
    if (isRefused(e, 404)) {
      return { version: 0, header: null, lines: {} };
    }
    throw e;
  }
}

export const rollCallsOf = (id: string, trip: string): Promise<RollCallRead[]> =>
  of(id, "transport-dispatch", `trips/${encodeURIComponent(trip)}/roll-calls`);

export const transfersOf = (id: string): Promise<unknown[]> => of(id, "excursion", "transfers");

const byPerson = (places: readonly Place[]): Readonly<Record<string, Place>> =>
  Object.fromEntries(places.map((p) => [p.person, p]));

async function placesOf(id: string, route: string, known: Book | null): Promise<Book["places"]> {
  if (!known || !route) {
    return byPerson(await of<Place[]>(id, "excursion", "memberships"));
  }
  const there = await of<Place[]>(
    id,
    "excursion",
    `memberships?route=${encodeURIComponent(route)}`,
  );
  const elsewhere = Object.values(known.places).filter((p) => p.route !== route);
  return byPerson([...elsewhere, ...there]);
}

/**
 * Everything that the phone is to know without a network.
 *
 * @param known what it knew before; everybody's names are read again only after a while
 */
export async function bookOf(id: string, tripCode: string, known: Book | null): Promise<Book> {
  const now = Date.now();
  const recent =
    known?.conference.id === id && now - known.everybodyReadAt < EVERYBODY_MILLIS ? known : null;
  const [about, trips, routes, stops, delegations, manifest, gates, phase] = await Promise.all([
    conference(id),
    tripsOf(id),
    routesOf(id),
    of<Stop[]>(id, "excursion", "stops"),
    of<{ code: string; name: string }[]>(id, "registration", "delegations"),
    manifestOf(id, tripCode),
    of<Gate[]>(id, "notification", "gates"),
    of<{ live: boolean; localTime: string }>(id, "notification", "phase"),
  ]);
  const before = known?.trip.code === tripCode ? known.trip : undefined;
  const trip = trips.find((t) => t.code === tripCode) ?? before;
  if (!trip) {
    throw new Error(`no trip ${tripCode}`);
  }
  const [names, places, rollCalls] = await Promise.all([
    recent?.names ?? of<Named[]>(id, "registration", "names"),
    placesOf(id, trip.route, recent),
    ofTheRoute(id, trip, trips),
  ]);
  return {
    conference: about,
    trip: trips.includes(trip) ? trip : { ...trip, cancelled: true },
    trips,
    routes,
    stops: stops.filter((s) => !s.cancelled),
    delegations: Object.fromEntries(delegations.map((d) => [d.code, d.name])),
    manifest,
    names,
    places,
    gates,
    rollCalls,
    live: phase.live,
    skew: skewOf(phase.localTime, about.timezone, now),
    readAt: now,
    everybodyReadAt: recent?.everybodyReadAt ?? now,
  };
}

/** The roll-calls of all buses of the route: what the chief liaison sees. */
async function ofTheRoute(
  id: string,
  trip: Trip,
  trips: readonly Trip[],
): Promise<readonly RollCallRead[]> {
  const buses = trips.filter((t) => t.code === trip.code || (trip.route && t.route === trip.route));
  return (await Promise.all(buses.map((t) => rollCallsOf(id, t.code)))).flat();
}
