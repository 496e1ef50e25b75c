import { expect, test } from "vitest";
import type { CallSheet, Gate, Matter } from "../src/api/duty";
import type { Contact, Letter } from "../src/api/telling";
import { NOBODY, queues } from "../src/duty/callQueue";
import { reportOf } from "../src/duty/callReport";
import { clocksAt, readingOf } from "../src/duty/clock";
import { missing, todays } from "../src/duty/gateStory";
import { aboutManifest, lost, madeUpFor } from "../src/duty/letterStory";
import { targetOf, told } from "../src/duty/matters";
import { age, dueText, span } from "../src/duty/spans";
import { pressing, urgencyOf } from "../src/duty/urgency";
import en from "../src/i18n/en";
import { wordsOf } from "../src/i18n/messages";
import { topicsOf } from "../src/live/topics";
import type { Catalogue } from "../src/manifests/naming";
import { roleFor } from "../src/session/useRole";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const words = wordsOf("en", en);

const matter = (part: Partial<Matter>): Matter => ({
  key: "debt:U1",
  kind: "debt",
  urgency: "low",
  code: "debt",
  text: "as the platform says",
  whom: "U1",
  since: "2026-06-09T04:00:00Z",
  due: null,
  details: {},
  ...part,
});

const nothing: Catalogue = {
  delegations: new Map(),
  routes: new Map(),
  stops: new Map(),
  hotels: new Map(),
  meals: new Map(),
  trips: new Map(),
  sessions: new Map(),
};

test("what a deadline presses is critical, and what is long past presses nobody", () => {
  expect(urgencyOf("debt", 0, 30 * MINUTE)).toBe("critical");
  expect(urgencyOf("debt", 0, -HOUR)).toBe("critical");
  expect(urgencyOf("debt", 0, -13 * HOUR)).toBe("low");
  expect(urgencyOf("debt", 0, 2 * HOUR)).toBe("high");
  expect(urgencyOf("debt", 0, 10 * HOUR)).toBe("normal");
  expect(urgencyOf("debt", 0, null)).toBe("low");
});

test("a call is never less than high, and age raises what is low but makes nothing critical", () => {
  expect(urgencyOf("call", 0, null)).toBe("high");
  expect(urgencyOf("debt", 5 * HOUR, null)).toBe("normal");
  expect(urgencyOf("letter", 5 * HOUR, null)).toBe("high");
  expect(urgencyOf("gate", 50 * HOUR, null)).toBe("high");
});

test("what presses moves up while one looks, the oldest first within", () => {
  const items = [
    matter({ key: "debt:B", due: "2026-06-09T16:30", since: "2026-06-09T04:05:00Z" }),
    matter({ key: "debt:A", due: "2026-06-09T18:30" }),
    matter({ key: "debt:C", due: "2026-06-09T16:30" }),
  ];
  const at = (local: string) => ({
    instant: Date.parse("2026-06-09T06:00:00Z"),
    local: Date.parse(`${local}Z`),
  });
  expect(pressing(items, at("2026-06-09T12:00")).map((m) => m.urgency)).toEqual([
    "normal",
    "normal",
    "normal",
  ]);
  const later = pressing(items, at("2026-06-09T16:10"));
  expect(later.map((m) => m.key)).toEqual(["debt:C", "debt:B", "debt:A"]);
  expect(later.map((m) => m.urgency)).toEqual(["critical", "critical", "high"]);
});

test("the platform's clocks go on, however wrong one's own is", () => {
  const at = Date.parse("2026-06-09T06:00:20Z");
  const reading = readingOf(at, "2026-06-09T14:00", false, 5_000);
  expect(clocksAt(reading, 65_000)).toEqual({
    instant: Date.parse("2026-06-09T06:01:20Z"),
    local: Date.parse("2026-06-09T14:01:20Z"),
  });
});

test("a rehearsal's clock, which may have been set at any second, is known by the minute", () => {
  const at = Date.parse("2026-11-22T23:10:20Z");
  const { local } = readingOf(at, "2026-06-09T14:00", true, 0);
  expect(local).toBe(Date.parse("2026-06-09T14:00:00Z"));
});

test("a deadline is counted by the second within the hour, and an age by the minute", () => {
  expect(span(9 * MINUTE + 5_000, words)).toBe("9:05");
  expect(span(9 * HOUR + 5 * MINUTE, words)).toBe("9 h 05 min");
  expect(span(72 * HOUR, words)).toBe("3 days");
  expect(dueText(-MINUTE, words)).toBe("1:00 over");
  expect(dueText(MINUTE, words)).toBe("1:00 left");
  expect(age(20_000, words)).toBe("under a minute");
  expect(age(26 * HOUR, words)).toBe("1 day");
});

