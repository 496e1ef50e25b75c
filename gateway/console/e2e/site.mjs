import { Clerk } from "./clerk.mjs";
import {
  fits,
  must,
  NOT_VALID,
  OFFLINE,
  PHONE,
  REFUSED,
  Stage,
  THUMBS,
  tooSmall,
} from "./stage.mjs";
import { Wire } from "./wire.mjs";

/*
 * A recipient's journey: a link on a small telephone, what changed, acknowledging with a code, a new
 * version while one reads, paper, the line that breaks, and the end of the link.
 */
const stage = new Stage("e2e:site", "site");
const NUMBER = "13877100067";

const wire = await Wire.to(stage.url);
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
await clerk.contacts([
  {
    code: "U1",
    role: "site",
    name: "百色厂接待组",
    phone: NUMBER,
    email: "",
    channels: ["page", "sms"],
  },
  { code: "U2", role: "kitchen", name: "𠮷祥餐厅·北海", phone: "", email: "", language: null },
]);
const first = await clerk.atRest("site:S11");
await clerk.receives("U1", "site:S11");
await clerk.receives("U1", "site:S12");
await clerk.receives("U2", "meal:*");
await clerk.goLive();

await stage.raise();
const { complaints } = stage;
let page;

const openPhone = (more = {}) => stage.open(PHONE, { ...THUMBS, ...more });

/** From here on it is this page that is looked at. */
function turnTo(other) {
  stage.page = other;
  page = other;
}

const step = (name, work) => stage.step(name, work);
const picture = (name, whole = true) => stage.picture(name, whole);
const zh = (version) => `第 ${version} 版`;

/** Through the wire that can be cut. */
const through = (link) => link.replace(/^https?:\/\/[^/]+/, wire.address);

