import { isRefused, Unanswered } from "../src/api/problem";
import { changePassword, signIn, signOut, whoAmI } from "../src/api/session";
import type { Me } from "../src/api/types";
import { wipesAt } from "./book/clock";
import { bookOf, transfersOf } from "./book/reading";
import { newsOf } from "./book/riders";
import type { Book } from "./book/types";
import type { Deed } from "./deeds/deed";
import { settled } from "./deeds/queue";
import { Telling } from "./deeds/telling";
import { Keeper } from "./keep/keeper";
import type { Opening } from "./keep/vault";
import { Line } from "./line";
import { EMPTY, type Roll } from "./roll/roll";
import { NOTHING, OthersPhone, type Owner, type Stage, State } from "./state";

const TOGETHER_MILLIS = 400;
const ONE_PAGE = "huiwu-liaison";

/** The phone: what it keeps, what it reads, what it has to tell. One page of it at a time. */
export class Phone {
  readonly #state = new State();
  readonly #keeper = new Keeper(this.#state);
  /** What the liaison does. */
  readonly telling = new Telling(this.#state, this.#keeper, () => this.#readSoon());
  #line: Line | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = this.#state.subscribe;
  readonly current = this.#state.current;

  async start(): Promise<void> {
    if (!isSecureContext) {
      this.#state.tell({ stage: "insecure" });
      return;
    }
    try {
      await this.#startAlone();
    } catch (error) {
      this.#state.tell({ error });
    }
  }

  async #startAlone(): Promise<void> {
    await navigator.locks.request(ONE_PAGE, { ifAvailable: true }, async (mine) => {
      if (!mine) {
        this.#state.tell({ stage: "elsewhere" });
        return;
      }
      await this.#begin();
      // held while the page lives
      await new Promise(() => {});
    });
  }

