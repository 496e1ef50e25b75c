import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { callSheet, gates, openCalls, openMatters, shiftLog, shifts } from "../api/duty";
import { contacts, letters } from "../api/telling";
import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { clocksAt, type Reading, readingOf, useAskAlone, usePhase } from "./clock";
import { useTicking } from "./ticking";
import { pressing } from "./urgency";

const MINUTE = 60_000;
const LETTERS = 500;

/** What is open, in the order in which it presses now, and the clocks by which it does. */
export function useOpenMatters(conference: string) {
  const { language } = useWords();
  const role = useRole(conference, "read-duty");
  const refetchInterval = useAskAlone();
  const { data, dataUpdatedAt, error } = useQuery({
    queryKey: ["of", conference, "duty", "open", language],
    queryFn: ({ signal }) => openMatters(conference, role, signal),
    refetchInterval,
    placeholderData: keepPreviousData,
    enabled: role !== undefined,
  });
  const rehearsal = usePhase(conference).data?.rehearsal ?? false;
  const minute = useTicking((now) => Math.floor(now / MINUTE));
  const reading = useMemo<Reading | null>(
    () => (data ? readingOf(Date.parse(data.at), data.localTime, rehearsal, dataUpdatedAt) : null),
    [data, dataUpdatedAt, rehearsal],
  );
  const items = useMemo(
    () =>
      data && reading
        ? pressing(data.items, clocksAt(reading, Math.max(minute * MINUTE, reading.read)))
        : null,
    [data, reading, minute],
  );
  return { items, total: data?.total ?? 0, reading, error };
}

export function useCalls(conference: string) {
  const { language } = useWords();
  const role = useRole(conference, "read-call-tasks");
  const refetchInterval = useAskAlone();
  return useQuery({
    queryKey: ["of", conference, "duty", "calls", language],
    queryFn: ({ signal }) => openCalls(conference, role, signal),
    refetchInterval,
    placeholderData: keepPreviousData,
    enabled: role !== undefined,
  });
}

/** One call with what is to be read out; only while somebody looks at it. */
export function useCall(conference: string, task: string, wanted: boolean) {
  const { language } = useWords();
  const role = useRole(conference, "read-call-tasks");
  const refetchInterval = useAskAlone();
  return useQuery({
    queryKey: ["of", conference, "duty", "call", task, language],
    queryFn: ({ signal }) => callSheet(conference, task, role, signal),
    refetchInterval,
    placeholderData: keepPreviousData,
    enabled: wanted && role !== undefined,
  });
}

export function useGates(conference: string) {
  const role = useRole(conference, "read-gates");
  const refetchInterval = useAskAlone();
  return useQuery({
    queryKey: ["of", conference, "gates"],
    queryFn: ({ signal }) => gates(conference, role, signal),
    refetchInterval,
    enabled: role !== undefined,
  });
}

export function useLog(conference: string) {
  const { language } = useWords();
  const role = useRole(conference, "read-duty");
  return useQuery({
    queryKey: ["of", conference, "log", language],
    queryFn: async ({ signal }) => {
      const whole = [];
      for (let since = 0; ; ) {
        const page = await shiftLog(conference, since, role, signal);
        whole.push(...page);
        const last = page[page.length - 1];
        if (!last || page.length < 500) {
          return whole;
        }
        since = last.n;
      }
    },
    placeholderData: keepPreviousData,
    enabled: role !== undefined,
  });
}

export function useShifts(conference: string) {
  const role = useRole(conference, "read-duty");
  return useQuery({
    queryKey: ["of", conference, "log", "handovers"],
    queryFn: ({ signal }) => shifts(conference, role, signal),
    enabled: role !== undefined,
  });
}

export function useContacts(conference: string) {
  const { data } = useQuery({
    queryKey: ["of", conference, "contacts"],
    queryFn: ({ signal }) => contacts(conference, signal),
  });
  return useMemo(() => new Map((data ?? []).map((c) => [c.code, c])), [data]);
}

export function useLetters(conference: string) {
  return useQuery({
    queryKey: ["of", conference, "letters"],
    queryFn: ({ signal }) => letters(conference, null, LETTERS, signal),
  });
}

/** What one has done shows at once, before the stream tells of it. */
export function useAgain(conference: string) {
  const queries = useQueryClient();
  return useCallback(
    (...topics: readonly string[]) => {
      for (const topic of topics) {
        void queries.invalidateQueries({ queryKey: ["of", conference, topic] });
      }
    },
    [queries, conference],
  );
}
