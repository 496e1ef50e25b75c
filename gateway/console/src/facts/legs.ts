import type { LegsOrder } from "../api/commands";
import type { Itinerary, Leg } from "../api/types";
import type { Values } from "./merging";

/** Flights and trains are written in capitals without spaces, full-width ones as half-width. */
export const tidyNumber = (text: string): string =>
  text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();

function legOrder(from: Leg, to: Leg): Partial<Leg> | undefined {
  const order: { -readonly [K in keyof Leg]?: Leg[K] } = {};
  if (to.time !== from.time) {
    order.time = to.time;
  }
  if (to.place !== from.place) {
    order.place = to.place;
  }
  if (tidyNumber(to.number) !== from.number) {
    order.number = tidyNumber(to.number);
  }
  return Object.keys(order).length > 0 ? order : undefined;
}

/** Only what differs is asked for: what is left out stays. */
export function itineraryOrder(from: Itinerary, arrival: Leg, departure: Leg): LegsOrder {
  const order = {
    arrival: legOrder(from.arrival, arrival),
    departure: legOrder(from.departure, departure),
  };
  return Object.fromEntries(Object.entries(order).filter(([, leg]) => leg !== undefined));
}

/** What an order makes of an itinerary, also of another than the one it was written for. */
export const laidOn = (itinerary: Itinerary, order: LegsOrder): Itinerary => ({
  ...itinerary,
  arrival: { ...itinerary.arrival, ...order.arrival },
  departure: { ...itinerary.departure, ...order.departure },
});

export function changesNothing(itinerary: Itinerary, order: LegsOrder): boolean {
  const { arrival, departure } = laidOn(itinerary, order);
  return Object.keys(itineraryOrder(itinerary, arrival, departure)).length === 0;
}

const LEGS = ["arrival", "departure"] as const;
const PARTS = ["time", "place", "number"] as const;

/** An itinerary field by field: `arrival.time` … */
export const itineraryValues = (itinerary: Itinerary): Values =>
  Object.fromEntries(
    LEGS.flatMap((leg) => PARTS.map((part) => [`${leg}.${part}`, itinerary[leg][part] ?? ""])),
  );

export function legField(field: string) {
  const [leg, part] = field.split(".") as [(typeof LEGS)[number], (typeof PARTS)[number]];
  return { leg, part };
}

/** The order for these fields; a time that is empty is unknown again. */
export function itineraryOf(values: Values): LegsOrder {
  const order: Record<string, Record<string, string | null>> = {};
  for (const [field, value] of Object.entries(values)) {
    const { leg, part } = legField(field);
    order[leg] = { ...order[leg], [part]: part === "time" ? value || null : (value ?? "") };
  }
  return order as LegsOrder;
}
