import type { Delegation, Participant } from "../api/types";

export interface Findable {
  readonly person: Participant;
  readonly delegation: string;
  readonly text: string;
}

/** Full-width letters and digits are the same as half-width ones; spaces within a name are none. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

export function findable(
  people: readonly Participant[],
  delegations: ReadonlyMap<string, Delegation>,
): Findable[] {
  return people.map((person) => {
    const delegation = delegations.get(person.delegation)?.name ?? person.delegation;
    const { name, title, phone, id } = person;
    return {
      person,
      delegation,
      text: plain([name, delegation, person.delegation, title, phone, id].join("\n")),
    };
  });
}

/** Everybody in whom every word is found; who is named so, or begins so, comes first. */
export function found(all: readonly Findable[], asked: string): readonly Findable[] {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return all;
  }
  const hits = all.filter(({ text }) => words.every((word) => text.includes(word)));
  const nearness = ({ person }: Findable): number => {
    const name = plain(person.name);
    const of = words.map((w) =>
      name === w ? 0 : name.startsWith(w) ? 1 : name.includes(w) ? 2 : 3,
    );
    return Math.min(...of);
  };
  return hits
    .map((hit) => ({ hit, near: nearness(hit) }))
    .sort((a, b) => a.near - b.near)
    .map(({ hit }) => hit);
}

/**
 * Whom the platform found, which knows how names sound, in its order; until it has answered, whoever
 * is found here.
 */
export function joined(
  all: readonly Findable[],
  here: readonly Findable[],
  there: readonly string[] | null,
): readonly Findable[] {
  if (there === null) {
    return here;
  }
  const byId = new Map(all.map((one) => [one.person.id, one]));
  return there.map((id) => byId.get(id)).filter((one): one is Findable => !!one);
}
