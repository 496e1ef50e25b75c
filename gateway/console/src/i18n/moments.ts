import type { Language } from "./messages";

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/;
const LOCALES: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

function day(at: Date, language: Language, timeZone?: string): string {
  return at.toLocaleDateString(LOCALES[language], {
    month: language === "zh" ? "long" : "short",
    day: "numeric",
    timeZone,
  });
}

/** A table asks for the same few days thousands of times, and Intl takes its time. */
const DAYS = new Map<string, string>();
const MOST_DAYS = 2_000;

function localDay(date: string, language: Language): string | null {
  const key = `${language} ${date}`;
  const known = DAYS.get(key);
  if (known !== undefined) {
    return known;
  }
  const at = new Date(`${date}T00:00Z`);
  if (Number.isNaN(at.getTime())) {
    return null;
  }
  if (DAYS.size > MOST_DAYS) {
    DAYS.clear();
  }
  const said = day(at, language, "UTC");
  DAYS.set(key, said);
  return said;
}

/** A time that is local to the conference is shown as it stands: no time zone touches it. */
export function localMoment(text: string, language: Language): string {
  const [, date, time] = LOCAL.exec(text) ?? [];
  const said = date ? localDay(date, language) : null;
  return said === null ? text : time ? `${said} ${time}` : said;
}

/** An instant on the wall clock of whoever looks. */
export function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString("en-GB", { hour12: false });
}

export const dayAndTime = (instant: string, language: Language): string =>
  `${day(new Date(instant), language)} ${clockTime(instant)}`;
