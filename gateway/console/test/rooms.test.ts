import { expect, test } from "vitest";
import type { Night, Room, Sleeper } from "../src/api/boards";
import { dayToShow } from "../src/boards/moments";
import { byHotel, dayAfter, whereFree } from "../src/boards/nights";
import { floorOf, floors, waitingOn } from "../src/boards/rooms";

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
  nights: [{ from, to: "2026-06-10" }],
});

test("who is elsewhere in between leaves the bed free that night", () => {
  const away: Sleeper = {
    ...sleeper("a", "301"),
    to: "2026-06-11",
    nights: [
      { from: "2026-06-08", to: "2026-06-09" },
      { from: "2026-06-10", to: "2026-06-11" },
    ],
  };
  const states = ["2026-06-08", "2026-06-09", "2026-06-10"].map(
    (night) => floors([room("301", 1)], [away], [], night)[0]?.cells[0]?.state,
  );
  expect(states).toEqual(["full", "free", "full"]);
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
