import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import * as api from "../api/notices";

const under = (conference: string, ...key: readonly string[]) => ["of", conference, ...key];

export const useRecipients = (conference: string) =>
  useQuery({
    queryKey: under(conference, "contacts", "whole"),
    queryFn: ({ signal }) => api.recipients(conference, signal),
  });

export const useRecipient = (conference: string, code: string) =>
  useQuery({
    queryKey: under(conference, "contacts", "one", code),
    queryFn: ({ signal }) => api.recipient(conference, code, signal),
  });

export const useAudienceRules = (conference: string) =>
  useQuery({
    queryKey: under(conference, "audience"),
    queryFn: ({ signal }) => api.audienceRules(conference, signal),
  });

export const useLadders = (conference: string) =>
  useQuery({
    queryKey: under(conference, "ladders", "all"),
    queryFn: ({ signal }) => api.ladders(conference, signal),
  });

export const useLadder = (conference: string, kind: string) =>
  useQuery({
    queryKey: under(conference, "ladders", "one", kind),
    queryFn: ({ signal }) => api.ladder(conference, kind, signal),
  });

export const useTemplates = (conference: string) =>
  useQuery({
    queryKey: under(conference, "reminders", "templates"),
    queryFn: ({ signal }) => api.reminderTemplates(conference, signal),
  });

export const useReminders = (conference: string) =>
  useQuery({
    queryKey: under(conference, "reminders", "ordered"),
    queryFn: ({ signal }) => api.reminders(conference, signal),
  });

/** What was changed is read again, wherever it is shown. */
export function useReadAgain(conference: string, ...topics: readonly string[]): () => void {
  const queries = useQueryClient();
  const named = topics.join(" ");
  return useCallback(() => {
    for (const topic of named.split(" ")) {
      void queries.invalidateQueries({ queryKey: under(conference, topic) });
    }
  }, [queries, conference, named]);
}
