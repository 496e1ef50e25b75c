import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { faultsOf } from "./axe.mjs";
import { Complaints, openBrowser } from "./browser.mjs";

/** What every journey has: where the platform is, a browser, steps that say how they went, and pictures. */
export class Stage {
  complaints = new Complaints();

  /** On which page the journey is just now: it is the one that is pictured. */
  page = null;

  constructor(script, pictures) {
    const { values: options } = parseArgs({
      options: {
        url: { type: "string" },
        account: { type: "string", default: "administrator" },
        "password-file": { type: "string" },
        images: { type: "string" },
        "chosen-file": { type: "string" },
      },
    });
    if (!options.url || !options["password-file"]) {
      console.error(
        `Usage: npm run ${script} -- --url ADDRESS --password-file F [--account A] [--images DIR]`,
      );
      process.exit(2);
    }
    this.url = options.url;
    this.account = options.account;
    this.password = readFileSync(options["password-file"], "utf8").trim();
    this.images = options.images;
    this.chosenFile = options["chosen-file"];
    this.pictures = pictures;
  }

  async raise() {
    this.browser = await openBrowser();
    return this;
  }

  /** @param size the window's, and whatever else is to be otherwise than usual */
  async open(size, more = {}) {
    const context = await this.browser.newContext({
      viewport: size,
      deviceScaleFactor: 2,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
      colorScheme: "light",
      ...more,
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    await this.complaints.listenTo(opened);
    return opened;
  }

  async picture(name, whole = false) {
    if (this.images) {
      mkdirSync(this.images, { recursive: true });
      await this.page.screenshot({
        path: join(this.images, `${this.pictures}-${name}.png`),
        animations: "disabled",
        fullPage: whole,
        scale: "css",
      });
    }
  }

  /**
   * The page as it stands is usable without a mouse or without seeing it well, in both languages, by
   * day and by night; it stays as it was.
   *
   * @param stay where it is in the middle of something that another language would begin anew
   */
  async axe({ stay = false } = {}) {
    const faults = await faultsOf(this.page, stay);
    if (faults.length > 0) {
      throw new Error(`Not everybody can use this page:\n${faults.join("\n")}`);
    }
  }

  async step(name, work) {
    const start = performance.now();
    try {
      const result = await work();
      this.complaints.mustBeNone();
      console.log(`ok   ${name} (${Math.round(performance.now() - start)} ms)`);
      return result;
    } catch (e) {
      await this.picture("failed").catch(() => {});
      throw new Error(`${name}: ${e.message}\n${this.complaints.said()}`, { cause: e });
    }
  }
}

export const PHONE = { width: 360, height: 740 };
export const THUMBS = { isMobile: true, hasTouch: true };
export const OFFLINE = /net::ERR_|status of 503/;
export const NOT_VALID = /status of 404/;
/** A wrong code. */
export const REFUSED = /status of 422/;

export function must(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}

export const fits = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Everything that is pressed is large enough for a thumb, and has a name. */
export const tooSmall = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, a.button, input")]
      .filter((e) => e.offsetParent !== null)
      .filter((e) => {
        const box = e.getBoundingClientRect();
        const named = e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length;
        return box.height < 44 || box.width < 44 || !named;
      })
      .map((e) => e.outerHTML.slice(0, 120)),
  );
