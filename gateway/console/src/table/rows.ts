import type { Diet, Itinerary, Leg, Membership, Participant, Stay } from "../api/types";

/** One person with what every desk has arranged for them; null where it is not known (yet). */
export interface Row {
  readonly person: Participant;
  readonly delegation: string;
  readonly diet: Diet | null;
  readonly membership: Membership | null;
  readonly itinerary: Itinerary | null;
  readonly stay: Stay | null;
}

export interface Sources {
  readonly people: readonly Participant[];
  readonly delegations: ReadonlyMap<string, { readonly name: string }>;
  readonly diets?: readonly Diet[];
  readonly memberships?: readonly Membership[];
  readonly itineraries?: readonly Itinerary[];
  readonly stays?: readonly Stay[];
}

const byPerson = <T extends { readonly person: string }>(all: readonly T[] = []) =>
  new Map(all.map((one) => [one.person, one]));

export function rowsOf(sources: Sources): Row[] {
  const diets = byPerson(sources.diets);
  const memberships = byPerson(sources.memberships);
  const itineraries = byPerson(sources.itineraries);
  const stays = byPerson(sources.stays);
  return sources.people.map((person) => ({
    person,
    delegation: sources.delegations.get(person.delegation)?.name ?? person.delegation,
    diet: diets.get(person.id) ?? null,
    membership: memberships.get(person.id) ?? null,
    itinerary: itineraries.get(person.id) ?? null,
    stay: stays.get(person.id) ?? null,
  }));
}

export type Attending = "attending" | "withdrawn" | "all";

export interface Filter {
  /** Empty for all. */
  readonly delegation: string;
  readonly rank: string;
  readonly attending: Attending;
}

export const NO_FILTER: Filter = { delegation: "", rank: "", attending: "all" };

export const COLUMNS = [
  "name",
  "delegation",
  "rank",
  "gender",
  "title",
  "phone",
  "diet",
  "route",
  "bus",
  "hotel",
  "room",
  "arrival",
  "departure",
] as const;
export type Column = (typeof COLUMNS)[number];

/** What each desk works with; the first is always the name. */
export const OF_DESK: Readonly<Record<string, readonly Column[]>> = {
  registration: [
    "name",
    "delegation",
    "rank",
    "title",
    "phone",
    "diet",
    "route",
    "arrival",
    "departure",
  ],
  accommodation: [
    "name",
    "delegation",
    "rank",
    "gender",
    "hotel",
    "room",
    "arrival",
    "departure",
    "phone",
  ],
  catering: ["name", "delegation", "diet", "hotel", "route", "arrival", "departure"],
  transport: ["name", "delegation", "rank", "arrival", "departure", "route", "bus", "phone"],
  excursion: ["name", "delegation", "rank", "route", "bus", "diet", "phone"],
  venue: ["name", "delegation", "rank", "title", "arrival"],
  protocol: ["name", "delegation", "rank", "title", "arrival", "departure", "hotel", "phone"],
  duty: ["name", "delegation", "rank", "phone", "route", "bus", "hotel", "room", "arrival"],
};
export const DESKS = Object.keys(OF_DESK);

/** The desk of somebody who holds several roles: the first that has columns of its own. */
export const deskOf = (roles: readonly string[]): string =>
  DESKS.find((d) => roles.includes(d)) ?? "registration";

const time = (leg: Leg | undefined): string => leg?.time ?? "";

/** The text of a cell in codes, to sort by and to compare; empty where there is nothing. */
export function codeAt(row: Row, column: Column): string {
  const { person } = row;
  switch (column) {
    case "name":
    case "gender":
    case "title":
    case "phone":
      return person[column];
    case "delegation":
      return row.delegation;
    case "rank":
      return String(person.rank);
    case "diet":
      return row.diet?.diet ?? "";
    case "route":
      return row.membership?.route ?? "";
    case "bus":
      return row.membership?.bus ?? "";
    case "hotel":
      return row.stay?.hotel ?? "";
    case "room":
      return row.stay?.room ?? "";
    case "arrival":
      return time(row.itinerary?.arrival);
    case "departure":
      return time(row.itinerary?.departure);
  }
}

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

const CHINESE = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });

/**
 * Sorted by a column, and where it says the same in the order that came in; what is empty stands at
 * the end, whichever way.
 */
export function sorted(rows: readonly Row[], sorting: Sorting | null): readonly Row[] {
  if (!sorting) {
    return rows;
  }
  const { column, descending } = sorting;
  const keyed = rows.map((row) => ({ row, key: codeAt(row, column) }));
  keyed.sort((a, b) => {
    if (a.key === "" || b.key === "") {
      return Number(a.key === "") - Number(b.key === "");
    }
    const order = CHINESE.compare(a.key, b.key);
    return descending ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

export const filtered = (rows: readonly Row[], filter: Filter): readonly Row[] =>
  rows.filter(
    ({ person }) =>
      (filter.attending === "all" || person.attending === (filter.attending === "attending")) &&
      (!filter.delegation || person.delegation === filter.delegation) &&
      (!filter.rank || String(person.rank) === filter.rank),
  );

/** Another click on the same heading turns it round; a third one puts it away. */
export const nextSorting = (now: Sorting | null, column: Column): Sorting | null =>
  now?.column !== column
    ? { column, descending: false }
    : now.descending
      ? null
      : { column, descending: true };
