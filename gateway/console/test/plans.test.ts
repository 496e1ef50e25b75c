import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Order } from "../src/api/commands";
import { headersOf } from "../src/api/commands";
import type { Participant } from "../src/api/types";
import en from "../src/i18n/en";
import { wordsOf } from "../src/i18n/messages";
import type { Ripple } from "../src/live/ripples";
import { optionsOf, type Surroundings, saying } from "../src/plans/choices";
import { begin, beside, drafted, taken } from "../src/plans/editing";
import { draftOf } from "../src/plans/fields";
import { headsOf } from "../src/plans/heads";
import type { Entry } from "../src/plans/kinds";
import { found, sorted } from "../src/plans/rows";
import { countsIn, lastOf, type RollCall, sumOf } from "../src/plans/surveys";
import { deedAt, deedsOf, KINDS, placeOf, tablesFor } from "../src/plans/tables";
import { touches } from "../src/plans/useTouched";

const words = wordsOf("en", en);
const session: Entry = {
  code: "OPEN",
  title: "开幕式",
  hall: "荔园会堂",
  starts: "2026-06-09T09:00:00",
  contact: "",
  cancelled: false,
  version: 3,
};
const trip: Entry = {
  code: "X1A",
  kind: "excursion",
  plate: "桂A1",
  seats: 45,
  driver: "",
  route: "R1",
  departs: "2026-06-09T14:00",
  delegations: ["GD", "CQ"],
  from: "",
  windowFrom: null,
  windowTo: null,
  contact: "",
  cancelled: false,
  version: 1,
};
const about = (
  entries: readonly Entry[] = [],
  lists: Surroundings["lists"] = {},
): Surroundings => ({
  lists,
  contacts: new Map(),
  entries,
});

describe("the tables", () => {
  test("every command on a plan in the services' canvases is in one of them", () => {
    const folder = join(__dirname, "../../../docs/canvas");
    const ofPeople =
      /\/(participants|memberships|diets|rosters|clerk-queue|synonyms|roll-calls|transfers)\b/;
    const desks = readdirSync(folder).filter((f) => !/^(notification|platform)/.test(f));
    const commands = desks.flatMap((file) =>
      [
        ...readFileSync(join(folder, file), "utf8").matchAll(
          /^\| `(?:POST|PUT|PATCH|DELETE) ([^`]+)` \| `([^`]+)`/gm,
        ),
      ]
        .filter(([, path = ""]) => !ofPeople.test(path) && path !== "/conferences")
        .map(([, , action]) => action),
    );
    const offered: string[] = Object.values(KINDS).flatMap((k) => k.deeds.map((d) => d.action));
    expect(commands.length).toBeGreaterThan(30);
    expect(offered.toSorted()).toEqual(commands.toSorted());
  });
  test("one's own come first, and nobody sees what they may not read", () => {
    expect(tablesFor(["catering"])[0]?.desk).toBe("catering");
    expect(tablesFor(["catering"])).toHaveLength(6);
    const liaison = tablesFor(["liaison"]).flatMap((d) => d.kinds.map((k) => k.name));
    expect(liaison).toEqual(["trip", "route", "stop", "delegation", "conference"]);
    expect(tablesFor(["nobody"])).toEqual([]);
  });
  test("only its desk changes a plan, and nobody what is cancelled", () => {
    const actions = (entry: Entry | null, role: string) =>
      deedsOf(KINDS.session, entry, [role]).map((d) => d.action);
    expect(actions(session, "venue")).toEqual(["move-session", "cancel-session"]);
    expect(actions(null, "venue")).toEqual(["plan-sessions"]);
    expect(actions(session, "catering")).toEqual([]);
    expect(actions({ ...session, cancelled: true }, "venue")).toEqual([]);
  });
  test("a cell is changed by the command that says it", () => {
    const draft = draftOf(trip, KINDS.trip.fields);
    const by = (column: string) => deedAt(KINDS.trip, column, draft)?.action;
    expect(by("departs")).toBe("retime-trip");
    expect(by("plate")).toBe("replace-vehicle");
    expect(by("driver")).toBe("change-trip");
    expect(by("windowFrom")).toBeUndefined();
    expect(deedAt(KINDS.trip, "windowFrom", { ...draft, kind: "pickup" })?.action).toBe(
      "change-trip",
    );
    expect(deedAt(KINDS.stop, "arrives", {})?.action).toBe("retime-stop");
  });
  test("an address leads to one of a table, whatever stands in its code", () => {
    expect(placeOf("trip:X:1")).toEqual({ kind: KINDS.trip, id: "X:1" });
    expect(placeOf("room")).toEqual({ kind: KINDS.room, id: null });
    expect(placeOf(null)).toEqual({ kind: null, id: null });
  });
  test("every column has a name in both languages", () => {
    for (const kind of Object.values(KINDS)) {
      for (const { key, derived } of kind.columns) {
        const field = derived ? undefined : kind.fields.find((f) => f.name === key);
        expect(Boolean(derived) || Boolean(field), `${kind.name} ${key}`).toBe(true);
        expect(en, `${kind.name} ${key}`).toHaveProperty([
          `planfield.${derived ?? field?.label ?? field?.name}`,
        ]);
      }
      for (const field of kind.fields) {
        expect(en).toHaveProperty([`planfield.${field.label ?? field.name}`]);
      }
    }
  });
});

