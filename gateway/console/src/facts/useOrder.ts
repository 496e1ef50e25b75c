import { useCallback, useRef, useState } from "react";
import { newKey, type Order } from "../api/commands";
import type { Answer } from "../api/http";
import { isRefused } from "../api/problem";

export type Ordering<T> =
  | { readonly kind: "editing" }
  | { readonly kind: "sending" }
  | { readonly kind: "failed"; readonly error: unknown }
  /** Somebody was first: what stands there now. */
  | { readonly kind: "stale"; readonly current: T };

export interface Asked<T> {
  /** Everything that makes this order this one. */
  readonly content: string;
  readonly etag: string;
  readonly reason: string;
  readonly role: string;
  readonly send: (order: Order) => Promise<Answer<T>>;
}

interface Versioned {
  readonly version: number;
}

/**
 * Gives an order under a key of its own. The same order tried again, because no answer came, has
 * the same key, so that it is never carried out twice.
 */
export function useOrder<T extends Versioned>(done: (answer: Answer<T>) => void) {
  const [ordering, setOrdering] = useState<Ordering<T>>({ kind: "editing" });
  const last = useRef({ content: "", key: "" });

  const submit = useCallback(
    async ({ content, etag, reason, role, send }: Asked<T>) => {
      if (last.current.content !== content) {
        last.current = { content, key: newKey() };
      }
      setOrdering({ kind: "sending" });
      try {
        const answer = await send({ etag, key: last.current.key, reason, role });
        setOrdering({ kind: "editing" });
        done(answer);
      } catch (error) {
        if (isRefused(error, 412) && error.problem.current) {
          setOrdering({ kind: "stale", current: error.problem.current as T });
        } else {
          setOrdering({ kind: "failed", error });
        }
      }
    },
    [done],
  );
  return { ordering, submit };
}
