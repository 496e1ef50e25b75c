import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { ConferenceLive } from "./conferenceLive";
import { OF_A_CHANGE, type Topic, topicsOf } from "./topics";

const TOGETHER_MILLIS = 250;
const PEOPLE_MILLIS = 4_000;
/** Desks' exceptions are looked for in whole conferences: not with each of many changes. */
const EXCEPTIONS_MILLIS = 1_500;

const ABOUT_PEOPLE = new Set([
  "register",
  "add-companion",
  "correct-participant",
  "withdraw",
  "reinstate",
  "substitute",
  "import-roster",
  "settle-row",
]);

/**
 * Reads again what a change may have altered, and nothing else: the facts that are open, the
 * manifests that it revised; the long list of people only when somebody came, went or was corrected.
 */
export class Refreshing {
  private readonly ended = new Set<string>();
  private readonly topics = new Set<Topic>();
  private soon: ReturnType<typeof setTimeout> | undefined;
  private people: ReturnType<typeof setTimeout> | undefined;
  private told: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private exceptions: ReturnType<typeof setTimeout> | undefined;
  private readonly forget: (() => void)[];

  constructor(
    private readonly live: ConferenceLive,
    private readonly queries: QueryClient,
  ) {
    this.forget = [
      live.onEnded((id) => {
        this.ended.add(id);
        this.soon ??= setTimeout(() => this.refresh(), TOGETHER_MILLIS);
      }),
      live.onTold((type) => this.tell(topicsOf(type))),
      live.onReturn(() => void this.again([])),
    ];
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.soon);
    clearTimeout(this.people);
    clearTimeout(this.told);
    clearTimeout(this.exceptions);
    for (const forget of this.forget) {
      forget();
    }
  }

  /** What is being read is read to its end: under a hail of news the pages would never get it. */
  private tell(topics: readonly Topic[]): void {
    for (const topic of topics) {
      this.topics.add(topic);
    }
    if (this.topics.size > 0) {
      this.told ??= setTimeout(() => void this.readTopics(), TOGETHER_MILLIS);
    }
  }

  private async readTopics(): Promise<void> {
    const topics = [...this.topics];
    this.topics.clear();
    await Promise.allSettled(topics.map((topic) => this.again([topic])));
    this.told = undefined;
    if (!this.stopped) {
      this.tell([]);
    }
  }

  private refresh(): void {
    this.soon = undefined;
    const { byId } = this.live.current().ripples;
    const changes = [...this.ended].map((id) => byId.get(id));
    this.ended.clear();
    const revised = new Set(changes.flatMap((r) => r?.revised.map((v) => v.manifest) ?? []));
    void this.again(["fact"]);
    this.tell(OF_A_CHANGE);
    this.exceptions ??= setTimeout(() => {
      this.exceptions = undefined;
      void this.again(["exceptions"]);
    }, EXCEPTIONS_MILLIS);
    if (revised.size > 0) {
      void this.again(["manifests"]);
      for (const manifest of revised) {
        void this.again(["manifest", manifest]);
      }
    }
    if ([...revised].some((m) => m.startsWith("rooming:"))) {
      void this.again(["stays"]);
    }
    const actions = changes.map((r) => r?.brief?.action);
    // Without particulars yet it may have been about people.
    if (actions.some((action) => action === undefined || ABOUT_PEOPLE.has(action))) {
      this.people ??= setTimeout(() => {
        this.people = undefined;
        void this.again(["participants"]);
      }, PEOPLE_MILLIS);
    }
  }

  private again(key: QueryKey): Promise<void> {
    return this.queries.invalidateQueries({ queryKey: ["of", this.live.conference, ...key] });
  }
}