  async #begin(): Promise<void> {
    const found = await this.#keeper.vault.find(Date.now());
    if (found && !found.ended) {
      this.#state.tell({ stage: "locked" });
      return;
    }
    this.#state.tell({ ended: found ? { unsent: found.unsent } : null });
    await this.#ask();
  }

  /** Who is signed in decides what comes next. */
  async #ask(): Promise<void> {
    try {
      const { me } = await whoAmI();
      this.#state.tell({ me, stage: stageOf(me), error: null });
    } catch (error) {
      this.#state.tell({ stage: "signed-out", error: error instanceof Unanswered ? null : error });
    }
  }

  async signIn(account: string, password: string): Promise<void> {
    const me = await signIn(account, password);
    const { owner } = this.#state.current();
    if (owner) {
      if (owner.account !== me.account) {
        await signOut();
        throw new OthersPhone(owner.name || owner.account);
      }
      this.#state.tell({ me, line: "live" });
      this.#follow();
      return;
    }
    this.#state.tell({ me, stage: stageOf(me), ended: null });
  }

  async changePassword(old: string, chosen: string): Promise<void> {
    await changePassword(old, chosen);
    await this.#ask();
  }

  /** What is chosen is read, and kept once there is a PIN for it. */
  async choose(conference: string, trip: string): Promise<void> {
    const { me, deeds } = this.#state.current();
    const book = await bookOf(conference, trip, this.#state.current().book);
    const { account = "", name = "" } = me ?? this.#state.current().owner ?? {};
    const owner = { account, name, conference, trip };
    this.#state.tell({ owner, book, roll: EMPTY, news: null });
    if (this.#keeper.vault.isOpen) {
      await this.#keeper.vault.endsAt(wipesAt(book.conference, Date.now()));
      await this.#keeper.keep({ owner, book, roll: EMPTY, deeds });
      this.#opened();
    } else {
      this.#state.tell({ stage: "new-pin" });
    }
  }

  async setPin(pin: string): Promise<void> {
    const { owner, book, roll, deeds } = this.#state.current();
    if (!book) {
      throw new Error("nothing was chosen");
    }
    await this.#keeper.vault.create(pin, wipesAt(book.conference, Date.now()));
    await this.#keeper.keep({ owner, book, roll, deeds });
    this.#opened();
  }

  async unlock(pin: string): Promise<Opening> {
    await this.#keeper.written();
    const opening = await this.#keeper.vault.unlock(pin, Date.now());
    if (opening.kind === "open") {
      const [owner, book, roll, deeds] = await Promise.all([
        this.#keeper.vault.read<Owner>("owner"),
        this.#keeper.vault.read<Book>("book"),
        this.#keeper.vault.read<Roll>("roll"),
        this.#keeper.vault.read<readonly Deed[]>("deeds"),
      ]);
      this.#state.tell({ owner, book, roll: roll ?? EMPTY, deeds: deeds ?? [] });
      this.#opened();
    }
    return opening;
  }

  #opened(): void {
    this.#state.tell({ stage: "open", error: null });
    this.#follow();
  }

  /** Another bus or conference of the same account. */
  leaveBus(): void {
    this.#line?.close();
    this.#state.tell({ stage: "choosing" });
  }

  stay(): void {
    this.#opened();
  }

  /** Out of sight for long: the PIN is asked for again. Nothing is lost. */
  async lock(): Promise<void> {
    if (this.#state.current().stage === "open") {
      this.#line?.close();
      this.telling.stop();
      this.#state.tell({ ...NOTHING, stage: "locked" });
      await this.#keeper.written();
      this.#keeper.vault.close();
    }
  }

  /** Everything goes: what is kept, what was stored of the page, the session. */
  async signOut(): Promise<void> {
    this.#line?.close();
    this.telling.stop();
    clearTimeout(this.#soon);
    await this.#keeper.written();
    await this.#keeper.vault.wipe();
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
    this.#state.tell({ ...NOTHING, stage: "signed-out" });
  }

  dismissNews(): void {
    this.#state.tell({ news: null });
  }

  #follow(): void {
    const { owner } = this.#state.current();
    this.#line?.close();
    if (!owner) {
      return;
    }
    this.#line = new Line(owner.conference, {
      standing: () => {
        this.#state.tell({ line: "live" });
        this.telling.send();
        this.#readSoon();
      },
      changed: () => this.#readSoon(),
      broken: () => void this.#wonder(),
    });
    this.#line.open();
  }

  /** The network has come back, or the page is looked at again. */
  wake(): void {
    if (this.#state.current().stage === "open" && this.#state.current().line !== "live") {
      this.#follow();
    }
  }

  lost(): void {
    if (this.#state.current().line === "live") {
      this.#state.tell({ line: "away" });
    }
  }

  /** The line has broken: no network, or no session any more? */
  async #wonder(): Promise<void> {
    try {
      const { me } = await whoAmI();
      this.#state.tell({ line: me ? "away" : "signed-out" });
      if (!me) {
        this.#line?.close();
      }
    } catch (e) {
      if (!(e instanceof Unanswered) && !isRefused(e)) {
        throw e;
      }
      this.#state.tell({ line: "away" });
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
    const { owner, book: before } = this.#state.current();
    if (!owner || this.#state.current().stage !== "open") {
      return;
    }
    this.#state.tell({ reading: true });
    try {
      const book = await bookOf(owner.conference, owner.trip, before);
      const read = this.#state
        .current()
        .deeds.some((d) => d.kind === "transfer" && d.outcome === "waiting")
        ? await transfersOf(owner.conference)
        : [];
      if (!this.#keeper.vault.isOpen) {
        return;
      }
      const deeds = settled(this.#state.current().deeds, read);
      this.#state.tell({
        book,
        deeds,
        line: "live",
        error: null,
        news: newsOf(before, book) ?? this.#state.current().news,
      });
      await this.#keeper.vault.endsAt(
        book.conference.rehearsal
          ? this.#keeper.vault.wipesAt
          : wipesAt(book.conference, Date.now()),
      );
      await this.#keeper.keep({ book, deeds });
    } catch (error) {
      if (isRefused(error, 401)) {
        this.#state.tell({ line: "signed-out" });
      } else {
        this.#state.tell(error instanceof Unanswered ? { line: "away" } : { error });
      }
    } finally {
      this.#state.tell({ reading: false });
    }
  }
}

const stageOf = (me: Me | null): Stage =>
  me === null ? "signed-out" : me.mustChangePassword ? "new-password" : "choosing";
