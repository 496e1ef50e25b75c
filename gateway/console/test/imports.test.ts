import { expect, test } from "vitest";
import { Refused } from "../src/api/problem";
import type { Roster, RosterImpact, Sheet } from "../src/api/rosters";
import { rosterName } from "../src/api/rosters";
import { fileKey } from "../src/imports/fileKey";
import { fieldAt, headingAt, letters, nthAlike, synonymsOf } from "../src/imports/mapping";
import { officeOf } from "../src/imports/office";
import { byRow, canBeRemembered, meaningsOf, wordingOf } from "../src/imports/settling";
import { outcomeOf, rivals, Tray, type TrayFile } from "../src/imports/tray";

const DELEGATIONS = [
  { code: "GD", name: "广东省" },
  { code: "GX", name: "广西壮族自治区" },
  { code: "CQ", name: "重庆市" },
  { code: "BT", name: "新疆生产建设兵团" },
  { code: "XJ", name: "新疆维吾尔自治区" },
];

test("whose roster a file is stands in what it is called", () => {
  const said: Record<string, string | null> = {
    "GD.xlsx": "GD",
    "gd.CSV": "GD",
    "附件2_GX(最终版).xls": "GX",
    "广东省参会回执.xlsx": "GD",
    "关于报送广西参会人员的函.xlsx": "GX",
    "重庆.csv": "CQ",
    "新疆生产建设兵团名单.xlsx": "BT",
    "新疆名单.xlsx": null,
    "参会回执.xlsx": null,
    "名单/CQ.xlsx": "CQ",
  };
  for (const [file, office] of Object.entries(said)) {
    expect(officeOf(file, DELEGATIONS), file).toBe(office);
  }
});

test("a file goes to the platform under the code of its office, whatever it was called", () => {
  expect(rosterName("GD", "张三 报名.xlsx")).toBe("GD.xlsx");
  expect(rosterName("GD", "名单")).toBe("GD");
});

test("the same file tried again has the same key, and another once something else went in", () => {
  const bytes = new TextEncoder().encode("a,b");
  expect(fileKey("GD.csv", bytes, null)).toBe(fileKey("GD.csv", bytes.slice(), null));
  expect(fileKey("GD.csv", bytes, null)).toHaveLength(32);
  expect(fileKey("GD.csv", bytes, "r1")).not.toBe(fileKey("GD.csv", bytes, null));
  expect(fileKey("CQ.csv", bytes, null)).not.toBe(fileKey("GD.csv", bytes, null));
});

