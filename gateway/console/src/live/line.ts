import { eventReader, type ServerSentEvent } from "./sse";

export type LineState =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  | { readonly kind: "broken"; readonly since: number; readonly attempts: number }
  | { readonly kind: "refused"; readonly status: number };

export interface LineOptions {
  readonly address: string;
  readonly headers: () => Record<string, string>;
  readonly tell: (event: ServerSentEvent) => void;
  readonly state: (state: LineState) => void;
  /** The line stands, for the first time or again: what was missed without an id must be read. */
  readonly following: (again: boolean) => void;
  readonly signedOut: () => void;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/** The platform says that it is alive every 15 s; two missed are a broken line. */
const SILENCE_MILLIS = 35_000;
const PATIENCE_MILLIS = [300, 700, 1_500, 3_000, 5_000];

/**
 * Follows a conference's live stream for as long as the page wants to, and comes back by itself
 * with Last-Event-ID whenever the line breaks. A refusal (no right to follow) ends it.
 */
export function follow(options: LineOptions): () => void {
  const get = options.fetch ?? ((...a: Parameters<typeof fetch>) => fetch(...a));
  const now = options.now ?? Date.now;
  let lastId: string | null = null;
  let stopped = false;
  let attempts = 0;
  let stood = false;
  let brokenSince: number | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let attempt = new AbortController();

  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => attempt.abort(), SILENCE_MILLIS);
  };

  const broken = (): void => {
    clearTimeout(silence);
    if (stopped) {
      return;
    }
    brokenSince ??= now();
    const patience = PATIENCE_MILLIS[Math.min(attempts, PATIENCE_MILLIS.length - 1)];
    attempts += 1;
    options.state({ kind: "broken", since: brokenSince, attempts });
    waiting = setTimeout(connect, patience);
  };

  const stands = (): void => {
    const again = stood;
    stood = true;
    attempts = 0;
    brokenSince = null;
    options.state({ kind: "live" });
    options.following(again);
  };

  const readAll = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const take = eventReader((event) => {
      lastId = event.id ?? lastId;
      options.tell(event);
    });
    for (;;) {
      const { done, value } = await reader.read();
      if (done || stopped) {
        return;
      }
      alive();
      take(decoder.decode(value, { stream: true }));
    }
  };

  const connect = async (): Promise<void> => {
    attempt = new AbortController();
    alive();
    try {
      const response = await get(options.address, {
        headers: {
          Accept: "text/event-stream",
          ...(lastId === null ? {} : { "Last-Event-ID": lastId }),
          ...options.headers(),
        },
        credentials: "same-origin",
        cache: "no-store",
        signal: attempt.signal,
      });
      if (response.status === 401) {
        clearTimeout(silence);
        options.signedOut();
        return;
      }
      if (response.status === 403 || response.status === 404) {
        clearTimeout(silence);
        options.state({ kind: "refused", status: response.status });
        return;
      }
      if (response.ok && response.body) {
        stands();
        await readAll(response.body);
      }
    } catch {
      // Broken: the way it broke changes nothing about coming again.
    }
    broken();
  };

  const comeAgain = (): void => {
    if (brokenSince !== null) {
      clearTimeout(waiting);
      waiting = setTimeout(connect, 0);
    }
  };

  /** The device knows before the line does. */
  const lost = (): void => attempt.abort();

  options.state({ kind: "connecting" });
  void connect();
  globalThis.addEventListener?.("online", comeAgain);
  globalThis.addEventListener?.("offline", lost);
  return () => {
    stopped = true;
    clearTimeout(waiting);
    clearTimeout(silence);
    attempt.abort();
    globalThis.removeEventListener?.("online", comeAgain);
    globalThis.removeEventListener?.("offline", lost);
  };
}
