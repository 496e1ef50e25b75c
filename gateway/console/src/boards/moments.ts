import type { Language } from "../i18n/messages";
import { localMoment } from "../i18n/moments";

const iso = (at: number): string => new Date(at).toISOString();

/** Hours and minutes of a wall clock's reading. */
export const hourOf = (at: number): string => iso(at).slice(11, 16);

export const dayOf = (at: number): string => iso(at).slice(0, 10);

export const dayAndHour = (at: number, language: Language): string =>
  localMoment(iso(at).slice(0, 16), language);

/** The day that one looks at first: today, else the next that there is, else the last. */
export const dayToShow = (days: readonly string[], today: string): string | null =>
  days.find((day) => day >= today) ?? days[days.length - 1] ?? null;
