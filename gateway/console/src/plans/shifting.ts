import type { Impact, Revision } from "../api/types";
import { type Draft, draftOf } from "./fields";
import type { Deed, Entry, Kind } from "./kinds";

const MINUTE = 60_000;
const LOCAL = 16;

/** A local moment so many minutes later; no time zone touches it. */
export const later = (moment: string, minutes: number): string =>
  new Date(Date.parse(`${moment}Z`) + minutes * MINUTE).toISOString().slice(0, LOCAL);

/** One of many plans that move together, by a command of its own. */
export interface Move {
  readonly entry: Entry;
  readonly deed: Deed;
  readonly from: Draft;
  readonly to: Draft;
}

/** @returns null for what is cancelled or has no time to move */
export function moveOf(kind: Kind, entry: Entry, minutes: number): Move | null {
  const { action, fields: names = [] } = kind.shift?.(entry) ?? {};
  const deed = kind.deeds.find((d) => d.action === action);
  const now = draftOf(entry, kind.fields);
  const from = Object.fromEntries(names.filter((n) => now[n]).map((n) => [n, now[n] ?? ""]));
  if (!deed || entry.cancelled || Object.keys(from).length === 0) {
    return null;
  }
  const to = Object.fromEntries(Object.entries(from).map(([n, at]) => [n, later(at, minutes)]));
  return { entry, deed, from, to };
}

function joined(one: Revision, other: Revision): Revision {
  const lines = { ...one.lines, ...other.lines };
  const untold = Math.max(
    one.lineCount - Object.keys(one.lines).length,
    other.lineCount - Object.keys(other.lines).length,
  );
  return {
    ...one,
    header: { ...one.header, ...other.header },
    lines,
    lineCount: Object.keys(lines).length + untold,
    recipients: [...new Set([...one.recipients, ...other.recipients])],
    late: one.late || other.late,
  };
}

/** What several commands would touch, each weighed by itself against what stands now. */
export function together(impacts: readonly Impact[]): Impact {
  const manifests = new Map<string, Revision>();
  const exceptions = new Map<string, Impact["exceptions"][number]>();
  for (const impact of impacts) {
    for (const revision of impact.manifests) {
      const known = manifests.get(revision.manifest);
      manifests.set(revision.manifest, known ? joined(known, revision) : revision);
    }
    for (const exception of impact.exceptions) {
      exceptions.set(JSON.stringify(exception), exception);
    }
  }
  return { manifests: [...manifests.values()], exceptions: [...exceptions.values()] };
}
