import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { Clerk } from "./clerk.mjs";
import { Desk } from "./desk.mjs";
import { must, Stage } from "./stage.mjs";

/*
 * What is printed: each kind of list as a paper with its version and all its lines, a person's service
 * card, a session's table cards; and a desk that is used without a mouse.
 */
const DESK_SIZE = { width: 1440, height: 900 };
const NOT_SIGNED_IN = /status of 401 .*\/session\b/;
const KINDS = ["rooming:H1", "trip:X1A", "site:S11", "meal:DR1", "session:S1"];

const stage = new Stage("e2e:paper", "paper");
const { complaints } = stage;
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
await clerk.ask(
  "POST",
  clerk.at("venue", "sessions"),
  [{ code: "S1", title: "开幕式", hall: "荔园会堂", starts: "2026-06-09T09:00", contact: "" }],
  { "Huiwu-Role": "venue" },
);
await clerk.contacts([
  { code: "DUTY", role: "duty", name: "会务值班室", phone: "0771-5550100", email: "" },
]);
const people = await clerk.people();
const [rider] = people.filter((p) => p.delegation === "CQ");
await clerk.switchRoute(rider.id, "R2");
await clerk.switchRoute(rider.id, "R1");
await clerk.atRest("site:S11");
await clerk.settled("session:S1", 1);

await stage.raise();
const page = await stage.open(DESK_SIZE, { deviceScaleFactor: 1 });
stage.page = page;
const desk = new Desk(page, stage.url);
const step = (name, work) => stage.step(name, work);
const go = (place) => page.goto(`${desk.url}/#/${clerk.conference}/${place}`);
/** A PDF's text has radicals in place of the characters that look the same. */
const RADICALS = [..."⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰"];
const CHARACTERS = [..."虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐龙"];
const LIKE = new Map(RADICALS.map((radical, i) => [radical, CHARACTERS[i]]));
const plain = (text) =>
  [...text.normalize("NFKC").replace(/\s/g, "")].map((c) => LIKE.get(c) ?? c).join("");

/** As the registration desk corrects a name. */
async function rename(person, name) {
  const at = clerk.at("registration", `participants/${person.id}`);
  const { version } = await clerk.ask("GET", at);
  await clerk.ask("PATCH", at, { name }, { "If-Match": `"${version}"` });
}

/** Presses what prints, and holds what the browser would print while its window is open. */
async function printed(button, sheet, name) {
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.locator(button).click();
  await page.locator("html[data-printed]").waitFor();
  await page.locator(sheet).first().waitFor({ state: "attached" });
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  if (stage.images) {
    mkdirSync(stage.images, { recursive: true });
    writeFileSync(join(stage.images, `paper-${name}.pdf`), bytes);
  }
  await page.evaluate(() => {
    document.documentElement.removeAttribute("data-printed");
    window.dispatchEvent(new Event("afterprint"));
  });
  await page.locator(".on-paper").waitFor({ state: "detached" });
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return { pages: totalPages, text: text.map(plain) };
}

/** The version, the page's number and every line stand on the paper. */
async function holds(manifest, language) {
  await go(`manifests/${manifest}`);
  await page.locator(".manifest .lines tbody tr").first().waitFor();
  const now = await clerk.settled(manifest, 1);
  const paper = await printed(
    ".print-sheet",
    `.sheet[data-manifest="${manifest}"]`,
    `${manifest.replace(":", "-")}-${language}`,
  );
  const all = paper.text.join("");
  const version = language === "zh" ? `第${now.version}版` : `Version${now.version}`;
  must(
    all.includes(plain(version)),
    `${manifest}: ${version} is not on the paper: ${all.slice(0, 300)}`,
  );
  const count = language === "zh" ? `第1页，共${paper.pages}页` : `Page1of${paper.pages}`;
  must(
    paper.text[0].includes(plain(count)),
    `${manifest}: its pages are not counted: ${paper.text[0]}`,
  );
  must(
    all.includes(language === "zh" ? "内容" : "Content"),
    `${manifest}: no digits of its content`,
  );
  for (const [key, fields] of Object.entries(now.lines)) {
    const name = fields.name ?? fields.count ?? fields.seats ?? key;
    must(all.includes(plain(name)), `${manifest}: ${key} is not on the paper`);
  }
  must(!all.includes("退出登录") && !all.includes("Signout"), `${manifest}: buttons on paper`);
}

