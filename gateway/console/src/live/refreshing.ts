import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { ConferenceLive } from "./conferenceLive";

const TOGETHER_MILLIS = 250;
const PEOPLE_MILLIS = 4_000;

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
  private soon: ReturnType<typeof setTimeout> | undefined;
  private people: ReturnType<typeof setTimeout> | undefined;
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
      live.onReturn(() => this.again([])),
    ];
  }

  stop(): void {
    clearTimeout(this.soon);
    clearTimeout(this.people);
    for (const forget of this.forget) {
      forget();
    }
  }

  private refresh(): void {
    this.soon = undefined;
    const { byId } = this.live.current().ripples;
    const changes = [...this.ended].map((id) => byId.get(id));
    this.ended.clear();
    const revised = new Set(changes.flatMap((r) => r?.revised.map((v) => v.manifest) ?? []));
    this.again(["fact"]);
    if (revised.size > 0) {
      this.again(["manifests"]);
      for (const manifest of revised) {
        this.again(["manifest", manifest]);
      }
    }
    if ([...revised].some((m) => m.startsWith("rooming:"))) {
      this.again(["stays"]);
    }
    const actions = changes.map((r) => r?.brief?.action);
    // Without particulars yet it may have been about people.
    if (actions.some((action) => action === undefined || ABOUT_PEOPLE.has(action))) {
      this.people ??= setTimeout(() => {
        this.people = undefined;
        this.again(["participants"]);
      }, PEOPLE_MILLIS);
    }
  }

  private again(key: QueryKey): void {
    void this.queries.invalidateQueries({ queryKey: ["of", this.live.conference, ...key] });
  }
}
