import { isRefused } from "../api/problem";
import type { Roster, RosterImpact } from "../api/rosters";

export type Stage =
  /** Nobody knows whose it is. */
  | { readonly kind: "unassigned" }
  /** Has not been read yet. */
  | { readonly kind: "waiting" }
  | { readonly kind: "reading" }
  /** What it would do; somebody has to say that it is to. */
  | { readonly kind: "understood"; readonly impact: RosterImpact }
  /** It is to be taken in, and another one is just now. */
  | { readonly kind: "confirmed"; readonly impact: RosterImpact | null }
  /** @param roster how far it has come; null until the platform has it */
  | { readonly kind: "taking"; readonly roster: Roster | null }
  | { readonly kind: "ended"; readonly roster: Roster }
  /** @param taking it is not known whether it went in; else nothing was ordered yet */
  | { readonly kind: "failed"; readonly error: unknown; readonly taking: boolean };

export interface TrayFile {
  readonly id: number;
  readonly file: File;
  readonly office: string | null;
  readonly stage: Stage;
}

/** How a file is dealt with; the same file, tried again, is the same to the platform. */
export interface Deeds {
  readonly foresee: (file: TrayFile) => Promise<RosterImpact>;
  /** @param told is told how far it has come */
  readonly take: (file: TrayFile, told: (roster: Roster) => void) => Promise<Roster>;
  readonly pause: (millis: number) => Promise<void>;
}

const PATIENT = 5;
const BUSY_MILLIS = 2_000;

/** What a preview says of somebody who is in already. */
export const corrects = ({ answer }: RosterImpact): boolean => {
  const { updated, missing, foreseen } = answer.body;
  const disputed = foreseen?.items.some((i) => i.kind === "conflict") ?? false;
  return updated > 0 || missing > 0 || disputed;
};

export const isRefusedAsWhole = ({ answer }: RosterImpact): boolean =>
  answer.body.status === "refused";

/**
 * The files that were dropped, from the reading that changes nothing to the import. One is dealt with
 * after another, as the platform takes those of a conference; one that is refused stops no other.
 */
export class Tray {
  private files: readonly TrayFile[] = [];
  private next = 1;
  private working = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly deeds: Deeds) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): readonly TrayFile[] => this.files;

  /** Whether something would be lost with the page. */
  readonly unfinished = (): boolean =>
    this.files.some(({ stage }) => stage.kind !== "ended" && stage.kind !== "failed");

  drop(files: readonly File[], officeOf: (name: string) => string | null): void {
    const dropped = files.map((file): TrayFile => {
      const office = officeOf(file.name);
      const kind = office === null ? "unassigned" : "waiting";
      return { id: this.next++, file, office, stage: { kind } };
    });
    this.put([...this.files, ...dropped]);
    void this.work();
  }

  assign(id: number, office: string): void {
    this.change(id, (f) => ({ ...f, office, stage: { kind: "waiting" } }));
    void this.work();
  }

  /** @param which those that are to go in; only what was understood does */
  confirm(which: (file: TrayFile) => boolean): void {
    this.put(
      this.files.map((f) =>
        f.stage.kind === "understood" && !isRefusedAsWhole(f.stage.impact) && which(f)
          ? { ...f, stage: { kind: "confirmed", impact: f.stage.impact } }
          : f,
      ),
    );
    void this.work();
  }

  /** Without knowing what it would touch: nobody could say. */
  confirmUnseen(id: number): void {
    this.stage(id, { kind: "confirmed", impact: null });
    void this.work();
  }

  /** Reads it once more: more words are known now, or no answer came. */
  again(id: number): void {
    this.change(id, (f) =>
      f.stage.kind === "failed" && f.stage.taking
        ? { ...f, stage: { kind: "confirmed", impact: null } }
        : { ...f, stage: { kind: "waiting" } },
    );
    void this.work();
  }

  /** Those of an office, or of all, that were read and not yet ordered. */
  againOf(office: string | null): void {
    for (const { id, stage, office: of } of this.files) {
      if (stage.kind === "understood" && (office === null || of === office)) {
        this.stage(id, { kind: "waiting" });
      }
    }
    void this.work();
  }

  remove(id: number): void {
    this.put(this.files.filter((f) => f.id !== id || isBusy(f)));
  }

  removeEnded(): void {
    this.put(this.files.filter(({ stage }) => stage.kind !== "ended"));
  }

  private async work(): Promise<void> {
    if (this.working) {
      return;
    }
    this.working = true;
    for (let file = this.nextFile(); file; file = this.nextFile()) {
      await (file.stage.kind === "confirmed" ? this.take(file) : this.foresee(file));
    }
    this.working = false;
  }

  /** What was confirmed goes first. */
  private nextFile(): TrayFile | undefined {
    const of = (kind: Stage["kind"]) => this.files.find((f) => f.stage.kind === kind);
    return of("confirmed") ?? of("waiting");
  }

  private async foresee(file: TrayFile): Promise<void> {
    const { id } = file;
    this.stage(id, { kind: "reading" });
    for (let tried = 1; ; tried++) {
      try {
        const impact = await this.deeds.foresee(file);
        this.stage(id, { kind: "understood", impact });
        return;
      } catch (error) {
        if (tried === PATIENT || !isBusyThere(error)) {
          this.stage(id, { kind: "failed", error, taking: false });
          return;
        }
        await this.deeds.pause(BUSY_MILLIS);
      }
    }
  }

  private async take(file: TrayFile): Promise<void> {
    const { id } = file;
    this.stage(id, { kind: "taking", roster: null });
    try {
      const roster = await this.deeds.take(file, (so) =>
        this.stage(id, { kind: "taking", roster: so }),
      );
      this.stage(id, { kind: "ended", roster });
      this.againOf(file.office);
    } catch (error) {
      this.stage(id, { kind: "failed", error, taking: true });
    }
  }

  private stage(id: number, stage: Stage): void {
    this.change(id, (f) => ({ ...f, stage }));
  }

  private change(id: number, to: (file: TrayFile) => TrayFile): void {
    this.put(this.files.map((f) => (f.id === id ? to(f) : f)));
  }

  private put(files: readonly TrayFile[]): void {
    this.files = files;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** Just now something is done with it that cannot be called back. */
export const isBusy = ({ stage }: TrayFile): boolean =>
  stage.kind === "reading" || stage.kind === "taking" || stage.kind === "confirmed";

const isBusyThere = (error: unknown): boolean =>
  isRefused(error, 503) && error.problem.code === "preview-busy";

/** What is shown of a file in one word. */
export type Outcome =
  | "unassigned"
  | "waiting"
  | "reading"
  | "fresh"
  | "correcting"
  | "same"
  | "refused"
  | "confirmed"
  | "taking"
  | "in"
  | "asks"
  | "failed";

export function outcomeOf({ stage }: TrayFile): Outcome {
  switch (stage.kind) {
    case "understood": {
      const { people, queued } = stage.impact.answer.body;
      if (isRefusedAsWhole(stage.impact)) {
        return "refused";
      }
      if (corrects(stage.impact)) {
        return "correcting";
      }
      return people + queued === 0 ? "same" : "fresh";
    }
    case "ended":
      if (stage.roster.status === "refused") {
        return "refused";
      }
      return stage.roster.waiting > 0 ? "asks" : "in";
    default:
      return stage.kind;
  }
}

/** Other files of the same office that have not gone in: each would speak of what is in today. */
export const rivals = (file: TrayFile, all: readonly TrayFile[]): readonly TrayFile[] =>
  file.office === null
    ? []
    : all.filter((f) => f.id !== file.id && f.office === file.office && f.stage.kind !== "ended");
