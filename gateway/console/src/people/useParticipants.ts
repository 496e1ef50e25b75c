import { useQuery } from "@tanstack/react-query";
import { participants } from "../api/reads";

export const useParticipants = (conference: string) =>
  useQuery({
    queryKey: ["of", conference, "participants"],
    queryFn: ({ signal }) => participants(conference, signal),
    staleTime: 10 * 60_000,
  });
