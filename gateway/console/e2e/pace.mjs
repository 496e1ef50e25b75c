import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openBrowser } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

/*
 * How fast the console is on this machine, printed for docs/measurements.md; nothing is asserted: a
 * busy machine says nothing. Of each desk's home: from the navigation's start until the first control
 * has answered a click, with an empty cache and with a full one. Of a conference of many: from a key
 * in the table's search until its rows are painted, and the frames while the wheel runs.
 */
const DESK_SIZE = { width: 1440, height: 900 };
const ROLES = [
  "registration",
  "accommodation",
  "catering",
  "transport",
  "excursion",
  "venue",
  "protocol",
  "duty",
];
const MOST_ROWS = 5_000;
const LONG_FRAME_MILLIS = 50;

const { values: options } = parseArgs({
  options: {
    url: { type: "string" },
    account: { type: "string", default: "administrator" },
    "password-file": { type: "string" },
    people: { type: "string", default: String(5_000) },
  },
});
if (!options.url || !options["password-file"]) {
  console.error(
    "Usage: npm run pace -- --url ADDRESS --password-file F [--account A] [--people N]",
  );
  process.exit(2);
}
const url = options.url.replace(/\/$/, "");
const password = readFileSync(options["password-file"], "utf8").trim();
const clerk = await Clerk.withConference(url, options.account, password, ["protocol"]);
const browser = await openBrowser();

const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const share = (all, of) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * of))];

/** Clicks a link of the home page as soon as it is there, and says when the page has answered. */
function clickAtOnce() {
  const look = () => {
    const link =
      document.querySelector(".home-desk") && document.querySelector(".top-link.manifests");
    if (!link) {
      requestAnimationFrame(look);
      return;
    }
    link.click();
    const answered = () =>
      link.getAttribute("aria-current") === "page"
        ? requestAnimationFrame(() => {
            window.huiwuAnswered = performance.now();
          })
        : requestAnimationFrame(answered);
    answered();
  };
  if (location.hash.endsWith("/home")) {
    requestAnimationFrame(look);
  }
}

async function signedIn(user) {
  const context = await browser.newContext({ viewport: DESK_SIZE, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await page.locator('input[name="account"]').fill(user.account);
  await page.locator('input[name="password"]').fill(user.password);
  await page.locator('button[type="submit"]').click();
  await page.locator(".top").waitFor();
  return { context, page };
}

async function home(context) {
  const page = await context.newPage();
  await page.addInitScript(clickAtOnce);
  await page.goto(`${url}/#/${clerk.conference}/home`);
  const answered = await (await page.waitForFunction(() => window.huiwuAnswered)).jsonValue();
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((r) => r.name.includes("/assets/"))
      .reduce((sum, r) => sum + r.encodedBodySize, 0),
  );
  await page.close();
  return { answered, bytes };
}

async function homes() {
  const { administrator } = clerk;
  for (const role of ROLES) {
    const user = { ...clerk.user, account: `pace-${role}-${Date.now()}` };
    await administrator.ask("POST", "/accounts", user);
    await administrator.ask("PUT", `/accounts/${user.account}/grants/${clerk.conference}/${role}`);
    const cold = [];
    const warm = [];
    let bytes = 0;
    for (let i = 0; i < 3; i++) {
      const { context } = await signedIn(user);
      const session = await context.storageState();
      await context.close();
      const fresh = await browser.newContext({
        viewport: DESK_SIZE,
        locale: "zh-CN",
        storageState: session,
      });
      const first = await home(fresh);
      bytes = first.bytes;
      cold.push(first.answered);
      warm.push((await home(fresh)).answered);
      await fresh.close();
    }
    console.log(
      `${role}: home answers after ${Math.round(middle(cold))} ms (empty cache, ${Math.round(bytes / 1024)} KiB as sent), ${Math.round(middle(warm))} ms (full)`,
    );
  }
}

const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"];
const GIVEN = [..."静海涛文怡建国兰志远雪梅晨永超霞云康子敏峰涵宇轩"];

/** As an office sends it. */
function roster(count) {
  const rows = Array.from({ length: count }, (_, i) => {
    const a = SURNAMES[i % SURNAMES.length];
    const b = GIVEN[Math.floor(i / SURNAMES.length) % GIVEN.length];
    const c = GIVEN[Math.floor(i / SURNAMES.length / GIVEN.length) % GIVEN.length];
    return `${a}${b}${c},M,Division,处长,139${String(i).padStart(8, "0")},None,,,,,,,,`;
  });
  return [
    "Name,Gender,Rank,Title,Mobile,Diet,Arrival,Arrival flight/train,Arrival place,Departure,Departure flight/train,Departure place,Excursion,Accompanying",
    ...rows,
  ].join("\r\n");
}

async function many() {
  const wanted = Math.min(MOST_ROWS, Number(options.people));
  await clerk.bring(roster(wanted), "GD.csv");
  const { context, page } = await signedIn(clerk.user);
  await page.goto(`${url}/#/${clerk.conference}/people?wide=`);
  await page.locator(".table-row").nth(20).waitFor();
  await page.waitForFunction(
    (n) => Number(document.querySelector(".table-frame").getAttribute("aria-rowcount")) >= n,
    wanted,
    { timeout: 120_000 },
  );
  await page.evaluate(() => {
    window.huiwuKeys = [];
    const input = document.querySelector(".table-bar input");
    input.addEventListener("keydown", () => {
      const began = performance.now();
      requestAnimationFrame(() =>
        setTimeout(() => window.huiwuKeys.push(performance.now() - began), 0),
      );
    });
  });
  await page.locator(".table-bar input").focus();
  for (const key of [
    "w",
    "a",
    "n",
    "g",
    "Backspace",
    "Backspace",
    "Backspace",
    "Backspace",
    "1",
    "3",
    "9",
    "0",
  ]) {
    await page.keyboard.press(key);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))),
    );
  }
  const keys = await page.evaluate(() => window.huiwuKeys);
  console.log(
    `a key in the search of ${wanted} rows is painted after ${Math.round(middle(keys))} ms, at most ${Math.round(Math.max(...keys))}`,
  );
  await page.locator(".table-bar input").fill("");
  await page.waitForFunction(
    (n) => Number(document.querySelector(".table-frame").getAttribute("aria-rowcount")) >= n,
    wanted,
  );
  const frames = await page.evaluate(async () => {
    const box = document.querySelector(".table-frame");
    const taken = [];
    let last = performance.now();
    for (let i = 0; i < 240; i++) {
      box.scrollTop += 300;
      await new Promise(requestAnimationFrame);
      taken.push(performance.now() - last);
      last = performance.now();
    }
    return taken;
  });
  const long = frames.filter((f) => f > LONG_FRAME_MILLIS).length;
  console.log(
    `the wheel through ${wanted} rows: a frame ${middle(frames).toFixed(1)} ms, 95 of 100 within ${share(frames, 0.95).toFixed(1)}, at most ${Math.max(...frames).toFixed(1)}; ${long} of ${frames.length} longer than ${LONG_FRAME_MILLIS}`,
  );
  await context.close();
}

try {
  await homes();
  await many();
} finally {
  await browser.close();
}
