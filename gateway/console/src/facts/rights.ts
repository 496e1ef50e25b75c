import { actions } from "@rights";

export type Fact =
  | "route"
  | "itinerary"
  | "diet"
  | "particulars"
  | "withdraw"
  | "reinstate"
  | "substitute";

/** What is arranged for a person by another desk than registration, or about their journey. */
export type EditedFact = Extract<Fact, "route" | "itinerary" | "diet">;

const ACTION = {
  route: "switch-route",
  itinerary: "itinerary",
  diet: "change-diet",
  particulars: "correct-participant",
  withdraw: "withdraw",
  reinstate: "reinstate",
  substitute: "substitute",
} as const satisfies Record<Fact, keyof typeof actions>;

/**
 * Which roles change what: the platform's own rights.json, as it was at the build. The platform
 * decides; this only spares people a form that would be refused.
 */
export const changedBy = (fact: Fact): readonly string[] => actions[ACTION[fact]].roles;

export const actingRoles = (fact: Fact, mine: readonly string[]): readonly string[] =>
  changedBy(fact).filter((role) => mine.includes(role));
