import { describe, expect, it } from "vitest";
import { busesOf, freeSeats } from "../liaison/book/buses";
import { offered } from "../liaison/book/choosing";
import { newsOf, ridersOf } from "../liaison/book/riders";
import type { Book, Place, RollCallRead, Trip } from "../liaison/book/types";
import en from "../liaison/words/en.json";
import zh from "../liaison/words/zh.json";

const trip = (code: string, route = "R1"): Trip => ({
  code,
  kind: "excursion",
  plate: `桂${code}`,
  seats: 45,
  driver: "",
  route,
  departs: null,
  from: "",
  windowFrom: null,
  windowTo: null,
  cancelled: false,
});

const place = (person: string, bus: string, absent = false): Place => ({
  person,
  route: "R1",
  bus,
  absent,
  version: 1,
});

const call = (code: string, at: string, more: Partial<RollCallRead>): RollCallRead => ({
  id: at,
  trip: code,
  happenedAt: at,
  aboard: [],
  absent: [],
  unexpected: [],
  ...more,
});

const listed = (...people: string[]) => ({
  version: 1,
  header: {},
  lines: Object.fromEntries(
    people.map((p) => [p, { name: `名${p}`, delegation: "GD", rank: "3" }]),
  ),
});

function book(more: Partial<Book>): Book {
  const mine = trip("X1A");
  return {
    conference: {
      id: "c",
      code: "C",
      name: "会",
      timezone: "Asia/Shanghai",
      starts: "2026-06-08T08:00",
      ends: "2026-06-11T18:00",
      rehearsal: true,
    },
    trip: mine,
    trips: [mine, trip("X1B"), trip("X2A", "R2")],
    routes: [],
    stops: [],
    delegations: {},
    manifest: listed("a", "b"),
    names: [{ person: "c", name: "名c", delegation: "FJ", rank: 2, sound: "ming c" }],
    places: {},
    gates: [],
    rollCalls: [],
    live: true,
    skew: 0,
    readAt: 0,
    everybodyReadAt: 0,
    ...more,
  };
}

describe("who belongs to the bus", () => {
  it("is who is on its list, and who was called absent here", () => {
    const known = book({ places: { c: place("c", "X1A", true) } });
    expect(ridersOf(known).map((r) => r.person)).toEqual(["c", "a", "b"]);
    expect(ridersOf(book({ places: { c: place("c", "X1B", true) } }))).toHaveLength(2);
  });

  it("is told anew when somebody came or went, and not when one's own absence is heard", () => {
    const before = book({});
    expect(newsOf(before, book({ manifest: listed("a", "d") }))).toEqual({
      came: ["名d"],
      went: ["名b"],
    });
    expect(newsOf(before, book({}))).toBeNull();
    const absent = book({
      manifest: listed("a"),
      places: { b: place("b", "X1A", true) },
      names: [{ person: "b", name: "名b", delegation: "GD", rank: 3, sound: "" }],
    });
    expect(newsOf(before, absent)).toBeNull();
    expect(newsOf(null, before)).toBeNull();
  });
});

describe("the buses of a route", () => {
  it("are counted by the latest word on each, and those that told nothing say so", () => {
    const known = book({
      places: { e: place("e", "X1B"), f: place("f", "X1B") },
      rollCalls: [
        call("X1A", "2026-06-09T14:05", { aboard: ["b"] }),
        call("X1A", "2026-06-09T14:00", { aboard: ["a", "x"], absent: ["b"], unexpected: ["x"] }),
      ],
    });
    const [mine, other] = busesOf(known);
    expect(mine).toMatchObject({
      expected: 2,
      aboard: 2,
      absent: 0,
      unexpected: 1,
      open: 0,
      calledAt: "2026-06-09T14:05",
    });
    expect(other).toMatchObject({ expected: 2, open: 2, calledAt: null });
    expect(busesOf(known)).toHaveLength(2);
  });
});

describe("where somebody may be moved to", () => {
  it("has the seats that nobody holds; who is absent holds none", () => {
    const small = { ...trip("X1B"), seats: 2 };
    const known = book({
      places: { e: place("e", "X1B"), f: place("f", "X1B", true), g: place("g", "X1A") },
    });
    expect(freeSeats(known, small)).toBe(1);
    expect(freeSeats(known, { ...small, seats: 1 })).toBe(0);
    expect(freeSeats(known, trip("X2A", "R2"))).toBe(45);
  });
});

describe("the choice of a bus", () => {
  const pickup = (code: string, windowFrom: string, windowTo: string): Trip => ({
    ...trip(code, ""),
    kind: "pickup",
    from: "NNG",
    windowFrom,
    windowTo,
  });
  const bus = (code: string, departs: string) => ({ ...trip(code), departs });
  const routes = [
    {
      code: "R1",
      name: "百色",
      departs: "2026-06-09T14:00",
      returns: "2026-06-10T19:00",
      cancelled: false,
    },
  ];
  const all = [
    pickup("PG25", "2026-06-09T23:00", "2026-06-10T01:00"),
    pickup("PG09", "2026-06-08T09:00", "2026-06-08T11:00"),
    pickup("PG11", "2026-06-08T11:00", "2026-06-08T13:00"),
    bus("X1B", "2026-06-09T14:05"),
    bus("X1A", "2026-06-09T14:00"),
  ];
  const codes = (trips: readonly Trip[]) => trips.map((one) => one.code);

  it("begins with what leaves next, and keeps what is over apart", () => {
    const now = offered(all, routes, "2026-06-09T13:30");
    expect(codes(now.ahead)).toEqual(["X1A", "X1B", "PG25"]);
    expect(codes(now.over)).toEqual(["PG11", "PG09"]);
  });

  it("offers a bus on the road until its route is back, and a pickup until its window closes", () => {
    expect(codes(offered(all, routes, "2026-06-10T19:00").ahead)).toEqual(["X1A", "X1B"]);
    expect(codes(offered(all, routes, "2026-06-10T19:01").ahead)).toEqual([]);
    expect(codes(offered(all, [], "2026-06-10T19:01").ahead)).toEqual(["X1A", "X1B"]);
  });
});

describe("the phone's words", () => {
  it("are the same in both languages, and none is empty", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    expect([...Object.values(en), ...Object.values(zh)].every((text) => text.trim())).toBe(true);
  });

  it("fill in the same values", () => {
    const values = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      const english = en[key].split(" | ").at(-1) ?? "";
      expect(values(english), key).toEqual(values(zh[key]));
    }
  });
});
