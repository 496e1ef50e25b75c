import type { Participant } from "../api/types";

/** What a table card says; another name, delegation or title makes another card of it. */
export interface Card {
  readonly person: Participant;
  readonly delegation: string;
  readonly session: string;
}

const DIGITS = 16;
const keyOf = (conference: string, manifest: string) => `huiwu.cards.${conference}.${manifest}`;

/** So much of a digest that two cards do not meet, and nobody's name can be read in it. */
async function digest(card: Card): Promise<string> {
  const { person, delegation, session } = card;
  const said = [person.id, person.name, delegation, session].join("\u0001");
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said));
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("").slice(0, DIGITS);
}

/**
 * Those of the cards that have changed since this computer printed a session's cards last (incident
 * 13: only these are printed anew at 22:00).
 *
 * @returns null where it has never printed them, or keeps nothing
 */
export async function changedSince(
  conference: string,
  manifest: string,
  cards: readonly Card[],
): Promise<readonly Card[] | null> {
  const kept = localStorage.getItem(keyOf(conference, manifest));
  if (kept === null || !globalThis.crypto?.subtle) {
    return null;
  }
  const printed = new Set(kept.split(" "));
  const digests = await Promise.all(cards.map(digest));
  return cards.filter((_, i) => !printed.has(digests[i] ?? ""));
}

/** From now on these are what lies on the tables. */
export async function printed(
  conference: string,
  manifest: string,
  cards: readonly Card[],
): Promise<void> {
  if (globalThis.crypto?.subtle) {
    const digests = await Promise.all(cards.map(digest));
    localStorage.setItem(keyOf(conference, manifest), digests.join(" "));
  }
}
