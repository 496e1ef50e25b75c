import type { Delegation, Fields, Hotel, Meal, Route, Session, Stop, Trip } from "../api/types";
import type { Words } from "../i18n/messages";
import { localMoment } from "../i18n/moments";

export const KINDS = ["rooming", "meal", "trip", "site", "session"] as const;
export type Kind = (typeof KINDS)[number];

/** What the codes of a conference are called; what a role may not read is missing here. */
export interface Catalogue {
  readonly delegations: ReadonlyMap<string, Delegation>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly stops: ReadonlyMap<string, Stop>;
  readonly hotels: ReadonlyMap<string, Hotel>;
  readonly meals: ReadonlyMap<string, Meal>;
  readonly trips: ReadonlyMap<string, Trip>;
  readonly sessions: ReadonlyMap<string, Session>;
}

export interface ManifestName {
  readonly kind: Kind | null;
  readonly code: string;
  readonly title: string;
}

const MOMENTS = new Set(["time", "starts", "departs", "arrives", "from", "to"]);
const LOCAL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

export function kindOf(manifest: string): Kind | null {
  const prefix = manifest.slice(0, manifest.indexOf(":"));
  return KINDS.find((k) => k === prefix) ?? null;
}

/** What people call a manifest; its code where nothing better is known. */
export function manifestName(manifest: string, known: Catalogue, words: Words): ManifestName {
  const kind = kindOf(manifest);
  const code = manifest.slice(manifest.indexOf(":") + 1);
  const title = (kind && TITLES[kind](code, known, words)) || code;
  return { kind, code, title };
}

const TITLES: Record<Kind, (code: string, known: Catalogue, words: Words) => string | undefined> = {
  rooming: (code, known) => known.hotels.get(code)?.name,
  site: (code, known) => known.stops.get(code)?.name,
  session: (code, known) => known.sessions.get(code)?.title,
  trip: tripTitle,
  meal: mealTitle,
};

function tripTitle(code: string, known: Catalogue, { t, word }: Words): string | undefined {
  const trip = known.trips.get(code);
  if (!trip) {
    return undefined;
  }
  return trip.kind === "pickup"
    ? t("trip.pickup", { place: word("place", trip.from) })
    : t("trip.excursion", { route: known.routes.get(trip.route)?.name ?? trip.route });
}

function mealTitle(code: string, known: Catalogue, { t, language }: Words): string | undefined {
  const meal = known.meals.get(code);
  if (!meal) {
    return undefined;
  }
  const hour = Number(meal.starts.slice(11, 13));
  const which = t(hour < 10 ? "meal.breakfast" : hour < 15 ? "meal.lunch" : "meal.dinner");
  const [scope, of = ""] = meal.scope.split(":");
  const whose =
    scope === "route"
      ? known.routes.get(of)?.name
      : known.hotels.get(scope === "hotel" ? of : meal.kitchen)?.name;
  return `${localMoment(meal.starts.slice(0, 10), language)} ${which}${whose ? ` · ${whose}` : ""}`;
}

/** Whom or what a line is about. */
export function lineName(
  manifest: string,
  key: string,
  fields: Fields | null,
  known: Catalogue,
  words: Words,
): string {
  if (fields?.name) {
    return fields.name;
  }
  switch (kindOf(manifest)) {
    case "meal":
      return words.word("diet", key);
    case "session":
      return known.delegations.get(key)?.name ?? key;
    default:
      return key.replace(/^HOLD\//, "");
  }
}

/** A field's value as people say it. */
export function fieldValue(field: string, value: string, known: Catalogue, words: Words): string {
  if (field === "diet") {
    return words.word("diet", value);
  }
  if (field === "rank") {
    return words.word("rank", value);
  }
  if (field === "delegation") {
    return known.delegations.get(value)?.name ?? value;
  }
  if (field === "hotel" || field === "kitchen") {
    return known.hotels.get(value)?.name ?? value;
  }
  return MOMENTS.has(field) && LOCAL.test(value) ? localMoment(value, words.language) : value;
}
