import { useCallback, useSyncExternalStore } from "react";
import { hashOf, NOWHERE, type Place, placeFrom } from "./place";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

const hash = (): string => window.location.hash;

export type Go = (to: Partial<Place>) => void;

/** @returns where one is, and how to go elsewhere; what is not named is left behind */
export function usePlace(): readonly [Place, Go] {
  const place = placeFrom(useSyncExternalStore(subscribe, hash));
  const { conference } = place;
  const go = useCallback<Go>(
    (to) => {
      window.location.hash = hashOf({ ...NOWHERE, conference, ...to });
    },
    [conference],
  );
  return [place, go];
}
