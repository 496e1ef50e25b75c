import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The machine's own Chromium; nothing is downloaded. */
export function browserPath() {
  const executablePath = process.env.HUIWU_CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error("There is no Chromium here; HUIWU_CHROMIUM says where it is.");
  }
  return executablePath;
}

export async function openBrowser() {
  const executablePath = browserPath();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--lang=zh-CN"] });
}

/** Hears everything that a page complains of: errors, refusals by the security policy. */
export class Complaints {
  #expected = [];
  #heard = [];

  async listenTo(page) {
    page.on("pageerror", (error) => this.#hear(`page error: ${error.stack ?? error}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.#hear(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    await page.exposeFunction("huiwuPolicyViolated", (what) => this.#hear(`policy: ${what}`));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (e) => {
        window.huiwuPolicyViolated(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile ?? ""}`);
      });
    });
  }

  #hear(what) {
    if (!this.#expected.some((pattern) => pattern.test(what))) {
      this.#heard.push(what);
    }
  }

  /** What the browser itself logs of an answer that this journey provokes. */
  async expecting(pattern, work) {
    this.#expected.push(pattern);
    try {
      return await work();
    } finally {
      this.#expected = this.#expected.filter((p) => p !== pattern);
    }
  }

  said() {
    return this.#heard.join("\n");
  }

  mustBeNone() {
    if (this.#heard.length > 0) {
      throw new Error(`The page complained:\n${this.#heard.join("\n")}`);
    }
  }
}
