import type { Meal } from "../api/types";

/** Where somebody eats is asked by where they sleep, their rank and their route. */
export interface Eater {
  readonly hotel: string;
  readonly rank: number;
  readonly route: string;
}

/** The kitchens whose meals are for somebody (a meal's scope: FORMAT.md), each once, by its first meal. */
export function kitchensFor({ hotel, rank, route }: Eater, meals: Iterable<Meal>): string[] {
  const scopes = new Set([`hotel:${hotel}`, `rank:${rank}`, ...(route ? [`route:${route}`] : [])]);
  const theirs = [...meals]
    .filter((m) => scopes.has(m.scope))
    .sort((a, b) => a.starts.localeCompare(b.starts));
  return [...new Set(theirs.map((m) => m.kitchen))];
}
