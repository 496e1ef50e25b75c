import { beforeAll, expect, test } from "vitest";
import { howMany, whatChanged, when, whichBuses } from "../site/glance";
import { differences, fieldDifferences, fieldValue, groups, inShort } from "../site/lines";
import { arrivedSince, owedCount } from "../site/lists";
import { standing } from "../site/standing";
import type { Entry, Sheet } from "../site/types";
import { moment, speak } from "../site/words";

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: { lang: "" } } });
  speak("zh", false);
});

test("a cancellation is owed like any version, and says both", () => {
  const entry: Entry = {
    manifest: "site:S1",
    kind: "site",
    title: "S1",
    version: 3,
    cutAt: "2030-06-09T16:30",
    unfinished: false,
    closed: true,
    acknowledged: 2,
    owed: true,
  };
  expect(owedCount([entry, { ...entry, owed: false }])).toBe(1);
  expect(standing(entry).map((c) => c.text)).toEqual(["已取消", "待确认"]);
  expect(standing({ ...entry, owed: false }).map((c) => c.kind)).toEqual(["stale", "good"]);
});

test("a list that was not there before has arrived; one that is owed again has not", () => {
  const entry: Entry = {
    manifest: "trip:PG33",
    kind: "trip",
    title: "桂A1",
    version: 1,
    cutAt: "2030-06-09T16:30",
    unfinished: false,
    closed: false,
    acknowledged: 0,
    owed: true,
  };
  const another = { ...entry, manifest: "trip:PG25" };
  expect(arrivedSince([entry], [entry, another])).toEqual([another]);
  expect(arrivedSince([entry], [{ ...entry, version: 2 }])).toEqual([]);
  expect(arrivedSince([entry], [entry, { ...another, owed: false }])).toEqual([]);
});

test("lines are told apart: added, struck out, changed", () => {
  const found = differences("site", {
    a: { before: null, after: { name: "陈静" } },
    b: { before: { name: "林超" }, after: null },
    c: { before: { name: "王霞", bus: "X1" }, after: { name: "王霞", bus: "X2" } },
  });
  expect(found.added.map((l) => l.key)).toEqual(["a"]);
  expect(found.struck.map((l) => l.key)).toEqual(["b"]);
  expect(found.changed.map((l) => l.differences)).toEqual([
    [{ field: "bus", before: "X1", after: "X2" }],
  ]);
});

test("a field that came or went differs from nothing", () => {
  expect(fieldDifferences({ a: "1" }, { b: "2" })).toEqual([
    { field: "a", before: "1", after: "" },
    { field: "b", before: "", after: "2" },
  ]);
});

test("a list is by bus, and found by whatever it says", () => {
  const lines = {
    1: { name: "陈静", bus: "X2", diet: "halal" },
    2: { name: "林超", bus: "X1", diet: "normal" },
    3: { name: "王霞", bus: "X1", diet: "normal" },
  };
  const buses = { X1: { plate: "桂A1" }, X2: { plate: "桂A2" } };
  const all = groups("site", lines, buses, "");
  expect(all.map((g) => [g.bus, g.lines.length])).toEqual([
    ["X1", 2],
    ["X2", 1],
  ]);
  expect(groups("site", lines, buses, "清真").flatMap((g) => g.lines.map((l) => l.key))).toEqual([
    "1",
  ]);
  expect(groups("site", lines, buses, "桂a1").flatMap((g) => g.lines)).toHaveLength(2);
  expect(groups("site", lines, buses, "nobody")).toEqual([]);
});

test("how much differs is said without what does not", () => {
  expect(inShort(1, 2, 0, false)).toBe("新增 1，划去 2");
  expect(inShort(0, 0, 0, true)).toBe("基本信息");
});

test("a local time is shown as it stands", () => {
  expect(moment("2026-06-09T16:30")).toBe("6月9日 16:30");
  expect(fieldValue("arrives", "2026-06-09T16:30")).toBe("6月9日 16:30");
  expect(fieldValue("rank", "1")).toBe("省部级");
  speak("en", false);
  expect(moment("2026-06-09")).toBe("9 Jun");
  speak("zh", false);
});

test("the first glance says how many, when, with which buses, and what is new since one acknowledged", () => {
  const sheet: Sheet = {
    entry: {
      manifest: "site:S1",
      kind: "site",
      title: "百色污水处理厂",
      version: 4,
      cutAt: "2030-06-09T14:02",
      unfinished: false,
      closed: false,
      acknowledged: 3,
      owed: true,
    },
    header: { arrives: "2030-06-09T16:30", plates: "桂A1 桂A2" },
    lines: {},
    heads: { total: 50, diets: {}, ranks: {}, buses: { X2: 20, X1: 30 }, held: 0 },
    buses: {},
    since: 3,
    headerChanges: {},
    changes: { a: { before: null, after: { name: "陈静" } } },
  };
  expect(howMany(sheet)).toBe("50 人");
  expect(when(sheet)).toBe("6月9日 16:30 到达");
  expect(whichBuses(sheet)).toBe("2 辆车：X1 30 人，X2 20 人");
  expect(whatChanged(sheet)).toBe("自您确认的第 3 版以来：新增 1");
  expect(whatChanged({ ...sheet, changes: {} })).toBe("与您确认的第 3 版相同");
  expect(whatChanged({ ...sheet, since: 0 })).toBe("");
});

test("the first glance counts a meal in portions, and says nothing of what a list has not", () => {
  const meal: Sheet = {
    entry: {
      manifest: "meal:DR1",
      kind: "meal",
      title: "DR1",
      version: 1,
      cutAt: "2030-06-09T14:02",
      unfinished: false,
      closed: false,
      acknowledged: 0,
      owed: true,
    },
    header: { starts: "2030-06-09T18:30" },
    lines: {},
    heads: { total: 74, diets: {}, ranks: {}, buses: {}, held: 0 },
    buses: {},
    since: 0,
    headerChanges: {},
    changes: {},
  };
  expect(howMany(meal)).toBe("74 份");
  expect(when(meal)).toBe("6月9日 18:30 开始");
  expect(whichBuses(meal)).toBe("");
  expect(when({ ...meal, header: {} })).toBe("");
  expect(whichBuses({ ...meal, heads: { ...meal.heads, buses: { X1: 2, "": 1 } } })).toBe(
    "1 辆车：未定车辆 1 人，X1 2 人",
  );
});
