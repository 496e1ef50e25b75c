import { expect, test } from "vitest";
import type { PlannedTrip, Wave } from "../src/api/boards";
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
import { peopleOf } from "../src/boards/peopleOf";
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
