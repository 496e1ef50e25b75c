import { randomBytes } from "node:crypto";
import { Desk } from "./desk.mjs";
import { userForTheJourney } from "./people.mjs";
import { must, Stage } from "./stage.mjs";
import { Wire } from "./wire.mjs";

/*
 * A desk with many people to see to: finding by pinyin, the table and its keys, changing where
 * somebody stands, what it would touch, another desk that was faster, withdrawing, the history.
 */
const WIDE = { width: 1440, height: 900 };
const SMALL = { width: 1024, height: 700 };
const NOT_YET = /status of (401|404|409|422)/;
const NOT_KNOWN_YET = /status of 404 .*\/changes\//;
const STALE = /status of 412/;

const stage = await new Stage("e2e:table", "table").raise();
const { complaints } = stage;
const page = await stage.open(WIDE, { deviceScaleFactor: 1 });
stage.page = page;
const wire = await Wire.to(stage.url);
const desk = new Desk(page, wire.address);
const frame = page.locator(".table-frame");
const side = page.locator(".table-side");

const picture = (name) => stage.picture(name);
/** A change is known to whoever watches it a moment after it was made. */
const step = (name, work) => stage.step(name, () => complaints.expecting(NOT_KNOWN_YET, work));

const at = (rest) => `/api/registration/conferences/${desk.conference}/${rest}`;

/** Asks for what is typed as the page does: in a header. */
const search = (words, limit = 20) =>
  desk.ask("GET", at(`people-search?limit=${limit}`), undefined, {
    "Huiwu-Search": encodeURIComponent(words),
  });

async function confirm() {
  await side.locator(".impact").waitFor();
  await side.locator(".order-confirm").click();
  await side.locator('.ripple[data-phase="settled"]').waitFor();
}

async function chosen(column) {
  await page.locator(`.table-cell[data-active].${column}`).waitFor();
}

