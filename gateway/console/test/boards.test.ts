import { expect, test } from "vitest";
import type { Group, Member, Night, PlannedTrip, Room, Sleeper, Wave } from "../src/api/boards";
import {
  arriving,
  findings,
  isAfterMidnight,
  isOverdue,
  isUnfetched,
  isUnknown,
  last,
  sumOf,
} from "../src/boards/arrivals";
import { daysOf, servings } from "../src/boards/meals";
import { dayToShow } from "../src/boards/moments";
import { byHotel, dayAfter, whereFree } from "../src/boards/nights";
import { peopleOf } from "../src/boards/peopleOf";
import { floorOf, floors, waitingOn } from "../src/boards/rooms";
import { busRows, latestOf, parts, plan, seated, unexpected } from "../src/boards/seats";
import { localMillis } from "../src/duty/urgency";

const wave = (more: Partial<Wave>): Wave => ({
  place: "NNG",
  time: "2026-06-08T21:10",
  number: "CA1",
  people: 1,
  met: 0,
  missed: 0,
  pickups: ["PG21"],
  ...more,
});

const pickup = (code: string, from: string, to: string, seats: number): PlannedTrip => ({
  code,
  kind: "pickup",
  plate: code,
  seats,
  route: "",
  departs: null,
  from: "NNG",
  windowFrom: from,
  windowTo: to,
  cancelled: false,
});

const PG21 = pickup("PG21", "2026-06-08T21:00", "2026-06-08T23:00", 20);

test("people are counted by the hour in which they arrive, those without a pickup too", () => {
  const [at] = arriving(
    [
      wave({ people: 3 }),
      wave({ time: "2026-06-08T21:59", people: 2 }),
      wave({ time: "2026-06-08T23:30", people: 4, pickups: [] }),
    ],
    [PG21],
  );
  expect(at?.people).toBe(9);
  expect(at?.hours.map((h) => [h.people, h.unfetched])).toEqual([
    [5, 0],
    [0, 0],
    [4, 4],
  ]);
});

test("a pickup with more people than seats says by how many", () => {
  const places = arriving([wave({ people: 26 })], [PG21]);
  expect(places[0]?.windows[0]).toMatchObject({ trip: "PG21", people: 26, seats: 20, over: 6 });
  expect(findings(places)).toMatchObject([{ kind: "over", place: "NNG" }]);
});

test("who is fetched by two windows counts in both, and these stand below each other", () => {
  const other = pickup("PG22", "2026-06-08T22:00", "2026-06-09T01:00", 20);
  const later = pickup("PG23", "2026-06-08T23:00", "2026-06-09T01:00", 20);
  const [at] = arriving([wave({ pickups: ["PG21", "PG22"] })], [PG21, other, later]);
  expect(at?.windows.map((w) => [w.trip, w.people, w.lane])).toEqual([
    ["PG21", 1, 0],
    ["PG22", 1, 1],
    ["PG23", 0, 0],
  ]);
  expect(at?.lanes).toBe(2);
});

test("by own means nobody is fetched, and nobody misses a seat", () => {
  const self = wave({ place: "self", pickups: [] });
  expect(arriving([self], [])).toEqual([]);
  expect(isUnfetched(self)).toBe(false);
  expect(isUnknown({ ...self, time: null })).toBe(false);
});

test("who comes at an unknown time is counted apart", () => {
  expect(
    sumOf([
      wave({ people: 5, met: 2, missed: 1 }),
      wave({ time: null, people: 3, pickups: [] }),
      wave({ place: "", people: 1, pickups: [] }),
      wave({ place: "self", people: 4, pickups: [] }),
    ]),
  ).toEqual({ people: 13, byThemselves: 4, unknown: 4, met: 2, missed: 1 });
});

test("findings come in the order of their time", () => {
  const places = arriving(
    [
      wave({ time: "2026-06-09T01:10", pickups: [] }),
      wave({ people: 21 }),
      wave({ place: "NND", time: "2026-06-08T10:00", pickups: [] }),
    ],
    [PG21],
  );
  expect(findings(places).map((f) => f.kind)).toEqual(["unfetched", "over", "unfetched"]);
});

test("an itinerary of another century makes no picture of a century", () => {
  const [at] = arriving([wave({}), wave({ time: "2126-06-08T10:00" })], []);
  expect(at?.hours.length).toBeLessThanOrEqual(14 * 24);
});

test("the night is what lies between midnight and six", () => {
  const at = (time: string | null) => isAfterMidnight(wave({ time }));
  expect(at("2026-06-09T00:00")).toBe(true);
  expect(at("2026-06-09T05:59")).toBe(true);
  expect(at("2026-06-09T06:00")).toBe(false);
  expect(at("2026-06-08T23:59")).toBe(false);
  expect(at(null)).toBe(false);
});

