import { headersOf, type Order } from "./commands";
import { type Answer, ask } from "./http";

/** What a liaison decided on the road, and waits until a person settles it. */
export interface Transfer {
  readonly id: string;
  readonly person: string;
  /** Empty for none. */
  readonly route: string;
  /** Empty for the one with the most free seats. */
  readonly bus: string;
  readonly happenedAt: string;
  readonly by: string;
  readonly state: "applied" | "waiting" | "dismissed";
  readonly hindrance: string | null;
  readonly settledBy: string | null;
  readonly word: string | null;
  /** Where the person is now; null when excursion knows nothing of them. */
  readonly now: {
    readonly route: string;
    readonly bus: string;
    readonly absent: boolean;
    readonly version: number;
  } | null;
  readonly version: number;
}

const at = (conference: string, id: string) =>
  `/api/excursion/conferences/${conference}/transfers/${id}`;

export const transfer = (
  conference: string,
  id: string,
  signal?: AbortSignal,
): Promise<Answer<Transfer>> => ask(at(conference, id), { signal });

/**
 * @param membership the version of the person's place that was looked at
 */
export const settleTransfer = (
  conference: string,
  id: string,
  outcome: "apply" | "dismiss",
  membership: number | undefined,
  order: Order,
): Promise<Answer<Transfer>> =>
  ask(`${at(conference, id)}/settlement`, {
    method: "PUT",
    body: { outcome, membership, word: order.reason.trim() },
    headers: headersOf(order),
  });
