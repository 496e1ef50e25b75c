const MINUTE = 60_000;

const two = (n: number): string => String(n).padStart(2, "0");

function parts(at: number, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
}

/** @returns the minute at the conference, `2026-06-09T14:05` */
export function localAt(at: number, zone: string): string {
  const p = parts(at, zone);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`;
}

const asUtc = (local: string): number => Date.parse(`${local.slice(0, 16)}:00Z`);

/** When it is this time at the conference; of a time that comes twice, one of both. */
export function instantOf(local: string, zone: string): number {
  const guess = asUtc(local);
  const once = guess - (asUtc(localAt(guess, zone)) - guess);
  return once - (asUtc(localAt(once, zone)) - guess);
}

/**
 * How far the conference's clock is ahead of this phone's: a rehearsal has a clock of its own, and
 * a phone may be wrong. It is told by the minute, so that less than two of them say nothing.
 */
export function skewOf(localTime: string, zone: string, now: number): number {
  const ahead = asUtc(localTime) - asUtc(localAt(now, zone));
  return Math.abs(ahead) < 2 * MINUTE ? 0 : ahead;
}

/** `9:05` of a local time. */
export const clockOf = (local: string): string => local.slice(11, 16);

/** The wall clock of whoever looks. */
export function wallClock(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

const DAY = 24 * 60 * MINUTE;

/**
 * When all that is kept goes: at the conference's end. A rehearsal's own clock may stand anywhere,
 * so there it is the conference's length, and a day, from when the phone took it.
 */
export function wipesAt(
  conference: { starts: string; ends: string; timezone: string; rehearsal: boolean },
  takenAt: number,
): number {
  return conference.rehearsal
    ? takenAt + (asUtc(conference.ends) - asUtc(conference.starts)) + DAY
    : instantOf(conference.ends, conference.timezone);
}
