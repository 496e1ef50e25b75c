import { unsent } from "../deeds/queue";
import type { State } from "../state";
import { InDatabase } from "./kept";
import { Vault } from "./vault";

/** Writes what the page knows into the vault, one after the other: what came last is what is kept. */
export class Keeper {
  readonly vault = new Vault(new InDatabase());
  #writes: Promise<void> = Promise.resolve();

  constructor(private readonly state: State) {}

  /**
   * While it is locked nothing of the page's is newer than what is kept, and a deed that was told
   * meanwhile is told again.
   */
  keep(values: Readonly<Record<string, unknown>>): Promise<void> {
    const { stage, deeds } = this.state.current();
    if (stage === "locked") {
      return Promise.resolve();
    }
    const waiting = unsent(deeds);
    const write = this.#writes.then(async () => {
      if (this.vault.isOpen) {
        await this.vault.write(values, waiting);
      }
    });
    // whoever asked hears that it failed; the next is written all the same
    this.#writes = write.then(
      () => undefined,
      () => undefined,
    );
    return write;
  }

  /** Once all that was asked for so far is written. */
  written(): Promise<void> {
    return this.#writes;
  }
}
