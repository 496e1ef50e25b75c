import { expect, test } from "vitest";
import type { Participant } from "../src/api/types";
import { findable, found, joined } from "../src/people/finding";
import { correction, draftOf } from "../src/people/particulars";
import { begin, beside, factOf, touched, typed, valueIn } from "../src/table/editing";
import { moved } from "../src/table/keys";
import {
  deskOf,
  filtered,
  NO_FILTER,
  nextSorting,
  OF_DESK,
  rowsOf,
  sorted,
} from "../src/table/rows";
import { sums } from "../src/table/sums";

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  id,
  name: id,
  delegation: "CQ",
  phone: "",
  gender: "F",
  rank: 3,
  title: "",
  companionOf: null,
  attending: true,
  version: 1,
  ...more,
});
const leg = { time: null, place: "", number: "" };
const rows = rowsOf({
  people: [
    person("a", { name: "张伟", rank: 4 }),
    person("b", { name: "王芳", rank: 1, delegation: "GD" }),
    person("c", { name: "李娜", attending: false }),
  ],
  delegations: new Map([["GD", { name: "广东" }]]),
  diets: [{ person: "b", diet: "halal", version: 2 }],
  itineraries: [
    { person: "a", version: 1, arrival: { ...leg, time: "2026-06-08T10:00" }, departure: leg },
    { person: "b", version: 1, arrival: { ...leg, time: "2026-06-07T10:00" }, departure: leg },
  ],
});
const ids = (some: typeof rows | readonly (typeof rows)[number][]) => some.map((r) => r.person.id);

test("names sort by their sound, and again turns them round", () => {
  expect(ids(sorted(rows, { column: "name", descending: false }))).toEqual(["c", "b", "a"]);
  expect(ids(sorted(rows, { column: "name", descending: true }))).toEqual(["a", "b", "c"]);
  const first = nextSorting(null, "name");
  expect(nextSorting(nextSorting(first, "name"), "name")).toBeNull();
});

test("what is not known stands at the end, whichever way", () => {
  expect(ids(sorted(rows, { column: "arrival", descending: false }))).toEqual(["b", "a", "c"]);
  expect(ids(sorted(rows, { column: "arrival", descending: true }))).toEqual(["a", "b", "c"]);
});

test("filters narrow together", () => {
  expect(ids(filtered(rows, NO_FILTER))).toEqual(["a", "b", "c"]);
  expect(ids(filtered(rows, { ...NO_FILTER, attending: "withdrawn" }))).toEqual(["c"]);
  expect(ids(filtered(rows, { ...NO_FILTER, delegation: "CQ", rank: "4" }))).toEqual(["a"]);
});

test("each desk has columns of its own, and each begins with the name", () => {
  for (const columns of Object.values(OF_DESK)) {
    expect(columns[0]).toBe("name");
    expect(new Set(columns).size).toBe(columns.length);
  }
  expect(deskOf(["liaison", "catering"])).toBe("catering");
  expect(deskOf([])).toBe("registration");
});

test("keys lead to a cell and never out of the table", () => {
  const size = { rows: 100, columns: 5, page: 20 };
  expect(moved({ row: 0, column: 0 }, "ArrowUp", false, size)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 90, column: 2 }, "PageDown", false, size)).toEqual({ row: 99, column: 2 });
  expect(moved({ row: 9, column: 2 }, "End", true, size)).toEqual({ row: 99, column: 4 });
  expect(moved({ row: 9, column: 2 }, "x", false, size)).toBeNull();
});

test("a row's draft is kept from field to field", () => {
  const row = rows[0];
  if (!row) {
    throw new Error("no row");
  }
  const title = typed(begin(row, "title"), "Chief");
  const phone = beside(title, OF_DESK.registration ?? [], 1);
  expect(phone?.column).toBe("phone");
  const both = typed(phone ?? title, " 199 ");
  expect(valueIn(both)).toBe(" 199 ");
  expect(touched(both)).toEqual(["title", "phone"]);
  expect(beside(both, OF_DESK.registration ?? [], 1)).toBeNull();
  expect(correction(draftOf(row.person), both.draft)).toEqual({ title: "Chief", phone: "199" });
});

test("a diet is its own order", () => {
  const row = rows[1];
  if (!row) {
    throw new Error("no row");
  }
  const diet = typed(begin(row, "diet"), "vegetarian");
  expect(factOf("diet")).toBe("diet");
  expect(diet.code).toBe("vegetarian");
  expect(touched(diet)).toEqual([]);
  expect(beside(diet, OF_DESK.catering ?? [], 1)).toBeNull();
});

test("whom the platform found stands in its order; until then, who is found here", () => {
  const all = findable(
    rows.map((r) => r.person),
    new Map(),
  );
  const here = found(all, "张");
  expect(joined(all, here, ["b", "nobody", "a"]).map((f) => f.person.id)).toEqual(["b", "a"]);
  expect(joined(all, here, null).map((f) => f.person.id)).toEqual(["a"]);
  expect(joined(all, here, [])).toEqual([]);
});

test("people are added up, the most first and what is not known at the end", () => {
  const said = (by: Parameters<typeof sums>[1]) =>
    sums(rows, by).map((s) => [s.code, s.people, s.companions]);
  expect(said("delegation")).toEqual([
    ["CQ", 2, 0],
    ["广东", 1, 0],
  ]);
  expect(said("arrival")).toEqual([
    ["2026-06-07", 1, 0],
    ["2026-06-08", 1, 0],
    ["", 1, 0],
  ]);
  const family = rowsOf({
    people: [person("a"), person("b", { companionOf: "a" })],
    delegations: new Map(),
  });
  expect(sums(family, "rank")).toEqual([{ code: "3", people: 2, companions: 1 }]);
});
