import { read } from "./http";
import type { ChangeBrief, ChangeView } from "./types";

const PAGE = 500;

const address = (conference: string) => `/api/notification/conferences/${conference}/changes`;

export const changesSince = (
  conference: string,
  since: number,
  limit = PAGE,
  signal?: AbortSignal,
): Promise<ChangeBrief[]> => read(`${address(conference)}?since=${since}&limit=${limit}`, signal);

/** @param wait up to how many seconds the platform waits for it to settle */
export const change = (
  conference: string,
  id: string,
  wait: number,
  signal?: AbortSignal,
): Promise<ChangeView> => read(`${address(conference)}/${id}?wait=${wait}`, signal);

/**
 * The last changes of a list that can only be asked for from its beginning: finds its end by
 * doubling and halving, a handful of small questions instead of the whole list.
 *
 * @param after the changes with a number above this one, at most `limit` of them
 */
export async function lastChanges(
  count: number,
  after: (n: number, limit: number) => Promise<ChangeBrief[]>,
): Promise<ChangeBrief[]> {
  const first = await after(0, count);
  if (first.length < count) {
    return first;
  }
  const reaches = async (n: number) => (await after(n, 1)).length > 0;
  let low = first[first.length - 1]?.n ?? 0;
  let high = low * 2;
  while (await reaches(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > count / 2) {
    const middle = Math.floor((low + high) / 2);
    if (await reaches(middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (await after(Math.max(0, high - count), PAGE)).slice(-count);
}
