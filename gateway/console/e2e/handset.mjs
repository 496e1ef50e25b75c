import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserPath, Complaints } from "./browser.mjs";
import { filmOf } from "./camera.mjs";

const SIZE = { width: 390, height: 844 };
const OPENING = /DevTools listening on (ws:\S+)/;

/**
 * A telephone: a browser with a memory of its own, in a process of its own that can be killed as a
 * system short of memory kills it, without a word.
 */
export class Handset {
  #process = null;
  #browser = null;
  complaints = new Complaints();

  constructor() {
    this.memory = mkdtempSync(join(tmpdir(), "huiwu-handset-"));
  }

  get #film() {
    return `${this.memory}-seen.y4m`;
  }

  /** What the camera sees when it is opened next. */
  sees(code) {
    filmOf(code, this.#film);
  }

  async turnOn() {
    this.#process = spawn(
      browserPath(),
      [
        "--headless=new",
        "--no-sandbox",
        "--lang=zh-CN",
        "--accept-lang=zh-CN",
        "--remote-debugging-port=0",
        "--force-prefers-reduced-motion",
        `--user-data-dir=${this.memory}`,
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        `--use-file-for-fake-video-capture=${this.#film}`,
        "about:blank",
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#browser = await chromium.connectOverCDP(await this.#address());
    this.context = this.#browser.contexts()[0];
    this.page = await this.context.newPage();
    await this.page.setViewportSize(SIZE);
    this.page.setDefaultTimeout(20_000);
    await this.complaints.listenTo(this.page);
    return this.page;
  }

  #address() {
    return new Promise((resolve, reject) => {
      let said = "";
      this.#process.stderr.on("data", (piece) => {
        said += piece;
        const found = OPENING.exec(said);
        if (found) {
          resolve(found[1]);
        }
      });
      this.#process.on("exit", () => reject(new Error(`the browser ended: ${said}`)));
    });
  }

  /** At once, with nothing said to the page: kill -9. */
  async kill() {
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    process.kill(this.#process.pid, "SIGKILL");
    await gone;
    this.#browser = null;
    for (const lock of ["SingletonLock", "SingletonSocket", "SingletonCookie"]) {
      rmSync(join(this.memory, lock), { force: true });
    }
  }

  /** Whether any of these words stands somewhere in what the browser keeps of the page. */
  remembers(words) {
    const kept = ["IndexedDB", "Service Worker", "Local Storage", "Cache"]
      .map((folder) => join(this.memory, "Default", folder))
      .filter(existsSync)
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return words.filter((word) =>
      kept.some(
        (file) => file.includes(Buffer.from(word)) || file.includes(Buffer.from(word, "utf16le")),
      ),
    );
  }

  async turnOff() {
    if (this.#process?.exitCode === null && !this.#process.killed) {
      await this.kill();
    }
    rmSync(this.memory, { recursive: true, force: true, maxRetries: 5 });
  }
}
