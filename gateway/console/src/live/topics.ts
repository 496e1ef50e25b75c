/** What a page reads of who has been told, each kept and read again under its name. */
export type Topic =
  | "duty"
  | "gates"
  | "log"
  | "standings"
  | "case"
  | "letters"
  | "feed"
  | "phase"
  | "retimings";

const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  acknowledged: ["duty", "gates", "standings", "case"],
  escalated: ["duty", "standings", "case", "letters"],
  "call-task-opened": ["duty"],
  "call-task-changed": ["duty"],
  "call-task-closed": ["duty"],
  "gate-changed": ["gates", "duty"],
  "left-on-red": ["gates", "duty", "log"],
  "case-closed": ["case", "duty", "standings"],
  "shift-noted": ["log", "duty", "case", "standings"],
  "went-live": ["phase", "duty", "gates", "standings", "letters"],
  "retiming-changed": ["retimings", "duty"],
  "letters-changed": ["letters", "duty", "standings", "case"],
};

const NONE: readonly Topic[] = [];

/** @returns what is to be read again once the stream has told of this */
export const topicsOf = (type: string): readonly Topic[] => TOPICS[type] ?? NONE;

/** What a change that has ended may have altered of all this. */
export const OF_A_CHANGE: readonly Topic[] = [
  "duty",
  "gates",
  "standings",
  "case",
  "letters",
  "feed",
];
