import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChangeBrief } from "../src/api/types";
import { ConferenceLive } from "../src/live/conferenceLive";

let asked: string[];
let changes: Partial<ChangeBrief>[];
let tell: (text: string) => void;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  changes = [];
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    asked.push(address);
    if (init.signal?.aborted) {
      return Promise.reject(new Error("aborted"));
    }
    if (!address.endsWith("/stream")) {
      const since = Number(/since=(\d+)/.exec(address)?.[1]);
      const after = changes.filter((c) => (c.n ?? 0) > since);
      return Promise.resolve(new Response(JSON.stringify(after)));
    }
    return Promise.resolve(
      new Response(
        new ReadableStream<Uint8Array>({
          start: (stream) => {
            tell = (text) => stream.enqueue(new TextEncoder().encode(text));
          },
        }),
      ),
    );
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const opened = (id: string) => `id:1\nevent:change-opened\ndata:{"change":"${id}"}\n\n`;

test("who made a change is asked once it is told of", async () => {
  const live = new ConferenceLive("c");
  live.start();
  await vi.advanceTimersByTimeAsync(0);
  changes = [{ id: "a", n: 1, action: "switch-route", state: "open", settledAt: null }];
  tell(opened("a"));
  await vi.advanceTimersByTimeAsync(500);
  expect(live.current().ripples.byId.get("a")?.brief?.action).toBe("switch-route");
  const so = asked.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked, "nothing is asked while nothing happens").toHaveLength(so);
  live.stop();
});

test("who hears of an end is told once", async () => {
  const live = new ConferenceLive("c");
  const ended: string[] = [];
  live.onEnded((id) => ended.push(id));
  live.start();
  await vi.advanceTimersByTimeAsync(0);
  const settled = 'id:2\nevent:change-settled\ndata:{"change":"a","revised":[]}\n\n';
  tell(opened("a") + settled + settled);
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual(["a"]);
  live.stop();
});

test("once the page has gone nothing is asked any more", async () => {
  const live = new ConferenceLive("c");
  live.start();
  await vi.advanceTimersByTimeAsync(0);
  tell(opened("never-listed"));
  await vi.advanceTimersByTimeAsync(1_000);
  live.stop();
  await vi.advanceTimersByTimeAsync(0);
  const so = asked.length;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toHaveLength(so);
});