try {
  turnTo(await openPhone());
  const link = await clerk.link("U1");
  await step("a scanner that fetches the link acknowledges nothing", async () => {
    const answer = await fetch(through(link).replace(/#.*/, ""));
    must(answer.status === 200, "the page is there");
    must(answer.headers.get("set-cookie")?.includes("huiwu_site") !== true, "it gets no cookie");
  });
  await step("the link opens the lists, and leaves the address at once", async () => {
    await page.goto(through(link));
    await page.locator(".entry").nth(1).waitFor();
    must(!page.url().includes("#"), `the secret is in the address: ${page.url()}`);
    must((await page.locator(".chip.owed").count()) >= 2, "both are owed");
    await picture("zh-phone-lists");
    await stage.axe();
    must(await fits(page), "it is wider than the phone");
  });
  await step("a list opens: its first version", async () => {
    await page.locator(".entry", { hasText: "百色污水处理厂" }).click();
    await page.locator(".version strong", { hasText: zh(first) }).waitFor();
    await picture("zh-phone-first");
    await stage.axe();
    must((await tooSmall(page)).length === 0, `too small: ${await tooSmall(page)}`);
  });
  await step("the search finds a name and nothing else", async () => {
    const all = await page.locator(".rows .name").count();
    const search = page.locator(".search");
    if ((await search.count()) > 0) {
      const name = await page.locator(".rows .name").first().textContent();
      await search.fill(name);
      must((await page.locator(".rows .name").count()) < all, "the list became shorter");
      const printed = await page.evaluate(() => {
        window.dispatchEvent(new Event("beforeprint"));
        const lines = document.querySelectorAll(".rows .name").length;
        window.dispatchEvent(new Event("afterprint"));
        return lines;
      });
      must(printed === all, `while one searches, ${printed} of ${all} lines are printed`);
      must((await page.locator(".rows .name").count()) < all, "the search is as it was");
      await search.fill("");
    }
  });
  await step(
    "it is acknowledged with a name and a code from the recipient's own phone",
    async () => {
      await page.locator("#bar .primary").click();
      await page.locator("#ack-name").fill("韦接待");
      await picture("zh-phone-name", false);
      await stage.axe({ stay: true });
      await page.locator("#bar button[type=submit]").click();
      await page.locator("#ack-pin").waitFor();
      await page.locator("#bar .quiet", { hasText: "67" }).click();
      const code = await clerk.codeFor(NUMBER);
      await complaints.expecting(REFUSED, async () => {
        await page.locator("#ack-pin").fill(code === "111111" ? "111112" : "111111");
        await page.locator("#bar button[type=submit]").click();
        await page.locator(".wrong", { hasText: "4" }).waitFor();
        await picture("zh-phone-code", false);
        await stage.axe({ stay: true });
        await page.locator("#ack-pin").fill(code);
        await page.locator("#bar button[type=submit]").click();
        await page.locator(".sheet-head .chip.good").waitFor();
      });
      must((await page.locator("#bar button").count()) === 0, "there is nothing left to press");
      await picture("zh-phone-acknowledged", false);
    },
  );
  const people = await clerk.people();
  const [leaving] = people.filter((p) => p.delegation === "CQ");
  const [coming] = people.filter((p) => p.delegation === "GD");
  await step("a new version is announced, and what is being read stays", async () => {
    await clerk.switchRoute(leaving.id ?? leaving.person, "R2");
    await page.locator(".banner.newer", { hasText: zh(first + 1) }).waitFor();
    must(
      (await page.locator(".version strong").textContent()).includes(zh(first)),
      "it was swapped under the reader's eyes",
    );
    await picture("zh-phone-newer", false);
    await stage.axe({ stay: true });
  });
  await step("and another one, counted together", async () => {
    await clerk.switchRoute(coming.id ?? coming.person, "R1");
    await page.locator(".banner.newer", { hasText: zh(first + 2) }).waitFor();
    await page.locator(".banner.newer", { hasText: "新增 1，划去 1" }).waitFor();
    await page.locator(".banner .primary").click();
    await page.locator(".version strong", { hasText: zh(first + 2) }).waitFor();
    await page.locator(".diff.added li").waitFor();
    await page.locator(".diff.struck li").waitFor();
    await picture("zh-phone-changes");
    await stage.axe();
  });
  await step("on a device that is known no code is asked for", async () => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    must(wide <= page.viewportSize().width, `the page is ${wide} wide`);
    await page.locator("#bar .primary").click();
    must((await page.locator("#ack-name").inputValue()) === "韦接待", "the name is remembered");
    await page.locator("#bar button[type=submit]").click();
    await page.locator(".sheet-head .chip.good", { hasText: String(first + 2) }).waitFor();
  });
  await step(
    "a list that comes to be theirs while they read another one is announced",
    async () => {
      await clerk.receives("U1", "site:S21");
      const arrived = page.locator(".banner.arrived", { hasText: "北海红坎污水厂" });
      await arrived.waitFor();
      await picture("zh-phone-arrived", false);
      await stage.axe({ stay: true });
      await arrived.locator(".primary").click();
      await page.locator("#sheet-title", { hasText: "北海红坎污水厂" }).waitFor();
      await arrived.waitFor({ state: "detached" });
      await page.goBack();
      await page.locator(".version strong", { hasText: zh(first + 2) }).waitFor();
    },
  );
  await step("the line breaks, and what is shown says how old it is", () =>
    complaints.expecting(OFFLINE, async () => {
      wire.cut();
      await page.locator(".banner.stale").waitFor();
      await picture("zh-phone-offline", false);
      await stage.axe({ stay: true });
      await wire.mend();
      await page.locator(".banner.stale").waitFor({ state: "detached", timeout: 45_000 });
    }),
  );
  await step("it speaks English, and fits the smallest phone", async () => {
    await clerk.switchRoute(leaving.id ?? leaving.person, "R1");
    await page.locator(".banner.newer .primary").click();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.locator("#top .button").click();
    await page.locator(".version strong", { hasText: `Version ${first + 3}` }).waitFor();
    must((await page.locator("html").getAttribute("lang")) === "en-GB", "it says so");
    await picture("en-small");
    await stage.axe();
    must(await fits(page), "it is wider than 320 px");
    const han = await page.evaluate(
      () => document.querySelector("#bar")?.textContent.match(/\p{Script=Han}/u)?.[0] ?? "",
    );
    must(han === "", `a Chinese word among English ones: ${han}`);
  });
  await step("it works by night", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(PHONE);
    await picture("en-night");
    await page.goBack();
    await page.locator(".entry").first().waitFor();
    await picture("en-night-lists");
    await page.goForward();
    await page.locator(".version").waitFor();
    await page.emulateMedia({ colorScheme: "light" });
  });
  const paper = await step("it prints", async () => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await picture("en-print");
    must(!(await page.locator("#bar").isVisible()), "no buttons on paper");
    await page.emulateMedia({ media: "screen" });
    return page.evaluate(
      async () => (await (await fetch("/site/manifests/site%3AS11")).json()).stillTrue,
    );
  });
  await step("it uses a large screen", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.locator("#top .button").click();
    await picture("zh-desk");
    await stage.axe();
    await page.setViewportSize(PHONE);
  });
  await step("a kitchen without a phone sees its portions, and rare characters", async () => {
    const kitchen = await openPhone();
    const before = page;
    turnTo(kitchen);
    await page.goto(through(await clerk.link("U2")));
    await page.locator(".entry").first().waitFor();
    await page.locator(".who strong", { hasText: "𠮷祥餐厅·北海" }).waitFor();
    await page.locator(".entry").first().click();
    await page.locator(".total").waitFor();
    await page.locator("#bar .primary").click();
    await page.locator("#ack-name").fill("李");
    await page.locator("#bar button[type=submit]").click();
    await page.locator(".note", { hasText: "值班室" }).waitFor();
    await picture("zh-phone-kitchen");
    await stage.axe();
    turnTo(before);
  });
  await step("paper: green while it is true, red when it is not", async () => {
    const holder = await openPhone({ colorScheme: "dark" });
    const before = page;
    turnTo(holder);
    await page.goto(through(paper));
    await page.locator(".verdict.good").waitFor();
    await picture("zh-paper-true", false);
    await stage.axe();
    await clerk.switchRoute(coming.id ?? coming.person, "R2");
    await clerk.settled("site:S11", first + 4);
    await page.locator(".buttons .quiet").click();
    await page.locator(".verdict.stale").waitFor();
    must((await page.locator(".diff").count()) === 0, "strangers see counts only");
    await picture("zh-paper-stale", false);
    await stage.axe();
    turnTo(before);
    await page.goto(through(paper));
    await page.locator(".diff").first().waitFor();
    await picture("zh-paper-stale-recipient");
    await stage.axe();
    await page.goto(`${wire.address}/p#forged`);
    await complaints.expecting(NOT_VALID, async () => {
      await page.reload();
      await page.locator(".verdict", { hasText: "无法核实" }).waitFor();
    });
  });
  await step("a cancellation is owed, and acknowledged like any other version", async () => {
    await page.goto(`${wire.address}/s`);
    await page.locator(".entry, .version").first().waitFor();
    if ((await page.locator(".entry").count()) === 0) {
      await page.locator(".back button").click();
    }
    await clerk.cancelStop("S12");
    const cancelled = page.locator(".entry", { hasText: "右江水质净化中心" });
    await cancelled.locator(".chip.stale").waitFor();
    await cancelled.locator(".chip.owed").waitFor();
    await cancelled.click();
    await page.locator("#bar .primary").click();
    await page.locator("#bar button[type=submit]").click();
    await page.locator(".sheet-head .chip.good").waitFor();
    must((await page.locator(".sheet-head .chip.stale").count()) === 1, "it says it is cancelled");
  });
  await step("a revoked link closes what is open, and opens nothing any more", () =>
    complaints.expecting(NOT_VALID, async () => {
      await page.goto(`${wire.address}/s`);
      await page.locator(".entry, .version").first().waitFor();
      await clerk.revoke("U1");
      await page.locator(".message.stale", { hasText: "链接无效" }).waitFor();
      await picture("zh-phone-closed", false);
      await stage.axe({ stay: true });
      await page.goto(through(link));
      await page.locator(".message.stale", { hasText: "链接无效" }).waitFor();
    }),
  );
  console.log("The recipients' journey ended well.");
} finally {
  await stage.browser.close();
  wire.cut();
}