describe("commands", () => {
  const deed = (kind: keyof typeof KINDS, action: string) => {
    const one = KINDS[kind].deeds.find((d) => d.action === action);
    if (!one) {
      throw new Error(action);
    }
    return one;
  };
  const request = (kind: keyof typeof KINDS, action: string, said: Record<string, string>) =>
    deed(kind, action).request(said, KINDS[kind].fields);

  test("a vehicle that stands by brings seats and driver along", () => {
    const standby = [{ plate: "桂A8", seats: 8, driver: "农", note: "", version: 1 }];
    const draft = { ...draftOf(trip, KINDS.trip.fields), plate: "桂A8" };
    const follow = deed("trip", "replace-vehicle").follow;
    expect(follow?.(draft, "plate", { standby })).toMatchObject({ seats: "8", driver: "农" });
    expect(follow?.(draft, "seats", { standby })).toEqual(draft);
  });

  test("its driver's contact comes along to a pickup, and leads no excursion bus", () => {
    const standby = [{ plate: "桂A8", seats: 8, driver: "农", contact: "D8", version: 1 }];
    const follow = deed("trip", "replace-vehicle").follow;
    const bus = { kind: "excursion", plate: "桂A8", contact: "L1" };
    expect(follow?.(bus, "plate", { standby })).toMatchObject({ contact: "L1" });
    const pickup = { ...bus, kind: "pickup" };
    expect(follow?.(pickup, "plate", { standby })).toMatchObject({ contact: "D8" });
    const [one] = standby;
    const without = [{ ...one, version: 1, contact: "" }];
    expect(follow?.(pickup, "plate", { standby: without })).toMatchObject({ contact: "L1" });
  });

  test("one that was called elsewhere brings nothing, and is changed there", () => {
    const called = {
      plate: "桂A8",
      seats: 8,
      driver: "农",
      state: "called",
      trip: "X1A",
      version: 2,
    };
    const draft = { kind: "excursion", plate: "桂A8", seats: "45", driver: "莫" };
    const follow = deed("trip", "replace-vehicle").follow;
    expect(follow?.(draft, "plate", { standby: [called] })).toEqual(draft);
    expect(deedsOf(KINDS.standby, called, ["transport"])).toEqual([]);
    expect(deedsOf(KINDS.standby, { ...called, state: "standing" }, ["transport"])).toHaveLength(2);
  });
  test("after a merge that leaves the plate it is no other vehicle", () => {
    expect(request("trip", "replace-vehicle", { plate: "桂A8", seats: "8" })).toEqual({
      method: "PUT",
      path: "/vehicle",
      body: { plate: "桂A8", seats: 8 },
    });
    expect(request("trip", "replace-vehicle", { driver: "农" })).toEqual({
      method: "PATCH",
      path: "",
      body: { driver: "农" },
    });
  });
  test("rooms are contracted one by one number, in one command", () => {
    const said = { hotel: "H1", room: "801-802", type: "单间", capacity: "1" };
    expect(request("room", "contract-rooms", said).body).toEqual([
      { hotel: "H1", room: "801", type: "单间", capacity: 1 },
      { hotel: "H1", room: "802", type: "单间", capacity: 1 },
    ]);
    expect(deed("room", "contract-rooms").wrong?.({ room: "9-1" })).toEqual(["room"]);
  });
  test("a trip says where it goes, or whom it fetches", () => {
    const plan = deed("trip", "plan-trips");
    expect(plan.fields({ kind: "pickup" })).toContain("windowFrom");
    expect(plan.fields({ kind: "pickup" })).not.toContain("route");
    expect(plan.fields({ kind: "excursion" })).toContain("delegations");
  });
  test("what is new has a key and no version to match; what stands has both", () => {
    const order: Order = { etag: "", key: "k", reason: "", role: "venue", preview: true };
    expect(headersOf(order)).toEqual({
      "Idempotency-Key": "k",
      "Huiwu-Role": "venue",
      "Huiwu-Preview": "true",
    });
    expect(headersOf({ ...order, etag: '"3"' })["If-Match"]).toBe('"3"');
  });
  test("a meal whose cut-off no longer fits is worth a second look", () => {
    const said = (draft: Record<string, string>, now: string | null) =>
      KINDS.meal.cautions?.(draft, now);
    const meal = { starts: "2026-06-08T18:30", cutoff: "2026-06-08T16:30" };
    expect(said(meal, "2026-06-08T12:00")).toEqual([]);
    expect(said(meal, "2026-06-08T16:31")).toEqual(["cutoffPast"]);
    expect(said({ ...meal, starts: "2026-06-08T16:00" }, null)).toEqual(["cutoffAfterStart"]);
  });
});

