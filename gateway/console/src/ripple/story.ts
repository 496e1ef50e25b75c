import type { ChangeView } from "../api/types";
import { instant } from "../live/ripples";

export interface Handling {
  readonly service: string;
  /** Milliseconds from the request's receipt to each receipt of this service. */
  readonly at: readonly number[];
  readonly last: number;
}

/** When each service had handled its part, in the order in which they finished. */
export function handlings(view: ChangeView | null): Handling[] {
  if (!view?.receivedAt) {
    return [];
  }
  const start = instant(view.receivedAt);
  const found = new Map<string, number[]>();
  for (const { receipts } of view.tree) {
    for (const { consumer, at } of receipts) {
      const millis = Math.max(0, Math.round(instant(at) - start));
      found.set(consumer, [...(found.get(consumer) ?? []), millis]);
    }
  }
  return [...found]
    .map(([service, at]) => {
      const sorted = at.sort((a, b) => a - b);
      return { service, at: sorted, last: sorted[sorted.length - 1] ?? 0 };
    })
    .sort((a, b) => a.last - b.last);
}

/** Who has not answered yet; a changeset that has not come in counts for the one that sends it. */
export function waitedFor(view: ChangeView | null): string[] {
  return [...new Set((view?.waitingFor ?? []).map((w) => w.consumer ?? ""))].filter(Boolean);
}
