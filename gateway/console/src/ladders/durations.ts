const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;

/** How many minutes an ISO 8601 duration is; what is no such thing is none. */
export function minutesOf(duration: string): number {
  const [, hours = "0", minutes = "0", seconds = "0"] = ISO.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}

export const durationOf = (minutes: number): string => `PT${Math.round(minutes)}M`;
