import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Clerk } from "./clerk.mjs";
import { Desk } from "./desk.mjs";
import { must, OFFLINE, Stage } from "./stage.mjs";
import { Wire } from "./wire.mjs";

/*
 * The registration desk on the day on which the rosters come: many files at once, some that nobody
 * can read, headings nobody has seen, cells to settle, a corrected file, a line that is cut.
 */
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const STALE = /status of 412/;
const NOT_YET = /status of (401|404|409|422)/;
const BROKEN = "../../deploy/drills/packages/broken-rosters/rosters";
const PREPARED = "e2e/rosters";
const OFFICES = {
  FJ: "福建省",
  GZ: "贵州省",
  HL: "黑龙江省",
  HN: "湖南省",
  NX: "宁夏回族自治区",
  QH: "青海省",
  SC: "四川省",
  SD: "山东省",
  XJ: "新疆维吾尔自治区",
  YN: "云南省",
};

const text = (name, content) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
const bytes = (name, path) => ({ name, mimeType: "", buffer: readFileSync(path) });
const broken = readdirSync(BROKEN).map((name) => bytes(name, join(BROKEN, name)));

const stage = await new Stage("e2e:imports", "imports").raise();
const { complaints } = stage;
const page = await stage.open(DESK, { deviceScaleFactor: 1 });
stage.page = page;
const wire = await Wire.to(stage.url);
const desk = new Desk(page, wire.address);
const picture = (name) => stage.picture(name);
const step = (name, work) => stage.step(name, () => complaints.expecting(NOT_YET, work));

const input = page.locator('.drop-zone input[type="file"]');
const fileLink = (name) => page.locator(".tray-files a", { hasText: name });
const outcome = (name, kind) =>
  page.locator(`.tray-files li[data-outcome="${kind}"]`, { hasText: name }).first();
const office = (code) => page.goto(`${desk.url}/#/${clerk.conference}/imports/office:${code}`);
const people = async (delegation) =>
  (await clerk.people()).filter((p) => p.delegation === delegation && p.attending);
const named = async (delegation) => (await people(delegation)).map((p) => p.name).sort();

async function allRead() {
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".tray-files li[data-outcome]")].every(
      (li) => !["waiting", "reading", "confirmed", "taking"].includes(li.dataset.outcome),
    ),
  );
}

