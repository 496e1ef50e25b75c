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

/** A time that is local to the conference is shown as it stands: no time zone touches it. */
export function localMoment(text: string, language: Language): string {
  const [, date, time] = LOCAL.exec(text) ?? [];
  const at = new Date(`${date}T00:00Z`);
  if (!date || Number.isNaN(at.getTime())) {
    return text;
  }
  return [day(at, language, "UTC"), time].filter(Boolean).join(" ");
}

/** An instant on the wall clock of whoever looks. */
export function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString("en-GB", { hour12: false });
}

export const dayAndTime = (instant: string, language: Language): string =>
  `${day(new Date(instant), language)} ${clockTime(instant)}`;
