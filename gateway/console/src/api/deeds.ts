import { type Answer, ask } from "./http";

/** What is said and changes no version that somebody saw: a word added to what is known. */
export interface Deed {
  /** The same for a retry of the same deed, another for another. */
  readonly key: string;
  readonly role: string;
}

export const inRole = (role: string | undefined): Readonly<Record<string, string>> =>
  role ? { "Huiwu-Role": role } : {};

export const say = <T>(path: string, body: unknown, { key, role }: Deed): Promise<Answer<T>> =>
  ask<T>(path, {
    method: "POST",
    body,
    headers: { "Idempotency-Key": key, ...inRole(role) },
  });
