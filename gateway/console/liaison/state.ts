import type { Me } from "../src/api/types";
import type { News } from "./book/riders";
import type { Book } from "./book/types";
import type { Deed } from "./deeds/deed";
import { EMPTY, type Roll } from "./roll/roll";

export type Stage =
  | "opening"
  | "elsewhere"
  /** Opened by a bare address: the browser offers no encryption there. */
  | "insecure"
  | "signed-out"
  | "new-password"
  | "locked"
  | "choosing"
  | "new-pin"
  | "open";

/** Whose phone it is, and of which bus. */
export interface Owner {
  readonly account: string;
  readonly name: string;
  readonly conference: string;
  readonly trip: string;
}

export interface Snapshot {
  readonly stage: Stage;
  readonly me: Me | null;
  readonly owner: Owner | null;
  readonly book: Book | null;
  readonly roll: Roll;
  readonly deeds: readonly Deed[];
  readonly news: News | null;
  /** Whether the platform was reached the last time. */
  readonly line: "live" | "away" | "signed-out";
  readonly reading: boolean;
  /** What was kept here went at the conference's end; how many deeds were unsent then. */
  readonly ended: { readonly unsent: number } | null;
  readonly error: unknown;
}

export const NOTHING: Snapshot = {
  stage: "opening",
  me: null,
  owner: null,
  book: null,
  roll: EMPTY,
  deeds: [],
  news: null,
  line: "away",
  reading: false,
  ended: null,
  error: null,
};

/** What the page shows; whoever looks is told when it changes. */
export class State {
  #now = NOTHING;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Snapshot => this.#now;

  readonly tell = (more: Partial<Snapshot>): void => {
    this.#now = { ...this.#now, ...more };
    for (const listener of this.#listeners) {
      listener();
    }
  };
}

/** Somebody else's bus, and perhaps their unsent deeds, are on this phone. */
export class OthersPhone extends Error {
  constructor(readonly owner: string) {
    super("somebody else's phone");
  }
}
