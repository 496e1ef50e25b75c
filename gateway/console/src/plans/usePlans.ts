import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { manifests } from "../api/reads";
import { contacts as readContacts } from "../api/telling";
import type { ManifestSummary } from "../api/types";
import { useLive } from "../live/Live";
import { rolesIn, useWho } from "../session/who";
import type { Surroundings } from "./choices";
import type { Entry, Kind, KindName } from "./kinds";
import { entries } from "./orders";
import { KINDS, rolesFor } from "./tables";

const SOON_MILLIS = 600;
const FRESH_MILLIS = 5 * 60_000;

export const plansKey = (conference: string, kind: KindName) => ["of", conference, "plans", kind];

export const plansQuery = (conference: string, kind: Kind, may: boolean) => ({
  queryKey: plansKey(conference, kind.name),
  queryFn: ({ signal }: { signal: AbortSignal }) => entries(kind, conference, signal),
  staleTime: kind.untold ? 0 : FRESH_MILLIS,
  enabled: may,
});

const NONE: readonly Entry[] = [];

/** One table with what its words and choices come from; what a role may not read stays a code. */
export function usePlans(conference: string, kind: Kind) {
  const { me } = useWho();
  const mine = rolesIn(me, conference);
  const own = useQuery(plansQuery(conference, kind, true));
  const others = useQueries({
    queries: kind.needs.map((name) =>
      plansQuery(conference, KINDS[name], rolesFor(KINDS[name].read, mine).length > 0),
    ),
    combine: (results) => results.map((r) => r.data),
  });
  const { data: told } = useQuery({
    queryKey: ["of", conference, "contacts"],
    queryFn: ({ signal }) => readContacts(conference, signal),
    enabled: rolesFor("read-contacts", mine).length > 0,
  });
  const contacts = useMemo(() => new Map((told ?? []).map((c) => [c.code, c])), [told]);
  const all = own.data ?? NONE;
  const about = useMemo<Surroundings>(
    () => ({
      lists: {
        [kind.name]: all,
        ...Object.fromEntries(kind.needs.map((name, i) => [name, others[i] ?? NONE])),
      },
      contacts,
      entries: all,
    }),
    [kind, all, others, contacts],
  );
  return { about, isLoading: own.isLoading, error: own.error };
}

/** Plans are read again soon after any change has ended: one may have touched them, or was theirs. */
export function usePlansFresh(conference: string): void {
  const queries = useQueryClient();
  const live = useLive();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = live.onEnded(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ["of", conference, "plans"] });
      }, SOON_MILLIS);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [live, queries, conference]);
}

/** The latest version of every manifest. */
export function useManifests(conference: string): ReadonlyMap<string, ManifestSummary> {
  const { me } = useWho();
  const { data } = useQuery({
    queryKey: ["of", conference, "manifests"],
    queryFn: ({ signal }) => manifests(conference, signal),
    enabled: rolesFor("list-manifests", rolesIn(me, conference)).length > 0,
  });
  return useMemo(() => new Map((data ?? []).map((m) => [m.manifest, m])), [data]);
}
