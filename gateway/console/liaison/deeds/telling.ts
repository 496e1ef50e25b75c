import { localAt } from "../book/clock";
import type { Keeper } from "../keep/keeper";
import { afterReport, isNothing, type Roll, unreported } from "../roll/roll";
import type { State } from "../state";
import { type Deed, departure, rollCall, transfer } from "./deed";
import { post } from "./posting";
import { sendAll, trimmed } from "./queue";

/** What the liaison does and the platform is to know: kept first, then told, once. */
export class Telling {
  #sending: Promise<void> | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** @param told what follows once everything was told */
  constructor(
    private readonly state: State,
    private readonly keeper: Keeper,
    private readonly told: () => void,
  ) {}

  mark(change: (roll: Roll) => Roll): void {
    const roll = change(this.state.current().roll);
    this.state.tell({ roll });
    this.keeper.keep({ roll }).catch((error: unknown) => this.state.tell({ error }));
  }

  /** What was marked since the last report. */
  async report(): Promise<void> {
    const report = unreported(this.state.current().roll);
    if (!isNothing(report)) {
      await this.#queue(
        rollCall(this.#reporting(), report),
        afterReport(this.state.current().roll),
      );
    }
  }

  move(person: string, name: string, to: { route: string; bus: string }): Promise<void> {
    const base = this.state.current().book?.places[person]?.version;
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
    const deeds = this.state
      .current()
      .deeds.map((d) => (d.id === id ? { ...d, state: "waiting" as const, refusal: null } : d));
    await this.#changeDeeds(deeds);
    this.send();
  }

  async discard(id: string): Promise<void> {
    await this.#changeDeeds(this.state.current().deeds.filter((d) => d.id !== id));
  }

  #reporting() {
    const { book, owner } = this.state.current();
    if (!book || !owner) {
      throw new Error("no bus was chosen");
    }
    const happenedAt = localAt(Date.now() + book.skew, book.conference.timezone);
    return { conference: owner.conference, trip: owner.trip, happenedAt };
  }

  /** Kept before anything is sent, so that a page that is killed has it. */
  async #queue(deed: Deed, roll = this.state.current().roll): Promise<void> {
    this.state.tell({ roll });
    await this.#changeDeeds([...this.state.current().deeds, deed], { roll });
    this.send();
  }

  async #changeDeeds(changed: readonly Deed[], more: Record<string, unknown> = {}): Promise<void> {
    const deeds = trimmed(changed);
    this.state.tell({ deeds });
    await this.keeper.keep({ ...more, deeds });
  }

  send(): void {
    this.#sending ??= this.#sendAll()
      .catch((error: unknown) => this.state.tell({ error }))
      .finally(() => {
        this.#sending = null;
      });
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#later);
    const before = this.state.current().deeds.filter((d) => d.state === "waiting").length;
    const sending = await sendAll(
      () => this.state.current().deeds.filter((d) => d.state === "waiting"),
      post,
      (deed) =>
        this.#changeDeeds(this.state.current().deeds.map((d) => (d.id === deed.id ? deed : d))),
    );
    if (sending.ended === "signed-out") {
      this.state.tell({ line: "signed-out" });
    } else if (sending.ended === "later") {
      this.#later = setTimeout(() => this.send(), sending.waitMillis);
    } else if (before > 0) {
      this.told();
    }
  }

  /** Nothing more is sent by itself. */
  stop(): void {
    clearTimeout(this.#later);
  }
}
