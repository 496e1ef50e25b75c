import { type Deed, inRole, say } from "./deeds";
import { ask } from "./http";

export const URGENCIES = ["critical", "high", "normal", "low"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const MATTER_KINDS = [
  "gate",
  "call",
  "letter",
  "change",
  "case",
  "retiming",
  "debt",
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Something that is open and that somebody should act upon. */
export interface Matter {
  readonly key: string;
  readonly kind: MatterKind;
  /** As it was when the list was read; it grows while one looks. */
  readonly urgency: Urgency;
  readonly code: string;
  readonly text: string;
  readonly whom: string | null;
  readonly since: string;
  /** Local to the conference. */
  readonly due: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface OpenList {
  /** On the platform's clock. */
  readonly at: string;
  readonly localTime: string;
  readonly total: number;
  readonly items: readonly Matter[];
}

export interface Attempt {
  readonly at: string;
  readonly by: string;
  readonly outcome: CallOutcome;
  readonly note: string | null;
}

export type CallOutcome = "reached-acknowledged" | "no-answer" | "wrong-number" | "passed-on";

export interface CallSheet {
  readonly id: string;
  readonly open: boolean;
  readonly urgency: string;
  /** Empty: nobody receives the manifest. */
  readonly contact: string;
  readonly role: string | null;
  readonly name: string | null;
  /** Empty: none is known. */
  readonly number: string;
  readonly manifest: string;
  readonly title: string;
  readonly leftOnRed: string | null;
  readonly plate: string | null;
  readonly fromVersion: number;
  /** What is read out, and then acknowledged. */
  readonly toVersion: number;
  readonly readOut: readonly string[];
  readonly due: string | null;
  readonly openedAt: string;
  readonly reminded: number;
  readonly assignedTo: string | null;
  readonly attempts: readonly Attempt[];
}

export interface CallReport {
  readonly outcome: CallOutcome;
  readonly name?: string;
  readonly version?: number;
  readonly note?: string;
}

export type Light = "not-live" | "no-roll-call" | "evaluating" | "red" | "green";

export interface GateReceiver {
  readonly contact: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly told: number;
  readonly acknowledged: number;
}

export interface GateSite {
  readonly manifest: string;
  readonly name: string;
  readonly arrives: string | null;
  readonly version: number;
  readonly required: boolean;
  readonly acknowledged: boolean;
  readonly why: "acknowledged" | "unacknowledged" | "no-recipient";
  readonly receivers: readonly GateReceiver[];
}

export interface Gate {
  readonly trip: string;
  readonly plate: string;
  readonly route: string | null;
  readonly light: Light;
  readonly mayLeave: boolean;
  readonly since: string | null;
  readonly rollCallAt: string | null;
  readonly change: string | null;
  readonly departs: string | null;
  readonly departedAt: string | null;
  /** Whom the bus's own list goes to; null for who has no need to call, and where nobody is named. */
  readonly driver: { readonly name: string; readonly number: string } | null;
  readonly sites: readonly GateSite[];
}

export interface ShiftEntry {
  readonly n: number;
  readonly at: string;
  /** Null: the platform wrote it. */
  readonly account: string | null;
  readonly text: string;
  readonly about: {
    readonly change: string | null;
    readonly manifest: string | null;
    readonly contact: string | null;
  };
  readonly corrects: number | null;
}

export interface Handover {
  readonly id: string;
  readonly n: number;
  readonly givenBy: string;
  readonly givenTo: string;
  readonly givenAt: string;
  readonly note: string;
  readonly acceptedAt: string | null;
  readonly open: readonly string[];
  readonly counts: Readonly<Partial<Record<Urgency, number>>>;
  readonly stillOpen: readonly string[];
}

export interface Shifts {
  readonly current: Handover | null;
  readonly handovers: readonly Handover[];
}

const at = (conference: string, rest: string) =>
  `/api/notification/conferences/${conference}/${rest}`;

const readAs = async <T>(path: string, role: string | undefined, signal?: AbortSignal) =>
  (await ask<T>(path, { headers: inRole(role), signal })).body;

const MOST = 2_000;

export const openMatters = (c: string, role?: string, signal?: AbortSignal) =>
  readAs<OpenList>(at(c, `duty/open?limit=${MOST}`), role, signal);

export const openCalls = (c: string, role?: string, signal?: AbortSignal) =>
  readAs<CallSheet[]>(at(c, "call-tasks?open=true&limit=500"), role, signal);

/** With what is to be read out, which the list of all leaves out. */
export const callSheet = (c: string, id: string, role?: string, signal?: AbortSignal) =>
  readAs<CallSheet>(at(c, `call-tasks/${id}`), role, signal);

export const gates = (c: string, role?: string, signal?: AbortSignal) =>
  readAs<Gate[]>(at(c, "gates"), role, signal);

/** The log can only be asked for onward: from here on. */
export const shiftLog = (c: string, since: number, role?: string, signal?: AbortSignal) =>
  readAs<ShiftEntry[]>(at(c, `duty/log?since=${since}&limit=500`), role, signal);

export const shifts = (c: string, role?: string, signal?: AbortSignal) =>
  readAs<Shifts>(at(c, "duty/handovers?limit=20"), role, signal);

export const takeCall = (c: string, id: string, takeOver: boolean, deed: Deed) =>
  say<unknown>(at(c, `call-tasks/${id}/assignments`), { takeOver }, deed);

export const reportCall = (c: string, id: string, report: CallReport, deed: Deed) =>
  say<unknown>(at(c, `call-tasks/${id}/outcomes`), report, deed);

export const leave = (
  c: string,
  trip: string,
  departure: { readonly happenedAt: string; readonly reason?: string },
  deed: Deed,
) => say<unknown>(at(c, `gates/${encodeURIComponent(trip)}/departures`), departure, deed);

export const note = (
  c: string,
  entry: { readonly text: string; readonly corrects?: number },
  deed: Deed,
) => say<ShiftEntry>(at(c, "duty/log"), entry, deed);

export const handOver = (
  c: string,
  body: { readonly to: string; readonly note: string },
  d: Deed,
) => say<Handover>(at(c, "duty/handovers"), body, d);

export const acceptHandover = (c: string, id: string, deed: Deed) =>
  say<Handover>(at(c, `duty/handovers/${id}/acceptance`), undefined, deed);
