import { type Lock, newLock, openLock, ROUNDS, type Sealed, seal, unseal } from "./cipher";
import type { Kept } from "./kept";

/** What is kept in the clear: nothing of any person. */
interface Plate {
  readonly lock: Lock;
  /** When all of this goes, however it is opened then; milliseconds since 1970. */
  readonly wipesAt: number;
  /** How many deeds the platform has not had yet. */
  readonly unsent: number;
  readonly tries: number;
  readonly triedAt: number;
}

export type Opening =
  | { readonly kind: "open" }
  | { readonly kind: "wrong"; readonly waitMillis: number }
  | { readonly kind: "wait"; readonly waitMillis: number };

const PLATE = "lock";
const SEALED = "sealed:";
const FREE_TRIES = 5;
const FIRST_WAIT_MILLIS = 30_000;
const LONGEST_WAIT_MILLIS = 15 * 60_000;

/** How long nobody may try again. What is unsent is never thrown away for wrong PINs. */
export function waitAfter(tries: number): number {
  return tries < FREE_TRIES
    ? 0
    : Math.min(FIRST_WAIT_MILLIS * 2 ** (tries - FREE_TRIES), LONGEST_WAIT_MILLIS);
}

/**
 * What the phone keeps, sealed by a key that only the PIN opens. It stands open while the page
 * lives; a page that was closed or killed asks for the PIN.
 */
export class Vault {
  #key: CryptoKey | null = null;
  #plate: Plate | null = null;

  constructor(
    private readonly kept: Kept,
    private readonly rounds = ROUNDS,
  ) {}

  /** @returns null when nothing is kept here, or when its time is over: then it has just gone */
  async find(now: number): Promise<{ ended: boolean; unsent: number } | null> {
    const plate = (await this.kept.get(PLATE)) as Plate | undefined;
    if (!plate) {
      return null;
    }
    if (now >= plate.wipesAt) {
      await this.wipe();
      return { ended: true, unsent: plate.unsent };
    }
    this.#plate = plate;
    return { ended: false, unsent: plate.unsent };
  }

  async create(pin: string, wipesAt: number): Promise<void> {
    const { lock, key } = await newLock(pin, this.rounds);
    this.#key = key;
    this.#plate = { lock, wipesAt, unsent: 0, tries: 0, triedAt: 0 };
    await this.kept.put({ [PLATE]: this.#plate });
  }

  async unlock(pin: string, now: number): Promise<Opening> {
    const plate = this.#standing();
    const left = plate.triedAt + waitAfter(plate.tries) - now;
    // a clock that was set back makes nobody wait longer
    if (left > 0 && left <= LONGEST_WAIT_MILLIS) {
      return { kind: "wait", waitMillis: left };
    }
    // noted before it is known: a page that is killed meanwhile has tried, too
    await this.#note({ tries: plate.tries + 1, triedAt: now });
    const key = await openLock(plate.lock, pin);
    if (!key) {
      return { kind: "wrong", waitMillis: waitAfter(plate.tries + 1) };
    }
    this.#key = key;
    await this.#note({ tries: 0, triedAt: 0 });
    return { kind: "open" };
  }

  /** The page is out of sight for long: it asks for the PIN again. */
  close(): void {
    this.#key = null;
  }

  get isOpen(): boolean {
    return this.#key !== null;
  }

  get wipesAt(): number {
    return this.#standing().wipesAt;
  }

  async read<T>(name: string): Promise<T | null> {
    const sealed = (await this.kept.get(SEALED + name)) as Sealed | undefined;
    return sealed ? ((await unseal(this.#opened(), sealed)) as T) : null;
  }

  /** All of it at once, and how many deeds are unsent now. */
  async write(values: Readonly<Record<string, unknown>>, unsent?: number): Promise<void> {
    const key = this.#opened();
    const entries: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      entries[SEALED + name] = await seal(key, value);
    }
    if (unsent !== undefined) {
      this.#plate = { ...this.#standing(), unsent };
      entries[PLATE] = this.#plate;
    }
    await this.kept.put(entries);
  }

  endsAt(wipesAt: number): Promise<void> {
    return this.#note({ wipesAt });
  }

  async wipe(): Promise<void> {
    this.#key = null;
    this.#plate = null;
    await this.kept.wipe();
  }

  async #note(more: Partial<Plate>): Promise<void> {
    this.#plate = { ...this.#standing(), ...more };
    await this.kept.put({ [PLATE]: this.#plate });
  }

  #standing(): Plate {
    if (!this.#plate) {
      throw new Error("nothing is kept here");
    }
    return this.#plate;
  }

  #opened(): CryptoKey {
    if (!this.#key) {
      throw new Error("it is locked");
    }
    return this.#key;
  }
}
