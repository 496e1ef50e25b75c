import type { Action } from "../session/useRole";

/** What is arranged about who is told, and how; each with what one must be allowed to see it. */
export const ROOMS = {
  contacts: "read-contacts",
  audience: "read-audience",
  ladders: "read-ladders",
  reminders: "read-reminders",
} as const satisfies Record<string, Action>;

export type Room = keyof typeof ROOMS;

export const roomOf = (open: string | null, may: readonly Room[]): Room | undefined =>
  may.find((room) => open === room || open?.startsWith(`${room}:`)) ?? may[0];
