import type { DeskException } from "../api/telling";
import type { Place } from "../desk/place";
import type { Words } from "../i18n/messages";
import { localMoment } from "../i18n/moments";
import type { Catalogue } from "../manifests/naming";

/** Whose exceptions a role has to see to. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  registration: ["registration"],
  accommodation: ["accommodation"],
  transport: ["transport-dispatch"],
  excursion: ["excursion"],
  protocol: ["registration", "accommodation", "excursion", "transport-dispatch"],
  duty: ["registration", "accommodation", "excursion", "transport-dispatch"],
};

export const servicesOf = (roles: readonly string[]): readonly string[] => [
  ...new Set(roles.flatMap((role) => SERVICES[role] ?? [])),
];

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

export interface Told {
  readonly whom: string;
  readonly about: string;
}

/** Whom or what it is about, and what else is known of it. */
export function told(
  exception: DeskException,
  nameOf: (person: string) => string,
  known: Catalogue,
  words: Words,
): Told {
  const { t, word, language } = words;
  const e = exception;
  const moment = (value: unknown) => (text(value) ? localMoment(text(value), language) : "");
  const hotel = known.hotels.get(text(e.hotel))?.name ?? text(e.hotel);
  const route = known.routes.get(text(e.route))?.name ?? text(e.route);
  const bus = text(e.trip) || text(e.bus);
  const whom =
    text(e.name) ||
    (text(e.person) && nameOf(text(e.person))) ||
    text(e.organisation) ||
    [bus, text(e.plate)].filter(Boolean).join(" ") ||
    hotel;
  const many = text(e.people) || text(e.taken);
  const about = [
    known.delegations.get(text(e.delegation))?.name ?? text(e.delegation),
    text(e.host) && t("exception.apartFrom", { host: nameOf(text(e.host)) }),
    hotel,
    route,
    whom.startsWith(bus) ? "" : bus,
    e.transfer && `→ ${wanted(e, known) || t("fact.noRoute")}`,
    e.from && e.to ? `${moment(e.from)} – ${moment(e.to)}` : "",
    text(e.asked) && t("exception.rooms", { asked: text(e.asked), given: text(e.given) }),
    many && t("exception.seats", { people: many, seats: text(e.seats) }),
    text(e.place) && word("place", text(e.place)),
    moment(e.time),
    text(e.number),
    e.arrival && e.departure ? `${moment(e.arrival)} → ${moment(e.departure)}` : "",
    moment(e.happenedAt),
    text(e.why) && word("exception", text(e.why)),
  ];
  return { whom, about: about.filter(Boolean).join(" · ") };
}

/** Where a transfer that waits leads. */
const wanted = (e: DeskException, known: Catalogue): string =>
  [known.routes.get(text(e.toRoute))?.name ?? text(e.toRoute), text(e.toBus)]
    .filter(Boolean)
    .join(" ");

/** Where it is mended. */
export function targetOf(exception: DeskException): Partial<Place> | null {
  const { person, trip, bus, hotel } = exception;
  if (text(person) && exception.kind !== "unknown-person" && exception.kind !== "person-unknown") {
    return { section: "people", open: text(person) };
  }
  const vehicle = text(trip) || text(bus);
  if (vehicle) {
    return { section: "manifests", open: `trip:${vehicle}` };
  }
  return text(hotel) ? { section: "manifests", open: `rooming:${text(hotel)}` } : null;
}
