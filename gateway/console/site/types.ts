/** What the recipient's own API answers; times without a zone are local to the conference. */
export type Fields = Readonly<Record<string, string>>;

export interface Entry {
  readonly manifest: string;
  readonly kind: string;
  readonly title: string;
  readonly place?: string | null;
  readonly at?: string | null;
  readonly version: number;
  readonly cutAt: string;
  readonly unfinished: boolean;
  readonly closed: boolean;
  readonly acknowledged: number;
  readonly acknowledgedAt?: string | null;
  readonly acknowledgedBy?: string | null;
  readonly owed: boolean;
  readonly due?: string | null;
}

export interface Mine {
  readonly session: string;
  readonly recipient: string;
  readonly role: string;
  readonly language?: string | null;
  readonly conference: string;
  readonly zone: string;
  readonly rehearsal: boolean;
  readonly live: boolean;
  readonly known: boolean;
  readonly phoneEnds?: string | null;
  readonly expires: string;
  /** The duty room's. */
  readonly duty?: readonly Telephone[] | null;
  readonly manifests: readonly Entry[];
}

export interface LineChange {
  readonly before?: Fields | null;
  readonly after?: Fields | null;
}

export interface FieldChange {
  readonly before?: string | null;
  readonly after?: string | null;
}

export type Counts = Readonly<Record<string, number>>;

export interface Heads {
  readonly total: number;
  readonly diets: Counts;
  readonly ranks: Counts;
  readonly buses: Counts;
  readonly held: number;
}

/** Somebody to call; the number is never empty. */
export interface Telephone {
  readonly name: string;
  readonly phone: string;
}

export interface Bus {
  readonly plate: string;
  readonly departs?: string | null;
  /** Whom to call while the bus is on the road. */
  readonly leader?: Telephone | null;
}

export type Buses = Readonly<Record<string, Bus>>;
export type Changes = Readonly<Record<string, LineChange>>;

export interface Sheet {
  readonly entry: Entry;
  readonly header: Fields;
  readonly lines: Readonly<Record<string, Fields>>;
  readonly heads: Heads;
  readonly buses: Buses;
  readonly since: number;
  readonly headerChanges: Readonly<Record<string, FieldChange>>;
  readonly changes: Changes;
}

export interface Truth {
  readonly conference: string;
  readonly manifest: string;
  readonly kind: string;
  readonly title: string;
  readonly at?: string | null;
  readonly version: number;
  readonly current: number;
  readonly currentSince: string;
  readonly stillTrue: boolean;
  readonly closed: boolean;
  readonly added: number;
  readonly struckOut: number;
  readonly changed: number;
  readonly header: readonly string[];
  readonly lines?: Changes | null;
}
