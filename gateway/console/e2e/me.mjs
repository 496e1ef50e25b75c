import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Complaints, openBrowser } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { Wire } from "./wire.mjs";

/*
 * A delegate's journey: the code on the badge on a small telephone, what a photographer of it sees and does not, room
 * and flight after a code, a bus that changes while one looks, English, paper, and a badge that was lost.
 */
const { values: options } = parseArgs({
  options: {
    url: { type: "string" },
    account: { type: "string", default: "administrator" },
    "password-file": { type: "string" },
    images: { type: "string" },
  },
});
if (!options.url || !options["password-file"]) {
  console.error("Usage: npm run e2e:me -- --url ADDRESS --password-file F [--images DIR]");
  process.exit(2);
}

const PHONE = { width: 360, height: 740 };
const OFFLINE = /net::ERR_|status of 503/;
const NOT_VALID = /status of 404/;
const WRONG = /status of 422/;

const password = readFileSync(options["password-file"], "utf8").trim();
const wire = await Wire.to(options.url);
const clerk = await Clerk.withConference(options.url, options.account, password);
await clerk.contacts([
  { code: "DUTY", role: "duty", name: "会务值班室", phone: "0771-5550100", email: "" },
]);
await clerk.settled("site:S11", 1);
const people = await clerk.people();
const [me] = (Array.isArray(people) ? people : people.items).filter((p) => p.delegation === "CQ");
const person = me.id ?? me.person;
// their delegation has no bus: who switches gets one
await clerk.switchRoute(person, "R2");
await clerk.switchRoute(person, "R1");
const badge = () => clerk.ask("POST", clerk.at("notification", `people/${person}/personal-link`));
// before the conference's end, whenever this is run: a badge is no good long after it
await clerk.ask("POST", clerk.at("notification", "rehearsal-clock"), {
  localTime: "2026-06-07T09:00",
  rate: 1,
});
const link = (await badge()).link;

const complaints = new Complaints();
const browser = await openBrowser();
let page;

async function openPhone(more = {}) {
  const context = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    colorScheme: "light",
    ...more,
  });
  const opened = await context.newPage();
  opened.setDefaultTimeout(20_000);
  await complaints.listenTo(opened);
  return opened;
}

const through = (address) => address.replace(/^https?:\/\/[^/]+/, wire.address);

async function picture(name, whole = true) {
  if (options.images) {
    mkdirSync(options.images, { recursive: true });
    await page.screenshot({
      path: join(options.images, `me-${name}.png`),
      animations: "disabled",
      fullPage: whole,
      scale: "css",
    });
  }
}

async function step(name, work) {
  const start = performance.now();
  try {
    const result = await work();
    complaints.mustBeNone();
    console.log(`ok   ${name} (${Math.round(performance.now() - start)} ms)`);
    return result;
  } catch (e) {
    await picture("failed").catch(() => {});
    throw new Error(`${name}: ${e.message}\n${complaints.said()}`, { cause: e });
  }
}

function must(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}

const text = () => page.locator("body").innerText();
const fits = () =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const tooSmall = () =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, a.button, input")]
      .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 44)
      .map((e) => e.outerHTML.slice(0, 120)),
  );

