import type { CallSheet } from "../api/duty";

/** A call of which nobody knows whom to reach. */
export const NOBODY = "";

/** The open calls by whom they are to (incident 28: everybody is phoned, by category), in the order in which the queue names them. */
export function queues(sheets: readonly CallSheet[]): ReadonlyMap<string, readonly CallSheet[]> {
  const found = new Map<string, CallSheet[]>();
  for (const sheet of sheets) {
    const role = sheet.role ?? NOBODY;
    const queue = found.get(role);
    if (queue) {
      queue.push(sheet);
    } else {
      found.set(role, [sheet]);
    }
  }
  return found;
}
