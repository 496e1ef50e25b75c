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
 * A delegate's journey: the code on the badge on a small telephone, what a photographer of it sees and does not, room
 * and flight after a code, a bus that changes while one looks, English, paper, and a badge that was lost.
 */
const stage = new Stage("e2e:me", "me");
const wire = await Wire.to(stage.url);
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
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
const through = (address) => address.replace(/^https?:\/\/[^/]+/, wire.address);

const text = () => page.locator("body").innerText();
try {
  turnTo(await openPhone());
  await step("in planning there is nothing on it", async () => {
    await page.goto(through(link));
    await page.locator(".message", { hasText: "尚未公布" }).waitFor();
    must(!page.url().includes("#"), `the secret is in the address: ${page.url()}`);
    await picture("zh-planning", false);
    await stage.axe();
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
    await stage.axe();
    must(await fits(page), "it is wider than the phone");
    must((await tooSmall(page)).length === 0, `too small: ${await tooSmall(page)}`);
  });
  await step("room and flight after a code from one's own phone", async () => {
    await page.getByRole("button", { name: "发送验证码" }).click();
    await page.locator("#pin").waitFor();
    const code = await clerk.codeFor(me.phone ?? (await phone()));
    await complaints.expecting(REFUSED, async () => {
      await page.locator("#pin").fill(code === "111111" ? "111112" : "111111");
      await page.getByRole("button", { name: "查看" }).click();
      await page.locator(".said", { hasText: "4" }).waitFor();
      await picture("zh-code", false);
      await stage.axe({ stay: true });
    });
    await page.locator("#pin").fill(code);
    await page.getByRole("button", { name: "查看" }).click();
    await page.locator(".own", { hasText: "荔园山庄" }).waitFor();
    await page.locator(".own", { hasText: "CZ33" }).waitFor();
    await picture("zh-own");
    await stage.axe();
    must(await fits(page), "it is wider than the phone");
  });
  await step("who has photographed the badge still does not see it", async () => {
    const mine = page;
    turnTo(await openPhone());
    await page.goto(through(link));
    await page.locator(".schedule").waitFor();
    must(!(await text()).includes("荔园山庄"), "the photographer sees the hotel");
    must(
      (await page.getByRole("button", { name: "不再接收提醒" }).count()) === 0,
      "the photographer can switch off the reminders",
    );
    await page.context().close();
    turnTo(mine);
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
      await stage.axe({ stay: true });
      await wire.mend();
      await page.locator(".banner.stale").waitFor({ state: "detached", timeout: 45_000 });
    }),
  );
  await step("it speaks English", async () => {
    await page.locator("#top .button").click();
    await page.getByText("Room and itinerary").waitFor();
    must((await page.locator("html").getAttribute("lang")) === "en-GB", "it says so");
    await picture("en-own");
    await stage.axe({ stay: true });
    must(await fits(page), "it is wider than the phone");
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
      await stage.axe({ stay: true });
      await page.goto(through(link));
      await page.locator(".message", { hasText: "not valid" }).waitFor();
    }),
  );
  console.log("The delegate's journey ended well.");
} finally {
  await stage.browser.close();
  wire.cut();
}

async function phone() {
  const one = await clerk.ask("GET", clerk.at("registration", `participants/${person}`));
  return one.phone;
}
