import { useCallback, useEffect, useState } from "react";
import { useWho } from "../session/who";
import type { Doing } from "./PlanPanel";

/** What somebody has begun and left, in this page only: nothing of it is written down anywhere. */
const kept = new Map<string, Doing>();

const warn = (event: BeforeUnloadEvent): void => {
  if (kept.size > 0) {
    event.preventDefault();
  }
};

/**
 * Forms that were left before they were given, one for each plan and one for each new one. They are
 * there again when one comes back; whoever closes the page is asked.
 *
 * @param table the conference and the kind of plan
 */
export function useKept(table: string) {
  const { me } = useWho();
  const [, tell] = useState(0);
  const keyOf = useCallback(
    (id: string | null, action = "") => JSON.stringify([me.account, table, id ?? `+${action}`]),
    [me.account, table],
  );
  useEffect(() => {
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
  const find = useCallback(
    (id: string | null, action?: string) => kept.get(keyOf(id, action)) ?? null,
    [keyOf],
  );
  const keep = useCallback(
    (id: string | null, action: string, doing: Doing | null) => {
      const key = keyOf(id, action);
      if (doing ? kept.get(key)?.draft === doing.draft : !kept.has(key)) {
        return;
      }
      if (doing) {
        kept.set(key, doing);
      } else {
        kept.delete(key);
      }
      tell((n) => n + 1);
    },
    [keyOf],
  );
  return { find, keep };
}
