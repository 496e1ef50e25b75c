import type { Words } from "../i18n/messages";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const IN_DAYS = 2 * DAY;

const two = (n: number): string => String(n).padStart(2, "0");

/** A length of time as short as one reads it: by the second within the hour, by the day after two. */
export function span(millis: number, { t }: Words): string {
  const length = Math.max(0, millis);
  if (length < HOUR) {
    return `${Math.floor(length / MINUTE)}:${two(Math.floor((length % MINUTE) / SECOND))}`;
  }
  if (length < IN_DAYS) {
    return t("span.hours", {
      hours: Math.floor(length / HOUR),
      minutes: two(Math.floor((length % HOUR) / MINUTE)),
    });
  }
  return t("span.days", { count: Math.floor(length / DAY) });
}

/** How long ago: nobody counts the seconds of that. */
export function age(millis: number, { t }: Words): string {
  const length = Math.max(0, millis);
  if (length < MINUTE) {
    return t("span.justNow");
  }
  if (length < HOUR) {
    return t("span.minutes", { count: Math.floor(length / MINUTE) });
  }
  if (length < DAY) {
    return t("span.hoursOnly", { count: Math.floor(length / HOUR) });
  }
  return t("span.days", { count: Math.floor(length / DAY) });
}

/** @param left until the deadline; negative when it is past */
export const dueText = (left: number, words: Words): string =>
  left >= 0
    ? words.t("due.left", { span: span(left, words) })
    : words.t("due.over", { span: span(-left, words) });
