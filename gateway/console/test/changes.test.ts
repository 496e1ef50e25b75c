import { expect, test } from "vitest";
import { lastChanges } from "../src/api/changes";
import { problemFrom } from "../src/api/problem";
import type { ChangeBrief, ChangeView } from "../src/api/types";
import { handlings, waitedFor } from "../src/ripple/story";

async function last(total: number, count: number) {
  let asked = 0;
  let weight = 0;
  const changes = Array.from({ length: total }, (_, i) => ({ n: i + 1 }) as ChangeBrief);
  const found = await lastChanges(count, async (n, limit) => {
    asked += 1;
    const part = changes.filter((c) => c.n > n).slice(0, limit);
    weight += part.length;
    return part;
  });
  return { numbers: found.map((c) => c.n), asked, weight };
}

test("the last of a list that begins at its beginning are found, however long it is", async () => {
  for (const total of [0, 1, 59, 60, 61, 119, 120, 121, 500, 4_321, 100_000]) {
    const { numbers } = await last(total, 60);
    expect(numbers.at(-1), String(total)).toBe(total === 0 ? undefined : total);
    expect(numbers.length, String(total)).toBeGreaterThanOrEqual(Math.min(total, 30));
    expect(numbers.length).toBeLessThanOrEqual(60);
  }
});

test("that takes a few small questions", async () => {
  const { asked, weight } = await last(100_000, 60);
  expect(asked).toBeLessThan(30);
  expect(weight).toBeLessThan(300);
});

const view = {
  receivedAt: "2026-06-08T12:00:00Z",
  tree: [
    {
      receipts: [
        { consumer: "catering", at: "2026-06-08T12:00:00.080Z", emitted: [] },
        { consumer: "transport-dispatch", at: "2026-06-08T12:00:00.069Z", emitted: [] },
      ],
    },
    { receipts: [{ consumer: "catering", at: "2026-06-08T12:00:00.075Z", emitted: [] }] },
  ],
  waitingFor: [
    { changeset: "x", consumer: "venue" },
    { changeset: "y", consumer: "venue" },
    { changeset: "z", consumer: null },
  ],
} as unknown as ChangeView;

test("each service's receipts stand on the ripple's clock, who was done first comes first", () => {
  expect(handlings(view)).toEqual([
    { service: "transport-dispatch", at: [69], last: 69 },
    { service: "catering", at: [75, 80], last: 80 },
  ]);
});

test("who is waited for is named once", () => {
  expect(waitedFor(view)).toEqual(["venue"]);
  expect(waitedFor(null)).toEqual([]);
});

test("a problem is read as it is said, and an answer that is none becomes one", () => {
  const said = problemFrom(
    412,
    { code: "version-stale", title: "T", detail: "D", current: { version: 2 }, errors: [] },
    null,
  );
  expect(said).toMatchObject({ code: "version-stale", title: "T", current: { version: 2 } });
  expect(problemFrom(502, null, null)).toMatchObject({ code: "http-502", title: "", errors: [] });
  expect(problemFrom(429, {}, "7").retryAfterSeconds).toBe(7);
});
