import type { Named } from "./types";

const MOST = 40;
const MARKS = /['’‘·•;]/g;

/** Without tones and accents, whatever the width and the case, `v` for ü: as registration keeps it. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/u\u0308/g, "v")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

export const wordsOf = (typed: string): readonly string[] =>
  plain(typed)
    .split(/[\s\p{Z}]+/u)
    .map((word) => word.replace(MARKS, ""))
    .filter(Boolean);

interface Keys {
  /** The whole name in characters, sound and initials. */
  readonly whole: readonly string[];
  /** What follows its first syllables. */
  readonly later: readonly string[];
}

/** Every way in which a name is looked for (ADR 0032). */
export function keysOf(name: string, sound: string): Keys {
  const whole = [plain(name).replace(/\s/g, "")];
  const later: string[] = [];
  const syllables = sound.split(" ").filter(Boolean);
  const initials = (of: readonly string[]) => of.map((s) => [...s][0] ?? "").join("");
  for (let i = 0; i < syllables.length; i++) {
    const rest = syllables.slice(i);
    (i === 0 ? whole : later).push(
      rest.join(""),
      initials(rest),
      (rest[0] ?? "") + initials(rest.slice(1)),
    );
  }
  // who has no ü on the keyboard types v, or u
  const both = (keys: string[]) => [
    ...new Set(keys.flatMap((k) => (k.includes("v") ? [k, k.replace(/v/g, "u")] : [k]))),
  ];
  return { whole: both(whole), later: both(later) };
}

const TYPED = /^[\x20-\x7e]+$/;
const NOT_FOUND = 9;

/** How near a word is: 0 named so, 1 begins so, 2 found in the name, 3 in the delegation. */
function near(word: string, keys: Keys, delegation: readonly string[]): number {
  if (keys.whole.includes(word)) {
    return 0;
  }
  if (keys.whole.some((k) => k.startsWith(word))) {
    return 1;
  }
  const inside = TYPED.test(word)
    ? keys.later.some((k) => k.startsWith(word))
    : keys.whole[0]?.includes(word);
  if (inside) {
    return 2;
  }
  return delegation.some((d) => plain(d).startsWith(word)) ? 3 : NOT_FOUND;
}

const kept = new WeakMap<Named, Keys>();

function keysFor(person: Named): Keys {
  const known = kept.get(person) ?? keysOf(person.name, person.sound);
  kept.set(person, known);
  return known;
}

/**
 * Finds people as one types, without a network: by name, its pinyin or initials, by delegation;
 * every word must be found. Nearest first.
 */
export function found(
  people: readonly Named[],
  typed: string,
  delegationName: (code: string) => string,
): readonly Named[] {
  const words = wordsOf(typed);
  if (words.length === 0) {
    return [];
  }
  return people
    .map((person, order) => {
      const keys = keysFor(person);
      const delegation = [person.delegation, delegationName(person.delegation)];
      const all = words.map((word) => near(word, keys, delegation));
      return { person, order, worst: Math.max(...all), best: Math.min(...all) };
    })
    .filter(({ worst }) => worst < NOT_FOUND)
    .sort((a, b) => a.best - b.best || a.order - b.order)
    .slice(0, MOST)
    .map(({ person }) => person);
}
