import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GRAVE = ["serious", "critical"];
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What another light changes. */
const BY_LIGHT = ["color-contrast"];
/** What another language changes: names, and whether its words are said to be of it. */
const BY_LANGUAGE = [
  "color-contrast",
  "button-name",
  "link-name",
  "label",
  "aria-input-field-name",
  "aria-toggle-field-name",
  "label-content-name-mismatch",
  "html-has-lang",
  "html-lang-valid",
  "document-title",
];
const OTHER_LANGUAGE = "header button[lang]";

async function run(page, only) {
  if (!(await page.evaluate(() => "axe" in window))) {
    // Not as a script element: the Content-Security-Policy would refuse it, as it must.
    await page.evaluate(SOURCE);
  }
  return page.evaluate(
    async ({ only, standards, grave }) => {
      const found = await window.axe.run(document, {
        runOnly: only ? { type: "rule", values: only } : { type: "tag", values: standards },
        resultTypes: ["violations"],
      });
      return found.violations
        .filter((v) => grave.includes(v.impact))
        .flatMap((v) =>
          v.nodes.map((n) => {
            const why = [...n.any, ...n.all, ...n.none].map((c) => c.message).join("; ");
            return `${v.id} (${v.impact}): ${n.target.join(" ")} ${n.html.slice(0, 160)}: ${why}`;
          }),
        );
    },
    { only, standards: STANDARDS, grave: GRAVE },
  );
}

async function lit(page, scheme, work) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  return (await work()).map((fault) => `${scheme}: ${fault}`);
}

async function speakOther(page) {
  const before = await page.locator("html").getAttribute("lang");
  // Also from below a dialog, which stays open.
  await page
    .locator(OTHER_LANGUAGE)
    .first()
    .evaluate((button) => button.click());
  await page.locator(`html:not([lang="${before}"])`).waitFor();
}

/**
 * What is seriously or critically wrong with a page, by day and by night, in both languages.
 *
 * @param stay what stands on it would not live through another language: it is held in this one only
 */
export async function faultsOf(page, stay = false) {
  const scheme = await page.evaluate(() =>
    matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  );
  const other = scheme === "dark" ? "light" : "dark";
  const faults = [
    ...(await lit(page, scheme, () => run(page, null))),
    ...(await lit(page, other, () => run(page, BY_LIGHT))),
  ];
  const language = page.locator(OTHER_LANGUAGE).first();
  if (!stay && (await language.isVisible())) {
    await speakOther(page);
    faults.push(...(await lit(page, other, () => run(page, BY_LANGUAGE))));
    await speakOther(page);
  }
  await lit(page, scheme, async () => []);
  return [...new Set(faults)];
}
