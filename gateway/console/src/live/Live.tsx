import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { useWho } from "../session/who";
import { ConferenceLive, type LiveSnapshot } from "./conferenceLive";
import { Refreshing } from "./refreshing";

const Context = createContext<ConferenceLive | null>(null);

interface Props {
  readonly conference: string;
  readonly children: ReactNode;
}

/** Follows a conference while the page shows it, and freshens what the page has read of it. */
export function Live({ conference, children }: Props) {
  const { epoch } = useWho();
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: after signing in again the line is new
  const live = useMemo(() => new ConferenceLive(conference), [conference, epoch]);
  useEffect(() => {
    const refreshing = new Refreshing(live, queries);
    live.start();
    return () => {
      refreshing.stop();
      live.stop();
    };
  }, [live, queries]);
  return <Context value={live}>{children}</Context>;
}

export function useLive(): ConferenceLive {
  const live = useContext(Context);
  if (!live) {
    throw new Error("no conference is followed");
  }
  return live;
}

export function useLiveSnapshot(): LiveSnapshot {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.current);
}
