import type { Words } from "../i18n/messages";
import type { Action } from "../session/useRole";
import type { Draft, Field } from "./fields";

export const KIND_NAMES = [
  "session",
  "hall",
  "meal",
  "trip",
  "standby",
  "route",
  "stop",
  "hotel",
  "room",
  "hold",
  "lodging",
  "delegation",
  "conference",
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** Something that a desk has planned, as its service tells it; of what is never changed the version is 0. */
export type Entry = Readonly<Record<string, unknown>> & {
  readonly version: number;
  readonly cancelled?: boolean;
};

/** What is known of a plan beside what the desk wrote down; computed by the platform, never typed. */
export type Derived =
  | "list"
  | "seatsNeeded"
  | "held"
  | "counts"
  | "left"
  | "taken"
  | "rollCall"
  | "buses"
  | "people"
  | "given"
  | "where";

export interface Column {
  /** A field's name, or that of something derived. */
  readonly key: string;
  readonly derived?: Derived;
  /** The field by which something derived is changed. */
  readonly edits?: string;
  /** At least so wide, and what share of the room that is left. */
  readonly width: readonly [number, number];
}

export interface Request {
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below the list for what is new, below the entry otherwise. */
  readonly path: string;
  readonly body?: unknown;
}

export type Lists = Readonly<Partial<Record<KindName, readonly Entry[]>>>;

/** One command of a desk, and what it says. */
export interface Deed {
  readonly action: Action;
  readonly does: "plan" | "change" | "cancel";
  readonly fields: (draft: Draft) => readonly string[];
  /** What is filled in beforehand, where it is not what stands. */
  readonly begun?: (entry: Entry | null) => Draft;
  /** All fields are said, not only those that differ. */
  readonly whole?: true;
  /** None may be left empty, also what otherwise may. */
  readonly strict?: true;
  /** Where another desk was faster the new state is shown as a whole: there are no fields to settle. */
  readonly unmerged?: true;
  /** Which fields follow another that was just filled in. */
  readonly follow?: (draft: Draft, name: string, lists: Lists) => Draft;
  /** What is wrong with what is filled in, beyond a field that is empty. */
  readonly wrong?: (draft: Draft) => readonly string[];
  readonly request: (said: Draft, fields: readonly Field[]) => Request;
}

/** One table of plans: what stands in it, and what its desk does with it. */
export interface Kind {
  readonly name: KindName;
  /** Whose table it is. */
  readonly desk: string;
  readonly read: Action;
  readonly list: (conference: string) => string;
  /** The only one of its kind: the address leads to itself. */
  readonly single?: true;
  /** Its changes are nobody else's business, and no stream tells of them. */
  readonly untold?: true;
  /** What stands there, and is changed elsewhere by now. */
  readonly passedOn?: (entry: Entry) => boolean;
  readonly id: (entry: Entry) => string;
  readonly title: (entry: Entry, lists: Lists, words: Words) => string;
  readonly fields: readonly Field[];
  readonly columns: readonly Column[];
  /** By which column it is sorted before anybody says otherwise; its service's own order without. */
  readonly order?: string;
  readonly deeds: readonly Deed[];
  /** The command by which it moves with others, and the times that move. */
  readonly shift?: (entry: Entry) => {
    readonly action: Action;
    readonly fields: readonly string[];
  };
  /** Which other tables its choices come from. */
  readonly needs: readonly KindName[];
  /** The lists that are derived from it, the nearest first. */
  readonly manifests: (entry: Entry, lists: Lists) => readonly string[];
  /** What is worth a second look before it is asked for; `now` is the conference's own time. */
  readonly cautions?: (draft: Draft, now: string | null) => readonly Caution[];
}

export type Caution = "cutoffAfterStart" | "cutoffPast" | "leavesFirst" | "startPast";

export const text = (entry: Entry, name: string): string => {
  const value = entry[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** What a code is called in another table; the code where it is not there. */
export function called(lists: Lists, kind: KindName, code: string, name = "name"): string {
  const key = kind === "standby" ? "plate" : "code";
  const found = lists[kind]?.find((e) => e[key] === code);
  return (found && text(found, name)) || code;
}

export const at =
  (service: string, rest: string) =>
  (conference: string): string =>
    `/api/${service}/conferences/${conference}/${rest}`;
