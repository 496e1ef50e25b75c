/** What the platform said of a deed that it would not take. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

interface Kind {
  /** Also the Idempotency-Key: however often it is sent, it is taken once. */
  readonly id: string;
  readonly path: string;
  /** The very text that is sent, and sent again. */
  readonly body: string;
  /** When it happened, local to the conference. */
  readonly happenedAt: string;
  readonly state: "waiting" | "done" | "refused";
  readonly refusal: Refusal | null;
  readonly trip: string;
}

export interface RollCallDeed extends Kind {
  readonly kind: "roll-call";
  readonly aboard: number;
  readonly absent: number;
  readonly unexpected: number;
}

export interface TransferDeed extends Kind {
  readonly kind: "transfer";
  readonly person: string;
  readonly name: string;
  readonly route: string;
  readonly bus: string;
  /** Its id at the platform, once that has it. */
  readonly transfer: string | null;
  readonly outcome: "applied" | "waiting" | "dismissed" | null;
  readonly word: string;
}

export interface DepartureDeed extends Kind {
  readonly kind: "departure";
}

export type Deed = RollCallDeed | TransferDeed | DepartureDeed;

const of = (conference: string, service: string, rest: string): string =>
  `/api/${service}/conferences/${conference}/${rest}`;

const fresh = (path: string, trip: string, happenedAt: string, body: object): Kind => ({
  id: crypto.randomUUID(),
  path,
  body: JSON.stringify(body),
  happenedAt,
  state: "waiting",
  refusal: null,
  trip,
});

export interface Reporting {
  readonly conference: string;
  readonly trip: string;
  readonly happenedAt: string;
}

export function rollCall(
  { conference, trip, happenedAt }: Reporting,
  report: {
    readonly aboard: readonly string[];
    readonly absent: readonly string[];
    readonly unexpected: readonly string[];
  },
): RollCallDeed {
  const path = of(conference, "transport-dispatch", `trips/${encodeURIComponent(trip)}/roll-calls`);
  return {
    ...fresh(path, trip, happenedAt, { happenedAt, ...report }),
    kind: "roll-call",
    aboard: report.aboard.length,
    absent: report.absent.length,
    unexpected: report.unexpected.length,
  };
}

/** @param base the version of the person's place that this phone has */
export function transfer(
  { conference, trip, happenedAt }: Reporting,
  move: { person: string; name: string; route: string; bus: string; base: number },
): TransferDeed {
  const { person, name, route, bus, base } = move;
  const body = { person, route, bus, base, happenedAt };
  return {
    ...fresh(of(conference, "excursion", "transfers"), trip, happenedAt, body),
    kind: "transfer",
    person,
    name,
    route,
    bus,
    transfer: null,
    outcome: null,
    word: "",
  };
}

export function departure(
  { conference, trip, happenedAt }: Reporting,
  reason: string,
): DepartureDeed {
  const path = of(conference, "notification", `gates/${encodeURIComponent(trip)}/departures`);
  const body = reason ? { happenedAt, reason } : { happenedAt };
  return { ...fresh(path, trip, happenedAt, body), kind: "departure" };
}