try {
  await step("somebody with a desk signs in", () =>
    complaints.expecting(NOT_YET, async () => {
      await desk.open();
      const user = await userForTheJourney(desk, {
        account: stage.account,
        password: stage.password,
        chosen: randomBytes(12).toString("base64url"),
      });
      await desk.signOut();
      await desk.signIn(user.account, user.password);
      await page.locator(".top").waitFor();
    }),
  );
  await step("goes to the people", async () => {
    const me = await desk.ask("GET", "/session");
    desk.conference = me.conferences[0].id;
    await page.goto(`${desk.url}/#/${desk.conference}/people`);
    await page.locator(".person-row").first().waitFor();
    await desk.awaitLine("live");
  });
  const somebody = await step("finds somebody by initials", async () => {
    const everybody = await search("", 200);
    const found = everybody.people.find(
      (p) => p.participant.attending && !p.participant.companionOf && p.participant.phone,
    );
    const initials = found.pinyin
      .split(" ")
      .map((s) => s[0])
      .join("");
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill(initials);
    await page.locator(`#p-${found.participant.id}`).waitFor();
    await page.waitForFunction(
      (all) => document.querySelectorAll(".person-row").length < all / 4,
      Math.min(everybody.total, 20),
    );
    await picture("zh-quick-find");
    return { ...found.participant, pinyin: found.pinyin, initials };
  });
  await step("opens the table, and the wheel runs through it", async () => {
    await page.locator(".find-wide").click();
    await page.locator(".table-row").first().waitFor();
    await picture("zh-table");
    await stage.axe();
    await frame.evaluate(async (box) => {
      for (let i = 0; i < 40; i++) {
        box.scrollTop += 400;
        await new Promise(requestAnimationFrame);
      }
      box.scrollTop = 0;
    });
    must((await page.locator(".table-row").count()) < 120, "all rows are made at once");
  });
  await step("adds everybody up by delegation and by hotel", async () => {
    const everybody = (await search("", 1)).total;
    await page.locator(".table-sums > summary").click();
    for (const by of ["delegation", "hotel"]) {
      await page.locator(".sums-of select").selectOption(by);
      const sums = await page.locator(`.sums[data-by="${by}"] strong`).allInnerTexts();
      const all = sums.map((n) => Number(n.replaceAll(",", ""))).reduce((a, b) => a + b, 0);
      must(all === everybody, `${all} by ${by} of ${everybody}`);
    }
    await picture("zh-sums");
    await page.locator(".table-sums > summary").click();
  });
  await step("finds in the table by the whole sound", async () => {
    await page.keyboard.press("/");
    await page.locator(".table-bar input").fill(somebody.pinyin.replaceAll(" ", ""));
    await page.locator(`.table-row[data-person="${somebody.id}"][aria-rowindex="2"]`).waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".table-row").length < 5);
    must(!page.url().includes(somebody.pinyin), "what was typed stands in the address");
  });
  await step("changes title and phone by keyboard, sees the impact, confirms", async () => {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Home");
    await chosen("name");
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press("ArrowRight");
    }
    await chosen("title");
    await page.keyboard.press("Enter");
    await page.locator(".table-editor").fill("巡视员");
    await page.keyboard.press("Tab");
    await page.locator(".table-cell.phone .table-editor").fill("19900001111");
    await picture("zh-draft");
    await stage.axe({ stay: true });
    await page.keyboard.press("Enter");
    await side.locator(".impact").waitFor();
    await picture("zh-impact");
    await stage.axe({ stay: true });
    await page.keyboard.press("Enter");
    await page.locator(".table-cell.title", { hasText: "巡视员" }).waitFor();
    await side.locator(".history button", { hasText: "更正人员" }).first().waitFor();
    await picture("zh-corrected");
  });
  await step("another desk was faster: both side by side, settled field by field", () =>
    complaints.expecting(STALE, async () => {
      await frame.focus();
      await page.keyboard.press("Home");
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press("ArrowRight");
      }
      await page.keyboard.press("Enter");
      await page.locator(".table-editor").fill("一级巡视员");
      const now = await desk.ask("GET", at(`participants/${somebody.id}`));
      await desk.ask(
        "PATCH",
        at(`participants/${somebody.id}`),
        { title: "二级巡视员", phone: "19900002222" },
        { "If-Match": `"${now.version}"` },
      );
      await page.keyboard.press("Enter");
      await side.locator(".merge").waitFor();
      await picture("zh-merge");
      await stage.axe({ stay: true });
      must(await side.locator(".merge + .order-nothing").isVisible(), "it does not ask");
      must(await side.locator(".stale .ant-btn-primary").isDisabled(), "it would overwrite");
      await side.locator('.merge input[value="mine"]').first().check();
      await side.locator(".stale .ant-btn-primary").click();
      await confirm();
      const after = await desk.ask("GET", at(`participants/${somebody.id}`));
      must(after.title === "一级巡视员", `the title is ${after.title}`);
      must(after.phone === "19900002222", `the other desk's phone is lost: ${after.phone}`);
    }),
  );
  await step("changes a diet where it stands", async () => {
    await frame.focus();
    await page.keyboard.press("Home");
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("ArrowRight");
    }
    await chosen("diet");
    await page.keyboard.press("Enter");
    const select = page.locator("select.table-editor");
    const other = (await select.inputValue()) === "halal" ? "vegetarian" : "halal";
    await select.selectOption(other);
    await page.keyboard.press("Enter");
    await side.locator('.impact-one[data-manifest^="meal:"]').first().waitFor();
    await picture("zh-diet");
    await confirm();
    await page.locator(".table-row .table-cell.diet .table-told").first().waitFor();
  });
  await step("a route, too; and Esc drops what was filled in", async () => {
    await frame.focus();
    await page.keyboard.press("ArrowRight");
    await chosen("route");
    await page.keyboard.press("Enter");
    await page.locator("select.table-editor").selectOption({ index: 2 });
    await page.keyboard.press("Escape");
    must((await page.locator(".table-editor").count()) === 0, "Esc keeps the editor");
    await page.keyboard.press("Enter");
    const select = page.locator("select.table-editor");
    const now = await select.inputValue();
    const others = await select.locator("option").evaluateAll((all) => all.map((o) => o.value));
    await select.selectOption(others.find((o) => o && o !== now));
    await page.keyboard.press("Enter");
    await side.locator(".impact").waitFor();
    await side.locator(".impact-one summary").first().click();
    await picture("zh-route");
    await confirm();
  });
  await step("withdraws somebody, and reinstates them", async () => {
    await side.locator('[data-doing="withdraw"]').click();
    await side.locator(".impact").waitFor();
    await picture("zh-withdraw");
    await stage.axe({ stay: true });
    await confirm();
    await page.locator(`.table-row[data-person="${somebody.id}"][data-gone]`).waitFor();
    await side.locator('[data-doing="reinstate"]').click();
    await confirm();
    await page.locator(`.table-row[data-person="${somebody.id}"]:not([data-gone])`).waitFor();
    await side.locator(".history li").nth(4).waitFor();
    await picture("zh-history");
    await stage.axe();
  });
  await step("sorts and filters", async () => {
    await page.locator(".table-side-close").click();
    await page.locator(".table-bar input").fill("");
    await page.locator(".table-head .name button").click();
    await page.locator('.table-head .name[aria-sort="ascending"]').waitFor();
    await page.locator(".table-bar select").nth(1).selectOption("2");
    await page.locator(".table-bar select").nth(3).selectOption("transport");
    await picture("zh-sorted");
    const ranks = await page.locator(".table-row .table-cell.rank").allTextContents();
    must(new Set(ranks).size === 1, `ranks are ${[...new Set(ranks)]}`);
  });
  await step("speaks English, and fits a small desk", async () => {
    await desk.switchLanguage();
    await page.locator(".table-bar .quiet-button").first().click();
    await picture("en-table");
    await page.setViewportSize(SMALL);
    await picture("en-small");
    await stage.axe();
    await page.locator(`.table-row .table-cell.name`).first().click();
    await side.locator(".fact-body").first().waitFor();
    await picture("en-small-person");
    await stage.axe();
  });
  console.log("The desk with many people ended well.");
} finally {
  await stage.browser.close();
  wire.cut();
}
