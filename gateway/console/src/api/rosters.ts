import { headersOf, type Order } from "./commands";
import { type Answer, ask, read } from "./http";
import type { Impact } from "./types";

/** What a roster's column can say of a person, as the wire names it. */
export const FIELDS = [
  "name",
  "gender",
  "rank",
  "title",
  "phone",
  "diet",
  "arrive",
  "arrive_no",
  "arrive_at",
  "depart",
  "depart_no",
  "depart_at",
  "route",
  "companion",
] as const;
export type RosterField = (typeof FIELDS)[number];

export interface RosterProblem {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
}

export interface Roster {
  readonly id: string;
  readonly file: string;
  readonly delegation: string;
  readonly status: "reading" | "done" | "refused";
  /** Of the file, headers and notes among them; 0 until it was opened. */
  readonly rows: number;
  readonly read: number;
  readonly parts: number;
  readonly people: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly queued: number;
  readonly missing: number;
  /** How much of it waits for a clerk now. */
  readonly waiting: number;
  readonly change: string | null;
  readonly problem: RosterProblem | null;
  /** Only in a preview. */
  readonly foreseen: Foreseen | null;
}

export interface SheetCell {
  readonly at: number;
  readonly column: string;
  readonly text: string;
  /** How many columns it covers. */
  readonly columns: number;
}

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

export interface SheetTable {
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly columns: readonly {
    readonly at: number;
    readonly column: string;
    readonly field: RosterField;
  }[];
}

/** A sheet as it is, in part, and what its columns were taken for. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly tables: readonly SheetTable[];
}

export type ItemKind = "row" | "conflict" | "missing" | "file";

/** What a clerk has to settle, whether it is in the queue already or would be. */
export interface Pending {
  readonly kind: ItemKind;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly meaning: string | null;
  readonly present: string | null;
  readonly owner: string | null;
}

export interface QueueItem extends Pending {
  readonly id: string;
  readonly version: number;
  readonly state: "waiting" | "settled" | "dismissed" | "superseded";
  readonly roster: string;
  readonly file: string;
  readonly delegation: string;
}

export interface FieldDifference {
  readonly before: string;
  readonly after: string;
}

/** What a roster would do: at most 500 of each, the counts beside it are of all. */
export interface Foreseen {
  readonly sheets: readonly Sheet[];
  readonly newcomers: readonly {
    readonly name: string;
    readonly rank: number;
    readonly title: string;
    readonly companion: boolean;
  }[];
  readonly corrected: readonly {
    readonly person: string;
    readonly name: string;
    readonly fields: Readonly<Record<string, FieldDifference>>;
  }[];
  readonly items: readonly Pending[];
}

/** A preview that says what the command would have answered. */
export interface RosterImpact extends Impact {
  readonly answer: { readonly status: number; readonly body: Roster };
}

export type SynonymKind =
  | "HEADING"
  | "NTH_HEADING"
  | "GENDER"
  | "RANK"
  | "DIET"
  | "ROUTE"
  | "PLACE"
  | "COMPANION";

export interface Synonym {
  readonly kind: SynonymKind;
  readonly wording: string;
  readonly meaning: string;
  /** Null for every office of the conference. */
  readonly delegation: string | null;
}

const at = (conference: string, rest: string) =>
  `/api/registration/conferences/${conference}/${rest}`;

/** In the order in which they were uploaded. */
export const rosters = (c: string, signal?: AbortSignal) =>
  read<Roster[]>(at(c, "rosters"), signal);

/** @param wait up to how many seconds the platform waits for the import to end */
export const roster = (c: string, id: string, wait: number, signal?: AbortSignal) =>
  read<Roster>(at(c, `rosters/${id}?wait=${wait}`), signal);

export const sheets = (c: string, id: string, signal?: AbortSignal) =>
  read<Sheet[]>(at(c, `rosters/${id}/sheets`), signal);

const PAGE = 500;

/** What of an office waits for a clerk, as much as anybody looks through at once. */
export const clerkQueue = async (c: string, delegation: string, signal?: AbortSignal) =>
  read<{ readonly items: readonly QueueItem[]; readonly total: number }>(
    at(c, `clerk-queue?limit=${PAGE}&delegation=${encodeURIComponent(delegation)}`),
    signal,
  );

/** Always named by the office: what a file was called may be somebody's name. */
export const rosterName = (office: string, fileName: string): string => {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(fileName)?.[0] ?? "";
  return office + ending;
};

export interface Upload {
  readonly name: string;
  readonly content: Blob;
  /** The same for the same file tried again. */
  readonly key: string;
  readonly role: string;
}

const uploading = (c: string, { name, content, key, role }: Upload, preview: boolean) => ({
  path: at(c, `rosters?name=${encodeURIComponent(name)}`),
  asking: {
    method: "POST" as const,
    file: content,
    headers: {
      "Idempotency-Key": key,
      "Huiwu-Role": role,
      ...(preview ? { "Huiwu-Preview": "true" } : {}),
    },
  },
});

export const upload = async (c: string, file: Upload): Promise<Roster> => {
  const { path, asking } = uploading(c, file, false);
  return (await ask<Roster>(path, asking)).body;
};

export const foreseeUpload = async (c: string, file: Upload): Promise<RosterImpact> => {
  const { path, asking } = uploading(c, file, true);
  return (await ask<RosterImpact>(path, asking)).body;
};

/** Reads the newest file of an office once more, with the words that were added meanwhile. */
export const readAgain = (c: string, id: string, order: Order): Promise<Answer<Roster>> =>
  ask(at(c, `rosters/${id}/rereading`), { method: "POST", body: {}, headers: headersOf(order) });

/** A word that the conference has learnt, with the number by which it is taken back. */
export interface KnownSynonym extends Synonym {
  readonly number: number;
}

export const synonyms = (c: string, signal?: AbortSignal) =>
  read<KnownSynonym[]>(at(c, "synonyms"), signal);

/** Files read from now on are read without it; what was read stays. */
export const removeSynonym = (c: string, number: number, order: Order): Promise<Answer<unknown>> =>
  ask(at(c, `synonyms/${number}`), { method: "DELETE", headers: headersOf(order) });

/** @param apply whether the files of which something waits are read again with them at once */
export const addSynonyms = (
  c: string,
  synonyms: readonly Synonym[],
  apply: boolean,
  order: Order,
): Promise<Answer<unknown>> =>
  ask(at(c, `synonyms${apply ? "?apply=true" : ""}`), {
    method: "POST",
    body: synonyms,
    headers: headersOf(order),
  });

export interface Settled {
  readonly item: QueueItem;
  readonly remaining: readonly string[];
}

export const settleItem = (
  c: string,
  item: string,
  body: { readonly value?: string; readonly person?: string },
  order: Order,
): Promise<Answer<Settled>> =>
  ask(at(c, `clerk-queue/${item}/settlement`), {
    method: "POST",
    body,
    headers: headersOf(order),
  });

/** Nothing comes of it; why is said by the order. */
export const dismissItem = (c: string, item: string, order: Order): Promise<Answer<QueueItem>> =>
  ask(at(c, `clerk-queue/${item}/dismissal`), {
    method: "POST",
    body: {},
    headers: headersOf(order),
  });
