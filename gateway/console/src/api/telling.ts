import { newKey } from "./commands";
import { type Deed, say } from "./deeds";
import { ask, read } from "./http";
import type { ChangeBrief } from "./types";

export const CHANNELS = ["page", "sms", "email", "webhook", "call"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Contact {
  readonly code: string;
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly channels: readonly Channel[] | null;
  readonly webhook: string | null;
}

/** How one recipient stands with one manifest: versions, 0 is none. */
export interface Standing {
  readonly contact: string;
  readonly manifest: string;
  readonly told: number;
  readonly sent: number;
  readonly seen: number;
  readonly acknowledged: number;
  readonly owedSince: string | null;
  readonly due: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedHow: string | null;
  readonly ladderStep: number;
  readonly active: boolean;
}

export type LetterState =
  | "waiting"
  | "sending"
  | "sent"
  | "delivered"
  | "failed"
  | "unknown"
  | "withdrawn";

export interface Letter {
  readonly id: string;
  readonly contact: string;
  readonly channel: Channel;
  readonly purpose: string;
  readonly state: LetterState;
  readonly rehearsal: boolean;
  readonly plannedAt: string;
  readonly sendAfter: string;
  readonly sentAt: string | null;
  readonly settledAt: string | null;
  readonly attempts: number;
  readonly reason: string | null;
  readonly items: readonly {
    readonly manifest: string;
    readonly fromVersion: number;
    readonly toVersion: number;
  }[];
}

export type CaseState = "open" | "stalled" | "parked" | "settled" | "closed";

export interface CaseBrief {
  readonly state: CaseState;
  readonly revised: number;
  readonly recipients: number;
  readonly outstanding: number;
  readonly escalated: number;
  readonly due: string | null;
  readonly change: ChangeBrief;
}

export interface CaseRecipient {
  readonly contact: string;
  readonly state: string;
  readonly due: string | null;
  readonly letters: readonly {
    readonly letter: string;
    readonly channel: Channel;
    readonly state: LetterState;
    readonly sentAt: string | null;
  }[];
  readonly acknowledgement: {
    readonly name: string;
    readonly how: string;
    readonly version: number;
    readonly at: string;
  } | null;
  readonly settlement: {
    readonly by: string;
    readonly reason: string;
    readonly at: string;
  } | null;
}

export interface CaseFile {
  readonly state: CaseState;
  readonly outstanding: number;
  readonly told: readonly {
    readonly manifest: string;
    readonly version: number;
    readonly title: string | null;
    readonly recipients: readonly CaseRecipient[];
  }[];
}

export interface Phase {
  readonly live: boolean;
  readonly liveAt: string | null;
  readonly rehearsal: boolean;
  readonly localTime: string;
}

export interface Feed {
  readonly mark: number;
  readonly latest: number;
  readonly next: number;
  readonly more: boolean;
  /** The kinds of manifests that are this desk's business. */
  readonly kinds: readonly string[];
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly n: number;
  readonly change: string;
  readonly service: string;
  readonly action: string;
  readonly actor: string;
  readonly role: string;
  readonly reason: string | null;
  readonly receivedAt: string | null;
  readonly revised: readonly {
    readonly manifest: string;
    readonly version: number;
    readonly header: boolean;
    readonly closed: boolean;
    readonly added: number;
    readonly struck: number;
    readonly changed: number;
  }[];
}

const at = (conference: string, rest: string) =>
  `/api/notification/conferences/${conference}/${rest}`;

export const phase = (c: string, signal?: AbortSignal) => read<Phase>(at(c, "phase"), signal);

export const contacts = (c: string, signal?: AbortSignal) =>
  read<Contact[]>(at(c, "contacts"), signal);

export const standingsOf = (c: string, manifest: string, signal?: AbortSignal) =>
  read<Standing[]>(at(c, `standings?manifest=${encodeURIComponent(manifest)}`), signal);

export const recipientsOf = (c: string, manifest: string, signal?: AbortSignal) =>
  read<string[]>(at(c, `manifests/${encodeURIComponent(manifest)}/recipients`), signal);

/** Only those in debt, the longest first. */
export const debts = (c: string, contact: string | null, signal?: AbortSignal) =>
  read<Standing[]>(
    at(c, `standings?debts=true${contact ? `&contact=${encodeURIComponent(contact)}` : ""}`),
    signal,
  );

/** The latest first. */
export const letters = (c: string, contact: string | null, limit: number, signal?: AbortSignal) =>
  read<Letter[]>(
    at(c, `letters?limit=${limit}${contact ? `&contact=${encodeURIComponent(contact)}` : ""}`),
    signal,
  );

export const caseFile = (c: string, change: string, signal?: AbortSignal) =>
  read<CaseFile>(at(c, `cases/${change}`), signal);

export const cases = (c: string, state: "open" | "settled", signal?: AbortSignal) =>
  read<CaseBrief[]>(at(c, `cases?state=${state}&limit=100`), signal);

export const feed = (c: string, signal?: AbortSignal) => read<Feed>(at(c, "feed"), signal);

/** The mark never goes back: saying it twice is saying it once. */
export const markFeed = (c: string, n: number) =>
  ask<unknown>(at(c, "feed/mark"), {
    method: "PUT",
    body: { n },
    headers: { "Idempotency-Key": newKey() },
  });

export interface Acknowledging {
  readonly contact: string;
  readonly manifest: string;
  readonly version: number;
  readonly name: string;
  readonly how: "desk" | "call";
}

export const acknowledgeFor = (c: string, body: Acknowledging, deed: Deed) =>
  say<Standing>(at(c, "standings/acknowledgements"), body, deed);

export const settleCase = (
  c: string,
  change: string,
  body: { readonly contact?: string; readonly manifest?: string; readonly reason: string },
  deed: Deed,
) => say<unknown>(at(c, `cases/${change}/settlements`), body, deed);

/** Fields differ by service and kind: whatever there is of them. */
export type DeskException = Readonly<Record<string, unknown>> & { readonly kind: string };

export const exceptions = (c: string, service: string, signal?: AbortSignal) =>
  read<DeskException[]>(`/api/${service}/conferences/${c}/exceptions`, signal);

/** How many codes of somebody's are printed and good, and when the last was. */
export interface PersonalLinks {
  readonly links: number;
  readonly latest: string | null;
}

export const personalLinks = (c: string, person: string): Promise<PersonalLinks> =>
  read<PersonalLinks>(at(c, `people/${encodeURIComponent(person)}/personal-links`));

/** Whatever was printed of somebody opens nothing any more, and what was opened with it closes. */
export const voidPersonalLinks = (c: string, person: string, deed: Deed) =>
  say<unknown>(
    at(c, `people/${encodeURIComponent(person)}/personal-link-revocations`),
    undefined,
    deed,
  );

/** A new code for somebody's badge: the address of their own page. Earlier ones stay good. */
export const issuePersonalLink = async (c: string, person: string): Promise<string> => {
  const address = at(c, `people/${encodeURIComponent(person)}/personal-link`);
  const { body } = await ask<{ readonly link: string }>(address, { method: "POST" });
  return body.link;
};
