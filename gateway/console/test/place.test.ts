import { expect, test } from "vitest";
import { hashOf, NOWHERE, placeFrom } from "../src/desk/place";

test("an address leads back to where it came from", () => {
  const place = {
    conference: "8fea",
    section: "manifests",
    open: "site:S 1/甲",
    version: 7,
    against: 0,
    change: "b0be",
    wide: true,
  } as const;
  expect(placeFrom(hashOf(place))).toEqual(place);
});

test("no address, and a mutilated one, lead somewhere", () => {
  expect(placeFrom("")).toEqual(NOWHERE);
  expect(placeFrom("#/")).toEqual(NOWHERE);
  expect(placeFrom("#/8fea/nonsense?version=x&against=-3")).toEqual({
    ...NOWHERE,
    conference: "8fea",
  });
  expect(placeFrom("#/8fea/people/%E0%A4%A")).toEqual(NOWHERE);
});

test("the wall screen has an address of its own", () => {
  const place = { ...NOWHERE, conference: "8fea", section: "duty", wall: true } as const;
  expect(hashOf(place)).toBe("#/8fea/duty?wall");
  expect(placeFrom("#/8fea/duty?wall")).toEqual(place);
});
