import { type Answer, ask, read } from "./http";
import type {
  ChangeBrief,
  Conference,
  Delegation,
  Diet,
  Hotel,
  Itinerary,
  ManifestContent,
  ManifestDifference,
  ManifestSummary,
  Matches,
  Meal,
  Membership,
  Participant,
  Route,
  Session,
  Stay,
  Stop,
  Trip,
  VersionNote,
} from "./types";

const of = (service: string, conference: string, rest: string) =>
  `/api/${service}/conferences/${conference}/${rest}`;

export const conferences = (signal?: AbortSignal) =>
  read<Conference[]>("/api/registration/conferences", signal);

export const conference = (id: string, signal?: AbortSignal) =>
  read<Conference>(`/api/registration/conferences/${id}`, signal);

export const participants = (c: string, signal?: AbortSignal) =>
  read<Participant[]>(of("registration", c, "participants"), signal);

export const delegations = (c: string, signal?: AbortSignal) =>
  read<Delegation[]>(of("registration", c, "delegations"), signal);

/** The facts that can be changed come with their ETag. */
export const membership = (c: string, person: string, signal?: AbortSignal) =>
  ask<Membership>(of("excursion", c, `memberships/${person}`), { signal });

export const itinerary = (c: string, person: string, signal?: AbortSignal) =>
  ask<Itinerary>(of("registration", c, `participants/${person}/itinerary`), { signal });

export const diet = (c: string, person: string, signal?: AbortSignal) =>
  ask<Diet>(of("catering", c, `diets/${person}`), { signal });

export const memberships = (c: string, signal?: AbortSignal) =>
  read<Membership[]>(of("excursion", c, "memberships"), signal);

export const itineraries = (c: string, signal?: AbortSignal) =>
  read<Itinerary[]>(of("registration", c, "itineraries"), signal);

export const diets = (c: string, signal?: AbortSignal) =>
  read<Diet[]>(of("catering", c, "diets"), signal);

/** What was typed is personal data: it goes into a header, never into the address. */
export const searchPeople = async (
  c: string,
  words: string,
  after: string | null,
  limit: number,
  signal?: AbortSignal,
): Promise<Matches> => {
  const page = after ? `&after=${encodeURIComponent(after)}` : "";
  const { body } = await ask<Matches>(
    of("registration", c, `people-search?limit=${limit}${page}`),
    { headers: { "Huiwu-Search": encodeURIComponent(words) }, signal },
  );
  return body;
};

/** The history of one person, the latest first. */
export const personChanges = (c: string, person: string, signal?: AbortSignal) =>
  read<ChangeBrief[]>(of("notification", c, `people/${person}/changes`), signal);

export type Versioned<T> = Answer<T>;

export const stays = (c: string, signal?: AbortSignal) =>
  read<Stay[]>(of("accommodation", c, "stays"), signal);

export const routes = (c: string, signal?: AbortSignal) =>
  read<Route[]>(of("excursion", c, "routes"), signal);

export const stops = (c: string, signal?: AbortSignal) =>
  read<Stop[]>(of("excursion", c, "stops"), signal);

export const hotels = (c: string, signal?: AbortSignal) =>
  read<Hotel[]>(of("accommodation", c, "hotels"), signal);

export const meals = (c: string, signal?: AbortSignal) =>
  read<Meal[]>(of("catering", c, "meals"), signal);

export const sessions = (c: string, signal?: AbortSignal) =>
  read<Session[]>(of("venue", c, "sessions"), signal);

export const trips = (c: string, signal?: AbortSignal) =>
  read<Trip[]>(of("transport-dispatch", c, "trips"), signal);

export const manifests = (c: string, signal?: AbortSignal) =>
  read<ManifestSummary[]>(of("notification", c, "manifests"), signal);

const manifestAt = (c: string, manifest: string, rest: string) =>
  of("notification", c, `manifests/${encodeURIComponent(manifest)}${rest}`);

export const versions = (c: string, manifest: string, signal?: AbortSignal) =>
  read<VersionNote[]>(manifestAt(c, manifest, "/versions"), signal);

export const manifestVersion = (
  c: string,
  manifest: string,
  version: number,
  signal?: AbortSignal,
) => read<ManifestContent>(manifestAt(c, manifest, `/versions/${version}`), signal);

export const difference = (
  c: string,
  manifest: string,
  from: number,
  to: number,
  signal?: AbortSignal,
) => read<ManifestDifference>(manifestAt(c, manifest, `/difference?from=${from}&to=${to}`), signal);
