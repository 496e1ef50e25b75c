import type { ReminderKind } from "../api/notices";

const ALWAYS = ["conference", "delegation", "link"] as const;
const OF_A_BUS = ["bus", "plate", "departs", "site", "liaison-phone"] as const;
const OWN: Readonly<Record<ReminderKind, readonly string[]>> = {
  "bus-departs": OF_A_BUS,
  "bus-changed": OF_A_BUS,
  "session-starts": ["session", "hall", "starts"],
  free: [],
};

/** What the words of a kind may name, and nothing else: the platform holds to the same. */
export const placeholdersOf = (kind: ReminderKind): readonly string[] => [...ALWAYS, ...OWN[kind]];

/** Those in a text that its kind does not know. */
export const strangersIn = (text: string, kind: ReminderKind): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)]
    .map((m) => m[1] ?? "")
    .filter((name) => !placeholdersOf(kind).includes(name));

/** Where a placeholder goes that was pressed: where one writes. */
export const inserted = (text: string, name: string, from: number, to: number): string =>
  `${text.slice(0, from)}{${name}}${text.slice(to)}`;

export const isBefore = (kind: ReminderKind): boolean =>
  kind === "bus-departs" || kind === "session-starts";
