import en from "./words/en.json";
import zh from "./words/zh.json";

export type Language = "zh" | "en";
export type Word = keyof typeof zh;
type Values = Readonly<Record<string, string | number>>;

const ALL: Record<Language, Record<string, string>> = { zh, en };
const LOCALES: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const KEPT = "huiwu.language";
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

let spoken: Language = "zh";

/** What is kept on the device; there may be no place to keep anything. */
export const device = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  keep(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // a private window: it is asked for again next time
    }
  },
};

export const language = (): Language => spoken;

export function speak(wanted: Language, kept: boolean): void {
  spoken = wanted;
  document.documentElement.lang = LOCALES[wanted];
  if (kept) {
    device.keep(KEPT, wanted);
  }
}

/** What was chosen on this device; else the contact's language; else the browser's. */
export function speakAs(contact: string | null | undefined): void {
  const chosen = device.get(KEPT);
  const browsers = /^zh\b/i.test(navigator.language || "zh") ? "zh" : "en";
  const found = chosen || contact || browsers;
  speak(found === "en" ? "en" : "zh", false);
}

export function t(word: Word, values: Values = {}): string {
  const [one, many] = (ALL[spoken][word] ?? word).split(" | ");
  const text = many === undefined || values.n === 1 ? one : many;
  return (text ?? word).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** A word of a family, e.g. the diet `halal`; the value itself where there is none. */
export const word = (family: string, value: string): string =>
  ALL[spoken][`${family}.${value}`] ?? value;

export const isLocal = (text: string): boolean => LOCAL.test(text) && text.length <= 16;

/** A time that is local to the conference is shown as it stands: no time zone touches it. */
export function moment(text: string): string {
  const found = LOCAL.exec(text);
  if (!found) {
    return text;
  }
  const [, , month = "", day = "", time] = found;
  const date =
    spoken === "zh"
      ? `${Number(month)}月${Number(day)}日`
      : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`;
  return time ? `${date} ${time}` : date;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** The wall clock of whoever looks. */
export const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** Day and time, by the same clock. */
export function today(): string {
  const now = new Date();
  return moment(
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${clock(now)}`,
  );
}

export const compare = (a: string, b: string): number => a.localeCompare(b, LOCALES[spoken]);
