/** What the phone has read of the platform, with the fields that it uses. */

export interface Conference {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timezone: string;
  readonly starts: string;
  readonly ends: string;
  readonly rehearsal: boolean;
}

export interface Trip {
  readonly code: string;
  readonly kind: "excursion" | "pickup";
  readonly plate: string;
  readonly seats: number;
  readonly driver: string;
  readonly route: string;
  readonly departs: string | null;
  readonly from: string;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly cancelled: boolean;
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
  readonly seq: number;
  readonly name: string;
  readonly arrives: string;
  readonly leaves: string;
  readonly cancelled: boolean;
}

export interface Named {
  readonly person: string;
  readonly name: string;
  readonly delegation: string;
  readonly rank: number;
  readonly sound: string;
}

/** On which route and bus somebody is, and the version that a move from here rests upon. */
export interface Place {
  readonly person: string;
  readonly route: string;
  readonly bus: string;
  readonly absent: boolean;
  readonly version: number;
}

export interface Manifest {
  readonly version: number;
  readonly header: Readonly<Record<string, string>> | null;
  readonly lines: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Receiver {
  readonly contact: string;
  readonly name: string | null;
  readonly number: string | null;
}

export interface GateSite {
  readonly manifest: string;
  readonly name: string;
  readonly arrives: string | null;
  readonly required: boolean;
  readonly acknowledged: boolean;
  readonly receivers: readonly Receiver[];
}

export interface Gate {
  readonly trip: string;
  readonly plate: string;
  readonly route: string | null;
  readonly light: string;
  readonly rollCallAt: string | null;
  readonly departedAt: string | null;
  readonly driver: { readonly name: string; readonly number: string } | null;
  readonly sites: readonly GateSite[];
}

export interface RollCallRead {
  readonly id: string;
  readonly trip: string;
  readonly happenedAt: string;
  readonly aboard: readonly string[];
  readonly absent: readonly string[];
  readonly unexpected: readonly string[];
}

/** Everything that the phone knows without a network. */
export interface Book {
  readonly conference: Conference;
  readonly trip: Trip;
  readonly trips: readonly Trip[];
  readonly routes: readonly Route[];
  readonly stops: readonly Stop[];
  readonly delegations: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
  readonly names: readonly Named[];
  readonly places: Readonly<Record<string, Place>>;
  readonly gates: readonly Gate[];
  /** Of the other buses of the route, too, when they were last looked at. */
  readonly rollCalls: readonly RollCallRead[];
  readonly live: boolean;
  /** How far the conference's clock is ahead of this phone's, in milliseconds. */
  readonly skew: number;
  /** By this phone's clock. */
  readonly readAt: number;
  readonly everybodyReadAt: number;
}
