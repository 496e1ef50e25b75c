import { expect, test } from "vitest";
import { mergeRows, proposed, settled } from "../src/facts/merging";

const base = { name: "Li Na", rank: "3", title: "Head", phone: "1" };

test("what both have changed alike, and what nobody has changed, needs no word", () => {
  const rows = mergeRows(base, { ...base, title: "Chief" }, { ...base, title: "Chief" });
  expect(rows).toEqual([]);
});

test("what only one has changed is proposed, what both have changed waits", () => {
  const theirs = { ...base, rank: "2", phone: "7" };
  const mine = { ...base, title: "Chief", phone: "8" };
  const rows = mergeRows(base, theirs, mine);
  expect(rows.map((r) => [r.field, r.moved])).toEqual([
    ["rank", "theirs"],
    ["title", "mine"],
    ["phone", "both"],
  ]);
  expect(proposed(rows)).toEqual({ rank: "theirs", title: "mine", phone: null });
});

test("nothing is asked for while a field waits, and never more than what was chosen", () => {
  const rows = mergeRows(base, { ...base, rank: "2", phone: "7" }, { ...base, phone: "8" });
  const chosen = proposed(rows);
  expect(settled(rows, chosen)).toBeNull();
  expect(settled(rows, { ...chosen, phone: "mine" })).toEqual({ phone: "8" });
  expect(settled(rows, { ...chosen, phone: "theirs" })).toEqual({});
});
