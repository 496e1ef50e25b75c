import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { faultsOf } from "./axe.mjs";
import { Complaints, openBrowser } from "./browser.mjs";
import { reach } from "./pocket.mjs";
import { rehearsed } from "./rehearsed.mjs";
import { DESKS, SCREENS } from "./screenList.mjs";

/*
 * A picture of every screen, in both languages, on a desk and on a phone, each held against the rules
 * for everybody's use; and docs/screens.md, which shows them. ./huiwu screens has the platform for it.
 */
const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  old: { viewport: { width: 1280, height: 720 } },
  wide: { viewport: { width: 1920, height: 1080 } },
};
/** Shown in docs/screens.md. */
const SHOWN = ["desk", "phone"];
const LANGUAGES = { zh: "zh-CN", en: "en-GB" };
const NOT_SIGNED_IN = /status of 401 .*\/session\b/;
/** Pages that open in the browser's language. */
const SPEAKS_ITSELF = ["door", "liaison", "password", "picker", "pocket"];
/** Seen before the administrator has a password of their own. */
const AT_FIRST = (screen) => screen.page === "password";
const DOCS = resolve(dirname(fileURLToPath(import.meta.url)), "../../../docs");

const { values: options } = parseArgs({
  options: {
    url: { type: "string" },
    account: { type: "string", default: "administrator" },
    "password-file": { type: "string" },
    out: { type: "string", default: join(DOCS, "images") },
    only: { type: "string" },
    variants: { type: "string", default: "zh-desk,zh-phone,en-desk,en-phone" },
  },
});
if (!options.url || !options["password-file"]) {
  console.error(
    "Usage: npm run screens -- --url ADDRESS --password-file F [--account A] [--out DIR] [--only SCREEN,...] [--variants zh-desk,en-phone,zh-old-dark,...]",
  );
  process.exit(2);
}
const url = options.url.replace(/\/$/, "");
const only = options.only?.split(",");
const variants = options.variants.split(",");
const wanted = SCREENS.filter((s) => !only || only.includes(s.name));
const complaints = new Complaints();
const faults = [];

const password = readFileSync(options["password-file"], "utf8").trim();
const browser = await openBrowser();
let rehearsal = null;
let seen = 0;

const here = (link) => link.replace(/^https?:\/\/[^/]+/, url);

async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await complaints.listenTo(page);
  return page;
}

async function signedIn(context, user, shows) {
  const page = await newPage(context);
  await page.goto(`${url}/`);
  await page.locator('input[name="account"]').fill(user.account);
  await page.locator('input[name="password"]').fill(user.password);
  await page.locator('button[type="submit"]').click();
  await page.locator(shows).first().waitFor({ state: "attached" });
  return page;
}

/** The paper's code stands on the recipient's own page. */
async function paperLink(page) {
  await page.goto(here(rehearsal.site));
  await page.locator(".version strong").waitFor();
  const answer = await page.request.get(`${url}/site/manifests/site%3AS11`);
  return here((await answer.json()).stillTrue);
}

async function open(screen, desk, context, phone) {
  switch (screen.page) {
    case "password":
      return signedIn(context, { account: options.account, password }, screen.shows);
    case "picker":
      return signedIn(context, rehearsal.visitor, screen.shows);
    case "pocket": {
      await reach(phone, url, rehearsal.liaison, screen.at);
      return phone;
    }
    case "door": {
      const page = await newPage(context);
      await page.goto(`${url}/`);
      return page;
    }
    case "liaison": {
      const page = await newPage(context);
      await page.goto(`${url}/liaison`);
      return page;
    }
    case "paper": {
      const page = await newPage(context);
      await page.goto(await paperLink(page));
      return page;
    }
    case "site":
    case "kitchen":
    case "me": {
      const page = await newPage(context);
      await page.goto(here(rehearsal[screen.page]));
      return page;
    }
    default: {
      const at = typeof screen.at === "function" ? screen.at(rehearsal) : screen.at;
      await desk.goto(`${url}/#/${rehearsal.clerk.conference}/${at}`);
      await desk.reload();
      return desk;
    }
  }
}

