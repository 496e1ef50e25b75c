import { type Deed, say } from "./deeds";
import { type Answer, ask, read } from "./http";
import type { Channel } from "./telling";

/** Somebody who receives manifests. Times are local to the conference. */
export interface Recipient {
  readonly code: string;
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** In this order; null: the page, then whatever there is an address for. */
  readonly channels: readonly Channel[] | null;
  /** To who may not change it only where it leads. */
  readonly webhook: string | null;
  readonly worksFrom: string | null;
  readonly worksTo: string | null;
  /** A contact's code. */
  readonly standIn: string | null;
  readonly language: "zh" | "en" | null;
}

export interface AudienceRule {
  readonly id: string;
  /** A manifest, or all of a kind: `site:*`. */
  readonly pattern: string;
  readonly contact: string;
  readonly effect: "add" | "remove";
}

export const STEPS = ["next-channel", "stand-in", "chief-liaison", "duty-call"] as const;
export type Step = (typeof STEPS)[number];

/** Durations as ISO 8601 has them: `PT15M`. */
export interface Rung {
  readonly step: Step;
  readonly after: string;
  readonly before: string;
}

export interface Ladder {
  readonly kind: string;
  /** Whether this conference has one of its own for it. */
  readonly own: boolean;
  readonly steps: readonly Rung[];
  readonly again: string;
}

export const REMINDER_KINDS = ["bus-departs", "session-starts", "bus-changed", "free"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export interface ReminderTemplate {
  readonly code: string;
  readonly kind: ReminderKind;
  readonly zh: string;
  readonly en: string;
  readonly confidential: boolean;
  readonly subjectZh: string;
  readonly subjectEn: string;
  readonly version: number;
  /** How many text messages the words are. */
  readonly segmentsZh: number;
  readonly segmentsEn: number;
}

export interface ReminderOrder {
  readonly template: string;
  readonly selection: {
    readonly route?: string;
    readonly bus?: string;
    readonly delegation?: string;
    readonly rank?: number;
    readonly session?: string;
  };
  /** Left out: as the template's kind has it. */
  readonly minutesBefore?: number;
  /** Also at night. */
  readonly urgent: boolean;
}

export interface ReminderAhead {
  readonly people: number;
  readonly optedOut: number;
  readonly withoutNumber: number;
  readonly byEmail: number;
  readonly segments: number;
  readonly occasions: readonly {
    readonly about: string;
    readonly title: string;
    readonly thing: string | null;
    readonly sendAt: string;
    readonly people: number;
  }[];
  readonly samples: readonly {
    readonly subject: string;
    readonly text: string;
    readonly segments: number;
  }[];
}

export interface Reminder {
  readonly id: string;
  readonly template: string;
  readonly kind: ReminderKind;
  readonly selection: ReminderOrder["selection"];
  readonly minutesBefore: number;
  readonly urgent: boolean;
  readonly orderedBy: string;
  readonly orderedAt: string;
  readonly cancelledAt: string | null;
  readonly occasionsLeft: number;
  /** How many are in which state. */
  readonly people: Readonly<Record<string, number>>;
}

/** What replaces something that somebody has seen. */
export interface Replacing extends Deed {
  /** The ETag of what was on the screen. */
  readonly etag: string;
}

const at = (conference: string, rest: string) =>
  `/api/notification/conferences/${conference}/${rest}`;

const put = <T>(path: string, body: unknown, { etag, key, role }: Replacing): Promise<Answer<T>> =>
  ask(path, {
    method: "PUT",
    body,
    headers: { "If-Match": etag, "Idempotency-Key": key, "Huiwu-Role": role },
  });

export const recipients = (c: string, signal?: AbortSignal) =>
  read<Recipient[]>(at(c, "contacts"), signal);

const contactAt = (c: string, code: string) => at(c, `contacts/${encodeURIComponent(code)}`);

export const recipient = (c: string, code: string, signal?: AbortSignal) =>
  ask<Recipient>(contactAt(c, code), { signal });

export const addRecipient = (c: string, body: Recipient, deed: Deed) =>
  say<Recipient[]>(at(c, "contacts"), [body], deed);

export const changeRecipient = (c: string, body: Recipient, replacing: Replacing) =>
  put<Recipient>(contactAt(c, body.code), body, replacing);

export const audienceRules = (c: string, signal?: AbortSignal) =>
  read<AudienceRule[]>(at(c, "audience-rules"), signal);

export const addAudienceRule = (c: string, body: Omit<AudienceRule, "id">, deed: Deed) =>
  say<AudienceRule>(at(c, "audience-rules"), body, deed);

export const removeAudienceRule = (c: string, rule: string, { key, role }: Deed) =>
  ask<AudienceRule>(at(c, `audience-rules/${rule}`), {
    method: "DELETE",
    headers: { "Idempotency-Key": key, "Huiwu-Role": role },
  });

export const ladders = (c: string, signal?: AbortSignal) =>
  read<Ladder[]>(at(c, "ladders"), signal);

export const ladder = (c: string, kind: string, signal?: AbortSignal) =>
  ask<Ladder>(at(c, `ladders/${kind}`), { signal });

export const changeLadder = (
  c: string,
  kind: string,
  body: Pick<Ladder, "steps" | "again">,
  replacing: Replacing,
) => put<Ladder>(at(c, `ladders/${kind}`), body, replacing);

export const reminderTemplates = (c: string, signal?: AbortSignal) =>
  read<ReminderTemplate[]>(at(c, "reminder-templates"), signal);

export type TemplateWords = Omit<
  ReminderTemplate,
  "code" | "version" | "segmentsZh" | "segmentsEn"
>;

export const writeTemplate = (c: string, code: string, body: TemplateWords, deed: Replacing) =>
  put<ReminderTemplate>(at(c, `reminder-templates/${encodeURIComponent(code)}`), body, deed);

export const reminders = (c: string, signal?: AbortSignal) =>
  read<Reminder[]>(at(c, "reminders"), signal);

/** Who, how many, three samples; writes nothing. */
export const foreseeReminder = async (c: string, order: ReminderOrder, role: string) =>
  (
    await ask<ReminderAhead>(at(c, "reminder-previews"), {
      method: "POST",
      body: order,
      headers: { "Huiwu-Role": role },
    })
  ).body;

export const orderReminder = (c: string, order: ReminderOrder, deed: Deed) =>
  say<Reminder>(at(c, "reminders"), order, deed);

export const cancelReminder = (c: string, reminder: string, deed: Deed) =>
  say<Reminder>(at(c, `reminders/${reminder}/cancellation`), {}, deed);
