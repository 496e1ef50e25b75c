import type { FeedEntry } from "../api/telling";

/** What became of one manifest since one last looked. */
export interface Since {
  readonly manifest: string;
  /** The version before the first that is new. */
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
  readonly changes: readonly FeedEntry[];
}

/** By manifest, the one that was revised last first. */
export function sinceByManifest(entries: readonly FeedEntry[]): readonly Since[] {
  const found = new Map<string, Since>();
  for (const entry of entries) {
    for (const { manifest, version, closed } of entry.revised) {
      const before = found.get(manifest);
      found.delete(manifest);
      found.set(manifest, {
        manifest,
        from: Math.min(before?.from ?? version - 1, version - 1),
        to: Math.max(before?.to ?? version, version),
        closed,
        changes: [...(before?.changes ?? []), entry],
      });
    }
  }
  return [...found.values()].reverse();
}

/** Who did what, in few words: each action once, with how often. */
export function actionsOf(changes: readonly FeedEntry[]): readonly [string, number][] {
  const found = new Map<string, number>();
  for (const { action } of changes) {
    found.set(action, (found.get(action) ?? 0) + 1);
  }
  return [...found].sort((a, b) => b[1] - a[1]);
}
