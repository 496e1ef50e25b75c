import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { rolesIn, useWho } from "../../session/who";
import type { Surroundings } from "../choices";
import type { KindName, Lists } from "../kinds";
import { KINDS, rolesFor } from "../tables";
import { plansQuery } from "../usePlans";
import { MOVING } from "./candidates";

/** What moves, and the hotels that meals are called by. */
const NAMES: readonly KindName[] = [...MOVING, "hotel", "delegation"];

const NOBODY: Surroundings["contacts"] = new Map();

/** The plans of all desks that can move, as far as one may read them. */
export function useDayPlans(conference: string) {
  const { me } = useWho();
  const mine = rolesIn(me, conference);
  const { data, error, loading } = useQueries({
    queries: NAMES.map((name) =>
      plansQuery(conference, KINDS[name], rolesFor(KINDS[name].read, mine).length > 0),
    ),
    combine: (results) => ({
      data: results.map((r) => r.data),
      error: results.find((r) => r.error)?.error ?? null,
      loading: results.some((r) => r.isLoading),
    }),
  });
  const about = useMemo<Surroundings>(() => {
    const lists: Lists = Object.fromEntries(NAMES.map((name, i) => [name, data[i] ?? []]));
    return { lists, contacts: NOBODY, entries: [] };
  }, [data]);
  return { about, error, loading };
}
