import { useSyncExternalStore } from "react";

const SECOND = 1_000;

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    for (const each of listeners) {
      each();
    }
  }, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/**
 * Something that follows from what time it is. One clock ticks for the page, and who shows the same
 * as a second ago is not drawn again.
 */
export const useTicking = <T extends string | number>(of: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => of(Date.now()));
