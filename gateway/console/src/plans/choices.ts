import type { Contact } from "../api/telling";
import type { Words } from "../i18n/messages";
import { localMoment } from "../i18n/moments";
import { scopeName } from "./catering";
import type { Choices, Field } from "./fields";
import { called, type Entry, type Lists, text } from "./kinds";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the tables of a conference know, for names and for choosing. */
export interface Surroundings {
  readonly lists: Lists;
  readonly contacts: ReadonlyMap<string, Contact>;
  /** The entries of the table itself. */
  readonly entries: readonly Entry[];
}

const PLACES = ["NNG", "NND", "self"];
const RANKS = ["1", "2", "3", "4"];
const ZONES = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "UTC"];

const coded = (all: readonly Entry[] = [], prefix = ""): Option[] =>
  all
    .filter((e) => !e.cancelled)
    .map((e) => ({ value: prefix + text(e, "code"), label: text(e, "name") }));

const used = (all: readonly Entry[], name: string): Option[] =>
  [...new Set(all.map((e) => text(e, name)))]
    .filter(Boolean)
    .sort()
    .map((value) => ({ value, label: value }));

/** What can be chosen for a field; what is cancelled cannot. */
export function optionsOf(from: Choices, about: Surroundings, { t, word }: Words): Option[] {
  const { lists, contacts, entries } = about;
  switch (from) {
    case "contact":
      return [
        { value: "", label: t("plan.nobody") },
        ...[...contacts.values()].map((c) => ({ value: c.code, label: c.name || c.code })),
      ];
    case "hall":
      return used(entries, "hall");
    case "roomType":
      return used(entries, "type").map(({ value }) => ({ value, label: word("roomType", value) }));
    case "kitchen":
      return [
        ...coded(lists.hotel),
        ...used(entries, "kitchen").filter(
          (k) => !lists.hotel?.some((h) => text(h, "code") === k.value),
        ),
      ];
    case "scope":
      return [
        ...coded(lists.hotel, "hotel:"),
        ...coded(lists.route, "route:"),
        ...RANKS.map((r) => ({
          value: `rank:${r}`,
          label: t("plan.upTo", { rank: word("rank", r) }),
        })),
      ];
    case "hotel":
    case "route":
    case "delegation":
      return coded(lists[from]);
    case "unlodged": {
      const lodged = new Set(entries.map((e) => e.delegation));
      return coded(lists.delegation).filter((d) => !lodged.has(d.value));
    }
    case "place":
      return [...new Set([...PLACES, ...entries.map((e) => text(e, "from"))])]
        .filter(Boolean)
        .map((value) => ({ value, label: word("place", value) }));
    case "tripKind":
      return (["excursion", "pickup"] as const).map((value) => ({
        value,
        label: t(`plankind.${value}`),
      }));
    case "plate":
      return (lists.standby ?? [])
        .filter((v) => v.state !== "called")
        .map((v) => ({
          value: text(v, "plate"),
          label: t("plan.standingBy", {
            seats: text(v, "seats"),
            driver: text(v, "driver") || "–",
          }),
        }));
    case "timezone":
      return ZONES.map((value) => ({ value, label: value }));
  }
}

/** A field's value as people say it; empty where there is none. */
export function saying(field: Field, value: string, about: Surroundings, words: Words): string {
  if (value === "") {
    return "";
  }
  const { lists, contacts } = about;
  switch (field.from) {
    case "contact":
      return contacts.get(value)?.name || value;
    case "kitchen":
    case "hotel":
      return called(lists, "hotel", value);
    case "route":
      return called(lists, "route", value);
    case "roomType":
      return words.word("roomType", value);
    case "unlodged":
    case "delegation":
      return value
        .split(" ")
        .map((code) => called(lists, "delegation", code))
        .join(words.language === "zh" ? "、" : ", ");
    case "scope":
      return value.startsWith("rank:")
        ? words.t("plan.upTo", { rank: words.word("rank", value.slice(5)) })
        : scopeName(value, lists, (code) => words.word("rank", code));
    case "place":
      return words.word("place", value);
    case "tripKind":
      return words.t(value === "pickup" ? "plankind.pickup" : "plankind.excursion");
    default:
      return field.shape === "moment" || field.shape === "date"
        ? localMoment(value, words.language)
        : value;
  }
}
