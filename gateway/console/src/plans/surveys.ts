import { useQuery } from "@tanstack/react-query";
import { read } from "../api/http";
import { manifestVersion, stays } from "../api/reads";
import type { ManifestContent, Stay } from "../api/types";
import { useRole } from "../session/useRole";

/** A bus with those who belong to it. */
export interface Group {
  readonly bus: string;
  readonly route: string;
  readonly plate: string;
  readonly seats: number;
  /** Seats held: those who were called absent hold none. */
  readonly taken: number;
  readonly members: readonly { readonly person: string; readonly absent: boolean }[];
}

export interface RollCall {
  readonly id: string;
  /** Local to the conference. */
  readonly happenedAt: string;
  readonly aboard: readonly string[];
  readonly absent: readonly string[];
  readonly unexpected: readonly string[];
}

const of = (service: string, conference: string, rest: string) =>
  `/api/${service}/conferences/${conference}/${rest}`;

/** The key begins as all plans' do: it is read again with them. */
const about = <T>(conference: string, key: readonly string[], path: string) => ({
  queryKey: ["of", conference, "plans", ...key],
  queryFn: ({ signal }: { signal: AbortSignal }) => read<T>(path, signal),
});

export function useGroups(conference: string) {
  const may = useRole(conference, "read-groups") !== undefined;
  return useQuery({
    ...about<Group[]>(conference, ["groups"], of("excursion", conference, "groups")),
    enabled: may,
  }).data;
}

export const useRollCalls = (conference: string, trip: string, asked: boolean) =>
  useQuery({
    ...about<RollCall[]>(
      conference,
      ["roll-calls", trip],
      of("transport-dispatch", conference, `trips/${encodeURIComponent(trip)}/roll-calls`),
    ),
    enabled: asked,
  }).data;

/** How many rooms were found for a hold. */
export const useGiven = (conference: string, hold: string, asked: boolean) =>
  useQuery({
    ...about<{ readonly given: readonly string[] }>(
      conference,
      ["held", hold],
      of("accommodation", conference, `holds/${encodeURIComponent(hold)}/rooms`),
    ),
    enabled: asked,
  }).data?.given.length;

const FOREVER = Number.POSITIVE_INFINITY;

/** A manifest at a version; the one before stays until it is there. */
export const useManifest = (conference: string, manifest: string, version: number | undefined) =>
  useQuery({
    queryKey: ["of", conference, "manifest", manifest, "version", version],
    queryFn: ({ signal }) => manifestVersion(conference, manifest, version ?? 0, signal),
    enabled: version !== undefined,
    staleTime: (query) => (query.state.data?.unfinished ? 0 : FOREVER),
    placeholderData: (previous) => previous,
  }).data;

/** The lines of a manifest that counts, summed or by line. */
export const countsIn = (content: ManifestContent, field: string): readonly [string, number][] =>
  Object.entries(content.lines).map(([key, line]) => [key, Number(line[field] ?? 0)]);

export const sumOf = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((sum, [, count]) => sum + count, 0);

export const useStays = (conference: string): readonly Stay[] | undefined =>
  useQuery({
    queryKey: ["of", conference, "stays"],
    queryFn: ({ signal }) => stays(conference, signal),
  }).data;

/** The last that happened: a phone may have told of an earlier one later. */
export const lastOf = (calls: readonly RollCall[]): RollCall | undefined =>
  calls.reduce<RollCall | undefined>(
    (last, one) => (last && last.happenedAt >= one.happenedAt ? last : one),
    undefined,
  );
