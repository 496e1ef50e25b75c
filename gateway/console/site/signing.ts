import { ask, freshKey, manifestPath, Problem } from "./api.ts";
import type { Entry, Mine } from "./types.ts";

/** Acknowledges one version: a code is good for once, and is not asked for again when only what came after it failed. */
export class Signing {
  #key = freshKey();

  constructor(
    readonly entry: Entry,
    /** Whether the device has shown a code. */
    public known: boolean,
  ) {}

  async verify(pin: string): Promise<void> {
    if (this.known) {
      return;
    }
    try {
      await ask("POST", "/pin/verification", { pin });
    } catch (e) {
      // the answer to the same code may have been lost
      if (
        !(e instanceof Problem) ||
        e.code !== "pin-over" ||
        !(await ask<Mine>("GET", "/me")).known
      ) {
        throw e;
      }
    }
    this.known = true;
  }

  /** The same order tried again bears the same key, also when no answer came. */
  async acknowledge(name: string): Promise<Entry> {
    const path = `${manifestPath(this.entry.manifest)}/acknowledgements`;
    try {
      const now = await ask<Entry>("POST", path, { version: this.entry.version, name }, this.#key);
      this.#key = freshKey();
      return now;
    } catch (e) {
      if (e instanceof Problem && e.code === "idempotency-key-reused") {
        this.#key = freshKey();
      }
      if (e instanceof Problem && e.code === "pin-required") {
        this.known = false;
      }
      throw e;
    }
  }
}
