import type { CaseFile, CaseRecipient } from "../api/telling";

const CLOSED = new Set(["acknowledged", "settled", "released"]);

export const outstanding = (recipient: CaseRecipient): boolean => !CLOSED.has(recipient.state);

export interface ToldList {
  readonly manifest: string;
  readonly version: number;
  readonly recipients: readonly CaseRecipient[];
  readonly open: number;
}

/** What was to be told of, with recipients: where somebody has not answered first. */
export const toldLists = (file: CaseFile): readonly ToldList[] =>
  file.told
    .filter((told) => told.recipients.length > 0)
    .map((told) => ({
      ...told,
      recipients: [...told.recipients].sort(
        (a, b) => Number(outstanding(b)) - Number(outstanding(a)),
      ),
      open: told.recipients.filter(outstanding).length,
    }))
    .sort((a, b) => b.open - a.open || a.manifest.localeCompare(b.manifest));
