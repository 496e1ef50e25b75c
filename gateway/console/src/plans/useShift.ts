import { useCallback, useRef, useState } from "react";
import { newKey, type Order } from "../api/commands";
import { Unanswered } from "../api/problem";
import type { Impact } from "../api/types";
import type { Entry, Kind } from "./kinds";
import { give } from "./orders";
import { type Move, together } from "./shifting";

/** Plans that move together, as they were on the screen when they were weighed. */
export interface Together {
  readonly moves: readonly Move[];
  readonly reason: string;
  readonly role: string;
  /** What makes it this one: another content is weighed anew. */
  readonly content: string;
}

export type Shifting =
  | { readonly kind: "editing" }
  | { readonly kind: "weighing" | "giving"; readonly done: number; readonly of: number }
  | { readonly kind: "weighed"; readonly impact: Impact; readonly all: Together }
  | {
      readonly kind: "failed";
      readonly error: unknown;
      readonly at: Move;
      /** Those before it are done; while it was only weighed, none is. */
      readonly given: boolean;
      /** No answer came to a command that was given: only the very same may be tried again. */
      readonly unsure: Together | null;
    }
  | { readonly kind: "given"; readonly count: number };

/**
 * Many plans moved together: each weighed, then each given by a command of its own with the version
 * that was on the screen. It stops at the first that is refused; what is done stays done. What is
 * tried again after no answer has the same key, so that nothing moves twice.
 */
export function useShift(kind: Kind, conference: string, given: (entry: Entry) => void) {
  const [shifting, setShifting] = useState<Shifting>({ kind: "editing" });
  const keys = useRef(new Map<Move, string>());
  const done = useRef(new Set<Move>());

  const say = useCallback(
    (move: Move, order: Omit<Order, "etag">) =>
      give(kind, conference, move.entry, move.deed.request(move.to, kind.fields), {
        ...order,
        etag: `"${move.entry.version}"`,
      }),
    [kind, conference],
  );
  const weigh = useCallback(
    async (all: Together) => {
      const { moves, reason, role } = all;
      const impacts: Impact[] = [];
      for (const move of moves) {
        setShifting({ kind: "weighing", done: impacts.length, of: moves.length });
        try {
          const { body } = await say(move, { key: newKey(), reason, role, preview: true });
          // What is only asked is answered with what it would touch.
          impacts.push(body as unknown as Impact);
        } catch (error) {
          setShifting({ kind: "failed", error, at: move, given: false, unsure: null });
          return;
        }
      }
      setShifting({ kind: "weighed", impact: together(impacts), all });
    },
    [say],
  );
  const submit = useCallback(
    async (all: Together) => {
      const { moves, reason, role } = all;
      for (const [i, move] of moves.entries()) {
        if (done.current.has(move)) {
          continue;
        }
        setShifting({ kind: "giving", done: i, of: moves.length });
        const key = keys.current.get(move) ?? newKey();
        keys.current.set(move, key);
        try {
          const { body } = await say(move, { key, reason, role });
          done.current.add(move);
          given(body);
        } catch (error) {
          const unsure = error instanceof Unanswered ? all : null;
          setShifting({ kind: "failed", error, at: move, given: true, unsure });
          return;
        }
      }
      setShifting({ kind: "given", count: done.current.size });
    },
    [say, given],
  );
  return { shifting, weigh, submit };
}
