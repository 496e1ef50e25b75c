import type { CallOutcome, CallReport } from "../api/duty";

/** @returns null where somebody acknowledged and nobody is named */
export function reportOf(
  outcome: CallOutcome,
  name: string,
  version: number,
  note: string,
): CallReport | null {
  const said = note.trim() ? { note: note.trim() } : {};
  if (outcome !== "reached-acknowledged") {
    return { outcome, ...said };
  }
  return name.trim() ? { outcome, name: name.trim(), version, ...said } : null;
}