test("past its time a wave is overdue until all of it has been counted aboard", () => {
  const now = localMillis("2026-06-08T22:00");
  expect(isOverdue(wave({ people: 2, met: 1 }), now)).toBe(true);
  expect(isOverdue(wave({ people: 2, met: 2 }), now)).toBe(false);
  expect(isOverdue(wave({ time: "2026-06-08T22:30" }), now)).toBe(false);
});

test("the last of all is known from the first", () => {
  expect(last([])).toBeNull();
  const night = wave({ time: "2026-06-09T01:10" });
  expect(last([wave({}), night, wave({ time: null })])).toBe(night);
});

test("the people of a wave are those whose itinerary is its own", () => {
  const person = (id: string, attending = true) => ({
    id,
    delegation: "BJ",
    name: id,
    gender: "F",
    rank: 3,
    title: "",
    phone: "",
    companionOf: null,
    attending,
    version: 1,
  });
  const leg = { time: "2026-06-08T21:10", place: "NNG", number: "CA1" };
  const nowhere = { time: null, place: "", number: "" };
  const of = (id: string, arrival: typeof leg | typeof nowhere) => ({
    person: id,
    version: 1,
    arrival,
    departure: nowhere,
  });
  const people = [person("a"), person("b"), person("gone", false), person("c")];
  const itineraries = [of("a", leg), of("b", { ...leg, number: "CA2" }), of("gone", leg)];
  expect(peopleOf(wave({}), people, itineraries).map((p) => p.id)).toEqual(["a"]);
  const unknown = wave({ time: null, place: "", number: "" });
  expect(peopleOf(unknown, people, itineraries).map((p) => p.id)).toEqual(["c"]);
});

const night = (hotel: string, date: string, free: number, more: Partial<Night> = {}): Night => ({
  hotel,
  night: date,
  rooms: 50,
  beds: 100,
  guests: 0,
  waiting: 0,
  taken: 50 - free,
  held: 0,
  asked: 0,
  free,
  freeBeds: free * 2,
  ...more,
});

test("ten rooms for two nights are where the fuller night has ten", () => {
  const all = [
    night("H1", "2026-06-08", 20),
    night("H1", "2026-06-09", 4),
    night("H2", "2026-06-08", 11),
    night("H2", "2026-06-09", 12),
  ];
  expect(whereFree(all, "2026-06-08", "2026-06-10")).toEqual([
    { hotel: "H2", rooms: 11, beds: 22, tightest: "2026-06-08" },
    { hotel: "H1", rooms: 4, beds: 8, tightest: "2026-06-09" },
  ]);
  expect(whereFree(all, "2026-06-08", "2026-06-09")[0]).toMatchObject({ hotel: "H1", rooms: 20 });
  expect(whereFree(all, "2026-07-01", "2026-07-02")).toEqual([]);
  expect(byHotel(all).map((h) => h.nights.length)).toEqual([2, 2]);
});

test("a month ends where it ends", () => {
  expect(dayAfter("2026-06-30")).toBe("2026-07-01");
  expect(dayAfter("2026-12-31")).toBe("2027-01-01");
});

test("one looks at today first, else at the next day, else at the last", () => {
  const days = ["2026-06-08", "2026-06-10"];
  expect(dayToShow(days, "2026-06-08")).toBe("2026-06-08");
  expect(dayToShow(days, "2026-06-09")).toBe("2026-06-10");
  expect(dayToShow(days, "2026-11-01")).toBe("2026-06-10");
  expect(dayToShow([], "2026-06-09")).toBeNull();
});

const room = (number: string, capacity = 2): Room => ({
  hotel: "H1",
  room: number,
  type: "twin",
  capacity,
});

const sleeper = (person: string, number: string | null, from = "2026-06-08"): Sleeper => ({
  person,
  name: person,
  delegation: "BJ",
  hotel: "H1",
  room: number,
  from,
  to: "2026-06-10",
});

test("a room's floor is what stands before its last two digits", () => {
  expect(["301", "1204", "A305", "12", "B"].map(floorOf)).toEqual(["3", "12", "A3", "", ""]);
});

test("rooms are taken, part free, held or free on each night of their own", () => {
  const hold = {
    id: "h",
    organisation: "警卫局",
    hotel: "H1",
    rooms: 1,
    from: "2026-06-08",
    to: "2026-06-09",
    cancelled: false,
  };
  const rooms = [room("1001"), room("301"), room("302"), room("303"), room("304")];
  const people = [sleeper("a", "301"), sleeper("b", "301"), sleeper("c", "302", "2026-06-09")];
  const states = (date: string) =>
    floors(rooms, people, [{ hold, given: ["303"] }], date).map((f) => [
      f.floor,
      ...f.cells.map((c) => c.state),
    ]);
  expect(states("2026-06-08")).toEqual([
    ["3", "full", "free", "held", "free"],
    ["10", "free"],
  ]);
  expect(states("2026-06-09")).toEqual([
    ["3", "full", "part", "free", "free"],
    ["10", "free"],
  ]);
  expect(states("2026-06-10")[0]).toEqual(["3", "free", "free", "free", "free"]);
});