test("a matter is said in the page's words, one that is not known in the platform's", () => {
  const contacts = new Map([["U1", { code: "U1", name: "Reception" } as Contact]]);
  const named = { known: nothing, contacts };
  expect(told(matter({ details: { manifests: 2 } }), named, words)).toEqual({
    title: "Reception: 2 lists not acknowledged",
    about: "No letter was sent",
  });
  expect(told(matter({ code: "something-new" }), named, words).title).toBe("as the platform says");
  const change = { n: 7, action: "withdraw", outstanding: 3, change: "c0" };
  const late = matter({ key: "case:c0", kind: "case", code: "case-overdue", details: change });
  expect(told(late, named, words).title).toBe("Change #7 Withdraw: 3 not acknowledged in time");
  expect(targetOf(late)).toEqual({ section: "duty", change: "c0" });
  expect(targetOf(matter({}))).toEqual({ section: "duty", open: "debt:U1" });
});

const gate = (part: Partial<Gate>): Gate => ({
  trip: "X1A",
  plate: "",
  route: null,
  light: "green",
  mayLeave: true,
  since: null,
  rollCallAt: null,
  change: null,
  departs: "2026-06-09T14:00",
  departedAt: null,
  driver: null,
  sites: [],
  ...part,
});

test("today's buses: what is red first, what has left last, and yesterday's if it is red still", () => {
  const all = [
    gate({ trip: "gone", departedAt: "2026-06-09T14:05" }),
    gate({ trip: "green" }),
    gate({ trip: "red", light: "red" }),
    gate({ trip: "late", light: "red", departs: "2026-06-08T14:00" }),
    gate({ trip: "tomorrow", departs: "2026-06-10T14:00" }),
  ];
  expect(todays(all, "2026-06-09").map((g) => g.trip)).toEqual(["late", "red", "green", "gone"]);
});

test("a bus waits for the sites of its day only", () => {
  const site = (manifest: string, required: boolean, acknowledged: boolean) => ({
    manifest,
    name: manifest,
    arrives: null,
    version: 1,
    required,
    acknowledged,
    why: "unacknowledged" as const,
    receivers: [],
  });
  const waits = missing(
    gate({ sites: [site("a", true, true), site("b", true, false), site("c", false, false)] }),
  );
  expect(waits.map((s) => s.manifest)).toEqual(["b"]);
});

test("an acknowledgement on the phone needs a name, any other outcome none", () => {
  expect(reportOf("reached-acknowledged", " ", 7, "")).toBeNull();
  expect(reportOf("reached-acknowledged", " Wang ", 7, "")).toEqual({
    outcome: "reached-acknowledged",
    name: "Wang",
    version: 7,
  });
  expect(reportOf("no-answer", "Wang", 7, " busy ")).toEqual({
    outcome: "no-answer",
    note: "busy",
  });
});

const letter = (part: Partial<Letter>): Letter => ({
  id: "l1",
  contact: "U1",
  channel: "sms",
  purpose: "revision",
  state: "failed",
  rehearsal: false,
  plannedAt: "2026-06-09T06:00:00Z",
  sendAfter: "2026-06-09T06:00:00Z",
  sentAt: null,
  settledAt: null,
  attempts: 1,
  reason: null,
  items: [{ manifest: "site:S1", fromVersion: 1, toVersion: 2 }],
  ...part,
});

test("a lost letter is made up for by a later one that says as much", () => {
  const items = [{ manifest: "site:S1", fromVersion: 1, toVersion: 3 }];
  const later = letter({ id: "l2", state: "delivered", plannedAt: "2026-06-09T07:00:00Z", items });
  const failed = letter({});
  expect(lost([later, failed])).toEqual([failed]);
  expect(madeUpFor(failed, [later, failed])).toBe(true);
  expect(madeUpFor(failed, [letter({ id: "l3", state: "unknown" }), failed])).toBe(false);
  expect(aboutManifest([later, failed], "U1", "site:S2")).toEqual([]);
});

test("what the stream says of people makes the page read what it is about, and nothing else", () => {
  expect(topicsOf("shift-noted")).toContain("log");
  expect(topicsOf("letters-changed")).toContain("letters");
  expect(topicsOf("links-revoked")).toEqual([]);
});

test("whoever has a seat in the duty room acts from there", () => {
  expect(roleFor("report-departure", ["transport", "duty"])).toBe("duty");
  expect(roleFor("report-departure", ["transport"])).toBe("transport");
  expect(roleFor("report-departure", ["catering"])).toBeUndefined();
  expect(roleFor("acknowledge-for", ["accommodation", "catering"], "meal:L1")).toBe("catering");
  expect(roleFor("acknowledge-for", ["catering"], "site:S1")).toBeUndefined();
});

test("calls are queued by whom they are to, in the order of the list", () => {
  const call = (id: string, role: string | null) => ({ id, role }) as CallSheet;
  const found = queues([call("1", "site"), call("2", null), call("3", "site")]);
  expect([...found].map(([role, sheets]) => [role, sheets.map((s) => s.id)])).toEqual([
    ["site", ["1", "3"]],
    [NOBODY, ["2"]],
  ]);
});