const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
try {
  await step("the registration desk signs in and opens the rosters", async () => {
    await clerk.ask(
      "POST",
      clerk.at("registration", "delegations"),
      Object.entries(OFFICES).map(([code, name]) => ({ code, name })),
      { "Huiwu-Role": "registration" },
    );
    await desk.open();
    await desk.signIn(clerk.user.account, clerk.user.password);
    await page.goto(`${desk.url}/#/${clerk.conference}/imports`);
    await page.locator(".offices-silent").waitFor();
    await picture("zh-empty");
  });
  await step("many files at once: each is read, nothing is written", async () => {
    await input.setInputFiles([
      ...broken,
      bytes("重庆市参会名单（最终版）.csv", join(PREPARED, "CQ-gb18030.csv")),
      bytes("SC.xlsx", join(PREPARED, "SC.xlsx")),
      bytes("GZ.xlsx", join(PREPARED, "GZ.xlsx")),
      text("云南.tsv", "姓名\t性别\t级别\n木易\t男\t处级\n"),
      text("IMG_2041.jpg", "\u00ff\u00d8\u00ff\u0000not a table\u0000"),
    ]);
    await allRead();
    await picture("zh-read");
    must((await named("SC")).length === 0, "somebody is in already");
    await outcome("SC.xlsx", "fresh").waitFor();
    await outcome("重庆市", "fresh").waitFor();
    await outcome("云南.tsv", "fresh").waitFor();
    await outcome("IMG_2041.jpg", "unassigned").waitFor();
    must(
      await page.evaluate(
        () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
      ),
      "leaving does not ask",
    );
  });
  await step("a file that nobody can read says what to do", async () => {
    await fileLink("GZ.xlsx").click();
    await page.locator(".import-file .problem", { hasText: "取消密码" }).waitFor();
    await fileLink("NX.csv").click();
    await page.locator(".import-file .problem").waitFor();
    await fileLink("IMG_2041.jpg").click();
    await page.locator(".import-office select").selectOption("HN");
    await outcome("IMG_2041.jpg", "refused").waitFor();
    await page.locator(".import-file .problem").waitFor();
    await picture("zh-refused");
    await page.getByRole("button", { name: "移出 IMG_2041.jpg" }).click();
    await outcome("IMG_2041.jpg", "refused").waitFor({ state: "detached" });
  });
  await step("the header stands marked on the sheet itself", async () => {
    await fileLink("SC.xlsx").click();
    await page.locator(".sheet-tab", { hasText: "封面" }).waitFor();
    must((await page.locator(".sheet-tab").count()) === 2, "a hidden sheet is shown");
    must((await page.locator(".sheet tr[data-header]").count()) === 2, "the header has two rows");
    const fields = await page
      .locator(".sheet thead .sheet-field")
      .evaluateAll((all) => all.map((f) => f.value ?? f.textContent));
    must(fields[1] === "name" && fields.includes("arrive_no"), `columns are ${fields}`);
    await picture("zh-sheet");
  });
  await step(
    "a heading that nobody knows is said by hand, and the file is read again",
    async () => {
      await input.setInputFiles([
        text(
          "青海省.csv",
          "尊姓大名,性别,级别,电话,电话\n才让,男,处级,0971-1,13897100001\n央金,女,处级,,\n",
        ),
      ]);
      await outcome("青海省.csv", "refused").waitFor();
      await fileLink("青海省.csv").click();
      await page.locator(".sheet-pick").first().click();
      await page.locator(".sheet thead select").first().selectOption("name");
      await page.locator(".sheet thead select").nth(4).selectOption("phone");
      await picture("zh-mapping");
      await page.locator(".mapping-keep").click();
      await page.locator(".mapping-form").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "移出 QH.csv" }).click();
      await outcome("青海省.csv", "fresh").waitFor();
      await page.locator(".difference-new li", { hasText: "才让" }).waitFor();
    },
  );
  await step("all first rosters go in, one after another", async () => {
    await page.locator(".tray-take-all").click();
    await allRead();
    await outcome("SC.xlsx", "in").waitFor();
    await outcome("XJ.xlsx", "asks").waitFor();
    await picture("zh-in");
    must((await named("SC")).join() === "杨雪梅,蒋云康", `SC: ${await named("SC")}`);
    must((await named("CQ")).includes("覃一鸣"), `CQ: ${await named("CQ")}`);
    must((await named("QH")).join() === "央金,才让", `QH: ${await named("QH")}`);
  });
  await step(
    "of two columns headed alike the right one was read; a word is taken back",
    async () => {
      const phones = (await people("QH")).map((p) => p.phone);
      must(phones.includes("13897100001"), `it read the other column: ${phones}`);
      await office("QH");
      await page.locator(".learnt summary").click();
      const word = page.locator(".learnt li", { hasText: "电话#2" });
      await word.locator(".word-back").click();
      await picture("zh-learnt");
      await word.locator(".word-back-sure").click();
      await word.waitFor({ state: "detached" });
      const kept = await clerk.ask("GET", clerk.at("registration", "synonyms"));
      must(kept.length === 1 && kept[0].meaning === "name", JSON.stringify(kept));
    },
  );
  await step("a cell is settled in its place, by keyboard, and the word is kept", async () => {
    await office("XJ");
    const cell = page.locator('.pending-cell[data-field="rank"]');
    await cell.waitFor();
    await picture("zh-pending");
    await cell.locator(".pending-settle").focus();
    await page.keyboard.press("Enter");
    await cell.locator('input[value="4"]').focus();
    await page.keyboard.press("Space");
    await cell.locator('input[value="office"]').focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await cell.locator(".impact").waitFor();
    await picture("zh-settle");
    await page.keyboard.press("Enter");
    await cell.waitFor({ state: "detached" });
    const words = await clerk.ask("GET", clerk.at("registration", "synonyms"));
    must(
      words.some((w) => w.kind === "RANK" && w.meaning === "4" && w.delegation === "XJ"),
      "the word was not kept",
    );
  });
  await step("another cell is settled this once, with the reason", async () => {
    await office("GD");
    const cell = page.locator(".pending-cell", { hasText: "2月30日" });
    await cell.locator(".pending-settle").click();
    await cell.locator(".pending-form input").first().fill("2026-06-08 09:00");
    await cell.locator(".order-reason").fill("电话核实");
    await cell.locator(".order-weigh").click();
    await cell.locator(".order-confirm").click();
    await cell.waitFor({ state: "detached" });
  });
  await step("two clerks at one cell: the second sees what the first has done", () =>
    complaints.expecting(STALE, async () => {
      const cell = page.locator(".pending-cell", { hasText: "8日下午" });
      await cell.locator(".pending-settle").click();
      await cell.locator(".pending-form input").first().fill("2026-06-08 15:00");
      const queue = await clerk.ask("GET", clerk.at("registration", "clerk-queue?delegation=GD"));
      const item = queue.items.find((i) => i.value === "8日下午");
      await clerk.ask(
        "POST",
        clerk.at("registration", `clerk-queue/${item.id}/settlement`),
        { value: "2026-06-08 16:30" },
        { "If-Match": `"${item.version}"`, "Huiwu-Role": "registration" },
      );
      await cell.locator(".order-weigh").click();
      await cell.locator(".stale").or(page.locator(".import-file:not(:has(.pending))")).waitFor();
      await picture("zh-two-clerks");
      await page.reload();
      await page.locator(".import-file").waitFor();
      must((await named("GD")).includes("陈三"), `GD: ${await named("GD")}`);
    }),
  );
  await step("a corrected file shows the difference before it is taken", async () => {
    await page.goto(`${desk.url}/#/${clerk.conference}/imports`);
    await input.setInputFiles([
      text(
        "四川省(更正).csv",
        "姓名,性别,级别,职务,手机\n杨雪梅,女,县处级,副厅长,19900005009\n康巴,男,县处级,,\n",
      ),
    ]);
    await outcome("四川省(更正).csv", "correcting").waitFor();
    await fileLink("四川省(更正).csv").click();
    const difference = page.locator(".roster-difference");
    await difference
      .locator("tr", { hasText: "副厅长" })
      .locator("del", { hasText: "处长" })
      .waitFor();
    await difference.locator(".difference-new li", { hasText: "康巴" }).waitFor();
    await difference.locator(".difference-missing", { hasText: "蒋云康" }).waitFor();
    await picture("zh-difference");
    must((await named("SC")).join() === "杨雪梅,蒋云康", "it is in before it was taken");
    await page.locator(".import-take").click();
    await outcome("四川省(更正).csv", "asks").waitFor();
    const title = (await people("SC")).find((p) => p.name === "杨雪梅").title;
    must(title === "副厅长", `the title is ${title}`);
  });
  await step("who is missing is withdrawn by a person only", async () => {
    await page.locator(".import-next").click();
    const missing = page.locator('.pending-row[data-kind="missing"]', { hasText: "蒋云康" });
    await missing.locator(".pending-settle").click();
    await missing.locator(".order-weigh").click();
    await missing.locator(".impact").waitFor();
    await picture("zh-missing");
    await missing.locator(".order-confirm").click();
    await missing.waitFor({ state: "detached" });
    must((await named("SC")).join() === "康巴,杨雪梅", `SC: ${await named("SC")}`);
  });
  await step("the line is cut, and nothing is lost or doubled", () =>
    complaints.expecting(OFFLINE, async () => {
      await page.goto(`${desk.url}/#/${clerk.conference}/imports`);
      await input.setInputFiles([text("YN.csv", "姓名,性别,级别\n木易,男,处级\n段誉,男,处级\n")]);
      await outcome("YN.csv", "fresh").waitFor();
      await fileLink("YN.csv").click();
      wire.cut();
      await page.locator(".import-take").click();
      await outcome("YN.csv", "failed").waitFor();
      await picture("zh-cut");
      await wire.mend();
      await page.locator(".import-file .ant-btn-primary").click();
      await outcome("YN.csv", "in").waitFor();
      must((await named("YN")).length === 2, `YN: ${await named("YN")}`);
      await desk.awaitLine("live");
    }),
  );
  await step("speaks English, and fits a phone", async () => {
    await desk.switchLanguage();
    await office("XJ");
    await page.locator(".sheet").waitFor();
    await picture("en-office");
    await page.setViewportSize(PHONE);
    await picture("en-phone-office");
    await page.goto(`${desk.url}/#/${clerk.conference}/imports`);
    await page.locator(".tray").waitFor();
    await picture("en-phone");
    must(
      await page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
      "the page is wider than the phone",
    );
  });
  console.log("The day of the rosters ended well.");
} finally {
  await stage.browser.close();
  wire.cut();
}
