import type { Letter } from "../api/telling";

const LOST = new Set<Letter["state"]>(["failed", "unknown"]);

/** Letters that did not arrive, or of which nobody knows; the latest first. */
export const lost = (letters: readonly Letter[]): readonly Letter[] =>
  letters.filter((l) => LOST.has(l.state));

/** The letters that told a contact of a manifest, the latest first. */
export const aboutManifest = (
  letters: readonly Letter[],
  contact: string,
  manifest: string,
): readonly Letter[] =>
  letters.filter((l) => l.contact === contact && l.items.some((i) => i.manifest === manifest));

/** Whether a later letter told the same contact all of it, or something newer of it. */
export const madeUpFor = (letter: Letter, letters: readonly Letter[]): boolean =>
  letter.items.length > 0 &&
  letter.items.every((item) =>
    letters.some(
      (other) =>
        other.contact === letter.contact &&
        other.id !== letter.id &&
        (other.state === "sent" || other.state === "delivered") &&
        other.plannedAt >= letter.plannedAt &&
        other.items.some((i) => i.manifest === item.manifest && i.toVersion >= item.toVersion),
    ),
  );
