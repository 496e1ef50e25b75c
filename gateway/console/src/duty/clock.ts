import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { phase } from "../api/telling";
import { useLiveSnapshot } from "../live/Live";
import { type Clocks, localMillis } from "./urgency";

/** Where nobody tells the page what happens, it asks. */
const WITHOUT_A_LINE_MILLIS = 15_000;

/** @returns how often to ask by oneself: never, while the line stands */
export function useAskAlone(): number | false {
  const { line } = useLiveSnapshot();
  return line.kind === "live" || line.kind === "connecting" ? false : WITHOUT_A_LINE_MILLIS;
}

/** A reading of the platform's clocks, and when this page's own stood where. */
export interface Reading extends Clocks {
  readonly read: number;
}

const MINUTE = 60_000;

/**
 * The platform tells a local time by the minute. Zones differ by whole minutes, so the seconds are
 * the instant's; a rehearsal's clock may have been set at any second, and is known by the minute.
 */
export const readingOf = (
  instant: number,
  localTime: string,
  rehearsal: boolean,
  read: number,
): Reading => ({
  instant,
  local: localMillis(localTime.slice(0, 16)) + (rehearsal ? 0 : instant % MINUTE),
  read,
});

/** The platform's clocks at a moment of this page's clock, which may go wrong. */
export const clocksAt = (reading: Reading, now: number): Clocks => ({
  instant: reading.instant + (now - reading.read),
  local: reading.local + (now - reading.read),
});

export function usePhase(conference: string) {
  return useQuery({
    queryKey: ["of", conference, "phase"],
    queryFn: ({ signal }) => phase(conference, signal),
  });
}

/** The conference's wall clock, by the second. */
export function useConferenceClock(conference: string): Reading | null {
  const { data, dataUpdatedAt } = usePhase(conference);
  return useMemo(
    () => (data ? readingOf(dataUpdatedAt, data.localTime, data.rehearsal, dataUpdatedAt) : null),
    [data, dataUpdatedAt],
  );
}
