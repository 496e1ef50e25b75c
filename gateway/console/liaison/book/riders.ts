import type { Book, Named } from "./types";

export interface Rider {
  readonly person: string;
  readonly name: string;
  readonly delegation: string;
  readonly rank: string;
}

/**
 * Who belongs to the bus: who is on its list as it was read last, and who was called absent here,
 * for they may come running yet. By delegation, then rank, then name.
 */
export function ridersOf(book: Book): readonly Rider[] {
  const missing = Object.values(book.places)
    .filter((p) => p.bus === book.trip.code && p.absent && !book.manifest.lines[p.person])
    .map((p) => namedOf(book, p.person))
    .filter((n) => n !== undefined)
    .map((n) => ({ ...n, rank: String(n.rank) }));
  return Object.entries(book.manifest.lines)
    .map(([person, line]) => ({
      person,
      name: line.name ?? person,
      delegation: line.delegation ?? "",
      rank: line.rank ?? "",
    }))
    .concat(
      missing.map(({ person, name, delegation, rank }) => ({ person, name, delegation, rank })),
    )
    .sort(
      (a, b) =>
        compare(a.delegation, b.delegation) || compare(a.rank, b.rank) || compare(a.name, b.name),
    );
}

const compare = (a: string, b: string): number => a.localeCompare(b, "zh-CN");

export function byDelegation(riders: readonly Rider[]): readonly (readonly [string, Rider[]])[] {
  const groups = new Map<string, Rider[]>();
  for (const rider of riders) {
    groups.set(rider.delegation, [...(groups.get(rider.delegation) ?? []), rider]);
  }
  return [...groups];
}

export const nameOf = (book: Book, person: string): string =>
  book.manifest.lines[person]?.name ?? book.names.find((n) => n.person === person)?.name ?? person;

export const namedOf = (book: Book, person: string): Named | undefined =>
  book.names.find((n) => n.person === person);

/** Names that came onto the list or went since the version before. */
export interface News {
  readonly came: readonly string[];
  readonly went: readonly string[];
}

export function newsOf(before: Book | null, now: Book): News | null {
  if (!before || before.trip.code !== now.trip.code || before.manifest.version === 0) {
    return null;
  }
  const was = ridersOf(before);
  const is = ridersOf(now);
  const namesNotIn = (some: readonly Rider[], others: readonly Rider[]) => {
    const known = new Set(others.map((r) => r.person));
    return some.filter((r) => !known.has(r.person)).map((r) => r.name);
  };
  const came = namesNotIn(is, was);
  const went = namesNotIn(was, is);
  return came.length + went.length > 0 ? { came, went } : null;
}
