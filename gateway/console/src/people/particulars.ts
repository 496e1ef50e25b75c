import type { Particulars } from "../api/commands";
import type { Participant } from "../api/types";
import type { Values } from "../facts/merging";

export const PARTICULARS = ["name", "gender", "rank", "title", "phone"] as const;
export type Particular = (typeof PARTICULARS)[number];

export type Draft = Readonly<Record<Particular, string>>;

export const draftOf = (person: Participant): Draft => ({
  name: person.name,
  gender: person.gender,
  rank: String(person.rank),
  title: person.title,
  phone: person.phone,
});

const tidy = (field: Particular, value: string): string =>
  field === "phone" ? value.normalize("NFKC").trim() : value.trim();

/** Only what differs is asked for: what is left out stays. */
export function correction(from: Draft, to: Draft): Partial<Particulars> {
  const differing = PARTICULARS.filter((f) => tidy(f, to[f]) !== from[f]);
  return asked(Object.fromEntries(differing.map((f) => [f, tidy(f, to[f])])));
}

export function asked(values: Values): Partial<Particulars> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      field === "rank" ? Number(value) : (value ?? ""),
    ]),
  );
}
