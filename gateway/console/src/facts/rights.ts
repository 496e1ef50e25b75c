export type Fact = "route" | "itinerary" | "diet";

/**
 * Which roles change what (FORMAT.md's `by`). The platform decides; this only spares people a form
 * that would be refused.
 */
const CHANGED_BY: Record<Fact, readonly string[]> = {
  route: ["excursion"],
  itinerary: ["registration", "protocol"],
  diet: ["catering"],
};

export const changedBy = (fact: Fact): readonly string[] => CHANGED_BY[fact];

export const actingRoles = (fact: Fact, mine: readonly string[]): readonly string[] =>
  CHANGED_BY[fact].filter((role) => mine.includes(role));
