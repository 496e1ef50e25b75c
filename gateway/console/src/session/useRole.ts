import { actions } from "@rights";
import { rolesIn, useWho } from "./who";

export type Action = keyof typeof actions;

const FIRST = "duty";

/** Whose business every list is, and whose each kind: the services hold to the same (ADR 0029). */
const EVERY_KIND = ["duty", "registration", "protocol"];
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  rooming: ["accommodation"],
  meal: ["catering"],
  trip: ["transport", "excursion", "liaison"],
  site: ["excursion", "liaison"],
  session: ["venue"],
};

const holds = (role: string, manifest: string): boolean =>
  EVERY_KIND.includes(role) || (HOLDERS[manifest.split(":")[0] ?? ""] ?? []).includes(role);

/**
 * As whom one does something: the duty room before a desk. Undefined: one may not.
 *
 * @param manifest on which it is done, where only those may whose business it is
 */
export const roleFor = (
  action: Action,
  mine: readonly string[],
  manifest?: string,
): string | undefined => {
  const may = actions[action].roles.filter(
    (role: string) => mine.includes(role) && (manifest === undefined || holds(role, manifest)),
  );
  return may.includes(FIRST) ? FIRST : may[0];
};

export function useRole(conference: string, action: Action, manifest?: string): string | undefined {
  const { me } = useWho();
  return roleFor(action, rolesIn(me, conference), manifest);
}
