import { isRefused, Unanswered } from "../src/api/problem";
import { changePassword, signIn, signOut, whoAmI } from "../src/api/session";
import type { Me } from "../src/api/types";
import { localAt, wipesAt } from "./book/clock";
import { bookOf, transfersOf } from "./book/reading";
import { type News, newsOf } from "./book/riders";
import type { Book } from "./book/types";
import { type Deed, departure, rollCall, transfer } from "./deeds/deed";
import { post } from "./deeds/posting";
import { sendAll, settled, trimmed, unsent } from "./deeds/queue";
import { InDatabase } from "./keep/kept";
import { type Opening, Vault } from "./keep/vault";
import { Line } from "./line";
import { afterReport, EMPTY, isNothing, type Roll, unreported } from "./roll/roll";

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

const NOTHING: Snapshot = {
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

const TOGETHER_MILLIS = 400;
const ONE_PAGE = "huiwu-liaison";

/** The phone: what it keeps, what it reads, what it has to tell. One page of it at a time. */
export class Phone {
  #now = NOTHING;
  readonly #listeners = new Set<() => void>();
  readonly #vault = new Vault(new InDatabase());
  #line: Line | null = null;
  #sending: Promise<void> | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #writes: Promise<unknown> = Promise.resolve();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Snapshot => this.#now;

  #tell(more: Partial<Snapshot>): void {
    this.#now = { ...this.#now, ...more };
    for (const listener of this.#listeners) {
      listener();
    }
  }

  async start(): Promise<void> {
    if (!isSecureContext) {
      this.#tell({ stage: "insecure" });
      return;
    }
    try {
      await this.#startAlone();
    } catch (error) {
      this.#tell({ error });
    }
  }

  async #startAlone(): Promise<void> {
    await navigator.locks.request(ONE_PAGE, { ifAvailable: true }, async (mine) => {
      if (!mine) {
        this.#tell({ stage: "elsewhere" });
        return;
      }
      await this.#begin();
      // held while the page lives
      await new Promise(() => {});
    });
  }

  async #begin(): Promise<void> {
    const found = await this.#vault.find(Date.now());
    if (found && !found.ended) {
      this.#tell({ stage: "locked" });
      return;
    }
    this.#tell({ ended: found ? { unsent: found.unsent } : null });
    await this.#ask();
  }

  /** Who is signed in decides what comes next. */
  async #ask(): Promise<void> {
    try {
      const { me } = await whoAmI();
      this.#tell({ me, stage: stageOf(me), error: null });
    } catch (error) {
      this.#tell({ stage: "signed-out", error: error instanceof Unanswered ? null : error });
    }
  }

  async signIn(account: string, password: string): Promise<void> {
    const me = await signIn(account, password);
    const { owner } = this.#now;
    if (owner) {
      if (owner.account !== me.account) {
        await signOut();
        throw new OthersPhone(owner.name || owner.account);
      }
      this.#tell({ me, line: "live" });
      this.#follow();
      return;
    }
    this.#tell({ me, stage: stageOf(me), ended: null });
  }

  async changePassword(old: string, chosen: string): Promise<void> {
    await changePassword(old, chosen);
    await this.#ask();
  }

  /** What is chosen is read, and kept once there is a PIN for it. */
  async choose(conference: string, trip: string): Promise<void> {
    const { me, deeds } = this.#now;
    const book = await bookOf(conference, trip, this.#now.book);
    const { account = "", name = "" } = me ?? this.#now.owner ?? {};
    const owner = { account, name, conference, trip };
    this.#tell({ owner, book, roll: EMPTY, news: null });
    if (this.#vault.isOpen) {
      await this.#vault.endsAt(wipesAt(book.conference, Date.now()));
      await this.#keep({ owner, book, roll: EMPTY, deeds });
      this.#opened();
    } else {
      this.#tell({ stage: "new-pin" });
    }
  }

  async setPin(pin: string): Promise<void> {
    const { owner, book, roll, deeds } = this.#now;
    if (!book) {
      throw new Error("nothing was chosen");
    }
    await this.#vault.create(pin, wipesAt(book.conference, Date.now()));
    await this.#keep({ owner, book, roll, deeds });
    this.#opened();
  }

  async unlock(pin: string): Promise<Opening> {
    await this.#writes;
    const opening = await this.#vault.unlock(pin, Date.now());
    if (opening.kind === "open") {
      const [owner, book, roll, deeds] = await Promise.all([
        this.#vault.read<Owner>("owner"),
        this.#vault.read<Book>("book"),
        this.#vault.read<Roll>("roll"),
        this.#vault.read<readonly Deed[]>("deeds"),
      ]);
      this.#tell({ owner, book, roll: roll ?? EMPTY, deeds: deeds ?? [] });
      this.#opened();
    }
    return opening;
  }

  #opened(): void {
    this.#tell({ stage: "open", error: null });
    this.#follow();
  }

  /** Another bus or conference of the same account. */
  leaveBus(): void {
    this.#line?.close();
    this.#tell({ stage: "choosing" });
  }

  stay(): void {
    this.#opened();
  }

  /** Out of sight for long: the PIN is asked for again. Nothing is lost. */
  async lock(): Promise<void> {
    if (this.#now.stage === "open") {
      this.#line?.close();
      clearTimeout(this.#later);
      this.#tell({ ...NOTHING, stage: "locked" });
      await this.#writes;
      this.#vault.close();
    }
  }

  /** Everything goes: what is kept, what was stored of the page, the session. */
  async signOut(): Promise<void> {
    this.#line?.close();
    clearTimeout(this.#later);
    clearTimeout(this.#soon);
    await this.#writes;
    await this.#vault.wipe();
    for (const name of await caches.keys()) {
      await caches.delete(name);
    }
    try {
      await signOut();
    } catch (e) {
      if (!(e instanceof Unanswered) && !isRefused(e)) {
        throw e;
      }
    }
    this.#tell({ ...NOTHING, stage: "signed-out" });
  }

  mark(change: (roll: Roll) => Roll): void {
    const roll = change(this.#now.roll);
    this.#tell({ roll });
    this.#keep({ roll }).catch((error: unknown) => this.#tell({ error }));
  }

  /** What was marked since the last report. */
  async report(): Promise<void> {
    const report = unreported(this.#now.roll);
    if (!isNothing(report)) {
      await this.#queue(rollCall(this.#reporting(), report), afterReport(this.#now.roll));
    }
  }

  move(person: string, name: string, to: { route: string; bus: string }): Promise<void> {
    const base = this.#now.book?.places[person]?.version;
    if (base === undefined) {
      throw new Error("the place of this person is not known here");
    }
    return this.#queue(transfer(this.#reporting(), { person, name, base, ...to }));
  }

  depart(reason: string): Promise<void> {
    return this.#queue(departure(this.#reporting(), reason));
  }

  /** Tried once more as it is: the same deed, the same key. */
  async retry(id: string): Promise<void> {
    const deeds = this.#now.deeds.map((d) =>
      d.id === id ? { ...d, state: "waiting" as const, refusal: null } : d,
    );
    await this.#changeDeeds(deeds);
    this.send();
  }

  async discard(id: string): Promise<void> {
    await this.#changeDeeds(this.#now.deeds.filter((d) => d.id !== id));
  }

  dismissNews(): void {
    this.#tell({ news: null });
  }

  #reporting() {
    const { book, owner } = this.#now;
    if (!book || !owner) {
      throw new Error("no bus was chosen");
    }
    const happenedAt = localAt(Date.now() + book.skew, book.conference.timezone);
    return { conference: owner.conference, trip: owner.trip, happenedAt };
  }

  /** Kept before anything is sent, so that a page that is killed has it. */
  async #queue(deed: Deed, roll = this.#now.roll): Promise<void> {
    this.#tell({ roll });
    await this.#changeDeeds([...this.#now.deeds, deed], { roll });
    this.send();
  }

  async #changeDeeds(changed: readonly Deed[], more: Record<string, unknown> = {}): Promise<void> {
    const deeds = trimmed(changed);
    this.#tell({ deeds });
    await this.#keep({ ...more, deeds });
  }

  /**
   * One after the other, so that what was kept last is what is kept. While it is locked nothing of
   * the page's is newer than what is kept, and a deed that was told meanwhile is told again.
   */
  #keep(values: Record<string, unknown>): Promise<void> {
    if (this.#now.stage === "locked") {
      return Promise.resolve();
    }
    const waiting = unsent(this.#now.deeds);
    const write = this.#writes.then(() =>
      this.#vault.isOpen ? this.#vault.write(values, waiting) : undefined,
    );
    this.#writes = write.then(
      () => undefined,
      () => undefined,
    );
    return write;
  }

  send(): void {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#later);
    const before = this.#now.deeds.filter((d) => d.state === "waiting").length;
    const sending = await sendAll(
      () => this.#now.deeds.filter((d) => d.state === "waiting"),
      post,
      (deed) => this.#changeDeeds(this.#now.deeds.map((d) => (d.id === deed.id ? deed : d))),
    );
    if (sending.ended === "signed-out") {
      this.#tell({ line: "signed-out" });
    } else if (sending.ended === "later") {
      this.#later = setTimeout(() => this.send(), sending.waitMillis);
    } else if (before > 0) {
      this.#readSoon();
    }
  }

  #follow(): void {
    const { owner } = this.#now;
    this.#line?.close();
    if (!owner) {
      return;
    }
    this.#line = new Line(owner.conference, {
      standing: () => {
        this.#tell({ line: "live" });
        this.send();
        this.#readSoon();
      },
      changed: () => this.#readSoon(),
      broken: () => void this.#wonder(),
    });
    this.#line.open();
  }

  /** The network has come back, or the page is looked at again. */
  wake(): void {
    if (this.#now.stage === "open" && this.#now.line !== "live") {
      this.#follow();
    }
  }

  lost(): void {
    if (this.#now.line === "live") {
      this.#tell({ line: "away" });
    }
  }

  /** The line has broken: no network, or no session any more? */
  async #wonder(): Promise<void> {
    try {
      const { me } = await whoAmI();
      this.#tell({ line: me ? "away" : "signed-out" });
      if (!me) {
        this.#line?.close();
      }
    } catch (e) {
      if (!(e instanceof Unanswered) && !isRefused(e)) {
        throw e;
      }
      this.#tell({ line: "away" });
    }
  }

  #readSoon(): void {
    this.#soon ??= setTimeout(() => {
      void this.read().finally(() => {
        this.#soon = undefined;
      });
    }, TOGETHER_MILLIS);
  }

  /** Reads the bus anew, and keeps it. */
  async read(): Promise<void> {
    const { owner, book: before } = this.#now;
    if (!owner || this.#now.stage !== "open") {
      return;
    }
    this.#tell({ reading: true });
    try {
      const book = await bookOf(owner.conference, owner.trip, before);
      const read = this.#now.deeds.some((d) => d.kind === "transfer" && d.outcome === "waiting")
        ? await transfersOf(owner.conference)
        : [];
      if (!this.#vault.isOpen) {
        return;
      }
      const deeds = settled(this.#now.deeds, read);
      this.#tell({
        book,
        deeds,
        line: "live",
        error: null,
        news: newsOf(before, book) ?? this.#now.news,
      });
      await this.#vault.endsAt(
        book.conference.rehearsal ? this.#vault.wipesAt : wipesAt(book.conference, Date.now()),
      );
      await this.#keep({ book, deeds });
    } catch (error) {
      if (isRefused(error, 401)) {
        this.#tell({ line: "signed-out" });
      } else {
        this.#tell(error instanceof Unanswered ? { line: "away" } : { error });
      }
    } finally {
      this.#tell({ reading: false });
    }
  }
}

/** Somebody else's bus, and perhaps their unsent deeds, are on this phone. */
export class OthersPhone extends Error {
  constructor(readonly owner: string) {
    super("somebody else's phone");
  }
}

const stageOf = (me: Me | null): Stage =>
  me === null ? "signed-out" : me.mustChangePassword ? "new-password" : "choosing";
