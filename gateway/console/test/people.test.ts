import { expect, test } from "vitest";
import type { Participant } from "../src/api/types";
import { findable, found } from "../src/people/finding";

const person = (id: string, name: string, delegation: string, phone = ""): Participant => ({
  id,
  name,
  delegation,
  phone,
  gender: "F",
  rank: 3,
  title: "处长",
  companionOf: null,
  attending: true,
  version: 1,
});
const all = findable(
  [
    person("1", "薛芳", "CQ", "19900000012"),
    person("2", "张薛", "CQ"),
    person("3", "王蓉", "GD"),
    person("4", "薛", "GD"),
  ],
  new Map([
    ["CQ", { code: "CQ", name: "重庆市" }],
    ["GD", { code: "GD", name: "广东省" }],
  ]),
);
const ids = (asked: string) => found(all, asked).map((f) => f.person.id);

test("nothing asked is everybody", () => {
  expect(ids(" ")).toEqual(["1", "2", "3", "4"]);
});

test("who is named so comes first, then who begins so", () => {
  expect(ids("薛")).toEqual(["4", "1", "2"]);
});

test("a delegation is found by name and by code, a person by their phone", () => {
  expect(ids("广东")).toEqual(["3", "4"]);
  expect(ids("gd")).toEqual(["3", "4"]);
  expect(ids("ＣＱ")).toEqual(["1", "2"]);
  expect(ids("0000012")).toEqual(["1"]);
});

test("every word must be found", () => {
  expect(ids("重庆 薛")).toEqual(["1", "2"]);
  expect(ids("重庆 王")).toEqual([]);
});
