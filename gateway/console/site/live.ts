import { heard } from "./api.ts";

export interface Told {
  /** The line stands (again): whatever happened meanwhile is to be read anew. */
  following(): void;
  /** Something of what is shown. */
  changed(): void;
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
    this.#mindSilence();
    const on = (type: string, work: () => void): void =>
      source.addEventListener(type, () => {
        this.#listen();
        work();
      });
    on("following", () => {
      this.#pause = FIRST_PAUSE_MILLIS;
      this.told.following();
    });
    on("alive", () => {});
    for (const type of ["version", "acknowledged", "live", "changed"]) {
      on(type, () => this.told.changed());
    }
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
    this.#mindSilence();
  }

  #mindSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#broke(), SILENCE_MILLIS) as unknown as number;
  }

  #broke(): void {
    this.#drop();
    if (this.#ended) {
      return;
    }
    this.told.broken();
    // not all pages of a platform that starts again at one moment
    this.#again = setTimeout(
      () => this.open(),
      this.#pause * (0.5 + Math.random()),
    ) as unknown as number;
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  }

  #drop(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }
}
