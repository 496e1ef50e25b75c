import { type Deed, say } from "./deeds";
import { read } from "./http";

export type RetimingOutcome = "done" | "declined";

/** One desk asks another to move its plans; open as long as it has no answer. */
export interface Retiming {
  readonly id: string;
  readonly desk: string;
  /** Later; negative for earlier. */
  readonly minutes: number;
  /** As the tables call them: `meal:DR1`. */
  readonly plans: readonly string[];
  /** Local to the conference. */
  readonly due: string | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAs: string;
  readonly askedAt: string;
  readonly answer: {
    readonly outcome: RetimingOutcome;
    readonly word: string;
    readonly by: string;
    readonly at: string;
  } | null;
}

const at = (conference: string, rest = "") =>
  `/api/notification/conferences/${conference}/retimings${rest}`;

export const openRetimings = (c: string, signal?: AbortSignal) =>
  read<Retiming[]>(at(c, "?open=true"), signal);

export const retiming = (c: string, id: string, signal?: AbortSignal) =>
  read<Retiming>(at(c, `/${encodeURIComponent(id)}`), signal);

export const askRetiming = (
  c: string,
  asked: Pick<Retiming, "desk" | "minutes" | "plans" | "due" | "reason">,
  deed: Deed,
) => say<Retiming>(at(c), asked, deed);

export const answerRetiming = (
  c: string,
  id: string,
  answer: { readonly outcome: RetimingOutcome; readonly word: string },
  deed: Deed,
) => say<Retiming>(at(c, `/${encodeURIComponent(id)}/answers`), answer, deed);
