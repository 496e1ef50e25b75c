import { expect, test, vi } from "vitest";
import type { ManifestContent, Meal, Participant } from "../src/api/types";
import { kitchensFor } from "../src/print/board";
import { contentHash, shortHash } from "../src/print/contentHash";
import { type Card, changedSince, printed } from "../src/print/printedCards";
import { pageRule, quoted } from "../src/print/running";
import { seated } from "../src/print/seated";

const content: ManifestContent = {
  manifest: "rooming:H1",
  version: 7,
  closed: false,
  unfinished: false,
  header: { hotel: "H1" },
  lines: {
    "p-2": { diet: "halal", name: "李雪梅" },
    "p-1": { name: "𠮷田", room: "301" },
  },
};

test("a paper's digits are the owner's, as ContentHashTest has them", async () => {
  expect(await contentHash(content)).toBe(
    "f3de3ab782498f69b9dc044da3939390c7d71866b16a064cd2910dfab3bac63a",
  );
});

test("a closed list has no header in its digits", async () => {
  const closed = { ...content, closed: true, lines: {} };
  expect(await contentHash(closed)).toBe("0".repeat(64));
});

test("twelve digits in groups of four are compared by eye", () => {
  expect(shortHash("f3de3ab782498f69b9dc")).toBe("f3de 3ab7 8249");
});

test("no name ends the margin's text", () => {
  expect(quoted('a"b\\c\nd')).toBe('"a\\22 b\\5c c\\a d"');
  const rule = pageRule({
    topLeft: '"; } body { display: none',
    topRight: "第 7 版",
    bottomLeft: "",
    page: ["第 ", " 页，共 ", " 页"],
  });
  expect(rule).toContain('content: "\\22 ; } body { display: none"');
  expect(rule).toContain('counter(page) " 页，共 " counter(pages)');
});

const meal = (code: string, starts: string, kitchen: string, scope: string): Meal => ({
  code,
  starts,
  kitchen,
  scope,
});

test("somebody eats where hotel, rank and route say, each kitchen once, the first meal's first", () => {
  const meals = [
    meal("D", "2026-06-09T18:30", "K1", "route:R1"),
    meal("B", "2026-06-09T07:00", "H1", "hotel:H1"),
    meal("L", "2026-06-09T12:00", "H1", "hotel:H1"),
    meal("N", "2026-06-08T19:00", "H2", "rank:1"),
    meal("X", "2026-06-09T18:30", "K2", "route:R2"),
  ];
  expect(kitchensFor({ hotel: "H1", rank: 2, route: "R1" }, meals)).toEqual(["H1", "K1"]);
  expect(kitchensFor({ hotel: "H1", rank: 1, route: "" }, meals)).toEqual(["H2", "H1"]);
});

const person = (id: string, more: Partial<Participant>): Participant => ({
  id,
  delegation: "CQ",
  name: id,
  gender: "F",
  rank: 3,
  title: "",
  phone: "",
  companionOf: null,
  attending: true,
  version: 1,
  ...more,
});

test("a session seats who attends of its delegations, without family, the highest rank first", () => {
  const session = { ...content, lines: { CQ: { seats: "2" }, GD: { seats: "1" } } };
  const people = [
    person("gd", { delegation: "GD" }),
    person("cq-3", {}),
    person("cq-2", { rank: 2 }),
    person("family", { companionOf: "cq-2" }),
    person("gone", { attending: false }),
    person("other", { delegation: "BJ" }),
  ];
  expect(seated(session, people).map((p) => p.id)).toEqual(["cq-2", "cq-3", "gd"]);
});

test("printed again, only the cards that say something else; and no name is kept", async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  const card = (id: string, name: string): Card => ({
    person: { id, name } as Participant,
    delegation: "广东省",
    session: "开幕式",
  });
  const before = [card("a", "张伟"), card("b", "王芳")];
  expect(await changedSince("c", "session:S1", before)).toBeNull();
  await printed("c", "session:S1", before);
  expect(await changedSince("c", "session:S1", before)).toEqual([]);
  const now = [card("a", "张玮"), card("b", "王芳"), card("d", "李娜")];
  const changed = await changedSince("c", "session:S1", now);
  expect(changed?.map((c) => c.person.name)).toEqual(["张玮", "李娜"]);
  expect(await changedSince("c", "session:S2", now)).toBeNull();
  expect([...kept.values()].join()).not.toMatch(/[张王]/);
  vi.unstubAllGlobals();
});
