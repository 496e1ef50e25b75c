import type { Words } from "../../i18n/messages";

const OF_A_DAY = 24 * 60;

/** How far something moves, as people say it. */
export interface Span {
  readonly way: "later" | "earlier";
  readonly days: number;
  readonly minutes: number;
}

/** @returns later; negative for earlier */
export const minutesOf = ({ way, days, minutes }: Span): number =>
  (days * OF_A_DAY + minutes) * (way === "later" ? 1 : -1) || 0;

export const spanOf = (minutes: number): Span => ({
  way: minutes < 0 ? "earlier" : "later",
  days: Math.floor(Math.abs(minutes) / OF_A_DAY),
  minutes: Math.abs(minutes) % OF_A_DAY,
});

/** As people say it, without what is nothing. */
export const spanSaid = ({ days, minutes }: Span, t: Words["t"]): string =>
  [
    days > 0 && t("moving.spanDays", { count: days }),
    minutes > 0 && t("moving.spanMinutes", { count: minutes }),
  ]
    .filter(Boolean)
    .join(" ");