/** Nothing is on its way any more. */
async function quiet(page) {
  await page.waitForFunction(() => document.querySelector(".ant-skeleton, .opening") === null);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

async function picture(page, file) {
  await page.mouse.move(0, 0);
  const taken = await page.screenshot({ animations: "disabled", scale: "css" });
  await sharp(taken)
    .png({ palette: true, colours: 64, quality: 80, effort: 7, dither: 0 })
    .toFile(file);
}

/** A phone as long as its page: nothing lies half under the bar at its foot. */
async function unrolled(page, look) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  const found = await look(page);
  await page.setViewportSize({ width, height });
  return found;
}

async function walk(screens, [language, size, theme = "light"]) {
  const settings = {
    ...SIZES[size],
    locale: LANGUAGES[language],
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    colorScheme: theme,
  };
  const inside = await browser.newContext(settings);
  const desk =
    rehearsal &&
    (await complaints.expecting(NOT_SIGNED_IN, () =>
      signedIn(inside, rehearsal.clerk.user, ".lamp.live"),
    ));
  const pocket = await browser.newContext(settings);
  const phone = await newPage(pocket);
  for (const screen of screens.filter((s) => (s.sizes ?? [size]).includes(size))) {
    const outside = screen.page ? await browser.newContext(settings) : null;
    await complaints.expecting(NOT_SIGNED_IN, async () => {
      const page = await open(screen, desk, outside, phone);
      if (screen.page && language === "en" && !SPEAKS_ITSELF.includes(screen.page)) {
        await page.locator(screen.shows).first().waitFor();
        if ((await page.locator("html").getAttribute("lang")) !== "en-GB") {
          await page.locator("header button[lang]").first().click();
        }
      }
      await page.locator(screen.shows).first().waitFor({ state: "attached" });
      await screen.first?.(page);
      await quiet(page);
      seen++;
      const name = [screen.name, language, size, ...(theme === "light" ? [] : [theme])].join("-");
      await picture(page, join(options.out, `${name}.png`));
      const found = await (screen.page === "pocket" ? unrolled(page, faultsOf) : faultsOf(page));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      console.log([`${found.length === 0 ? "ok  " : "FAIL"} ${name}`, ...found].join("\n     "));
    });
    await outside?.close();
  }
  await inside.close();
  await pocket.close();
}

/** docs/screens.md: what there is, desk by desk. */
function pages() {
  const shown = Object.entries(DESKS).map(([desk, [zh, en]]) => {
    const screens = SCREENS.filter((s) => s.desk === desk);
    const rows = screens.map((s) => {
      const cell = (l, size) =>
        (s.sizes ?? SHOWN).includes(size)
          ? `![${s.name}](images/${s.name}-${l}-${size}.png)`
          : "phone only";
      return `| ${s.name} | ${cell("zh", "desk")} | ${cell("en", "desk")} | ${cell("zh", "phone")} | ${cell("en", "phone")} |`;
    });
    return `## ${en} ${zh}\n\n| screen | 中文 | English | 手机 | phone |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Every screen\n\nMade by \`./huiwu screens\` on the sample conference in the afternoon of its excursions; one line a screen in \`gateway/console/e2e/screenList.mjs\`.\n\n${shown.join("\n")}`;
}

try {
  mkdirSync(options.out, { recursive: true });
  const own = resolve(options.out) === join(DOCS, "images");
  if (own && wanted.length * variants.length === SCREENS.length * 4) {
    for (const file of readdirSync(options.out).filter((f) => f.endsWith(".png"))) {
      rmSync(join(options.out, file));
    }
  }
  const ways = variants.map((variant) => variant.split("-"));
  const atFirst = wanted.filter(AT_FIRST);
  for (const way of atFirst.length > 0 ? ways : []) {
    await walk(atFirst, way);
  }
  rehearsal = await rehearsed(url, options.account, password);
  const then = wanted.filter((s) => !AT_FIRST(s));
  for (const way of ways) {
    await walk(then, way);
  }
  if (own) {
    writeFileSync(join(DOCS, "screens.md"), pages());
  }
  complaints.mustBeNone();
  if (faults.length > 0) {
    throw new Error(`Not everybody can use these screens:\n${[...new Set(faults)].join("\n")}`);
  }
  console.log(`${seen} pictures in ${options.out}`);
} finally {
  await browser.close();
}
