import { Clerk } from "./clerk.mjs";
import { Desk } from "./desk.mjs";
import { fits, must, Stage } from "./stage.mjs";

/*
 * Who is told, of what, in which way: contacts, what desks add and take away, the ladder, reminders
 * to delegates; and another desk that was faster.
 */
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NOT_YET = /status of (401|404|409|422)/;
const STALE = /status of 412/;

const stage = await new Stage("e2e:notices", "notices").raise();
const { complaints } = stage;
const page = await stage.open(DESK, { deviceScaleFactor: 1 });
stage.page = page;
const desk = new Desk(page, stage.url);
const picture = (name) => stage.picture(name);
const step = (name, work) => stage.step(name, () => complaints.expecting(NOT_YET, work));

const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
const at = (rest) => clerk.at("notification", rest);
const room = (name) => page.goto(`${desk.url}/#/${clerk.conference}/notices/${name}`);
const row = (code) => page.locator(`li[data-contact="${code}"]`);
const contact = (code) => clerk.ask("GET", at(`contacts/${code}`));

async function addContact(code, name, phone) {
  await page.locator(".contact-add").click();
  const form = page.locator(".notices-form");
  await form.getByLabel("代码（清单上写的就是它）").fill(code);
  await form.getByLabel("姓名或单位").fill(name);
  await form.getByLabel("电话", { exact: true }).fill(phone);
  return form;
}

try {
  await step("a desk signs in; nobody is told of anything yet", async () => {
    await desk.open();
    await desk.signIn(clerk.user.account, clerk.user.password);
    await room("contacts");
    await page.locator(".fact-none").waitFor();
    await picture("zh-empty");
  });
  await step("a contact is added, with an order of their own and a stand-in", async () => {
    await addContact("C1", "林接待", "19900020001");
    await page.keyboard.press("Enter");
    await row("C1").waitFor();
    const form = await addContact("C2", "黄值守", "19900020002");
    await form.getByLabel("不应答时找谁").selectOption("C1");
    await form.locator('input[value="own"]').check();
    await form.getByRole("button", { name: "电话 前移" }).focus();
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Enter");
    }
    await form.getByRole("button", { name: "去掉 群机器人" }).click();
    await picture("zh-contact");
    await form.locator('button[type="submit"]').click();
    await row("C2").waitFor();
    const kept = await contact("C2");
    must(kept.channels.join() === "call,page,sms,email", `channels are ${kept.channels}`);
    must(kept.standIn === "C1", "nobody stands in");
  });
  await step("another desk was faster: nothing of theirs is overwritten", () =>
    complaints.expecting(STALE, async () => {
      await row("C1").getByRole("link", { name: "更改" }).click();
      const form = row("C1").locator(".notices-form");
      await form.getByLabel("姓名或单位").fill("林主任");
      const { json, etag } = await clerk.ask("GET", at("contacts/C1"), undefined, {
        "If-Match": "?",
      });
      await clerk.ask(
        "PUT",
        at("contacts/C1"),
        { ...json, phone: "19900029999" },
        { "If-Match": etag, "Huiwu-Role": "registration" },
      );
      await form.locator('button[type="submit"]').click();
      await form.getByRole("button", { name: "以现状为准，重新填写" }).click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".notices-form input")].some(
          (i) => i.value === "19900029999",
        ),
      );
      await form.getByLabel("姓名或单位").fill("林主任");
      await form.locator('button[type="submit"]').click();
      await row("C1").locator("strong", { hasText: "林主任" }).waitFor();
      must((await contact("C1")).phone === "19900029999", "the other desk's number is lost");
    }),
  );
  await step("who receives what, beside those whom the lists name", async () => {
    await page.getByRole("link", { name: "谁收什么" }).click();
    await page.getByLabel("哪类清单").selectOption("site");
    await page.getByLabel("联系人", { exact: true }).selectOption("C2");
    await picture("zh-audience");
    await page.locator('.notices-form button[type="submit"]').click();
    const rule = page.locator('[data-pattern="site:*"]');
    await rule.waitFor();
    await rule.getByRole("button", { name: "撤回" }).click();
    await rule.waitFor({ state: "detached" });
    must((await clerk.ask("GET", at("audience-rules"))).length === 0, "the rule is there still");
  });
  await step("the ladder of a kind is the conference's own", async () => {
    await page.getByRole("link", { name: "升级阶梯" }).click();
    const trip = page.locator('[data-ladder="trip"]');
    await trip.locator(".ladder-change").click();
    await trip.getByLabel("等几分钟").first().fill("7");
    await picture("zh-ladder");
    await trip.locator('button[type="submit"]').click();
    await trip.locator(".badge", { hasText: "本会议自定" }).waitFor();
    const kept = await clerk.ask("GET", at("ladders/trip"));
    must(kept.steps[0].after === "PT7M", `the first step waits ${kept.steps[0].after}`);
  });
  await step("a reminder is written, looked at, ordered and called off", async () => {
    await page.getByRole("link", { name: "代表提醒" }).click();
    await page.locator(".template-new").click();
    const form = page.locator(".notices-form");
    await form.getByLabel("代码（小写字母、数字、连字符）").fill("umbrella");
    await form.getByLabel("中文", { exact: true }).fill("请带伞。{weather}");
    await form.getByLabel("英文", { exact: true }).fill("Bring an umbrella. ");
    await form.locator(".order-nothing", { hasText: "{weather}" }).waitFor();
    must(await form.locator('button[type="submit"]').isDisabled(), "it would be kept");
    await form.getByLabel("中文", { exact: true }).fill("请带伞。");
    await form.getByRole("button", { name: "+ 个人页链接" }).first().click();
    await picture("zh-template");
    await form.locator('button[type="submit"]').click();
    const template = page.locator('[data-template="umbrella"]');
    await template.waitFor();
    await template.getByRole("button", { name: "发提醒" }).click();
    await template.getByLabel("代表团").selectOption("CQ");
    await template.locator(".remind-look").click();
    await template.locator(".remind-ahead blockquote").first().waitFor();
    await picture("zh-remind");
    await clerk.goLive();
    await template.locator(".remind-confirm").click();
    await template.locator(".remind-form").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "取消提醒" }).click();
    await page.locator(".badge", { hasText: "已取消" }).first().waitFor();
    const kept = await clerk.ask("GET", at("reminder-templates/umbrella"));
    must(kept.zh === "请带伞。{link}", `the words are ${kept.zh}`);
  });
  await step("speaks English, at night, on a phone", async () => {
    await desk.switchLanguage();
    await desk.switchTheme();
    await picture("en-night");
    await page.setViewportSize(PHONE);
    for (const name of ["contacts", "audience", "ladders", "reminders"]) {
      await room(name);
      await page.locator(".notices-room h1").waitFor();
      await picture(`en-phone-${name}`);
      must(await fits(page), `${name} is wider than the phone`);
    }
  });
  console.log("Who is told is arranged well.");
} finally {
  await stage.browser.close();
}