describe("filling in a row", () => {
  const kind = KINDS.session;
  const move = deedAt(kind, "starts", {});
  test("goes on to the next field of the same command, and keeps what was typed", () => {
    if (!move) {
      throw new Error("no command");
    }
    const first = begin(kind, session, "starts", move);
    expect(first?.typed).toBe("2026-06-09 09:00");
    const typed = first && { ...first, typed: "15:30" };
    const next = typed && beside(kind, typed, kind.columns, 1, "");
    expect(next?.column).toBe("hall");
    expect(next && drafted(kind, next)).toEqual(["starts"]);
    expect(next?.draft.starts).toBe("2026-06-09T15:30");
    expect(typed && taken(kind, { ...typed, typed: "late" }, "")).toBeNull();
    expect(typed && beside(kind, { ...typed, typed: "late" }, kind.columns, 1, "")).toBeNull();
  });
  test("codes and what is begun anew are filled in in a form", () => {
    const rehouse = deedAt(KINDS.lodging, "hotel", {});
    const change = deedAt(KINDS.trip, "delegations", { kind: "excursion" });
    expect(rehouse && begin(KINDS.lodging, session, "hotel", rehouse)).toBeNull();
    expect(change && begin(KINDS.trip, trip, "delegations", change)).toBeNull();
  });
});

describe("rows", () => {
  const later = { ...session, code: "CLOSE", title: "闭幕式", starts: "2026-06-11T09:00" };
  const gone = { ...session, code: "OLD", cancelled: true, starts: "2026-06-08T09:00" };
  const rows = [later, gone, session];
  const codes = (some: readonly Entry[]) => some.map((e) => e.code);
  test("stand in order, what is cancelled after them", () => {
    const by = (descending: boolean) =>
      codes(sorted(KINDS.session, rows, { column: "starts", descending }, about(rows), words));
    expect(by(false)).toEqual(["OPEN", "CLOSE", "OLD"]);
    expect(by(true)).toEqual(["CLOSE", "OPEN", "OLD"]);
  });
  test("are found by all the words that are typed", () => {
    const hits = (typed: string, standing: "all" | "standing" | "cancelled" = "all") =>
      codes(found(KINDS.session, rows, typed, standing, about(rows), words));
    expect(hits("荔园 闭幕")).toEqual(["CLOSE"]);
    expect(hits("", "cancelled")).toEqual(["OLD"]);
    expect(hits("nothing")).toEqual([]);
  });
});

test("what is cancelled cannot be chosen, and who is lodged is not lodged again", () => {
  const hotel = [
    { code: "H1", name: "荔园", version: 1 },
    { code: "H2", name: "邕江", cancelled: true, version: 2 },
  ];
  const delegation = [
    { code: "CQ", name: "重庆", version: 1 },
    { code: "GD", name: "广东", version: 1 },
  ];
  const lodged = about([{ delegation: "CQ", version: 1 }], { hotel, delegation });
  expect(optionsOf("hotel", lodged, words).map((o) => o.value)).toEqual(["H1"]);
  expect(optionsOf("unlodged", lodged, words).map((o) => o.value)).toEqual(["GD"]);
  expect(optionsOf("scope", lodged, words).map((o) => o.value)).toContain("hotel:H1");
  const scope = { name: "scope", shape: "code", from: "scope" } as const;
  expect(saying(scope, "hotel:H2", lodged, words)).toBe("邕江");
  expect(saying(scope, "rank:2", lodged, words)).toBe("Bureau and above");
});

test("the newest version says which change has touched a list", () => {
  const ripple = (id: string, version: number): Ripple => ({
    id,
    phase: "settled",
    wasProvisional: false,
    brief: null,
    revised: [{ manifest: "trip:X1A", version, header: {}, lines: {}, lineCount: 0 }],
    view: null,
  });
  expect(touches([ripple("b", 7), ripple("a", 6)]).get("trip:X1A")?.id).toBe("b");
});

test("who moves within a hotel counts once, and who does not come not at all", () => {
  const stay = (room: string) => ({ person: "a", hotel: "H1", room, from: "", to: "" });
  const person = (id: string, attending: boolean) =>
    ({ id, delegation: "CQ", attending }) as Participant;
  const heads = headsOf([stay("301"), stay("302")], [person("a", true), person("b", false)]);
  expect(heads.hotel.get("H1")).toBe(1);
  expect(heads.room.get("H1/302")).toBe(1);
  expect(heads.lodging.get("CQ")).toBe(1);
  expect(heads.delegation.get("CQ")).toBe(1);
});

test("counts are summed, and the roll-call that happened last counts", () => {
  const content = {
    manifest: "meal:M",
    version: 1,
    closed: false,
    unfinished: false,
    header: {},
    lines: { normal: { count: "10" }, halal: { count: "2" } },
  };
  expect(sumOf(countsIn(content, "count"))).toBe(12);
  const call = (id: string, happenedAt: string): RollCall => ({
    id,
    happenedAt,
    aboard: [],
    absent: [],
    unexpected: [],
  });
  const calls = [call("late", "2026-06-09T14:05"), call("early", "2026-06-09T14:00")];
  expect(lastOf(calls)?.id).toBe("late");
  expect(lastOf([])).toBeUndefined();
});