const roster = (of: Partial<Roster>): Roster => ({
  id: "r",
  file: "GD.csv",
  delegation: "GD",
  status: "done",
  rows: 3,
  read: 3,
  parts: 1,
  people: 0,
  updated: 0,
  unchanged: 0,
  queued: 0,
  missing: 0,
  waiting: 0,
  change: null,
  problem: null,
  foreseen: null,
  ...of,
});
const impact = (of: Partial<Roster>): RosterImpact => ({
  manifests: [],
  exceptions: [],
  answer: { status: 202, body: roster(of) },
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const busy = new Refused({
  status: 503,
  code: "preview-busy",
  title: "",
  detail: "",
  errors: [],
  issuers: [],
});

function trayOf(said: Record<string, Partial<Roster> | Error>) {
  const log: string[] = [];
  const tray = new Tray({
    foresee: async ({ file }) => {
      log.push(`foresee ${file.name}`);
      const of = said[file.name] ?? {};
      if (of instanceof Error) {
        throw of;
      }
      return impact(of);
    },
    take: async ({ file }, told) => {
      log.push(`take ${file.name}`);
      told(roster({ status: "reading", read: 1 }));
      return roster(said[file.name] as Partial<Roster>);
    },
    pause: async () => {
      log.push("pause");
    },
  });
  return { tray, log };
}
const files = (...names: string[]) => names.map((name) => new File(["x"], name));
const outcomes = (tray: Tray) => tray.current().map(outcomeOf);

test("files are read one after another, and nothing goes in before somebody says so", async () => {
  const { tray, log } = trayOf({ "GD.csv": { people: 2 }, "CQ.csv": { updated: 1 }, "GX.csv": {} });
  tray.drop(files("GD.csv", "CQ.csv", "GX.csv"), (name) => name.slice(0, 2));
  await settled();
  expect(log).toEqual(["foresee GD.csv", "foresee CQ.csv", "foresee GX.csv"]);
  expect(outcomes(tray)).toEqual(["fresh", "correcting", "same"]);
  expect(tray.unfinished()).toBe(true);
  tray.confirm((f) => outcomeOf(f) === "fresh");
  await settled();
  expect(log.slice(3)).toEqual(["take GD.csv"]);
  expect(outcomes(tray)).toEqual(["in", "correcting", "same"]);
});

test("a refused file stops no other, and cannot be taken in", async () => {
  const { tray, log } = trayOf({ "GD.jpg": { status: "refused" }, "CQ.csv": { people: 1 } });
  tray.drop(files("GD.jpg", "CQ.csv"), (name) => name.slice(0, 2));
  await settled();
  tray.confirm(() => true);
  await settled();
  expect(outcomes(tray)).toEqual(["refused", "in"]);
  expect(log).not.toContain("take GD.jpg");
});

test("a platform that is busy is asked again, and not for ever", async () => {
  const { tray, log } = trayOf({ "GD.csv": busy });
  tray.drop(files("GD.csv"), () => "GD");
  await settled();
  await settled();
  expect(log.filter((l) => l === "pause")).toHaveLength(4);
  expect(outcomes(tray)).toEqual(["failed"]);
  expect(tray.unfinished()).toBe(false);
});

test("a file of which nobody knows whose it is waits for that", async () => {
  const { tray, log } = trayOf({ "a.csv": { people: 1, waiting: 2 } });
  tray.drop(files("a.csv"), () => null);
  await settled();
  expect(log).toEqual([]);
  expect(outcomes(tray)).toEqual(["unassigned"]);
  tray.assign(1, "GD");
  await settled();
  tray.confirm(() => true);
  await settled();
  expect(outcomes(tray)).toEqual(["asks"]);
});

test("what a second file of an office would do is asked anew once the first is in", async () => {
  const { tray, log } = trayOf({ "GD.csv": { people: 1 }, "GD.xlsx": { people: 1 } });
  tray.drop(files("GD.csv", "GD.xlsx"), () => "GD");
  await settled();
  const [first, second] = tray.current() as [TrayFile, TrayFile];
  expect(rivals(first, tray.current())).toEqual([second]);
  tray.confirm((f) => f.id === first.id);
  await settled();
  expect(log).toEqual(["foresee GD.csv", "foresee GD.xlsx", "take GD.csv", "foresee GD.xlsx"]);
});

const SHEET: Sheet = {
  name: "",
  rows: [
    { number: 1, cells: [{ at: 0, column: "A", text: "名册", columns: 5 }] },
    {
      number: 2,
      cells: [
        { at: 0, column: "A", text: "尊姓大名", columns: 1 },
        { at: 1, column: "B", text: "性别", columns: 1 },
        { at: 3, column: "D", text: "时间", columns: 1 },
        { at: 4, column: "E", text: "时 间", columns: 1 },
      ],
    },
  ],
  tables: [{ headerFrom: 2, headerTo: 2, columns: [{ at: 1, column: "B", field: "gender" }] }],
};

test("a heading is what stands in the header above its column", () => {
  const table = SHEET.tables[0] ?? null;
  expect(headingAt(SHEET, table, 2, 0)).toBe("尊姓大名");
  expect(headingAt(SHEET, table, 2, 2)).toBe("");
  expect(headingAt(SHEET, null, 1, 0)).toBe("名册");
  expect(fieldAt(table, 1)).toBe("gender");
  expect(fieldAt(table, 0)).toBe("");
  expect(nthAlike(SHEET, table, 2, 1)).toBe(0);
  expect([3, 4].map((at) => nthAlike(SHEET, table, 2, at))).toEqual([1, 2]);
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});

test("columns that are headed alike are told apart by their place", () => {
  const table = SHEET.tables[0] ?? null;
  expect(synonymsOf(SHEET, table, 2, { 3: "arrive", 4: "" }, null)).toEqual([
    { kind: "NTH_HEADING", wording: "时间#1", meaning: "arrive", delegation: null },
    { kind: "NTH_HEADING", wording: "时 间#2", meaning: "none", delegation: null },
  ]);
});

test("what is said of columns is kept as words for their headings", () => {
  const table = SHEET.tables[0] ?? null;
  expect(synonymsOf(SHEET, table, 2, { 0: "name", 1: "", 2: "rank" }, "GD")).toEqual([
    { kind: "HEADING", wording: "尊姓大名", meaning: "name", delegation: "GD" },
    { kind: "HEADING", wording: "性别", meaning: "none", delegation: "GD" },
  ]);
});

const pending = (of: object) => ({
  kind: "row" as const,
  sheet: "",
  row: 2,
  column: "C",
  field: "rank",
  value: "正处",
  reason: "not-in-table",
  person: null,
  name: null,
  meaning: null,
  present: null,
  owner: null,
  ...of,
});

test("only a wording that no table knows is remembered", () => {
  expect(canBeRemembered(pending({}))).toBe(true);
  expect(canBeRemembered(pending({ field: "phone", reason: "not-a-phone" }))).toBe(false);
  expect(canBeRemembered(pending({ reason: "missing", value: "" }))).toBe(false);
  expect(canBeRemembered(pending({ kind: "conflict" }))).toBe(false);
});

test("a cell is settled in words of the tables", () => {
  expect(wordingOf("RANK", "3")).toBe("Division");
  expect(wordingOf("PLACE", "NNG")).toBe("NNG");
  expect(meaningsOf("ROUTE", ["R1"])).toEqual(["R1", "none"]);
});

test("the cells of one row stand together", () => {
  const rows = byRow([
    pending({}),
    pending({ field: "arrive" }),
    pending({ row: 3 }),
    pending({ kind: "missing", row: 0 }),
    pending({ kind: "missing", row: 0 }),
  ]);
  expect(rows.map((r) => r.items.length)).toEqual([2, 1, 1, 1]);
});
