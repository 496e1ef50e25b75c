import { Clerk } from "./clerk.mjs";
import { Desk } from "./desk.mjs";
import { must, Stage } from "./stage.mjs";

/*
 * A night in the duty room: what changed and what is open, a call that turns a gate green, a bus
 * that leaves on red, an acknowledgement at the desk, a case that is settled by name, the shift log
 * and its handing over, and the wall screen.
 */
const DESK_SIZE = { width: 1440, height: 900 };
const WALL_SIZE = { width: 1920, height: 1080 };
const PHONE_SIZE = { width: 390, height: 844 };
const NOT_SIGNED_IN = /status of 401 .*\/session\b/;

const stage = new Stage("e2e:duty", "duty");
const { complaints } = stage;
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password, ["liaison"]);
await clerk.contacts([
  contact("U1", "site", "百色污水处理厂接待组", "13877100067"),
  contact("U2", "site", "北海红坎污水厂接待组", "13877100068"),
  contact("K1", "kitchen", "𠮷祥餐厅", "13877100070"),
]);
await clerk.atRest("site:S11");
await clerk.receives("U1", "site:S11");
await clerk.receives("U2", "site:S21");
await clerk.receives("K1", "meal:*");
await clerk.goLive();
await clerk.setClock("2026-06-09T14:00");
const people = await clerk.people();
const ridersOf = (route) => people.filter((p) => p.delegation === (route === 1 ? "CQ" : "GD"));

await stage.raise();
const page = await stage.open(DESK_SIZE, { deviceScaleFactor: 1 });
stage.page = page;
const desk = new Desk(page, stage.url);

function contact(code, role, name, phone) {
  return { code, role, name, phone, email: "", channels: ["page", "sms"], language: null };
}

const step = (name, work) => stage.step(name, work);

async function picture(name) {
  await desk.quiet();
  await page.mouse.move(0, 0);
  await stage.picture(name);
}

const go = (place) => page.goto(`${desk.url}/#/${clerk.conference}/${place}`);
const gate = (trip) => page.locator(`.gate[data-trip="${trip}"]`);
const light = (trip, colour) =>
  page.locator(`.gate[data-trip="${trip}"][data-light="${colour}"]`).waitFor();

