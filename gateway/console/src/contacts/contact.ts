import type { Recipient } from "../api/notices";
import { CHANNELS, type Channel } from "../api/telling";

export const NEW_CONTACT: Recipient = {
  code: "",
  role: "site",
  name: "",
  phone: "",
  email: "",
  channels: null,
  webhook: null,
  worksFrom: null,
  worksTo: null,
  standIn: null,
  language: null,
};

export const ROLES = [
  "site",
  "hotel",
  "kitchen",
  "driver",
  "liaison",
  "chief-liaison",
  "desk",
  "duty",
] as const;

/** Those that can still be added to an order of channels. */
export const leftOut = (channels: readonly Channel[]): readonly Channel[] =>
  CHANNELS.filter((c) => !channels.includes(c));

/** Why a contact cannot be kept as it is filled in; null: it can. */
export type Lack = "code" | "hours" | "self" | null;

export function lackOf({ code, worksFrom, worksTo, standIn }: Recipient): Lack {
  if (code.trim() === "" || code.startsWith("person:")) {
    return "code";
  }
  if ((worksFrom === null) !== (worksTo === null)) {
    return "hours";
  }
  return standIn !== null && standIn === code ? "self" : null;
}

/** What was left blank is nothing. */
export const tidy = (contact: Recipient): Recipient => ({
  ...contact,
  code: contact.code.trim(),
  name: contact.name.trim(),
  phone: contact.phone.trim(),
  email: contact.email.trim(),
  webhook: contact.webhook?.trim() || null,
});
