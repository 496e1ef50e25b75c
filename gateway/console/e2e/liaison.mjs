import { Clerk } from "./clerk.mjs";
import { Handset } from "./handset.mjs";
import { fits, must, Stage, tooSmall } from "./stage.mjs";
import { excursionDesk, settledAtADesk, switchedAtADesk } from "./switching.mjs";
import { Wire } from "./wire.mjs";

/*
 * A liaison's day: a bus chosen, a change of route that a desk makes seen on the phone, in the
 * kitchen and at the site, the roll called without a network, the browser killed, everything there again, told once when there is a network; a move
 * that came too late settled by the desk; the phone wiped.
 */
const NOT_SIGNED_IN = /status of 401/;
const NO_NETWORK = /net::ERR_/;
const PIN = "428190";

const stage = new Stage("e2e:liaison", "liaison");
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
await clerk.contacts([
  contact("U1", "site", "百色污水处理厂接待组", "13877100067"),
  contact("D1", "driver", "韦师傅", "13877100071"),
  contact("K1", "kitchen", "百色宾馆厨房", "13877100070"),
]);
await clerk.atRest("site:S11");
await clerk.receives("U1", "site:S11");
await clerk.receives("K1", "meal:DR1");
await change("X1A", { contact: "D1", delegations: ["CQ"] });
await change("X2A", { delegations: ["GD"] });
await clerk.goLive();
await clerk.setClock("2026-06-09T13:40");
const people = await clerk.people();
const [first, second, third, fourth] = people.filter((p) => p.delegation === "CQ");
const [stranger, joiner] = people.filter((p) => p.delegation === "GD");

const liaison = { account: `lia-${Date.now()}`, name: "韦联络", password: "a-quiet-bus-42" };
await clerk.administrator.ask("POST", "/accounts", liaison);
await clerk.administrator.ask(
  "PUT",
  `/accounts/${liaison.account}/grants/${clerk.conference}/liaison`,
);

const wire = await Wire.to(stage.url);
const handset = new Handset();
stage.complaints = handset.complaints;
let page = await handset.turnOn();
stage.page = page;
await stage.raise();

function contact(code, role, name, phone) {
  return { code, role, name, phone, email: "", channels: ["page", "sms"], language: null };
}

/** A trip, by transport's desk. */
async function change(trip, what) {
  const address = clerk.at("transport-dispatch", `trips/${trip}`);
  const now = await clerk.ask("GET", address);
  await clerk.ask("PATCH", address, what, {
    "If-Match": `"${now.version}"`,
    "Huiwu-Role": "transport",
  });
}

const step = (name, work) => stage.step(name, work);
const expecting = (pattern, work) => handset.complaints.expecting(pattern, work);
const rider = (person) => page.locator(`.rider[data-person="${person.id}"]`);
const tab = (name) => page.locator(`.tab[data-tab="${name}"]`).click();
const count = (of, n) => page.locator(`.count[data-of="${of}"] strong`, { hasText: `${n}` });
const unsent = (n) => page.locator(`.desk[data-unsent="${n}"]`).waitFor();
const line = (state) => page.locator(`.desk[data-line="${state}"]`).waitFor({ timeout: 60_000 });

async function signIn() {
  await page.locator('input[name="account"]').fill(liaison.account);
  await page.locator('input[name="password"]').fill(liaison.password);
  await page.locator('button[type="submit"]').click();
}

async function takeBus() {
  await page.goto(`${wire.address}/liaison`);
  await page.locator('[data-stage="signed-out"]').waitFor();
  await signIn();
  await page.locator('.choice[data-trip="X1A"]').click();
  await page.locator('input[name="pin"]').fill(PIN);
  await page.locator('input[name="pin-again"]').fill(PIN);
  await page.locator('button[type="submit"]').click();
  await line("live");
}

/** The camera is held before a code, and says what it saw. */
async function seesCode(code, kind, words) {
  handset.sees(code);
  await page.locator(".scan-codes").click();
  await page.locator(`[data-seen="${kind}"]`, { hasText: words }).waitFor();
  await stage.picture(`zh-scan-${kind}`);
  await page.locator(".scanning .main").click();
}

