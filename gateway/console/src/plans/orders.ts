import { headersOf, type Order } from "../api/commands";
import { type Answer, ask, read } from "../api/http";
import type { Entry, Kind, Request } from "./kinds";

/** All entries of a table; what has no version of its own is never changed. */
export async function entries(
  kind: Kind,
  conference: string,
  signal?: AbortSignal,
): Promise<readonly Entry[]> {
  const said = await read<Entry | Entry[]>(kind.list(conference), signal);
  return (Array.isArray(said) ? said : [said]).map((e) => ({ ...e, version: e.version ?? 0 }));
}

const addressOf = (kind: Kind, conference: string, entry: Entry | null): string =>
  entry === null || kind.single
    ? kind.list(conference)
    : `${kind.list(conference)}/${encodeURIComponent(kind.id(entry))}`;

/** @returns the entry as it is now; of several new ones the first */
export async function give(
  kind: Kind,
  conference: string,
  entry: Entry | null,
  { method, path, body }: Request,
  order: Order,
): Promise<Answer<Entry>> {
  const answer = await ask<Entry | readonly Entry[]>(addressOf(kind, conference, entry) + path, {
    method,
    body,
    headers: headersOf(order),
  });
  const first = Array.isArray(answer.body) ? (answer.body[0] as Entry) : (answer.body as Entry);
  return { ...answer, body: first };
}
