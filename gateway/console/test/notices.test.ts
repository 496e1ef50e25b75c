import { expect, test } from "vitest";
import { lackOf, leftOut, NEW_CONTACT, tidy } from "../src/contacts/contact";
import { durationOf, minutesOf } from "../src/ladders/durations";
import { roomOf } from "../src/notices/rooms";
import { inserted, placeholdersOf, strangersIn } from "../src/reminders/placeholders";

const contact = { ...NEW_CONTACT, code: "H1" };

test("a contact has a code, both hours or none, and stands in for somebody else", () => {
  expect(lackOf(NEW_CONTACT)).toBe("code");
  expect(lackOf({ ...contact, code: "person:1" })).toBe("code");
  expect(lackOf({ ...contact, worksFrom: "08:00" })).toBe("hours");
  expect(lackOf({ ...contact, standIn: "H1" })).toBe("self");
  expect(lackOf({ ...contact, worksFrom: "08:00", worksTo: "18:00", standIn: "H2" })).toBeNull();
});

test("what was left blank is nothing, and spaces around it are no part of it", () => {
  expect(tidy({ ...contact, name: " 林 ", webhook: "  " })).toEqual({
    ...contact,
    name: "林",
    webhook: null,
  });
});

test("channels that were left out can be added again", () => {
  expect(leftOut(["call", "sms"])).toEqual(["page", "email", "webhook"]);
});

test("a ladder's waits are minutes to people and durations to the platform", () => {
  expect(["PT15M", "PT2H", "PT1H30M", "PT0S", "?"].map(minutesOf)).toEqual([15, 120, 90, 0, 0]);
  expect(durationOf(90)).toBe("PT90M");
});

test("the words of a kind name only what its kind knows", () => {
  expect(placeholdersOf("free")).toEqual(["conference", "delegation", "link"]);
  expect(strangersIn("{bus} {plate} {name}", "bus-departs")).toEqual(["name"]);
  expect(strangersIn("{bus}", "free")).toEqual(["bus"]);
});

test("a placeholder goes where one writes", () => {
  expect(inserted("请到上车", "bus", 2, 2)).toBe("请到{bus}上车");
  expect(inserted("abc", "link", 1, 3)).toBe("a{link}");
});

test("one is in the room that the address names, or in the first that one may see", () => {
  expect(roomOf("audience", ["contacts", "audience"])).toBe("audience");
  expect(roomOf("contacts:H1", ["contacts", "audience"])).toBe("contacts");
  expect(roomOf("ladders", ["contacts"])).toBe("contacts");
  expect(roomOf(null, [])).toBeUndefined();
});
