import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en, { rooms as english } from "../src/i18n/en";
import { type Family, filled, wordsOf } from "../src/i18n/messages";
import zh, { rooms as chinese } from "../src/i18n/zh";

const bundles: Record<string, Record<string, string>> = { zh, en };
const FAMILIES: readonly Family[] = [
  "action",
  "callOutcome",
  "caseState",
  "channel",
  "contactRole",
  "diet",
  "exception",
  "field",
  "how",
  "kind",
  "letter",
  "light",
  "matterKind",
  "place",
  "rank",
  "reason",
  "recipient",
  "role",
  "roomType",
  "ripple",
  "service",
  "sign",
  "urgency",
  "rosterField",
  "waits",
  "tray",
  "office",
  "itemState",
  "ladderStep",
  "reminderKind",
  "placeholder",
  "reminded",
];

const places = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(path) ? [path] : [];
  });
}

const code = sources(join(__dirname, "../src"))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

test("both languages have the same keys, in the same order", () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh));
});

test("no key stands in two rooms", () => {
  for (const rooms of [english, chinese]) {
    const keys = Object.values(rooms).flatMap((room) => Object.keys(room));
    expect(keys).toHaveLength(new Set(keys).size);
  }
});

test("no text is empty, and both languages name the same things in it", () => {
  for (const key of Object.keys(zh)) {
    expect(bundles.zh?.[key], key).not.toBe("");
    expect(bundles.en?.[key], key).not.toBe("");
    expect(places(bundles.en?.[key] ?? ""), key).toEqual(places(bundles.zh?.[key] ?? ""));
  }
});

test("every text is used: by its key, or as one of a family", () => {
  const used = (key: string) => code.includes(`"${key}"`) || code.includes(`\`${key}\``);
  const family = (key: string) => FAMILIES.some((f) => key.startsWith(`${f}.`));
  const built = [...code.matchAll(/`([a-z]+\.)\$\{/g)].map((m) => m[1] ?? "");
  const unused = Object.keys(zh).filter(
    (key) => !used(key) && !family(key) && !built.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test("no Chinese stands in the code", () => {
  expect(code.match(/[\u4e00-\u9fff]+/g)).toBeNull();
});

test("one is said otherwise than many", () => {
  expect(filled("{count} person | {count} people", { count: 1 })).toBe("1 person");
  expect(filled("{count} person | {count} people", { count: 0 })).toBe("0 people");
  expect(filled("{count} 人", { count: 1 })).toBe("1 人");
});

test("what is not given stays to be seen", () => {
  expect(filled("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});

test("a code without words is shown as it is", () => {
  const words = wordsOf("en", en);
  expect(words.word("action", "switch-route")).toBe("Switch route");
  expect(words.word("action", "something-new")).toBe("something-new");
});
