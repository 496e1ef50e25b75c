import { heard } from "./api.ts";

export interface Told {
  /** The line stands (again): whatever happened meanwhile is to be read anew. */
  following(): void;
  version(manifest: string, version: number): void;
  acknowledged(): void;
  /** Everything is to be read anew. */
  live(): void;
  closed(): void;
  /** Something was heard. */
  alive(): void;
  broken(): void;
}

const SILENCE_MILLIS = 40_000;
const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 30_000;

/** Follows a recipient's or a delegate's own stream, and comes again by itself when the line breaks. */
export class Line {
  #source: EventSource | null = null;
  #pause = FIRST_PAUSE_MILLIS;
  #silence = 0;
  #again = 0;
  #ended = false;

  /** @param stream whose line it is */
  constructor(
    readonly told: Told,
    readonly stream = "/site/stream",
  ) {}

  open(): void {
    this.#drop();
    if (this.#ended || typeof EventSource === "undefined") {
      return;
    }
    const source = new EventSource(this.stream);
    this.#source = source;
    this.#listen();
    const on = (type: string, work: (data: string) => void): void =>
      source.addEventListener(type, (event) => {
        this.#listen();
        work((event as MessageEvent<string>).data);
      });
    on("following", () => {
      this.#pause = FIRST_PAUSE_MILLIS;
      this.told.following();
    });
    on("alive", () => {});
    on("version", (data) => {
      const { manifest, version } = JSON.parse(data) as { manifest: string; version: number };
      this.told.version(manifest, version);
    });
    on("acknowledged", () => this.told.acknowledged());
    on("live", () => this.told.live());
    on("changed", () => this.told.live());
    on("closed", () => {
      this.close();
      this.told.closed();
    });
    source.onerror = () => this.#broke();
  }

  /** For good. */
  close(): void {
    this.#ended = true;
    this.#drop();
  }

  /** At once: the device is awake again, or has a network again. */
  wake(): void {
    if (!this.#ended && (!this.#source || this.#source.readyState === 2)) {
      this.#pause = FIRST_PAUSE_MILLIS;
      this.open();
    }
  }

  #listen(): void {
    heard();
    this.told.alive();
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => this.#broke(), SILENCE_MILLIS);
  }

  #broke(): void {
    this.#drop();
    if (this.#ended) {
      return;
    }
    this.told.broken();
    this.#again = window.setTimeout(() => this.open(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  }

  #drop(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }
}
