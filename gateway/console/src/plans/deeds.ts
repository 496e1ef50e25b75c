import type { Action } from "../session/useRole";
import { bodyOf, type Draft } from "./fields";
import type { Deed } from "./kinds";

type More = Partial<Omit<Deed, "action" | "does">>;

/** Something new, in a list of one: the services plan many at once, all or none. */
export const plans = (action: Action, names: readonly string[], more: More = {}): Deed => ({
  action,
  does: "plan",
  fields: () => names,
  whole: true,
  unmerged: true,
  request: (said, fields) => ({ method: "POST", path: "", body: [bodyOf(said, fields)] }),
  ...more,
});

/** What is left out stays. */
export const changes = (action: Action, names: readonly string[], more: More = {}): Deed => ({
  action,
  does: "change",
  fields: () => names,
  request: (said, fields) => ({ method: "PATCH", path: "", body: bodyOf(said, fields) }),
  ...more,
});

/** One field with a command of its own. */
export const puts = (action: Action, path: string, names: readonly string[]): Deed =>
  changes(action, names, {
    strict: true,
    request: (said, fields) => ({ method: "PUT", path, body: bodyOf(said, fields) }),
  });

export const cancels = (action: Action): Deed => ({
  action,
  does: "cancel",
  fields: () => [],
  unmerged: true,
  request: () => ({ method: "DELETE", path: "" }),
});

export const chosen = (draft: Draft, name: string): string => draft[name] ?? "";
