import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { searchPeople } from "../api/reads";

const PAUSE_MILLIS = 120;
const PAGE = 1_000;
const MOST_PAGES = 10;

/** What somebody types, once they pause. */
function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}

async function idsOf(conference: string, words: string, signal: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await searchPeople(conference, words, after, PAGE, signal);
    ids.push(...found.people.map((p) => p.participant.id));
    after = found.next;
    if (after === null) {
      break;
    }
  }
  return ids;
}

/**
 * Whom the platform finds, also by pinyin and initials: ids, nearest first, those of before until it
 * has answered; null when nothing is typed, and while it cannot say.
 */
export function useSearch(conference: string, typed: string): readonly string[] | null {
  const words = usePaused(typed.trim());
  const { data } = useQuery({
    queryKey: ["of", conference, "search", words],
    queryFn: ({ signal }) => idsOf(conference, words, signal),
    enabled: words !== "",
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  });
  return words !== "" && typed.trim() !== "" ? (data ?? null) : null;
}
