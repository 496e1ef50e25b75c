import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import * as reads from "../api/reads";
import { useLive } from "../live/Live";
import { useCatalogue } from "../manifests/useCatalogue";
import { useParticipants } from "../people/useParticipants";
import { rowsOf } from "./rows";

const SOON_MILLIS = 800;
const MANY = 3_000;
const LATER_MILLIS = 4_000;
const FRESH_MILLIS = 5 * 60_000;

/** Everybody with what the desks have arranged for them, read again soon after something changed. */
export function useTable(conference: string) {
  const queries = useQueryClient();
  const live = useLive();
  const known = useCatalogue(conference);
  const people = useParticipants(conference);
  const list = <T>(name: string, from: (c: string, signal?: AbortSignal) => Promise<T>) => ({
    queryKey: ["of", conference, "table", name],
    queryFn: ({ signal }: { signal: AbortSignal }) => from(conference, signal),
    staleTime: FRESH_MILLIS,
  });
  const diets = useQuery(list("diets", reads.diets)).data;
  const memberships = useQuery(list("memberships", reads.memberships)).data;
  const itineraries = useQuery(list("itineraries", reads.itineraries)).data;
  const stays = useQuery({
    queryKey: ["of", conference, "stays"],
    queryFn: ({ signal }) => reads.stays(conference, signal),
  }).data;
  const count = people.data?.length ?? 0;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = live.onEnded(() => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          void queries.invalidateQueries({ queryKey: ["of", conference, "table"] });
        },
        count > MANY ? LATER_MILLIS : SOON_MILLIS,
      );
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [live, queries, conference, count]);

  const rows = useMemo(
    () =>
      rowsOf({
        people: people.data ?? [],
        delegations: known.delegations,
        diets,
        memberships,
        itineraries,
        stays,
      }),
    [people.data, known.delegations, diets, memberships, itineraries, stays],
  );
  return { rows, known, isLoading: people.isLoading, error: people.error };
}
