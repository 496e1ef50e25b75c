/** What can be chosen from: the tables of a conference, or a few words of its own. */
export type Choices =
  | "contact"
  | "hall"
  | "kitchen"
  | "scope"
  | "hotel"
  | "route"
  | "delegation"
  | "unlodged"
  | "place"
  | "tripKind"
  | "plate"
  | "roomType"
  | "timezone";

export type FieldShape = "text" | "number" | "moment" | "date" | "code" | "codes";

/** One thing that a desk writes down of a plan. */
export interface Field {
  /** As the service calls it. */
  readonly name: string;
  /** As people call it, where that is not the same for all tables. */
  readonly label?: string;
  readonly shape: FieldShape;
  readonly from?: Choices;
  /** May be left empty. */
  readonly optional?: true;
  readonly longest?: number;
  readonly least?: number;
}

/** What is filled in, as text: a moment as `2026-06-08T18:30`, codes with spaces between. */
export type Draft = Readonly<Record<string, string>>;

const LOCAL_MOMENT = 16;

function textOf(value: unknown, shape: FieldShape): string {
  if (Array.isArray(value)) {
    return value.join(" ");
  }
  if (typeof value === "number") {
    return String(value);
  }
  const said = typeof value === "string" ? value : "";
  return shape === "moment" ? said.slice(0, LOCAL_MOMENT) : said;
}

export const draftOf = (
  entry: Readonly<Record<string, unknown>> | null,
  fields: readonly Field[],
): Draft => Object.fromEntries(fields.map((f) => [f.name, textOf(entry?.[f.name], f.shape)]));

/** Codes have no order of their own. */
const tidy = (value: string, shape: FieldShape | undefined): string =>
  shape === "codes" ? value.split(" ").filter(Boolean).sort().join(" ") : value.trim();

/** The fields that say something else than before. */
export const differing = (
  was: Draft,
  now: Draft,
  fields: readonly Field[],
  names: readonly string[],
): readonly string[] =>
  names.filter((name) => {
    const shape = fields.find((f) => f.name === name)?.shape;
    return tidy(now[name] ?? "", shape) !== tidy(was[name] ?? "", shape);
  });

export const pick = (draft: Draft, names: readonly string[]): Draft =>
  Object.fromEntries(names.map((name) => [name, draft[name] ?? ""]));

const WHOLE = /^\d+$/;

function isMissing(value: string, { optional, shape, least }: Field): boolean {
  if (value === "") {
    return !optional;
  }
  return shape === "number" && (!WHOLE.test(value) || Number(value) < (least ?? 0));
}

/** The fields that cannot be asked for as they are: empty ones, and numbers that are none. */
export const missing = (
  draft: Draft,
  fields: readonly Field[],
  names: readonly string[],
): readonly string[] =>
  fields
    .filter((f) => names.includes(f.name) && isMissing((draft[f.name] ?? "").trim(), f))
    .map((f) => f.name);

function wire(value: string, shape: FieldShape): unknown {
  switch (shape) {
    case "number":
      return value === "" ? null : Number(value);
    case "moment":
    case "date":
      return value === "" ? null : value;
    case "codes":
      return value.split(" ").filter(Boolean);
    case "text":
    case "code":
      return value;
  }
}

/** What goes over the wire of what is said. */
export const bodyOf = (said: Draft, fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      wire(value.trim(), fields.find((f) => f.name === name)?.shape ?? "text"),
    ]),
  );