async function move(person, way) {
  await rider(person).locator(".move").click();
  await page.locator(`.choice[data-way="${way}"]`).click();
  await page.locator(".moving .main").click();
  await rider(person).or(page.locator(".counts")).first().waitFor();
}

/** What is kept of the page, in all. */
const kept = () =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map((d) => d.name),
    caches: await caches.keys(),
  }));

try {
  await step("takes a bus, and has its list behind a PIN", async () => {
    await expecting(NOT_SIGNED_IN, takeBus);
    await rider(first).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.ready.then((r) => !!r.active));
    must(await fits(page), "the roll-call is wider than the phone");
    const small = await tooSmall(page);
    must(small.length === 0, `too small for a thumb: ${small}`);
    await stage.picture("zh-roll");
  });
  const desk = await excursionDesk(stage, clerk);
  await switchedAtADesk({ stage, clerk, desk, page, rider, joiner });
  await step("sees the stops, the gate, and whom to call", async () => {
    await tab("route");
    await page.locator(".stops li").first().waitFor();
    await page.locator('a[href="tel:13877100071"]').waitFor();
    await page.locator('a[href="tel:13877100067"]').waitFor();
    await page.locator('.gate[data-light="no-roll-call"]').waitFor();
    await stage.picture("zh-route", true);
    await tab("roll");
  });
  await step("calls the roll where there is no network", () =>
    expecting(NO_NETWORK, async () => {
      wire.cut();
      await handset.context.setOffline(true);
      await line("away");
      await rider(first).locator(".mark.absent").click();
      await rider(second).locator(".mark.absent").click();
      await page.locator(".undo").click();
      await count("absent", 1).waitFor();
      await page.locator(".rest-aboard").click();
      await count("open", 0).waitFor();
      await page.locator(".add-unexpected").click();
      await page.locator('input[name="find"]').fill("gd");
      await page.locator(`.found[data-person="${stranger.id}"]`).waitFor();
      await stage.picture("zh-find");
      await page.locator(`.found[data-person="${stranger.id}"]`).click();
      await count("unexpected", 1).waitFor();
      await stage.picture("zh-away", true);
      await page.locator(".report .main").click();
      await unsent(1);
      await move(third, "R2/X2A");
      await unsent(2);
    }),
  );
  await step("calls somebody by the code on their card, without a network", () =>
    expecting(NO_NETWORK, async () => {
      await seesCode(`huiwu:person:${first.id}`, "aboard", first.name);
      await rider(first).and(page.locator('[data-mark="aboard"]')).waitFor();
      await seesCode("https://elsewhere.example/", "unknown", "不是本次会议");
      await rider(first).locator(".mark.absent").click();
      await count("absent", 1).waitFor();
    }),
  );
  await step("is killed, and has everything again, still without a network", async () => {
    await clerk.switchRoute(third.id, "");
    await handset.kill();
    const readable = handset.remembers([first.name, liaison.name, first.id]);
    must(readable.length === 0, `readable on the disk: ${readable}`);
    must(handset.remembers(["AES-GCM", "wipesAt"]).length > 0, "the disk was not searched");
    page = await handset.turnOn();
    stage.page = page;
    // a browser that is killed has written its session down, or not yet: here it has not
    await handset.context.clearCookies();
    await handset.context.setOffline(true);
    await expecting(NO_NETWORK, async () => {
      await page.goto(`${wire.address}/liaison`);
      await page.locator('input[name="pin"]').fill("000000");
      await page.locator('button[type="submit"]').click();
      await page.locator(".notice.bad").waitFor();
      await stage.picture("zh-locked");
      await page.locator('input[name="pin"]').fill(PIN);
      await page.locator('button[type="submit"]').click();
      await unsent(2);
      await rider(first).waitFor();
      must(
        (await rider(first).getAttribute("data-mark")) === "absent",
        "the mark was lost with the browser",
      );
      await tab("outbox");
      await page.locator('.deed[data-kind="roll-call"][data-state="waiting"]').waitFor();
      await stage.picture("zh-outbox");
    });
  });
  await step("tells it once when there is a network again", () =>
    expecting(/net::ERR_|status of 401/, async () => {
      await wire.mend();
      await handset.context.setOffline(false);
      await line("signed-out");
      await page.locator(".again").click();
      await page.locator('input[name="password"]').fill(liaison.password);
      await page.locator('.form button[type="submit"]').click();
      await unsent(0);
      await line("live");
      const calls = await clerk.ask("GET", clerk.at("transport-dispatch", "trips/X1A/roll-calls"));
      must(calls.length === 1, `${calls.length} roll-calls came in`);
      must(calls[0].absent.includes(first.id), "who was absent is not");
      must(calls[0].unexpected.includes(stranger.id), "who was unexpected is not");
    }),
  );
  await step("the site's and the kitchen's lists have followed", async () => {
    const site = await clerk.listWith(
      "site:S11",
      (lines) => lines[stranger.id] && !lines[first.id],
    );
    must(!site[third.id], "who left the route is on the site's list");
    const eat = Object.keys(site).length;
    await clerk.listWith(
      "meal:DR1",
      (lines) => Object.values(lines).reduce((n, l) => n + Number(l.count), 0) === eat,
    );
  });
  await settledAtADesk({ stage, clerk, desk, page, mover: third });
  await step("a move by the plan as it is now is done at once", async () => {
    await tab("roll");
    await move(fourth, "R2/");
    await unsent(0);
    await rider(fourth).waitFor({ state: "detached" });
    const waiting = await clerk.ask("GET", clerk.at("excursion", "transfers?waiting=true"));
    must(waiting.length === 0, "it waits for the desk");
  });
  await step("leaves on red with a reason", async () => {
    await page.locator(".report").scrollIntoViewIfNeeded();
    await tab("route");
    await page.locator('.gate[data-light="red"]').waitFor();
    must((await page.evaluate(() => scrollY)) === 0, "a room begins in its middle");
    await page.locator(".leave").click();
    await page.locator('input[name="reason"]').fill("天黑前须到");
    await page.locator(".leave-now").click();
    await page.locator(".gate .notice.good").waitFor();
  });
  await step("the chief liaison sees every bus of the route", async () => {
    await tab("buses");
    const bus = page.locator('.bus[data-trip="X1A"]');
    await bus.waitFor();
    must(/已上/.test(await bus.textContent()), "nothing was counted");
    await stage.picture("zh-buses");
  });
  await step("speaks English, by night too", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator(".bar .quiet").click();
    await page.locator('html[lang="en-GB"]').waitFor();
    await tab("roll");
    await rider(second).waitFor();
    must(await fits(page), "English is wider than the phone");
    await stage.picture("en-night-roll");
    await tab("route");
    await stage.picture("en-night-route", true);
    await page.locator(".bar .quiet").click();
  });
  await step("keeps nothing once signed out", () =>
    expecting(NOT_SIGNED_IN, async () => {
      must((await kept()).databases.length === 1, "nothing was kept before");
      await page.locator(".sign-out").click();
      await page.locator(".sign-out-sure .danger").click();
      await page.locator('[data-stage="signed-out"]').waitFor();
      const left = await kept();
      must(left.databases.length + left.caches.length === 0, `left: ${JSON.stringify(left)}`);
    }),
  );
  await step("is wiped after the conference's end, without a network too", async () => {
    await expecting(NOT_SIGNED_IN, takeBus);
    const inAWeek = Date.now() + 7 * 24 * 3_600_000;
    wire.cut();
    await expecting(NO_NETWORK, async () => {
      await page.clock.install({ time: inAWeek });
      await page.goto(`${wire.address}/liaison`);
      await page.locator('[data-stage="signed-out"] .notice.warn').waitFor();
      must((await kept()).databases.length === 0, "it is still there");
      await stage.picture("zh-ended");
    });
  });
  console.log("The liaison's day ended well.");
} finally {
  wire.cut();
  await stage.browser?.close();
  await handset.turnOff();
}