test("companions stand beside their host", () => {
  const people = [sleeper("c", "301"), sleeper("x", "301"), sleeper("a", "301")];
  const host = (person: string) => (person === "a" ? "x" : null);
  const [floor] = floors([room("301", 3)], people, [], "2026-06-08", host);
  expect(floor?.cells[0]?.guests.map((g) => g.person)).toEqual(["c", "x", "a"]);
});

test("who has no room waits on the nights of the stay only", () => {
  const people = [sleeper("a", null), sleeper("b", "301")];
  expect(waitingOn(people, "2026-06-09").map((s) => s.person)).toEqual(["a"]);
  expect(waitingOn(people, "2026-06-10")).toEqual([]);
});

test("a coach of 45 has ten rows of four and five abreast behind", () => {
  const seats = busRows(45);
  expect(seats).toHaveLength(45);
  expect(seats[0]).toEqual([0, 0]);
  expect(seats[3]).toEqual([0, 4]);
  expect(seats.slice(40)).toEqual([0, 1, 2, 3, 4].map((column) => [10, column]));
  expect(busRows(20).at(-1)).toEqual([4, 4]);
  expect(busRows(1)).toEqual([[0, 0]]);
  expect(new Set(seats.map(String)).size).toBe(45);
});

const member = (person: string, delegation: string, more: Partial<Member> = {}): Member => ({
  person,
  name: person,
  delegation,
  rank: 3,
  companionOf: null,
  absent: false,
  ...more,
});

const bus = (seats: number, members: readonly Member[]): Group => ({
  bus: "X1A",
  route: "R1",
  plate: "P",
  departs: null,
  seats,
  taken: members.filter((m) => !m.absent).length,
  members,
});

test("a bus is filled delegation by delegation, companions beside their host", () => {
  const members = [
    member("a", "GD"),
    member("b", "BJ"),
    member("c", "GD"),
    member("wife", "BJ", { companionOf: "b" }),
    member("d", "BJ"),
  ];
  expect(seated(members).map((m) => m.person)).toEqual(["b", "wife", "d", "a", "c"]);
  expect(parts(members)).toEqual([
    { delegation: "BJ", people: 3 },
    { delegation: "GD", people: 2 },
  ]);
});

test("the absent hold no seat, and whoever is too many stands behind the seats", () => {
  const members = [
    member("a", "BJ"),
    member("b", "BJ", { absent: true }),
    member("c", "BJ"),
    member("d", "BJ"),
  ];
  const seats = plan(bus(2, members));
  expect(seats.map((s) => [s.member?.person, s.over])).toEqual([
    ["a", false],
    ["c", false],
    ["d", true],
  ]);
  expect(seats[2]?.row).toBe(1);
  expect(plan(bus(4, [])).every((s) => s.member === null)).toBe(true);
});

test("who is aboard though not expected is known while they are on the bus", () => {
  const call = (happenedAt: string, strangers: readonly string[]) => ({
    id: happenedAt,
    happenedAt,
    learntAt: "",
    aboard: strangers,
    absent: [],
    unexpected: strangers,
  });
  const calls = [call("2026-06-09T14:05", ["x", "gone"]), call("2026-06-09T13:50", [])];
  expect([...unexpected(bus(4, [member("x", "BJ"), member("y", "BJ")]), calls)]).toEqual(["x"]);
  expect(latestOf(calls)?.happenedAt).toBe("2026-06-09T14:05");
  expect(latestOf([])).toBeNull();
});

test("meals are counted by diet, the common ones first; the cancelled are left out", () => {
  const meal = (code: string, starts: string, cancelled = false) => ({
    code,
    starts,
    cutoff: starts,
    kitchen: "H1",
    scope: "hotel:H1",
    cancelled,
  });
  const all = servings(
    [
      meal("D", "2026-06-08T18:30"),
      meal("L", "2026-06-08T12:00"),
      meal("B", "2026-06-09T07:00"),
      meal("X", "2026-06-08T12:00", true),
    ],
    [{ meal: "D", diets: { vegan: 1, vegetarian: 2, normal: 30, halal: 5 } }],
  );
  expect(all.map((s) => [s.meal.code, s.total])).toEqual([
    ["L", 0],
    ["D", 38],
    ["B", 0],
  ]);
  expect(all[1]?.diets.map(([diet]) => diet)).toEqual(["normal", "halal", "vegetarian", "vegan"]);
  expect(daysOf(all)).toEqual(["2026-06-08", "2026-06-09"]);
});
