import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import * as reads from "../api/reads";
import * as api from "../api/rosters";
import { useWords } from "../i18n/I18n";
import { useLive } from "../live/Live";
import { type OfficeRosters, officesOf } from "./offices";

const LOOK_AGAIN_MILLIS = 1_500;

/** Each office with the files that came from it; read again with every change that ends. */
export function useOffices(conference: string) {
  const { language } = useWords();
  const live = useLive();
  const queries = useQueryClient();
  const delegations = useDelegations(conference);
  const rosters = useQuery({
    queryKey: ["of", conference, "rosters", language],
    queryFn: ({ signal }) => api.rosters(conference, signal),
    refetchInterval: ({ state }) =>
      state.data?.some((r) => r.status === "reading") ? LOOK_AGAIN_MILLIS : false,
  });
  useEffect(
    () =>
      live.onEnded(() => {
        for (const of of ["rosters", "clerk-queue"]) {
          void queries.invalidateQueries({ queryKey: ["of", conference, of] });
        }
      }),
    [live, queries, conference],
  );
  const offices: readonly OfficeRosters[] | null =
    rosters.data && delegations.data ? officesOf(delegations.data, rosters.data) : null;
  return { offices, error: rosters.error ?? delegations.error };
}

export const useDelegations = (conference: string) =>
  useQuery({
    queryKey: ["of", conference, "catalogue", "delegations"],
    queryFn: ({ signal }) => reads.delegations(conference, signal),
    staleTime: 60_000,
  });

export const useQueueOf = (conference: string, office: string) =>
  useQuery({
    queryKey: ["of", conference, "clerk-queue", office],
    queryFn: ({ signal }) => api.clerkQueue(conference, office, signal),
  });

export const useSheets = (conference: string, roster: string) =>
  useQuery({
    queryKey: ["of", conference, "sheets", roster],
    queryFn: ({ signal }) => api.sheets(conference, roster, signal),
  });

/** After something was settled or said: what waits, and how files are understood. */
export function useReadAgain(conference: string): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const of of ["rosters", "clerk-queue", "sheets", "participants"]) {
      void queries.invalidateQueries({ queryKey: ["of", conference, of] });
    }
  }, [queries, conference]);
}
