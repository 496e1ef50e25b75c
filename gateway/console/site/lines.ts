import type { Buses, Changes, FieldChange, Fields } from "./types.ts";
import { compare, isLocal, moment, t, type Word, word } from "./words.ts";

export interface FieldDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Line {
  readonly key: string;
  readonly fields: Fields;
}

export interface ChangedLine extends Line {
  readonly differences: readonly FieldDifference[];
}

export interface Differences {
  readonly added: readonly Line[];
  readonly struck: readonly Line[];
  readonly changed: readonly ChangedLine[];
}

export interface Group {
  /** A bus's code; null where lines are not grouped. */
  readonly bus: string | null;
  readonly lines: readonly Line[];
}

/** Who it is stands first; then what whoever receives them looks for. */
const FIRST = ["name", "bus", "room", "number", "time", "from", "to", "count", "seats", "diet"];
const HOLD = /^HOLD\//;

const place = (field: string): number => {
  const found = FIRST.indexOf(field);
  return found < 0 ? FIRST.length : found;
};

export const fieldOrder = (fields: readonly string[]): string[] =>
  [...fields].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));

export function fieldDifferences(before: Fields, after: Fields): FieldDifference[] {
  const names = Object.keys(before).concat(Object.keys(after).filter((f) => !(f in before)));
  return fieldOrder(names)
    .filter((f) => before[f] !== after[f])
    .map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }));
}

export function headerDifferences(
  changes: Readonly<Record<string, FieldChange>>,
): FieldDifference[] {
  return fieldOrder(Object.keys(changes)).map((field) => ({
    field,
    before: changes[field]?.before ?? "",
    after: changes[field]?.after ?? "",
  }));
}

export function differences(kind: string, changes: Changes): Differences {
  const added: Line[] = [];
  const struck: Line[] = [];
  const changed: ChangedLine[] = [];
  for (const key of Object.keys(changes)) {
    const { before, after } = changes[key] ?? {};
    if (before && after) {
      changed.push({ key, fields: after, differences: fieldDifferences(before, after) });
    } else if (after) {
      added.push({ key, fields: after });
    } else if (before) {
      struck.push({ key, fields: before });
    }
  }
  const byName = (a: Line, b: Line) => compare(lineName(kind, a), lineName(kind, b));
  return { added: added.sort(byName), struck: struck.sort(byName), changed: changed.sort(byName) };
}

/** Whom or what a line is about. */
export function lineName(kind: string, { key, fields }: Line): string {
  return fields.name || (kind === "meal" ? word("diet", key) : key.replace(HOLD, ""));
}

/** A field's value as people say it. */
export function fieldValue(field: string, value: string, buses: Buses = {}): string {
  if (value === "") {
    return t("empty");
  }
  if (field === "diet" || field === "rank") {
    return word(field, value);
  }
  if (field === "bus") {
    const plate = buses[value]?.plate;
    return plate ? `${value} ${plate}` : value;
  }
  return isLocal(value) ? moment(value) : value;
}

/** What is said of a line besides its name, as pairs of field and value. */
export function details(fields: Fields, without: readonly string[] = []): string[] {
  return fieldOrder(Object.keys(fields)).filter(
    (f) => f !== "name" && without.indexOf(f) < 0 && (fields[f] ?? "") !== "",
  );
}

/** By bus where lines have one, then by name; a line is found by anything that it says. */
export function groups(
  kind: string,
  lines: Readonly<Record<string, Fields>>,
  buses: Buses,
  sought: string,
): Group[] {
  const wanted = sought.trim().toLowerCase();
  const all = Object.keys(lines)
    .map((key) => ({ key, fields: lines[key] ?? {} }))
    .filter((line) => !wanted || says(kind, line, buses).indexOf(wanted) >= 0)
    .sort((a, b) => compare(lineName(kind, a), lineName(kind, b)));
  if (!Object.keys(lines).some((key) => lines[key]?.bus !== undefined)) {
    return all.length > 0 ? [{ bus: null, lines: all }] : [];
  }
  const byBus = new Map<string, Line[]>();
  for (const line of all) {
    const bus = line.fields.bus ?? "";
    byBus.set(bus, (byBus.get(bus) ?? []).concat(line));
  }
  return Array.from(byBus.keys())
    .sort((a, b) => Number(a === "") - Number(b === "") || compare(a, b))
    .map((bus) => ({ bus, lines: byBus.get(bus) ?? [] }));
}

function says(kind: string, line: Line, buses: Buses): string {
  const values = Object.keys(line.fields).map((f) => fieldValue(f, line.fields[f] ?? "", buses));
  return [lineName(kind, line), ...values].join("\n").toLowerCase();
}

/** How much differs, in a few words; what does not is not said. */
export function inShort(added: number, struck: number, changed: number, header: boolean): string {
  const said = [
    added > 0 ? t("count.added", { n: added }) : "",
    struck > 0 ? t("count.struck", { n: struck }) : "",
    changed > 0 ? t("count.changed", { n: changed }) : "",
    header ? t("changes.header") : "",
  ];
  return said.filter((one) => one).join(t("list.comma"));
}

/** What people call it: nobody knows a meal by its code. */
export function titleOf(of: { kind: string; title: string; at?: string | null }): string {
  if (of.kind !== "meal" || !of.at || !isLocal(of.at)) {
    return of.title;
  }
  const hour = Number(of.at.slice(11, 13));
  const which = hour < 10 ? "meal.breakfast" : hour < 15 ? "meal.lunch" : "meal.dinner";
  return `${moment(of.at.slice(0, 10))} ${t(which)}`;
}

export const fieldName = (field: string): string => word("field", field);
export const kindName = (kind: string): string => word("kind", kind);
export const ofKind = (base: "heads" | "list", kind: string): string =>
  kind === "meal" || kind === "session" ? t(`${base}.${kind}` as Word) : t(base);
