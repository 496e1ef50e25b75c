import { useLiveSnapshot } from "../live/Live";
import type { Ripple } from "../live/ripples";

export interface Touch {
  readonly id: string;
  readonly action: string | null;
}

/** Which change has last given a manifest a new version, of those that the page has seen go by. */
export function touches(ripples: Iterable<Ripple>): ReadonlyMap<string, Touch> {
  const found = new Map<string, Touch & { readonly version: number }>();
  for (const { id, brief, revised } of ripples) {
    for (const { manifest, version } of revised) {
      if (version > (found.get(manifest)?.version ?? 0)) {
        found.set(manifest, { id, action: brief?.action ?? null, version });
      }
    }
  }
  return found;
}

/** All rows ask for the same: it is gathered once for what is known. */
const gathered = new WeakMap<ReadonlyMap<string, Ripple>, ReadonlyMap<string, Touch>>();

export function useTouched(): ReadonlyMap<string, Touch> {
  const { byId } = useLiveSnapshot().ripples;
  const found = gathered.get(byId) ?? touches(byId.values());
  gathered.set(byId, found);
  return found;
}
