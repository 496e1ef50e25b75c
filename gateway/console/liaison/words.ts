import en from "./words/en.json";
import zh from "./words/zh.json";

export type Language = "zh" | "en";
export type Word = keyof typeof zh;
type Values = Readonly<Record<string, string | number>>;

const ALL: Record<Language, Record<string, string>> = { zh, en };
const LOCALES: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
/** The console's own: who has chosen there has chosen here. */
const KEPT = "huiwu.language";
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const spoken: { language: Language } = { language: "zh" };

export const language = (): Language => spoken.language;

export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "zh" || kept === "en") {
    return kept;
  }
  return /^zh\b/i.test(navigator.language || "zh") ? "zh" : "en";
}

export function speak(wanted: Language): void {
  spoken.language = wanted;
  document.documentElement.lang = LOCALES[wanted];
}

export function choose(wanted: Language): void {
  localStorage.setItem(KEPT, wanted);
  speak(wanted);
}

export function t(word: Word, values: Values = {}): string {
  const [one, many] = (ALL[spoken.language][word] ?? word).split(" | ");
  const text = many === undefined || values.n === 1 ? one : many;
  return (text ?? word).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** A word of a family, e.g. the light `green`; the value itself where there is none. */
export const word = (family: string, value: string): string =>
  ALL[spoken.language][`${family}.${value}`] ?? value;

/** A time that is local to the conference is shown as it stands: no time zone touches it. */
export function moment(text: string): string {
  const found = LOCAL.exec(text);
  if (!found) {
    return text;
  }
  const [, , month = "", day = "", time] = found;
  const date =
    spoken.language === "zh"
      ? `${Number(month)}月${Number(day)}日`
      : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`;
  return time ? `${date} ${time}` : date;
}

/** Names one after the other, as one writes them. */
export const listed = (names: readonly string[]): string =>
  names.join(spoken.language === "zh" ? "、" : ", ");
