import type { Words } from "../i18n/messages";
import { type Surroundings, saying } from "./choices";
import { draftOf } from "./fields";
import type { Column, Entry, Kind } from "./kinds";

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export type Standing = "all" | "standing" | "cancelled";

const COLLATOR = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });

/** What a row says, column by column; to find and to sort by. */
export function saidBy(kind: Kind, entry: Entry, about: Surroundings, words: Words) {
  const draft = draftOf(entry, kind.fields);
  return Object.fromEntries(
    kind.fields.map((f) => [f.name, saying(f, draft[f.name] ?? "", about, words)]),
  );
}

const keyOf = (kind: Kind, entry: Entry, column: string, about: Surroundings, words: Words) => {
  const shape = kind.fields.find((f) => f.name === column)?.shape;
  return shape === "moment" || shape === "date"
    ? (draftOf(entry, kind.fields)[column] ?? "")
    : (saidBy(kind, entry, about, words)[column] ?? "");
};

/** What is empty stands at the end, whichever way; what is cancelled after what stands. */
export function sorted(
  kind: Kind,
  rows: readonly Entry[],
  sorting: Sorting | null,
  about: Surroundings,
  words: Words,
): readonly Entry[] {
  const keyed = rows.map((row) => ({
    row,
    key: sorting ? keyOf(kind, row, sorting.column, about, words) : "",
  }));
  keyed.sort((a, b) => {
    const gone = Number(a.row.cancelled ?? false) - Number(b.row.cancelled ?? false);
    if (gone !== 0 || !sorting) {
      return gone;
    }
    if (a.key === "" || b.key === "") {
      return Number(a.key === "") - Number(b.key === "");
    }
    const order = COLLATOR.compare(a.key, b.key);
    return sorting.descending ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

/** The rows in which all the words that are typed occur. */
export function found(
  kind: Kind,
  rows: readonly Entry[],
  typed: string,
  standing: Standing,
  about: Surroundings,
  words: Words,
): readonly Entry[] {
  const asked = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (standing !== "all" && (row.cancelled ?? false) !== (standing === "cancelled")) {
      return false;
    }
    const said = [
      kind.title(row, about.lists, words),
      ...Object.values(saidBy(kind, row, about, words)),
    ]
      .join(" ")
      .toLowerCase();
    return asked.every((word) => said.includes(word));
  });
}

/** Another click on the same heading turns it round; a third one puts it away. */
export const nextSorting = (now: Sorting | null, column: Column): Sorting | null =>
  now?.column !== column.key
    ? { column: column.key, descending: false }
    : now.descending
      ? null
      : { column: column.key, descending: true };
