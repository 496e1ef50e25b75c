import { useCallback, useRef, useState } from "react";
import { newKey, type Order } from "../api/commands";
import type { Answer } from "../api/http";
import { isRefused } from "../api/problem";
import type { Impact } from "../api/types";

export type Ordering<T> =
  | { readonly kind: "editing" }
  /** The platform is asked what it would touch. */
  | { readonly kind: "weighing" }
  /** What it would touch, of the order with this content. */
  | { readonly kind: "weighed"; readonly impact: Impact; readonly content: string }
  | { readonly kind: "sending" }
  /** @param weighing nobody could say what it would touch: nothing has been ordered yet */
  | { readonly kind: "failed"; readonly error: unknown; readonly weighing: boolean }
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
 * Asks what an order would touch, then gives it under a key of its own. The same order tried again,
 * because no answer came, has the same key, so that it is never carried out twice.
 */
export function useOrder<T extends Versioned>(done: (answer: Answer<T>) => void) {
  const [ordering, setOrdering] = useState<Ordering<T>>({ kind: "editing" });
  const last = useRef({ content: "", key: "" });

  const failed = useCallback((error: unknown, weighing: boolean) => {
    if (isRefused(error, 412) && error.problem.current) {
      setOrdering({ kind: "stale", current: error.problem.current as T });
    } else {
      setOrdering({ kind: "failed", error, weighing });
    }
  }, []);

  const weigh = useCallback(
    async ({ content, etag, reason, role, send }: Asked<T>) => {
      setOrdering({ kind: "weighing" });
      try {
        const answer = await send({ etag, key: newKey(), reason, role, preview: true });
        // What is only asked is answered with what it would touch.
        setOrdering({ kind: "weighed", impact: answer.body as unknown as Impact, content });
      } catch (error) {
        failed(error, true);
      }
    },
    [failed],
  );

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
        failed(error, false);
      }
    },
    [done, failed],
  );
  const back = useCallback(() => setOrdering({ kind: "editing" }), []);
  return { ordering, weigh, submit, back };
}
