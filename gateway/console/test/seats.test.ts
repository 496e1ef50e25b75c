import { expect, test } from "vitest";
import type { Group, Member } from "../src/api/boards";
import { busRows, latestOf, parts, plan, seated, unexpected } from "../src/boards/seats";

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
