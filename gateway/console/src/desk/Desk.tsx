import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isRefused } from "../api/problem";
import { useWho } from "../session/who";
import { ConferenceDesk } from "./ConferenceDesk";
import { ConferencePicker } from "./ConferencePicker";
import { Dressed } from "./Dressed";
import { usePlace } from "./usePlace";
import "./pieces.css";
import "./desk.css";

const SECOND = 1000;

function client(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What changes is told by the live stream; asking again is for what it does not tell.
        staleTime: 60 * SECOND,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && !(isRefused(error) && error.problem.status < 500),
      },
    },
  });
}

/** The page behind the door. */
export default function Desk() {
  const { me, epoch } = useWho();
  const [queries] = useState(client);
  const [place, go] = usePlace();
  const mine = me.conferences.map((c) => c.id);
  const only = mine.length === 1 ? mine[0] : undefined;
  const chosen = place.conference && mine.includes(place.conference) ? place.conference : null;

  useEffect(() => {
    if (!chosen && only) {
      go({ conference: only });
    }
  }, [chosen, only, go]);
  useEffect(() => {
    if (epoch > 0) {
      void queries.invalidateQueries();
    }
  }, [epoch, queries]);

  return (
    <QueryClientProvider client={queries}>
      <Dressed>
        {chosen ? <ConferenceDesk key={chosen} conference={chosen} /> : <ConferencePicker />}
      </Dressed>
    </QueryClientProvider>
  );
}
