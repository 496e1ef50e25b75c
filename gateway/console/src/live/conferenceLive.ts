import { change, changesSince, lastChanges } from "../api/changes";
import { languageHeader, sessionHasEnded } from "../api/http";
import type { ChangeBrief } from "../api/types";
import { follow, type LineState } from "./line";
import {
  askSince,
  hasEnded,
  type News,
  NO_RIPPLES,
  type RippleAction,
  type Ripples,
  ripplesReducer,
} from "./ripples";
import type { ServerSentEvent } from "./sse";

export interface LiveSnapshot {
  readonly line: LineState;
  readonly ripples: Ripples;
  /** The list of changes has been read once. */
  readonly listed: boolean;
}

const LIST = 60;
const LIST_AFTER_MILLIS = 60;
const SLOW_LIST_AFTER_MILLIS = 2_000;

const isNews = (type: string): type is News["type"] =>
  [
    "change-opened",
    "change-provisional",
    "change-settled",
    "change-unfinished",
    "manifest-repaired",
  ].includes(type);

function newsOf(event: ServerSentEvent): News | null {
  if (!isNews(event.type)) {
    return null;
  }
  const said = JSON.parse(event.data) as News;
  return said.change ? ({ ...said, type: event.type } as News) : null;
}

/** What is happening in one conference: its line, and every change that the page knows of. */
export class ConferenceLive {
  private snapshot: LiveSnapshot = {
    line: { kind: "connecting" },
    ripples: NO_RIPPLES,
    listed: false,
  };
  private readonly listeners = new Set<() => void>();
  private readonly endings = new Set<(id: string) => void>();
  private readonly returns = new Set<() => void>();
  private readonly hearers = new Set<(type: string) => void>();
  private hangUp: (() => void) | null = null;
  private listing: ReturnType<typeof setTimeout> | undefined;
  private misses = 0;
  /** Once the page has gone nothing of this asks on. */
  private gone = new AbortController();

  constructor(readonly conference: string) {}

  readonly current = (): LiveSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Told of each change that has ended, with all that it revised. */
  readonly onEnded = (listener: (id: string) => void): (() => void) => {
    this.endings.add(listener);
    return () => this.endings.delete(listener);
  };

  /** Told of what the stream says besides changes: who was told, who has answered, a gate. */
  readonly onTold = (listener: (type: string) => void): (() => void) => {
    this.hearers.add(listener);
    return () => this.hearers.delete(listener);
  };

  /** Told when the line is back: anything may have happened meanwhile. */
  readonly onReturn = (listener: () => void): (() => void) => {
    this.returns.add(listener);
    return () => this.returns.delete(listener);
  };

  start(): void {
    this.gone = new AbortController();
    this.hangUp = follow({
      address: `/api/notification/conferences/${this.conference}/stream`,
      headers: () => ({ "Accept-Language": languageHeader() }),
      state: (line) => this.show({ line }),
      signedOut: sessionHasEnded,
      following: (again) => {
        void this.list();
        if (again) {
          for (const listener of this.returns) {
            listener();
          }
        }
      },
      tell: (event) => {
        const news = newsOf(event);
        if (news) {
          this.apply({ kind: "told", news });
          this.listSoon(LIST_AFTER_MILLIS);
          return;
        }
        for (const listener of this.hearers) {
          listener(event.type);
        }
      },
    });
  }

  stop(): void {
    this.gone.abort();
    this.hangUp?.();
    clearTimeout(this.listing);
  }

  /** Follows one change to its end, whether the line stands or not. */
  async watch(id: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const view = await change(this.conference, id, 1, signal);
        this.apply({ kind: "viewed", view });
        if (view.settledAt !== null) {
          return;
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  private listSoon(millis: number): void {
    if (this.gone.signal.aborted) {
      return;
    }
    if (this.listing === undefined && askSince(this.snapshot.ripples) !== null) {
      this.listing = setTimeout(() => {
        this.listing = undefined;
        void this.list();
      }, millis);
    }
  }

  private async list(): Promise<void> {
    try {
      const after = (n: number, limit: number): Promise<ChangeBrief[]> =>
        changesSince(this.conference, n, limit, this.gone.signal);
      const since = askSince(this.snapshot.ripples) ?? this.snapshot.ripples.lastN;
      const changes = this.snapshot.listed
        ? await after(since, LIST * 2)
        : await lastChanges(LIST, after);
      this.apply({ kind: "listed", changes });
      this.show({ listed: true });
      this.misses = askSince(this.snapshot.ripples) === null ? 0 : this.misses + 1;
      if (this.misses > 2) {
        await this.lookUpStragglers();
      }
    } catch {
      this.misses += 1;
    }
    this.listSoon(this.misses > 3 ? SLOW_LIST_AFTER_MILLIS : LIST_AFTER_MILLIS);
  }

  /** An old change that only ends now is not among the latest: it is asked for by its id. */
  private async lookUpStragglers(): Promise<void> {
    const unknown = [...this.snapshot.ripples.byId.values()].filter((r) => r.brief === null);
    for (const { id } of unknown.slice(0, 5)) {
      this.apply({ kind: "viewed", view: await change(this.conference, id, 0, this.gone.signal) });
    }
  }

  private apply(action: RippleAction): void {
    const before = this.snapshot.ripples;
    const ripples = ripplesReducer(before, action);
    this.show({ ripples });
    for (const [id, ripple] of ripples.byId) {
      const was = before.byId.get(id);
      if (
        hasEnded(ripple.phase) &&
        action.kind !== "listed" &&
        (!was || !hasEnded(was.phase) || was.revised !== ripple.revised)
      ) {
        for (const listener of this.endings) {
          listener(id);
        }
      }
    }
  }

  private show(part: Partial<LiveSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) {
      listener();
    }
  }
}
