import { expect, test } from "vitest";
import {
  byManifest,
  counts,
  fieldDifferences,
  fieldOrder,
  headerDifferences,
  lineDifferences,
} from "../src/manifests/lines";

const person = (name: string, bus: string) => ({ name, bus, diet: "normal" });

test("lines are struck out, changed and added, in this order and then by name", () => {
  const found = lineDifferences({
    p1: { before: null, after: person("丁一", "X1") },
    p2: { before: person("乙", "X1"), after: person("乙", "X2") },
    p3: { before: person("丙", "X1"), after: null },
  });
  expect(found.map((d) => `${d.kind} ${d.key}`)).toEqual(["removed p3", "changed p2", "added p1"]);
});

test("a changed line says which fields, and what they were", () => {
  const [line] = lineDifferences({
    p: { before: { name: "乙", bus: "X1" }, after: { name: "乙", bus: "X2", room: "301" } },
  });
  expect(line?.differences).toEqual([
    { field: "bus", before: "X1", after: "X2" },
    { field: "room", before: null, after: "301" },
  ]);
});

test("a line that is the same before and after is no difference", () => {
  expect(lineDifferences({ p: { before: person("乙", "X1"), after: person("乙", "X1") } })).toEqual(
    [],
  );
  expect(lineDifferences({ p: { before: null, after: null } })).toEqual([]);
});

test("a field that goes is a difference too", () => {
  expect(fieldDifferences({ bus: "X1" }, {})).toEqual([
    { field: "bus", before: "X1", after: null },
  ]);
});

test("of a struck out line, what stood there is shown", () => {
  const [line] = lineDifferences({ p: { before: person("丙", "X1"), after: null } });
  expect(line?.fields.bus).toBe("X1");
});

test("counts are by kind", () => {
  expect(
    counts({
      a: { before: null, after: {} },
      b: { before: null, after: { x: "1" } },
      c: { before: { x: "1" }, after: null },
      d: { before: { x: "1" }, after: { x: "2" } },
    }),
  ).toEqual({ added: 2, removed: 1, changed: 1 });
});

test("who it is comes before what is said of them", () => {
  expect(fieldOrder(["rank", "diet", "bus", "name", "delegation"])).toEqual([
    "name",
    "delegation",
    "bus",
    "diet",
    "rank",
  ]);
});

test("a header differs field by field", () => {
  expect(headerDifferences({ plate: { before: "桂A1", after: "桂A2" } })).toEqual([
    { field: "plate", before: "桂A1", after: "桂A2" },
  ]);
});

test("versions of one manifest come together", () => {
  const one = { header: {}, lines: {}, lineCount: 0 };
  const found = byManifest([
    { manifest: "site:S1", version: 4, ...one },
    { manifest: "meal:B", version: 2, ...one },
    { manifest: "site:S1", version: 5, ...one },
  ]);
  expect([...found].map(([m, all]) => `${m} ${all.map((r) => r.version)}`)).toEqual([
    "site:S1 4,5",
    "meal:B 2",
  ]);
});
