import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import * as boards from "../api/boards";
import * as reads from "../api/reads";
import { useLive } from "../live/Live";
import { type Action, useRole } from "../session/useRole";

const TOGETHER_MILLIS = 300;
const BETWEEN_MILLIS = 1_000;

/**
 * What a board shows is read again after each change that has ended; what is being read is read to
 * its end, so that an import of thousands reads once a second and not once a person.
 */
export function useFollowing(conference: string): void {
  const live = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    let again = false;
    let gone = false;
    const soon = (millis: number) => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void look();
      }, millis);
    };
    const look = async () => {
      reading = true;
      again = false;
      await queries.invalidateQueries({ queryKey: ["of", conference, "boards"] });
      reading = false;
      if (again && !gone) {
        soon(BETWEEN_MILLIS);
      }
    };
    const forget = live.onEnded(() => {
      if (reading) {
        again = true;
      } else {
        soon(TOGETHER_MILLIS);
      }
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      forget();
    };
  }, [live, queries, conference]);
}

function useBoard<T>(
  conference: string,
  action: Action,
  name: readonly string[],
  from: (signal: AbortSignal) => Promise<T>,
  wanted = true,
) {
  const may = useRole(conference, action) !== undefined;
  const asked = useQuery({
    queryKey: ["of", conference, "boards", ...name],
    queryFn: ({ signal }) => from(signal),
    placeholderData: keepPreviousData,
    enabled: may && wanted,
  });
  return { ...asked, may };
}

export const useWaves = (c: string) =>
  useBoard(c, "read-arrivals", ["waves"], (signal) => boards.waves(c, signal));

export const usePlannedTrips = (c: string) =>
  useBoard(c, "read-trips", ["trips"], (signal) => boards.plannedTrips(c, signal));

export const useNights = (c: string) =>
  useBoard(c, "read-nights", ["nights"], (signal) => boards.nights(c, signal));

export const useHotels = (c: string) =>
  useBoard(c, "read-hotels", ["hotels"], (signal) => reads.hotels(c, signal));

export const usePlannedMeals = (c: string) =>
  useBoard(c, "read-meals", ["meals"], (signal) => boards.plannedMeals(c, signal));

export const useMealCounts = (c: string) =>
  useBoard(c, "read-meal-counts", ["meal-counts"], (signal) => boards.mealCounts(c, signal));

export const useGroups = (c: string) =>
  useBoard(c, "read-groups", ["groups"], (signal) => boards.groups(c, signal));

export const useRollCalls = (c: string, trip: string | null) =>
  useBoard(
    c,
    "read-roll-calls",
    ["roll-calls", trip ?? ""],
    (signal) => boards.rollCalls(c, trip ?? "", signal),
    trip !== null,
  );

export const useHalls = (c: string) =>
  useBoard(c, "read-sessions", ["halls"], (signal) => boards.halls(c, signal));

export const useSessions = (c: string) =>
  useBoard(c, "read-sessions", ["sessions"], (signal) => boards.plannedSessions(c, signal));

export const useSeats = (c: string, session: string | null) =>
  useBoard(
    c,
    "read-seats",
    ["seats", session ?? ""],
    (signal) => boards.seats(c, session ?? "", signal),
    session !== null,
  );

export const useRooms = (c: string, hotel: string | null) =>
  useBoard(
    c,
    "read-rooms",
    ["rooms", hotel ?? ""],
    (signal) => boards.rooms(c, hotel ?? "", signal),
    hotel !== null,
  );

export const useSleepers = (c: string, hotel: string | null) =>
  useBoard(
    c,
    "read-stays",
    ["sleepers", hotel ?? ""],
    (signal) => boards.sleepers(c, hotel ?? "", signal),
    hotel !== null,
  );

export const useHeldRooms = (c: string, hotel: string | null) =>
  useBoard(
    c,
    "read-holds",
    ["held", hotel ?? ""],
    (signal) => boards.heldRooms(c, hotel ?? "", signal),
    hotel !== null,
  );

export const useItineraries = (c: string, wanted: boolean) =>
  useBoard(
    c,
    "read-itineraries",
    ["itineraries"],
    (signal) => reads.itineraries(c, signal),
    wanted,
  );
