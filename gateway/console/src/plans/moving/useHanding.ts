import { useCallback, useRef, useState } from "react";
import { newKey } from "../../api/commands";
import { Unanswered } from "../../api/problem";
import { askRetiming } from "../../api/retimings";
import type { Candidate } from "./candidates";

/** What became of asking one desk. */
export type Handed =
  | { readonly kind: "asking" }
  | { readonly kind: "asked"; readonly id: string; readonly count: number }
  | { readonly kind: "failed"; readonly error: unknown; readonly unsure: boolean };

/** What is another desk's is asked of it, once: the same asked again has the same key. */
export function useHanding(conference: string, role: string | undefined) {
  const [handed, setHanded] = useState<ReadonlyMap<string, Handed>>(new Map());
  const keys = useRef(new Map<string, string>());
  const so = useCallback(
    (desk: string, how: Handed) => setHanded((was) => new Map(was).set(desk, how)),
    [],
  );
  const hand = useCallback(
    async (desk: string, ones: readonly Candidate[], minutes: number, reason: string) => {
      const plans = ones.map((one) => one.key);
      const content = JSON.stringify([desk, plans, minutes, reason]);
      const key = keys.current.get(content) ?? newKey();
      keys.current.set(content, key);
      so(desk, { kind: "asking" });
      try {
        const due = ones.map((one) => one.at).sort()[0] ?? null;
        const { body } = await askRetiming(
          conference,
          { desk, plans, minutes, due, reason },
          { key, role: role ?? "" },
        );
        so(desk, { kind: "asked", id: body.id, count: plans.length });
      } catch (error) {
        so(desk, { kind: "failed", error, unsure: error instanceof Unanswered });
      }
    },
    [conference, role, so],
  );
  const forget = useCallback(() => setHanded(new Map()), []);
  return { handed, hand, forget };
}
