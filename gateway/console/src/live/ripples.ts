import type { ChangeBrief, ChangeView, Revised } from "../api/types";

/** How far a change has got, as a page can know it; never goes back. */
export type Phase = "open" | "provisional" | "unfinished" | "stalled" | "settled" | "parked";

export interface Ripple {
  readonly id: string;
  readonly phase: Phase;
  /** Pages were told that more may come: it was open for longer than a moment. */
  readonly wasProvisional: boolean;
  /** Who, what, when; null until the list has been asked. */
  readonly brief: ChangeBrief | null;
  /** Every version that the change has made, in the order in which they became known. */
  readonly revised: readonly Revised[];
  /** The tree of receipts, once somebody looked at the change. */
  readonly view: ChangeView | null;
}

export interface Ripples {
  readonly byId: ReadonlyMap<string, Ripple>;
  /** Highest number of a change that the list has told. */
  readonly lastN: number;
}

export type News =
  | {
      readonly type: "change-opened" | "change-provisional";
      readonly change: string;
    }
  | {
      readonly type: "change-settled" | "change-unfinished";
      readonly change: string;
      readonly revised: readonly Revised[];
    }
  | {
      readonly type: "manifest-repaired";
      readonly change: string;
      readonly manifest: string;
      readonly version: number;
    };

export type RippleAction =
  | { readonly kind: "told"; readonly news: News }
  | { readonly kind: "listed"; readonly changes: readonly ChangeBrief[] }
  | { readonly kind: "viewed"; readonly view: ChangeView };

export const NO_RIPPLES: Ripples = { byId: new Map(), lastN: 0 };

const KEPT = 300;

const RANK: Record<Phase, number> = {
  open: 0,
  provisional: 1,
  unfinished: 2,
  stalled: 2,
  settled: 3,
  parked: 4,
};

const TOLD: Record<News["type"], Phase> = {
  "change-opened": "open",
  "change-provisional": "provisional",
  "change-unfinished": "unfinished",
  "change-settled": "settled",
  "manifest-repaired": "settled",
};

const LISTED: Record<ChangeBrief["state"], Phase> = {
  open: "open",
  stalled: "stalled",
  settled: "settled",
  "settled-with-parked": "parked",
};

const later = (a: Phase, b: Phase): Phase => (RANK[b] > RANK[a] ? b : a);

export const hasEnded = (phase: Phase): boolean => RANK[phase] >= RANK.settled;

function merged(have: readonly Revised[], more: readonly Revised[]): readonly Revised[] {
  const known = new Set(have.map((r) => `${r.manifest}#${r.version}`));
  const added = more.filter((r) => !known.has(`${r.manifest}#${r.version}`));
  return added.length === 0 ? have : [...have, ...added];
}

const blank = (id: string): Ripple => ({
  id,
  phase: "open",
  wasProvisional: false,
  brief: null,
  revised: [],
  view: null,
});

/** What is told twice, late or out of order changes nothing that is known better already. */
export function ripplesReducer(state: Ripples, action: RippleAction): Ripples {
  const byId = new Map(state.byId);
  const put = (id: string, change: (ripple: Ripple) => Ripple): void => {
    byId.set(id, change(byId.get(id) ?? blank(id)));
  };
  let lastN = state.lastN;
  switch (action.kind) {
    case "told": {
      const { news } = action;
      put(news.change, (r) => ({
        ...r,
        phase: later(r.phase, TOLD[news.type]),
        wasProvisional:
          r.wasProvisional ||
          news.type === "change-provisional" ||
          news.type === "change-unfinished",
        revised: "revised" in news ? merged(r.revised, news.revised) : r.revised,
      }));
      break;
    }
    case "listed":
      for (const brief of action.changes) {
        put(brief.id, (r) => ({ ...r, brief, phase: later(r.phase, LISTED[brief.state]) }));
        lastN = Math.max(lastN, brief.n);
      }
      break;
    case "viewed": {
      const { view } = action;
      put(view.id, (r) => ({
        ...r,
        brief: view,
        view,
        phase: later(r.phase, LISTED[view.state]),
        revised: merged(r.revised, view.revised),
      }));
      break;
    }
  }
  return { byId: kept(byId), lastN };
}

function kept(byId: Map<string, Ripple>): Map<string, Ripple> {
  if (byId.size <= KEPT) {
    return byId;
  }
  return new Map(
    newestFirst(byId.values())
      .slice(0, KEPT)
      .map((r) => [r.id, r]),
  );
}

/** One that the list has not numbered yet is the newest of all. */
export function newestFirst(ripples: Iterable<Ripple>): Ripple[] {
  return [...ripples].sort(
    (a, b) => (b.brief?.n ?? Number.MAX_SAFE_INTEGER) - (a.brief?.n ?? Number.MAX_SAFE_INTEGER),
  );
}

/**
 * Since which number the list must be asked again, so that every ripple has its particulars and
 * those that have ended their time; null when nothing is missing.
 */
export function askSince(state: Ripples): number | null {
  let since: number | null = null;
  for (const { brief, phase } of state.byId.values()) {
    const from =
      brief === null
        ? state.lastN
        : hasEnded(phase) && brief.settledAt === null
          ? brief.n - 1
          : null;
    if (from !== null) {
      since = since === null ? from : Math.min(since, from);
    }
  }
  return since;
}

/** From the request's receipt to the last service's word, by the platform's clock. */
export function millisToSettled(brief: ChangeBrief | null): number | null {
  if (!brief?.receivedAt || !brief.settledAt) {
    return null;
  }
  return Math.max(0, Math.round(instant(brief.settledAt) - instant(brief.receivedAt)));
}

/** Milliseconds with their fraction: Date drops what is below one. */
export function instant(text: string): number {
  const fraction = /\.(\d+)Z$/.exec(text)?.[1] ?? "";
  const whole = Date.parse(text.replace(/\.\d+Z$/, "Z"));
  return whole + Number(`0.${fraction || "0"}`) * 1000;
}
