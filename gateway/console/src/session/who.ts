import { createContext, useContext } from "react";
import type { Me } from "../api/types";

export interface Who {
  readonly me: Me;
  /** One more with each sign-in: what hung up because the session had ended starts again. */
  readonly epoch: number;
  readonly leave: () => void;
}

export const WhoContext = createContext<Who | null>(null);

export function useWho(): Who {
  const who = useContext(WhoContext);
  if (!who) {
    throw new Error("nobody is signed in");
  }
  return who;
}

export const rolesIn = (me: Me, conference: string): readonly string[] =>
  me.conferences.find((c) => c.id === conference)?.roles ?? [];
