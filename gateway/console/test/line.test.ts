import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow, type LineState } from "../src/live/line";

interface Call {
  readonly headers: Record<string, string>;
  readonly write: (text: string) => void;
  readonly end: () => void;
  readonly signal: AbortSignal;
}

let calls: Call[];
let states: LineState["kind"][];
let told: string[];
let returns: boolean[];
let signedOut: number;
let answers: (number | "nothing")[];

function answer(_: unknown, init?: RequestInit): Promise<Response> {
  const status = answers.shift() ?? 200;
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      stream = controller;
    },
  });
  const signal = init?.signal as AbortSignal;
  signal.addEventListener("abort", () => stream?.error(new Error("aborted")));
  calls.push({
    headers: init?.headers as Record<string, string>,
    write: (text) => stream?.enqueue(new TextEncoder().encode(text)),
    end: () => stream?.close(),
    signal,
  });
  return status === "nothing"
    ? Promise.reject(new TypeError("no network"))
    : Promise.resolve(new Response(status === 200 ? body : null, { status }));
}

const start = () =>
  follow({
    address: "/stream",
    headers: () => ({ "Accept-Language": "zh" }),
    tell: (event) => told.push(event.data),
    state: (state) => states.push(state.kind),
    following: (again) => returns.push(again),
    signedOut: () => {
      signedOut += 1;
    },
    fetch: answer as typeof fetch,
  });

beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
  states = [];
  told = [];
  returns = [];
  signedOut = 0;
  answers = [];
});
afterEach(() => vi.useRealTimers());

test("a broken line comes back by itself and says what it has", async () => {
  const stop = start();
  await vi.advanceTimersByTimeAsync(0);
  calls[0]?.write("id:41\ndata:a\n\nid:42\ndata:b\n\n");
  await vi.advanceTimersByTimeAsync(0);
  calls[0]?.end();
  await vi.advanceTimersByTimeAsync(300);
  expect(told).toEqual(["a", "b"]);
  expect(calls[0]?.headers["Last-Event-ID"]).toBeUndefined();
  expect(calls[1]?.headers["Last-Event-ID"]).toBe("42");
  expect(states).toEqual(["connecting", "live", "broken", "live"]);
  expect(returns).toEqual([false, true]);
  stop();
});

test("it tries less often the longer it lasts, and never stops trying", async () => {
  answers = ["nothing", 503, "nothing", 502, "nothing", 503, 200];
  const stop = start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(states.at(-1)).toBe("live");
  expect(calls).toHaveLength(7);
  stop();
});

test("silence is a broken line", async () => {
  const stop = start();
  await vi.advanceTimersByTimeAsync(34_000);
  calls[0]?.write(": alive\n\n");
  await vi.advanceTimersByTimeAsync(34_000);
  expect(states.at(-1)).toBe("live");
  await vi.advanceTimersByTimeAsync(1_500);
  expect(calls).toHaveLength(2);
  expect(states).toEqual(["connecting", "live", "broken", "live"]);
  stop();
});

test("a session that has ended is said, and nothing is tried again", async () => {
  answers = [401];
  start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signedOut).toBe(1);
  expect(calls).toHaveLength(1);
});

test("who may not follow is told so once", async () => {
  answers = [403];
  start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toEqual(["connecting", "refused"]);
  expect(calls).toHaveLength(1);
});

test("a page that goes hangs up", async () => {
  const stop = start();
  await vi.advanceTimersByTimeAsync(0);
  stop();
  expect(calls[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
});
