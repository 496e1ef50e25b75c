import { useQuery } from "@tanstack/react-query";
import { conference as readConference } from "../api/reads";
import { clocksAt, useConferenceClock } from "../duty/clock";

const MINUTES = 16;

/** The conference's own time by the minute, as it was when the page last changed; null while unknown. */
export function useNow(conference: string): string | null {
  const reading = useConferenceClock(conference);
  return reading
    ? new Date(clocksAt(reading, Date.now()).local).toISOString().slice(0, MINUTES)
    : null;
}

/** Around when most is planned: today while the conference lasts, else its first moment. */
export function useNear(conference: string): string {
  const now = useNow(conference);
  const { data } = useQuery({
    queryKey: ["conference", conference],
    queryFn: ({ signal }) => readConference(conference, signal),
  });
  const during = now && data && now >= data.starts && now <= data.ends;
  return (during ? now : data?.starts.slice(0, MINUTES)) ?? "";
}
