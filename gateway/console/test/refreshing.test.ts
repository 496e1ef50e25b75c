import type { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConferenceLive } from "../src/live/conferenceLive";
import { Refreshing } from "../src/live/refreshing";
import { NO_RIPPLES } from "../src/live/ripples";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function page() {
  let hear = (_: string) => {};
  const live = {
    conference: "8fea",
    current: () => ({ ripples: NO_RIPPLES }),
    onEnded: () => () => {},
    onReturn: () => () => {},
    onTold: (listener: (type: string) => void) => {
      hear = listener;
      return () => {};
    },
  } as unknown as ConferenceLive;
  const asked: string[] = [];
  let answer = () => {};
  const queries = {
    invalidateQueries: ({ queryKey }: { queryKey: readonly string[] }) => {
      asked.push(queryKey[2] ?? "");
      return new Promise<void>((resolve) => {
        const before = answer;
        answer = () => {
          before();
          resolve();
        };
      });
    },
  } as unknown as QueryClient;
  const refreshing = new Refreshing(live, queries);
  return { refreshing, asked, hear: (type: string) => hear(type), answer: () => answer() };
}

test("news that come together are read once", async () => {
  const { asked, hear } = page();
  hear("shift-noted");
  hear("call-task-opened");
  hear("links-revoked");
  await vi.advanceTimersByTimeAsync(300);
  expect([...asked].sort()).toEqual(["case", "duty", "log", "standings"]);
});

test("what is being read is read to its end, and news meanwhile are read after it", async () => {
  const { asked, hear, answer } = page();
  hear("call-task-opened");
  await vi.advanceTimersByTimeAsync(300);
  hear("call-task-closed");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual(["duty"]);
  answer();
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual(["duty", "duty"]);
});

test("a page that has gone reads no more", async () => {
  const { refreshing, asked, hear } = page();
  hear("call-task-opened");
  refreshing.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
});
