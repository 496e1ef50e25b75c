import { expect, test } from "vitest";
import type { CaseBrief, CaseRecipient, Contact, FeedEntry, Standing } from "../src/api/telling";
import { servicesOf, targetOf, told } from "../src/home/exceptionStory";
import { casesHere } from "../src/home/openCases";
import { owedHere } from "../src/home/owed";
import { actionsOf, sinceByManifest } from "../src/home/since";
import en from "../src/i18n/en";
import { wordsOf } from "../src/i18n/messages";
import type { Catalogue } from "../src/manifests/naming";
import { toldLists } from "../src/telling/caseStory";
import { channelsOf } from "../src/telling/channels";
import { recipients } from "../src/telling/recipients";

const words = wordsOf("en", en);
const known: Catalogue = {
  delegations: new Map([["CQ", { code: "CQ", name: "Chongqing" }]]),
  routes: new Map(),
  stops: new Map(),
  hotels: new Map([["H1", { code: "H1", name: "Lychee Garden" }]]),
  meals: new Map(),
  trips: new Map(),
  sessions: new Map(),
};

const entry = (n: number, action: string, manifest: string, version: number): FeedEntry => ({
  n,
  change: `c${n}`,
  service: "excursion",
  action,
  actor: "night",
  role: "excursion",
  reason: null,
  receivedAt: null,
  revised: [{ manifest, version, header: false, closed: false, added: 1, struck: 0, changed: 0 }],
});

test("what changed since is told list by list, from the version that one knew", () => {
  const since = sinceByManifest([
    entry(1, "switch-route", "site:S1", 4),
    entry(2, "withdraw", "meal:M1", 2),
    entry(3, "switch-route", "site:S1", 5),
  ]);
  expect(since.map(({ manifest, from, to }) => ({ manifest, from, to }))).toEqual([
    { manifest: "site:S1", from: 3, to: 5 },
    { manifest: "meal:M1", from: 1, to: 2 },
  ]);
  expect(actionsOf(since[0]?.changes ?? [])).toEqual([["switch-route", 2]]);
});

test("each desk sees its own exceptions, the duty room all of them", () => {
  expect(servicesOf(["transport"])).toEqual(["transport-dispatch"]);
  expect(servicesOf(["catering"])).toEqual([]);
  expect(servicesOf(["accommodation", "duty"])).toHaveLength(4);
});

test("an exception says whom it is about and leads to where it is mended", () => {
  const unplaced = {
    kind: "unplaced",
    person: "p1",
    delegation: "CQ",
    hotel: "H1",
    from: "2026-06-08",
    to: "2026-06-11",
  };
  expect(told(unplaced, () => "Chen", known, words)).toEqual({
    whom: "Chen",
    about: "Chongqing · Lychee Garden · 8 Jun – 11 Jun",
  });
  expect(targetOf(unplaced)).toEqual({ section: "people", open: "p1" });
  const over = { kind: "over-seats", trip: "X1A", plate: "A1", seats: 45, people: 46 };
  expect(told(over, (id) => id, known, words)).toEqual({
    whom: "X1A A1",
    about: "46 people / 45 seats",
  });
  expect(targetOf(over)).toEqual({ section: "manifests", open: "trip:X1A" });
  const stranger = { kind: "unknown-person", trip: "X1A", person: "nobody" };
  expect(targetOf(stranger)).toEqual({ section: "manifests", open: "trip:X1A" });
  expect(targetOf({ kind: "something-new" })).toBeNull();
});

const standing = (contact: string, manifest: string, part: Partial<Standing> = {}): Standing => ({
  contact,
  manifest,
  told: 2,
  sent: 2,
  seen: 0,
  acknowledged: 1,
  owedSince: "2026-06-09T04:00:00Z",
  due: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedHow: null,
  ladderStep: 0,
  active: true,
  ...part,
});

test("a desk sees what is owed for its own lists, the nearest deadline first", () => {
  const all = [
    standing("a", "meal:M1"),
    standing("b", "meal:M2", { due: "2026-06-09T18:00" }),
    standing("c", "site:S1"),
  ];
  expect(owedHere(all, ["meal"]).map((s) => s.contact)).toEqual(["b", "a"]);
});

test("who owes comes first, and who was not told yet is there too", () => {
  const all = [
    standing("knows", "site:S1", { acknowledged: 2 }),
    standing("owes", "site:S1"),
    standing("left", "site:S1", { active: false }),
  ];
  const found = recipients("site:S1", all, ["knows", "owes", "new"]);
  expect(found.map((s) => s.contact)).toEqual(["owes", "knows", "new", "left"]);
  expect(found[2]?.told).toBe(0);
});

test("a channel without an address is none", () => {
  const contact: Contact = {
    code: "U1",
    role: "site",
    name: "",
    phone: "138",
    email: "",
    channels: null,
    webhook: null,
  };
  expect(channelsOf(contact)).toEqual(["page", "sms", "call"]);
  expect(channelsOf({ ...contact, channels: ["email", "sms"] })).toEqual(["sms"]);
});

test("a case tells first of whom has not answered, and not of lists that nobody receives", () => {
  const who = (contact: string, state: string): CaseRecipient => ({
    contact,
    state,
    due: null,
    letters: [],
    acknowledgement: null,
    settlement: null,
  });
  const list = (manifest: string, ...of: CaseRecipient[]) => ({
    manifest,
    version: 2,
    title: null,
    recipients: of,
  });
  const lists = toldLists({
    state: "settled",
    outstanding: 1,
    told: [
      list("meal:M1", who("a", "acknowledged")),
      list("rooming:H1"),
      list("site:S1", who("b", "settled"), who("c", "escalated")),
    ],
  });
  expect(lists.map((l) => l.manifest)).toEqual(["site:S1", "meal:M1"]);
  expect(lists[0]?.recipients.map((r) => r.contact)).toEqual(["c", "b"]);
});

test("a desk sees what of its own is not known by all, and everything that is not through", () => {
  const brief = (n: number, role: string, actor: string, due: string | null = null): CaseBrief => ({
    state: "settled",
    revised: 1,
    recipients: 1,
    outstanding: 1,
    escalated: 0,
    due,
    change: {
      id: `c${n}`,
      n,
      service: "",
      action: "",
      actor,
      role,
      reason: null,
      receivedAt: null,
      state: "settled",
      settledAt: null,
    },
  });
  const settled = [
    brief(1, "catering", "li"),
    brief(2, "venue", "wu", "2026-06-09T18:00"),
    brief(3, "excursion", "li", "2026-06-09T17:00"),
  ];
  const open = [brief(9, "transport", "zhou")];
  const numbers = (roles: string[]) => casesHere(open, settled, roles, "li").map((c) => c.change.n);
  expect(numbers(["catering"])).toEqual([9, 3, 1]);
  expect(numbers(["duty"])).toEqual([9, 3, 2, 1]);
});
