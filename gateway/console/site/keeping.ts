import { heard, lastContact, Problem } from "./api.ts";
import { Line } from "./live.ts";

export interface Kept {
  /** Reads all that is shown, and shows it. */
  read(): Promise<void>;
  /** @returns whether it is worth trying again: a page that has ended is not */
  failed(problem: Problem): boolean;
  /** Whether what is shown may be old is to be said otherwise than before. */
  doubted(): void;
}

/** Why what is shown may be old, and as of when it was not. */
export interface Doubt {
  readonly why: "offline" | "unread";
  readonly since: Date | null;
}

/** All pages of a conference are told at once, and some stand behind one address. */
const SPREAD_MILLIS = 1_000;
const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 30_000;

/**
 * Keeps a page as it is on the platform: many events are read once, somewhat later; what could not be read is tried
 * again, and until then the page says so.
 */
export class Keeping {
  readonly #line: Line;
  #timer = 0;
  #reading = false;
  #again = false;
  #ended = false;
  #offline: Doubt | null = null;
  #unread: Doubt | null = null;
  #pause = FIRST_PAUSE_MILLIS;

  constructor(
    readonly kept: Kept,
    stream?: string,
  ) {
    this.#line = new Line(
      {
        following: () => this.#up(),
        changed: () => this.soon(),
        closed: () => this.now(),
        alive: () => {
          if (this.#offline) {
            this.#up();
          }
        },
        broken: () => {
          this.#down();
          // a page that may no longer be read is told so, and does not wait for the line
          this.soon();
        },
      },
      stream,
    );
  }

  start(): void {
    heard();
    this.#line.open();
    window.addEventListener("offline", () => this.#down());
    window.addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        this.wake();
      }
    });
  }

  /** For good. */
  end(): void {
    this.#ended = true;
    this.#line.close();
    clearTimeout(this.#timer);
  }

  doubt(): Doubt | null {
    return this.#offline ?? this.#unread;
  }

  /** Somebody looks again, or there is a network again. */
  wake(): void {
    this.#line.wake();
    this.now();
  }

  /** One reading for all that is told until then; one that is waited for already will do. */
  soon(): void {
    if (this.#reading) {
      this.#again = true;
    } else if (!this.#timer) {
      this.#in(Math.random() * SPREAD_MILLIS);
    }
  }

  now(): void {
    if (this.#reading) {
      this.#again = true;
    } else {
      this.#in(0);
    }
  }

  #in(millis: number): void {
    clearTimeout(this.#timer);
    if (!this.#ended) {
      this.#timer = setTimeout(() => this.#read(), millis) as unknown as number;
    }
  }

  async #read(): Promise<void> {
    this.#timer = 0;
    this.#reading = true;
    this.#again = false;
    try {
      await this.kept.read();
      this.#pause = FIRST_PAUSE_MILLIS;
      this.#isRead();
    } catch (e) {
      this.#failed(e);
    }
    this.#reading = false;
    if (this.#again && !this.#timer) {
      this.soon();
    }
  }

  #failed(e: unknown): void {
    if (!(e instanceof Problem)) {
      this.#reading = false;
      throw e;
    }
    if (this.#ended || !this.kept.failed(e)) {
      return;
    }
    this.#unread ??= {
      why: e.status === 0 ? "offline" : "unread",
      since: (this.#offline ?? { since: lastContact() }).since,
    };
    this.kept.doubted();
    this.#in(this.#pause * (0.5 + Math.random()));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
  }

  #isRead(): void {
    if (this.#unread || this.#offline) {
      this.#unread = null;
      this.#offline = this.#offline && { why: "offline", since: lastContact() };
      this.kept.doubted();
    }
  }

  #down(): void {
    if (!this.#ended) {
      this.#offline ??= { why: "offline", since: lastContact() };
      this.kept.doubted();
    }
  }

  /** What happened meanwhile is still to be read. */
  #up(): void {
    this.#unread ??= this.#offline;
    this.#offline = null;
    this.soon();
  }
}
