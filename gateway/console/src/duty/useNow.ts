import { clocksAt, type Reading } from "./clock";
import { useTicking } from "./ticking";

const MINUTE = 60_000;

/** The conference's wall clock by the minute, as if it were UTC; null while it is not known. */
export function useNow(reading: Reading | null): number | null {
  const minute = useTicking((now) =>
    reading ? Math.floor(clocksAt(reading, now).local / MINUTE) * MINUTE : -1,
  );
  return reading ? minute : null;
}
