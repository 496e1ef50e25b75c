import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import * as reads from "../api/reads";
import type { Catalogue } from "./naming";

const MINUTES = 60_000;

interface Coded {
  readonly code: string;
}

const byCode = <T extends Coded>(result: UseQueryResult<T[]> | undefined) =>
  new Map((result?.data ?? []).map((one) => [one.code, one]));

function query<T>(
  conference: string,
  name: string,
  from: (c: string, signal?: AbortSignal) => Promise<T[]>,
) {
  return {
    queryKey: ["of", conference, "catalogue", name],
    queryFn: ({ signal }: { signal: AbortSignal }) => from(conference, signal),
    staleTime: 10 * MINUTES,
  };
}

/** What a role may not read stays a code: nothing here stops the page. */
export function useCatalogue(conference: string): Catalogue {
  const [delegations, routes, stops, hotels, meals, trips, sessions] = useQueries({
    queries: [
      query(conference, "delegations", reads.delegations),
      query(conference, "routes", reads.routes),
      query(conference, "stops", reads.stops),
      query(conference, "hotels", reads.hotels),
      query(conference, "meals", reads.meals),
      query(conference, "trips", reads.trips),
      query(conference, "sessions", reads.sessions),
    ],
  });
  return useMemo(
    () => ({
      delegations: byCode(delegations),
      routes: byCode(routes),
      stops: byCode(stops),
      hotels: byCode(hotels),
      meals: byCode(meals),
      trips: byCode(trips),
      sessions: byCode(sessions),
    }),
    [delegations, routes, stops, hotels, meals, trips, sessions],
  );
}
