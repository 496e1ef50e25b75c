import type { ExceptionNote, Impact, Revision } from "../api/types";
import { counts } from "../manifests/lines";

export interface Sum {
  readonly manifests: number;
  readonly recipients: number;
  readonly exceptions: number;
  readonly late: number;
}

/** What a change would touch, in four figures. */
export const sumOf = ({ manifests, exceptions }: Impact): Sum => ({
  manifests: manifests.length,
  recipients: new Set(manifests.flatMap((m) => m.recipients)).size,
  exceptions: exceptions.length,
  late: manifests.filter((m) => m.late).length,
});

/** Those whose time has passed first, then what is due soonest; without a time at the end. */
export const bySeverity = (manifests: readonly Revision[]): Revision[] =>
  [...manifests].sort(
    (a, b) =>
      Number(b.late) - Number(a.late) ||
      (a.due ?? "9").localeCompare(b.due ?? "9") ||
      a.manifest.localeCompare(b.manifest),
  );

/** How many lines, where they are told; where they are only counted, that. */
export function lineSum(revision: Revision) {
  const told = counts(revision.lines);
  const sum = told.added + told.removed + told.changed;
  return { ...told, untold: Math.max(0, revision.lineCount - sum) };
}

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** What an exception is about, for its sentence; what it does not say is a dash. */
export const aboutOf = (note: ExceptionNote): Readonly<Record<string, string>> => ({
  who: text(note.name) || text(note.organisation) || "–",
  bus: text(note.bus) || text(note.trip) || "–",
  trip: text(note.trip) || "–",
  route: text(note.route) || "–",
  hotel: text(note.hotel) || "–",
  place: text(note.place) || "–",
  seats: text(note.seats) || "–",
  taken: text(note.taken) || text(note.people) || "–",
  asked: text(note.asked) || "–",
  given: text(note.given) || "–",
  from: text(note.from).replace("T", " ") || "–",
  to: text(note.to).replace("T", " ") || "–",
});
