import { type Answer, ask } from "./http";
import type { Diet, Itinerary, Leg, Membership, Participant } from "./types";

/** What comes with every change of a plan besides its content. */
export interface Order {
  /** The ETag of what the person saw; empty for what has no version. */
  readonly etag: string;
  /** The same for a retry of the same order, another for another. */
  readonly key: string;
  readonly reason: string;
  readonly role: string;
  /** Nothing is to be done: it is only asked what it would touch. */
  readonly preview?: boolean;
}

/** What is left out stays. */
export interface LegsOrder {
  readonly arrival?: Partial<Leg>;
  readonly departure?: Partial<Leg>;
}

/** What an order says of itself; what is new has no version to match. */
export function headersOf(order: Order): Record<string, string> {
  const said: Record<string, string> = {
    "Idempotency-Key": order.key,
    "Huiwu-Role": order.role,
  };
  if (order.etag) {
    said["If-Match"] = order.etag;
  }
  if (order.preview) {
    said["Huiwu-Preview"] = "true";
  }
  if (order.reason.trim()) {
    said["Huiwu-Reason"] = encodeURIComponent(order.reason.trim());
  }
  return said;
}

export const switchRoute = (
  conference: string,
  person: string,
  route: string,
  order: Order,
): Promise<Answer<Membership>> =>
  ask(`/api/excursion/conferences/${conference}/memberships/${person}/route`, {
    method: "PUT",
    body: { route },
    headers: headersOf(order),
  });

export const changeItinerary = (
  conference: string,
  person: string,
  legs: LegsOrder,
  order: Order,
): Promise<Answer<Itinerary>> =>
  ask(`/api/registration/conferences/${conference}/participants/${person}/itinerary`, {
    method: "PATCH",
    body: legs,
    headers: headersOf(order),
  });

export const changeDiet = (
  conference: string,
  person: string,
  diet: string,
  order: Order,
): Promise<Answer<Diet>> =>
  ask(`/api/catering/conferences/${conference}/diets/${person}`, {
    method: "PUT",
    body: { diet },
    headers: headersOf(order),
  });

/** Who somebody is, as the registration desk writes it down; what is left out stays. */
export type Particulars = Pick<Participant, "name" | "gender" | "rank" | "title" | "phone">;

const participantAt = (conference: string, person: string, rest = "") =>
  `/api/registration/conferences/${conference}/participants/${person}${rest}`;

export const correctParticipant = (
  conference: string,
  person: string,
  particulars: Partial<Particulars>,
  order: Order,
): Promise<Answer<Participant>> =>
  ask(participantAt(conference, person), {
    method: "PATCH",
    body: particulars,
    headers: headersOf(order),
  });

/** The companions leave as well; the reason is that of the order. */
export const withdraw = (
  conference: string,
  person: string,
  order: Order,
): Promise<Answer<Participant>> =>
  ask(participantAt(conference, person, "/withdrawal"), {
    method: "POST",
    body: {},
    headers: headersOf(order),
  });

export const reinstate = (
  conference: string,
  person: string,
  order: Order,
): Promise<Answer<Participant>> =>
  ask(participantAt(conference, person, "/reinstatement"), {
    method: "POST",
    body: {},
    headers: headersOf(order),
  });

/** @returns the one who comes instead, with an id of their own */
export const substitute = (
  conference: string,
  person: string,
  by: Particulars & { readonly diet: string },
  order: Order,
): Promise<Answer<Participant>> =>
  ask(participantAt(conference, person, "/substitution"), {
    method: "POST",
    body: by,
    headers: headersOf(order),
  });

/** A page that was opened by a bare address has no crypto.randomUUID. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
