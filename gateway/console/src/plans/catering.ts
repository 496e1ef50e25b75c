import { localMoment } from "../i18n/moments";
import { cancels, changes, plans } from "./deeds";
import type { Draft } from "./fields";
import { at, type Caution, called, type Kind, type Lists, text } from "./kinds";

const SAID = ["starts", "cutoff", "kitchen", "scope", "contact"];

/** Whom a meal is for, as people say it: of a hotel, a rank, a route. */
export function scopeName(scope: string, lists: Lists, rank: (code: string) => string): string {
  const [kind, code = ""] = scope.split(":");
  switch (kind) {
    case "hotel":
      return called(lists, "hotel", code);
    case "route":
      return called(lists, "route", code);
    case "rank":
      return rank(code);
    default:
      return scope;
  }
}

/** The kitchen's last word is kept as it is when a meal moves: that it no longer fits is to be seen. */
function cautions({ starts = "", cutoff = "" }: Draft, now: string | null): readonly Caution[] {
  const found: Caution[] = [];
  if (starts && cutoff && cutoff >= starts) {
    found.push("cutoffAfterStart");
  }
  if (now && cutoff && cutoff < now) {
    found.push("cutoffPast");
  }
  return found;
}

export const meal: Kind = {
  name: "meal",
  desk: "catering",
  read: "read-meals",
  list: at("catering", "meals"),
  id: (e) => text(e, "code"),
  title: (e, lists, { t, word, language }) => {
    const hour = Number(text(e, "starts").slice(11, 13));
    const which = t(hour < 10 ? "meal.breakfast" : hour < 15 ? "meal.lunch" : "meal.dinner");
    const whom = scopeName(text(e, "scope"), lists, (code) => word("rank", code));
    return `${localMoment(text(e, "starts").slice(0, 10), language)} ${which} · ${whom}`;
  },
  fields: [
    { name: "code", shape: "text", longest: 64 },
    { name: "starts", label: "mealStarts", shape: "moment" },
    { name: "cutoff", shape: "moment" },
    { name: "kitchen", shape: "text", from: "kitchen", longest: 200 },
    { name: "scope", shape: "code", from: "scope" },
    { name: "contact", shape: "code", from: "contact", optional: true },
  ],
  columns: [
    { key: "starts", width: [132, 0] },
    { key: "scope", width: [150, 1] },
    { key: "kitchen", width: [130, 1] },
    { key: "counts", derived: "counts", width: [220, 1] },
    { key: "cutoff", width: [132, 0] },
    { key: "left", derived: "left", width: [146, 0] },
    { key: "list", derived: "list", width: [170, 1] },
    { key: "code", width: [90, 0] },
  ],
  order: "starts",
  deeds: [
    plans("plan-meals", ["code", ...SAID]),
    changes("change-meal", SAID),
    cancels("cancel-meal"),
  ],
  shift: () => ({ action: "change-meal", fields: ["starts", "cutoff"] }),
  needs: ["hotel", "route"],
  manifests: (e) => [`meal:${text(e, "code")}`],
  cautions,
};
