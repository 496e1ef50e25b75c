/** A manifest line's or header's fields, as the owners wrote them: all values are text. */
export type Fields = Readonly<Record<string, string>>;

/** Added when `before` is null, struck out when `after` is. */
export interface LineChange {
  readonly before: Fields | null;
  readonly after: Fields | null;
}

export interface FieldChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** A manifest's new version and what it changes. */
export interface Revised {
  readonly manifest: string;
  readonly version: number;
  readonly header: Readonly<Record<string, FieldChange>>;
  readonly lines: Readonly<Record<string, LineChange>>;
  /** More than `lines` holds where the change revises too many to be told at once. */
  readonly lineCount: number;
}

export type ChangeState = "open" | "settled" | "settled-with-parked" | "stalled";

export interface ChangeBrief {
  readonly id: string;
  /** The conference's number of the change. */
  readonly n: number;
  readonly service: string;
  readonly action: string;
  readonly actor: string;
  readonly role: string;
  readonly reason: string | null;
  readonly receivedAt: string | null;
  readonly state: ChangeState;
  readonly settledAt: string | null;
}

export interface Receipt {
  readonly consumer: string;
  readonly at: string;
  readonly emitted: readonly string[];
}

export interface ChangeNode {
  readonly changeset: string;
  readonly service: string | null;
  readonly cause: string | null;
  readonly part: number;
  readonly events: readonly string[];
  readonly receipts: readonly Receipt[];
}

export interface ChangeView extends ChangeBrief {
  readonly waitingFor: readonly { readonly changeset: string; readonly consumer: string | null }[];
  readonly parked: readonly {
    readonly consumer: string;
    readonly aggregate: string;
    readonly id: string;
    readonly reason: string;
  }[];
  readonly tree: readonly ChangeNode[];
  readonly revised: readonly Revised[];
}

export interface Me {
  readonly account: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly platformRoles: readonly string[];
  readonly conferences: readonly { readonly id: string; readonly roles: readonly string[] }[];
}

export interface Conference {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timezone: string;
  readonly starts: string;
  readonly ends: string;
  readonly rehearsal: boolean;
}

export interface Participant {
  readonly id: string;
  readonly delegation: string;
  readonly name: string;
  readonly gender: string;
  readonly rank: number;
  readonly title: string;
  readonly phone: string;
  readonly companionOf: string | null;
  readonly attending: boolean;
  readonly version: number;
}

/** Who was found, nearest first. */
export interface Matches {
  readonly people: readonly { readonly participant: Participant; readonly pinyin: string }[];
  readonly total: number;
  readonly next: string | null;
}

export interface Membership {
  readonly person: string;
  /** Empty for none. */
  readonly route: string;
  /** Empty for none, or unplaced. */
  readonly bus: string;
  readonly absent: boolean;
  readonly version: number;
}

export interface Leg {
  readonly time: string | null;
  readonly place: string;
  readonly number: string;
}

export interface Itinerary {
  readonly person: string;
  readonly version: number;
  readonly arrival: Leg;
  readonly departure: Leg;
}

export interface Diet {
  readonly person: string;
  readonly diet: string;
  readonly version: number;
}

export interface Stay {
  readonly person: string;
  readonly hotel: string;
  readonly room: string | null;
  readonly from: string;
  readonly to: string;
}

export interface ManifestSummary {
  readonly manifest: string;
  readonly owner: string;
  readonly version: number;
  readonly closed: boolean;
  readonly header: Fields | null;
}

export interface ManifestContent {
  readonly manifest: string;
  readonly version: number;
  readonly closed: boolean;
  readonly unfinished: boolean;
  readonly header: Fields;
  readonly lines: Readonly<Record<string, Fields>>;
}

export interface VersionNote {
  readonly version: number;
  readonly change: string;
  readonly cutAt: string;
  readonly unfinished: boolean;
}

export interface ManifestDifference {
  readonly manifest: string;
  readonly from: number;
  readonly to: number;
  readonly header: Readonly<Record<string, FieldChange>>;
  readonly lines: Readonly<Record<string, LineChange>>;
}

export interface Delegation {
  readonly code: string;
  readonly name: string;
}
export interface Route {
  readonly code: string;
  readonly name: string;
  readonly departs: string;
  readonly returns: string;
  readonly cancelled: boolean;
}
export interface Stop {
  readonly code: string;
  readonly route: string;
  readonly name: string;
}
export interface Hotel {
  readonly code: string;
  readonly name: string;
}
export interface Meal {
  readonly code: string;
  readonly starts: string;
  readonly kitchen: string;
  readonly scope: string;
}
export interface Session {
  readonly code: string;
  readonly title: string;
  readonly hall: string;
}
export interface Trip {
  readonly code: string;
  readonly kind: string;
  readonly plate: string;
  readonly from: string;
  readonly route: string;
}

/** What a manifest would become. */
export interface Revision extends Revised {
  /** Codes of contacts. */
  readonly recipients: readonly string[];
  /** Local to the conference. */
  readonly due: string | null;
  readonly late: boolean;
}

/** As the service's list of exceptions has it: a kind, and codes and names of what it is about. */
export type ExceptionNote = Readonly<Record<string, unknown>> & { readonly kind: string };

/** What a command would touch, had it been given. */
export interface Impact {
  readonly manifests: readonly Revision[];
  readonly exceptions: readonly { readonly service: string; readonly exception: ExceptionNote }[];
}
