import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import meEn from "../site/me/en.json";
import meZh from "../site/me/zh.json";
import en from "../site/words/en.json";
import zh from "../site/words/zh.json";

type Bundle = Readonly<Record<string, string>>;

const site = join(__dirname, "../site");
const read = (folder: string, names: readonly string[]) =>
  names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
const scripts = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".ts"));

/** Names of the browser's events are no words. */
const withoutEvents = (code: string) => code.replace(/(addEventListener|\bon)\("[^"]*"/g, "");

const shared = withoutEvents(
  read(
    site,
    scripts(site).filter((name) => name !== "me.ts"),
  ),
);
const own = withoutEvents(
  read(site, ["me.ts"]) + read(join(site, "me"), scripts(join(site, "me"))),
);

/** Words whose name is put together while the page runs, from what the platform says. */
const FAMILIES =
  /^(kind\.(rooming|meal|trip|site|session)|field\.\w+|diet\.\w+|rank\.[1-4]|(heads|list)\.(meal|session)|(nothing|planning)\.(title|detail))$/;
const OWN_FAMILIES = /^(role\.[\w-]+|meal\.(route|rank|hotel)|offline|unread)$/;

const places = (text: string | undefined) =>
  [...new Set([...(text ?? "").matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort();

describe.each<[string, Bundle, Bundle, string, RegExp]>([
  ["recipients' pages", zh, en, shared, FAMILIES],
  ["delegates' own pages", meZh, meEn, own, OWN_FAMILIES],
])("%s", (_, chinese, english, code, families) => {
  test("both languages have the same words, in the same order, with the same values", () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    for (const key of Object.keys(chinese)) {
      expect(places(english[key]), key).toEqual(places(chinese[key]));
      expect(english[key], key).not.toBe("");
    }
  });

  test("every word is used", () => {
    const unused = Object.keys(chinese).filter(
      (key) => !families.test(key) && !code.includes(`"${key}"`),
    );
    expect(unused).toEqual([]);
  });

  test("no text stands in the code", () => {
    expect(code.match(/"[^"]*\p{Script=Han}[^"]*"/gu)).toBeNull();
  });
});
