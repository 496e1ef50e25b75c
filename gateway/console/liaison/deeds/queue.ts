import type { Deed, Refusal } from "./deed";

/** What became of one attempt. */
export type Posted =
  | { readonly kind: "taken"; readonly body: unknown }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** No answer, or one that says nothing of the deed: it is sent again, under the same key. */
  | { readonly kind: "later"; readonly millis: number }
  | { readonly kind: "signed-out" };

export type Ended = "all" | "later" | "signed-out";

export interface Sending {
  readonly ended: Ended;
  readonly waitMillis: number;
}

const MOST_DONE = 60;

export const unsent = (deeds: readonly Deed[]): number =>
  deeds.filter((d) => d.state !== "done").length;

/** What is done is shown for a while, and never crowds out what is not. */
export function trimmed(deeds: readonly Deed[]): readonly Deed[] {
  const done = deeds.filter((d) => d.state === "done");
  const gone = new Set(done.slice(0, Math.max(0, done.length - MOST_DONE)));
  return gone.size ? deeds.filter((d) => !gone.has(d)) : deeds;
}

/** @returns the deed as it stands after this attempt; the same one when nothing is known of it */
export function after(deed: Deed, posted: Posted): Deed {
  switch (posted.kind) {
    case "taken":
      return deed.kind === "transfer"
        ? { ...deed, state: "done", refusal: null, ...outcomeOf(posted.body) }
        : { ...deed, state: "done", refusal: null };
    case "refused":
      return { ...deed, state: "refused", refusal: posted.refusal };
    default:
      return deed;
  }
}

function outcomeOf(body: unknown): {
  transfer: string | null;
  outcome: "applied" | "waiting" | "dismissed" | null;
  word: string;
} {
  const said = (body ?? {}) as Record<string, unknown>;
  const state = said.state;
  return {
    transfer: typeof said.id === "string" ? said.id : null,
    outcome: state === "applied" || state === "waiting" || state === "dismissed" ? state : null,
    word: typeof said.word === "string" ? said.word : "",
  };
}

/** What was read of the transfers later: the desk has settled some. */
export function settled(deeds: readonly Deed[], read: readonly unknown[]): readonly Deed[] {
  const known = new Map(read.map((one) => [outcomeOf(one).transfer, outcomeOf(one)]));
  return deeds.map((deed) => {
    const found = deed.kind === "transfer" && deed.transfer ? known.get(deed.transfer) : undefined;
    return found && deed.kind === "transfer" && deed.outcome !== found.outcome
      ? { ...deed, ...found }
      : deed;
  });
}

/**
 * Sends what waits, one after the other in the order in which it happened; what is refused stands
 * aside and stops nothing.
 *
 * @param waiting what waits just now; asked anew after each, as more may come meanwhile
 * @param took keeps a deed as it stands now; what it promises is kept before the next is sent
 */
export async function sendAll(
  waiting: () => readonly Deed[],
  post: (deed: Deed) => Promise<Posted>,
  took: (deed: Deed) => Promise<void>,
): Promise<Sending> {
  for (;;) {
    const next = waiting()[0];
    if (!next) {
      return { ended: "all", waitMillis: 0 };
    }
    const posted = await post(next);
    if (posted.kind === "later") {
      return { ended: "later", waitMillis: posted.millis };
    }
    if (posted.kind === "signed-out") {
      return { ended: "signed-out", waitMillis: 0 };
    }
    await took(after(next, posted));
  }
}