try {
  await step("a desk sees first what changed and what it must see to", async () => {
    await complaints.expecting(NOT_SIGNED_IN, async () => {
      await desk.open();
      await desk.signIn(clerk.user.account, clerk.user.password);
    });
    await page.locator('.desk[data-section="home"]').waitFor();
    await desk.awaitLine("live");
    await page.locator('.home-row[data-manifest="site:S11"]').waitFor();
    await page.locator('.home-part[data-service="excursion"]').waitFor();
    await picture("zh-home");
    await stage.axe();
  });
  await step("says that it was seen, and is told of the next", async () => {
    await page.locator(".home-seen").click();
    await page.locator(".home-seen").waitFor({ state: "detached" });
    await clerk.switchRoute(ridersOf(1).at(-1).id, "R2");
    await page.locator('.home-row[data-manifest="site:S21"]').waitFor();
  });
  await step("sees a gate turn red as the roll is called", async () => {
    await page.locator(".top-link.duty").click();
    await light("X1A", "no-roll-call");
    await clerk.callTheRoll("X1A", ridersOf(1).slice(0, -1), "2026-06-09T14:00");
    await light("X1A", "red");
    await page.locator('.matter[data-key="gate:X1A"]').waitFor();
    await gate("X1A").getByText("13877100067").waitFor();
    await picture("zh-gates");
    await stage.axe();
  });
  await step("calls the site, by whose word the gate turns green", async () => {
    await page.locator('.matter[data-kind="call"]', { hasText: "百色污水处理厂接待组" }).click();
    const call = page.locator(".call");
    await call.locator(".call-number", { hasText: "13877100067" }).waitFor();
    await call.locator(".read-out li").first().waitFor();
    await picture("zh-call");
    await stage.axe({ stay: true });
    await call.locator('button[type="submit"]').click();
    await call.locator(".order-nothing").waitFor();
    await call.locator('input[name="name"]').fill("王主任");
    await call.locator('button[type="submit"]').click();
    await call.waitFor({ state: "detached" });
    await go("duty");
    await light("X1A", "green");
    await page.locator('.matter[data-key="gate:X1A"]').waitFor({ state: "detached" });
  });
  await step("lets a bus leave on red, with a reason", async () => {
    await clerk.callTheRoll("X2A", ridersOf(2), "2026-06-09T14:01");
    await light("X2A", "red");
    await gate("X2A").getByRole("button", { name: "红灯发车" }).click();
    await gate("X2A").locator('button[type="submit"]').click();
    await gate("X2A").locator(".order-nothing").waitFor();
    await gate("X2A").locator(".order-field input").last().fill("省厅领导已在现场等候");
    await picture("zh-leave");
    await stage.axe({ stay: true });
    await gate("X2A").locator('button[type="submit"]').click();
    await page.locator('.gate[data-trip="X2A"][data-gone]').waitFor();
    await page.locator(".matter-title", { hasText: "红灯已发车" }).waitFor();
  });
  await step("acknowledges for a recipient at the desk", async () => {
    await go("manifests/site:S21");
    const standing = page.locator('.standing[data-contact="U2"]');
    await standing.locator(".letter-line").first().waitFor();
    await standing.locator(".standing-versions button").click();
    await standing.locator('input[name="name"]').fill("李站长");
    await picture("zh-manifest");
    await stage.axe({ stay: true });
    await standing.locator('button[type="submit"]').click();
    await page.locator(".recipients:not([data-owing])").waitFor();
  });
  await step("settles a case by name", async () => {
    await go("duty");
    await page.locator('.matter[data-kind="case"]').first().click();
    await page.locator('.case[data-state="settled"]').waitFor();
    await page.locator(".case-head button").click();
    await page.locator('input[name="settle-reason"]').fill("早餐已经结束");
    await picture("zh-case");
    await stage.axe({ stay: true });
    await page.locator('.settle button[type="submit"]').click();
    await page.locator('.case[data-state="closed"]').waitFor();
  });
  await step("writes into the shift log, and hands the shift over", async () => {
    await go("duty/log");
    await page.locator(".log-text", { hasText: "省厅领导" }).waitFor();
    await page.locator('input[name="note"]').fill("北海车队已出城");
    await page.locator('.note-form button[type="submit"]').click();
    await page.locator(".log-text", { hasText: "北海车队已出城" }).waitFor();
    await page.locator(".shift-now button").click();
    await page.locator('input[name="to"]').fill("morning");
    await page.locator('textarea[name="handover-note"]').fill("𠮷祥餐厅还没有确认晚餐");
    await page.locator('.shift button[type="submit"]').click();
    await page.locator(".shift-pending").waitFor();
    await picture("zh-log");
    await stage.axe({ stay: true });
  });
  await step("hangs on the wall, where nothing scrolls, and follows", async () => {
    await page.setViewportSize(WALL_SIZE);
    await go("duty?wall");
    await page.locator(".wall-row").first().waitFor();
    await picture("zh-wall");
    await stage.axe();
    const debt = page.locator(".wall-row", { hasText: "𠮷祥餐厅" });
    await debt.first().waitFor();
    const owed = await clerk.ask(
      "GET",
      clerk.at("notification", "standings?debts=true&contact=K1"),
    );
    for (const { contact: code, manifest, told } of owed) {
      await clerk.ask("POST", clerk.at("notification", "standings/acknowledgements"), {
        contact: code,
        manifest,
        version: told,
        name: "陈师傅",
        how: "call",
      });
    }
    await debt.first().waitFor({ state: "detached" });
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollHeight > window.innerHeight,
    );
    if (scrolls) {
      throw new Error("the wall screen scrolls");
    }
    await page.keyboard.press("Escape");
    await page.locator(".matters").waitFor();
    await page.setViewportSize(DESK_SIZE);
  });
  await step("speaks English", async () => {
    await desk.switchLanguage();
    await page.locator(".gate").first().waitFor();
    await picture("en-gates");
    await go("home");
    await page.locator(".home-part").first().waitFor();
    await picture("en-home");
    await desk.switchLanguage();
  });
  await step("fits a phone", async () => {
    await page.setViewportSize(PHONE_SIZE);
    await go("home");
    await page.locator(".home-part").first().waitFor();
    const nav = page.locator(".top-nav");
    const sideways = await nav.evaluate((e) => e.scrollWidth > e.clientWidth);
    must(!sideways, "the rooms at the foot of the phone scroll sideways");
    must(!(await nav.locator(".plans").isVisible()), "there is no room for all of them");
    await nav.locator(".top-more").click();
    await nav.locator(".plans").waitFor();
    await picture("zh-phone-home");
    await stage.axe();
    await go("duty");
    await page.locator(".duty-views").waitFor();
    await picture("zh-phone-list");
    await stage.axe();
    await go("duty/gates");
    await gate("X1A").waitFor();
    await picture("zh-phone-gates");
    await stage.axe();
  });
  console.log("The night ended well.");
} finally {
  await stage.browser.close();
}
