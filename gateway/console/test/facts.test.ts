import { expect, test } from "vitest";
import { changesNothing, itineraryOrder, laidOn, tidyNumber } from "../src/facts/legs";
import { actingRoles } from "../src/facts/rights";

const now = {
  person: "p",
  version: 3,
  arrival: { time: "2026-06-08T13:25", place: "NNG", number: "CA2280" },
  departure: { time: null, place: "", number: "" },
};

test("only what differs is asked for", () => {
  expect(itineraryOrder(now, now.arrival, now.departure)).toEqual({});
  expect(itineraryOrder(now, { ...now.arrival, time: "2026-06-08T15:00" }, now.departure)).toEqual({
    arrival: { time: "2026-06-08T15:00" },
  });
});

test("a time can become unknown again", () => {
  expect(itineraryOrder(now, { ...now.arrival, time: null }, now.departure)).toEqual({
    arrival: { time: null },
  });
});

test("the same number written otherwise is no change", () => {
  expect(itineraryOrder(now, { ...now.arrival, number: " ca 2280" }, now.departure)).toEqual({});
  expect(tidyNumber("ｇ 410")).toBe("G410");
});

test("an order laid on what somebody else has made of it keeps theirs", () => {
  const theirs = { ...now, version: 4, departure: { ...now.departure, time: "2026-06-11T10:30" } };
  const order = { arrival: { number: "CA99" } };
  expect(laidOn(theirs, order).departure.time).toBe("2026-06-11T10:30");
  expect(laidOn(theirs, order).arrival.number).toBe("CA99");
  expect(changesNothing(theirs, order)).toBe(false);
  expect(changesNothing(theirs, { arrival: { number: "CA2280" } })).toBe(true);
});

test("one acts in a role that one holds and that may", () => {
  expect(actingRoles("itinerary", ["duty", "protocol", "registration"])).toEqual([
    "registration",
    "protocol",
  ]);
  expect(actingRoles("diet", ["excursion"])).toEqual([]);
});
