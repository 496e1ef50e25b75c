import { language, moment } from "../words.ts";
import en from "./en.json";
import zh from "./zh.json";

export type Word = keyof typeof zh;
type Values = Readonly<Record<string, string | number>>;

const ALL: Record<"zh" | "en", Record<string, string>> = { zh, en };

export function say(word: Word, values: Values = {}): string {
  return (ALL[language()][word] ?? word).replace(/\{(\w+)\}/g, (_, name) =>
    String(values[name] ?? ""),
  );
}

/** A role's name; of one that is not named here only that it is a contact. */
export const role = (code: string): string =>
  ALL[language()][`role.${code}`] ?? ALL[language()]["role.other"] ?? code;

export const timeOf = (local: string): string => local.slice(11, 16);

/** A day of the conference, with its weekday; no time zone touches it. */
export function dayOf(local: string): string {
  const [year = 0, month = 1, day = 1] = local.slice(0, 10).split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (language() === "zh") {
    return say("date", { month, day, weekday: say("weekday").charAt(at) });
  }
  return say("date", {
    weekday: say("weekday").split(" ")[at] ?? "",
    day,
    month: moment(local.slice(0, 10)).replace(/^\d+ /, ""),
  });
}
