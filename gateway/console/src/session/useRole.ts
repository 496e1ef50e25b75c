import { actions } from "@rights";
import { rolesIn, useWho } from "./who";

export type Action = keyof typeof actions;

const FIRST = "duty";

/** As whom one does something: the duty room before a desk. Undefined: one may not. */
export const roleFor = (action: Action, mine: readonly string[]): string | undefined => {
  const may = actions[action].roles.filter((role: string) => mine.includes(role));
  return may.includes(FIRST) ? FIRST : may[0];
};

export function useRole(conference: string, action: Action): string | undefined {
  const { me } = useWho();
  return roleFor(action, rolesIn(me, conference));
}