try {
  page = await openPhone();
  await step("in planning there is nothing on it", async () => {
    await page.goto(through(link));
    await page.locator(".message", { hasText: "尚未公布" }).waitFor();
    must(!page.url().includes("#"), `the secret is in the address: ${page.url()}`);
    await picture("zh-planning", false);
  });
  await step("it fills by itself when the conference goes live", async () => {
    await clerk.goLive();
    await page.locator(".schedule").waitFor();
    await page.locator(".plate", { hasText: "桂AQZ0JN" }).waitFor();
  });
  await step("a badge shows the way, not the room", async () => {
    const seen = await text();
    for (const there of ["桂AQZ0JN", "百色污水处理厂", "0771-5550100"]) {
      must(seen.includes(there), `${there} is missing`);
    }
    const answered = await page.evaluate(async () =>
      (await fetch("/site/me/page", { headers: { "X-Huiwu-Site": "open" } })).text(),
    );
    for (const hidden of ["荔园山庄", "CZ33", "桂AXL3QJ", me.phone ?? "199000001"]) {
      must(!seen.includes(hidden) && !answered.includes(hidden), `${hidden} is told`);
    }
    must(JSON.parse(answered).own === null, "there is nothing of one's own");
    await picture("zh-badge");
    must(await fits(), "it is wider than the phone");
    must((await tooSmall()).length === 0, `too small: ${await tooSmall()}`);
  });
  await step("room and flight after a code from one's own phone", async () => {
    await page.getByRole("button", { name: "发送验证码" }).click();
    await page.locator("#pin").waitFor();
    const code = await clerk.codeFor(me.phone ?? (await phone()));
    await complaints.expecting(WRONG, async () => {
      await page.locator("#pin").fill(code === "111111" ? "111112" : "111111");
      await page.getByRole("button", { name: "查看" }).click();
      await page.locator(".said", { hasText: "4" }).waitFor();
      await picture("zh-code", false);
    });
    await page.locator("#pin").fill(code);
    await page.getByRole("button", { name: "查看" }).click();
    await page.locator(".own", { hasText: "荔园山庄" }).waitFor();
    await page.locator(".own", { hasText: "CZ33" }).waitFor();
    await picture("zh-own");
    must(await fits(), "it is wider than the phone");
  });
  await step("who has photographed the badge still does not see it", async () => {
    const mine = page;
    page = await openPhone();
    await page.goto(through(link));
    await page.locator(".schedule").waitFor();
    must(!(await text()).includes("荔园山庄"), "the photographer sees the hotel");
    must(
      (await page.getByRole("button", { name: "不再接收提醒" }).count()) === 0,
      "the photographer can switch off the reminders",
    );
    await page.context().close();
    page = mine;
  });
  await step("another bus appears while one looks", async () => {
    await clerk.switchRoute(person, "R2");
    await page.locator(".plate", { hasText: "桂A507N1" }).waitFor();
    must(!(await text()).includes("桂AQZ0JN"), "the old bus is still there");
  });
  await step("the line breaks, and what is shown says how old it is", () =>
    complaints.expecting(OFFLINE, async () => {
      wire.cut();
      await page.locator(".banner.stale").waitFor();
      await picture("zh-offline", false);
      await wire.mend();
      await page.locator(".banner.stale").waitFor({ state: "detached", timeout: 45_000 });
    }),
  );
  await step("it speaks English", async () => {
    await page.locator("#top .button").click();
    await page.getByText("Room and itinerary").waitFor();
    must((await page.locator("html").getAttribute("lang")) === "en-GB", "it says so");
    await picture("en-own");
    must(await fits(), "it is wider than the phone");
  });
  await step("it prints", async () => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await picture("en-print");
    must(!(await page.getByRole("button", { name: "Print" }).isVisible()), "no buttons on paper");
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize(PHONE);
  });
  await step("no more messages", async () => {
    await page.getByRole("button", { name: "No more reminders" }).click();
    await page.getByText("You have chosen to get no more reminders.").waitFor();
  });
  await step("a badge that was lost closes what is open, and opens nothing any more", () =>
    complaints.expecting(NOT_VALID, async () => {
      await clerk.ask(
        "POST",
        clerk.at("notification", `people/${person}/personal-link-revocations`),
      );
      await page.locator(".message", { hasText: "not valid" }).waitFor();
      await picture("en-gone", false);
      await page.goto(through(link));
      await page.locator(".message", { hasText: "not valid" }).waitFor();
    }),
  );
  console.log("The delegate's journey ended well.");
} finally {
  await browser.close();
  wire.cut();
}

async function phone() {
  const one = await clerk.ask("GET", clerk.at("registration", `participants/${person}`));
  return one.phone;
}
