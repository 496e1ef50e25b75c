import { useCallback, useRef, useState } from "react";
import { newKey } from "../../api/commands";
import { isRefused, Unanswered } from "../../api/problem";
import type { Impact } from "../../api/types";
import type { Entry } from "../kinds";
import { give } from "../orders";
import { together } from "../shifting";
import type { Candidate } from "./candidates";

/** How far one of them has got. */
export type Verdict =
  | { readonly kind: "asking" | "weighed" | "giving" }
  | { readonly kind: "done"; readonly change: string | null }
  /** No answer came to what was given: only the very same may be tried again. */
  | { readonly kind: "refused" | "unsure" | "unsaid"; readonly error: unknown };

/** A set of moves as it was weighed; afterwards it is given as it is, or not at all. */
export interface Moving {
  readonly ones: readonly Candidate[];
  readonly reason: string;
  /** In which role each desk's own are given. */
  readonly roles: Readonly<Record<string, string>>;
}

export type Stage = "choosing" | "weighing" | "weighed" | "giving" | "given";

const NOT_NOW: readonly number[] = [502, 503, 504];

/**
 * Plans of several desks moved as one act: each weighed, then each given to its own service under
 * its own right. What one service refuses keeps no other from moving; each says what became of it.
 * The same tried again has the same key, so that nothing moves twice.
 */
export function useMoving(conference: string, given: (one: Candidate, body: Entry) => void) {
  const [stage, setStage] = useState<Stage>("choosing");
  const [all, setAll] = useState<Moving | null>(null);
  const [impact, setImpact] = useState<Impact | null>(null);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const keys = useRef(new Map<string, string>());
  const settled = useRef(new Map<string, Verdict>());

  const say = useCallback((key: string, verdict: Verdict) => {
    settled.current.set(key, verdict);
    setVerdicts(new Map(settled.current));
  }, []);
  const order = useCallback(
    (one: Candidate, set: Moving, preview: boolean) => {
      const { entry, deed, to } = one.move;
      const content = `${one.key} ${entry.version} ${JSON.stringify(to)} ${set.reason}`;
      const key = preview ? newKey() : (keys.current.get(content) ?? newKey());
      if (!preview) {
        keys.current.set(content, key);
      }
      return give(one.kind, conference, entry, deed.request(to, one.kind.fields), {
        key,
        etag: `"${entry.version}"`,
        reason: set.reason,
        role: set.roles[one.kind.desk] ?? "",
        ...(preview ? { preview } : {}),
      });
    },
    [conference],
  );
  const weigh = useCallback(
    async (set: Moving) => {
      settled.current = new Map();
      setAll(set);
      setImpact(null);
      setStage("weighing");
      const impacts: Impact[] = [];
      for (const one of set.ones) {
        say(one.key, { kind: "asking" });
        try {
          const { body } = await order(one, set, true);
          // What is only asked is answered with what it would touch.
          impacts.push(body as unknown as Impact);
          say(one.key, { kind: "weighed" });
        } catch (error) {
          const unsaid =
            error instanceof Unanswered || NOT_NOW.some((status) => isRefused(error, status));
          say(one.key, { kind: unsaid ? "unsaid" : "refused", error });
        }
      }
      setImpact(together(impacts));
      setStage("weighed");
    },
    [order, say],
  );
  const submit = useCallback(async () => {
    if (!all) {
      return;
    }
    setStage("giving");
    const left = all.ones.filter((one) =>
      ["weighed", "unsure"].includes(settled.current.get(one.key)?.kind ?? ""),
    );
    for (const one of left) {
      say(one.key, { kind: "giving" });
      try {
        const { body, change } = await order(one, all, false);
        say(one.key, { kind: "done", change });
        given(one, body);
      } catch (error) {
        say(one.key, { kind: error instanceof Unanswered ? "unsure" : "refused", error });
      }
    }
    setStage("given");
  }, [all, order, say, given]);
  const back = useCallback(() => {
    settled.current = new Map();
    setVerdicts(new Map());
    setAll(null);
    setImpact(null);
    setStage("choosing");
  }, []);
  return { stage, all, impact, verdicts, weigh, submit, back };
}

/** How many have come to what end. */
export function tally(verdicts: ReadonlyMap<string, Verdict>) {
  const of = (...kinds: readonly Verdict["kind"][]) =>
    [...verdicts.values()].filter((v) => kinds.includes(v.kind)).length;
  return {
    asked: verdicts.size,
    weighed: of("weighed"),
    done: of("done"),
    refused: of("refused", "unsaid"),
    unsure: of("unsure"),
  };
}
