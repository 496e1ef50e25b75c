import { expect, test } from "vitest";
import { daysOf, servings } from "../src/boards/meals";

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
