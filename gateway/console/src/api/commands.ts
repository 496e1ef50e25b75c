import { type Answer, ask } from "./http";
import type { Diet, Itinerary, Leg, Membership } from "./types";

/** What comes with every change of a plan besides its content. */
export interface Order {
  /** The ETag of what the person saw. */
  readonly etag: string;
  /** The same for a retry of the same order, another for another. */
  readonly key: string;
  readonly reason: string;
  readonly role: string;
}

/** What is left out stays. */
export interface LegsOrder {
  readonly arrival?: Partial<Leg>;
  readonly departure?: Partial<Leg>;
}

function headers(order: Order): Record<string, string> {
  const said: Record<string, string> = {
    "If-Match": order.etag,
    "Idempotency-Key": order.key,
    "Huiwu-Role": order.role,
  };
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
    headers: headers(order),
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
    headers: headers(order),
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
    headers: headers(order),
  });

/** A page that was opened by a bare address has no crypto.randomUUID. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