/** Where the keys are, as somebody sees it. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    return {
      what: `${at.tagName.toLowerCase()}.${at.className} ${at.textContent?.trim().slice(0, 20)}`,
      matches: at.matches(":focus-visible"),
      seen: style.outlineStyle !== "none" || style.boxShadow !== "none",
      main: at.id === "main",
    };
  });

async function tabTo(selector, most = 60) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const at = await focused();
    must(!at.matches || at.seen, `the focus cannot be seen on ${at.what}`);
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) {
      return i + 1;
    }
  }
  throw new Error(`${selector} is not reached by ${most} tabs`);
}

/** A platform that has just been started may not know in time what it would touch: one asks again. */
async function weighed() {
  const problems = page.locator(".order .problem");
  for (let asked = 0; asked < 3; asked++) {
    await page.keyboard.press("Enter");
    await page.locator(".order .order-confirm").or(problems).first().waitFor();
    if ((await problems.count()) === 0) {
      return;
    }
  }
  throw new Error(`nobody says what it would touch: ${await problems.textContent()}`);
}

try {
  await step("signs in without a mouse", () =>
    complaints.expecting(NOT_SIGNED_IN, async () => {
      await desk.open();
      await page.keyboard.type(clerk.user.account);
      await page.keyboard.press("Tab");
      await page.keyboard.type(clerk.user.password);
      await page.keyboard.press("Enter");
      await page.locator(".top").waitFor();
      await desk.awaitLine("live");
      await stage.axe();
    }),
  );
  await step("skips what is the same on every page", async () => {
    await page.reload();
    await page.locator(".top-link").first().waitFor();
    await page.keyboard.press("Tab");
    must((await focused()).what.includes("skip"), `first comes ${(await focused()).what}`);
    await page.keyboard.press("Enter");
    must((await focused()).main, `the skip link leads to ${(await focused()).what}`);
  });
  await step("asks which keys there are, and Esc puts the help away", async () => {
    await page.keyboard.press("?");
    await page.locator("dialog.key-help[open]").waitFor();
    await stage.axe();
    await stage.picture("keys");
    await page.keyboard.press("Escape");
    await page.locator("dialog.key-help[open]").waitFor({ state: "detached" });
  });
  await step("finds somebody, opens a form, and comes back to where it was opened", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type(rider.name);
    await page.locator(".person-row[data-active]").waitFor();
    await page.keyboard.press("Enter");
    await page.locator('.fact[data-fact="diet"] .fact-action').waitFor();
    await tabTo('.fact[data-fact="diet"] .fact-action');
    await page.keyboard.press("Enter");
    await page.locator(".order").waitFor();
    await stage.axe();
    await page.keyboard.press("Escape");
    await page.locator(".order").waitFor({ state: "detached" });
    must(
      await page.evaluate(() => document.activeElement.matches('[data-fact="diet"] .fact-action')),
      `the focus is lost: ${(await focused()).what}`,
    );
  });
  await step("changes a diet without a mouse", async () => {
    await page.keyboard.press("Enter");
    await page.locator(".order input[type=radio]").first().waitFor();
    await page.waitForFunction(() => document.activeElement.matches(".order input[type=radio]"));
    await page.keyboard.press("ArrowDown");
    await tabTo(".order .order-weigh");
    await weighed();
    await page.waitForFunction(() => document.activeElement.matches(".order-confirm"));
    await page.keyboard.press("Enter");
    await page.locator('.ripple[data-phase="settled"]').waitFor();
  });
  await step("Esc closes the side of the table, and the table has the keys again", async () => {
    await go(`people/${rider.id}?wide=`);
    await page.locator(".table-side .fact-body").first().waitFor();
    await page.locator(".table-side-close").focus();
    await page.keyboard.press("Escape");
    await page.locator(".table-side").waitFor({ state: "detached" });
    must(
      await page.evaluate(() => document.activeElement.matches(".table-frame")),
      `the table has lost the keys: ${(await focused()).what}`,
    );
  });
  for (const manifest of KINDS) {
    await step(`prints ${manifest} with its version and all its lines`, () =>
      holds(manifest, "zh"),
    );
  }
  await step("the browser's own key prints the same paper", async () => {
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await page.keyboard.press("Control+p");
    await page.locator("html[data-printed]").waitFor();
    must((await page.locator(".on-paper .sheet").count()) === 1, "it prints the screen");
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await page.locator(".on-paper").waitFor({ state: "detached" });
  });
  await step("prints a card to fold for each who has a seat", async () => {
    await go("manifests/session:S1");
    await page.locator(".print-cards").waitFor();
    const cards = await printed(".print-cards", ".table-card", "cards");
    const seats = people.filter((p) => p.attending && !p.companionOf);
    must(cards.pages === Math.ceil(seats.length / 2), `${cards.pages} pages for ${seats.length}`);
    for (const one of seats) {
      const times = cards.text.join("").split(plain(one.name)).length - 1;
      must(times === 2, `${one.name} stands there ${times} times`);
    }
  });
  await step("printed again, only the cards that have changed", async () => {
    await go("manifests/session:S1");
    await page.locator(".print-cards").click();
    await page.locator(".print-again", { hasText: "均无变化" }).waitFor();
    await page.locator(".print-again .ant-btn-text").click();
    const [one] = people.filter((p) => p.attending && !p.companionOf);
    await rename(one, `${one.name}甲`);
    await page.reload();
    await page.locator(".print-cards").click();
    await page.locator(".print-again", { hasText: "1 张变化" }).waitFor();
    const cards = await printed(".print-changed", ".table-card", "cards-changed");
    const said = cards.text.join("");
    must(said.split(plain(`${one.name}甲`)).length === 3, `the card is not there: ${said}`);
    must(cards.pages === 1, `${cards.pages} pages for one card`);
    await rename(one, one.name);
  });
  await step("prints somebody's service card, with the code of their own page", async () => {
    await go(`people/${rider.id}`);
    await page.locator('.fact[data-fact="route"] .fact-body').waitFor();
    const card = await printed(".print-card", ".service-card figure svg", "card");
    const all = card.text.join("");
    for (const there of [
      rider.name,
      "重庆市",
      "荔园会堂",
      "荔园山庄",
      "桂AQZ0JN",
      "0771-5550100",
    ]) {
      must(all.includes(plain(there)), `${there} is missing: ${all}`);
    }
    must(card.pages === 1, `the card takes ${card.pages} pages`);
  });
  await step("a card printed again says what is about, and voids what was lost", async () => {
    const links = () =>
      clerk.ask("GET", clerk.at("notification", `people/${rider.id}/personal-links`));
    must((await links()).links === 1, "the first card's code is not known of");
    await page.locator(".print-card").click();
    await page.locator(".print-again", { hasText: "1 张" }).waitFor();
    await stage.picture("zh-again");
    await printed(".print-void", ".service-card figure svg", "card-again");
    must((await links()).links === 1, "the lost card opens the page still");
  });
  await step("prints in English", async () => {
    await desk.switchLanguage();
    for (const manifest of KINDS) {
      await holds(manifest, "en");
    }
    await desk.switchLanguage();
  });
  console.log("Everything is on paper.");
} finally {
  await stage.browser.close();
}
