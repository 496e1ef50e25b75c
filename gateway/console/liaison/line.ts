export interface Told {
  /** The line stands (again): whatever happened meanwhile is to be read. */
  standing(): void;
  changed(): void;
  broken(): void;
}

const TYPES = [
  "change-settled",
  "change-unfinished",
  "gate-changed",
  "left-on-red",
  "acknowledged",
  "went-live",
];
const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 30_000;

/** Follows the conference's live stream, and comes again by itself when the line breaks. */
export class Line {
  #source: EventSource | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST_PAUSE_MILLIS;

  constructor(
    private readonly conference: string,
    private readonly told: Told,
  ) {}

  open(): void {
    this.close();
    const source = new EventSource(`/api/notification/conferences/${this.conference}/stream`);
    this.#source = source;
    source.onopen = () => {
      this.#pause = FIRST_PAUSE_MILLIS;
      this.told.standing();
    };
    for (const type of TYPES) {
      source.addEventListener(type, () => this.told.changed());
    }
    source.onerror = () => {
      this.close();
      this.told.broken();
      this.#again = setTimeout(() => this.open(), this.#pause * (0.5 + Math.random()));
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MILLIS);
    };
  }

  close(): void {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }
}
