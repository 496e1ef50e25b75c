import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "../site/api";
import { Keeping } from "../site/keeping";

class Source {
  static made: Source[] = [];
  readonly heard: Record<string, (() => void)[]> = {};
  readyState = 1;
  onerror: () => void = () => {};

  constructor(readonly address: string) {
    Source.made.push(this);
  }

  addEventListener(type: string, work: () => void): void {
    this.heard[type] = [...(this.heard[type] ?? []), work];
  }

  says(type: string): void {
    for (const work of this.heard[type] ?? []) {
      work();
    }
  }

  close(): void {
    this.readyState = 2;
  }
}

let reads: number;
let refusals: number[];
let goesOn: boolean;
let keeping: Keeping;

const stream = () => Source.made.at(-1) as Source;
const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-06-09T09:00:00");
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("window", { addEventListener: () => {} });
  vi.stubGlobal("document", { addEventListener: () => {}, hidden: false });
  reads = 0;
  refusals = [];
  goesOn = true;
  keeping = new Keeping({
    read: async () => {
      reads++;
      const status = refusals.shift();
      if (status !== undefined) {
        throw new Problem(status, "", "", "");
      }
    },
    failed: () => goesOn,
    doubted: () => {},
  });
  keeping.start();
  stream().says("following");
  await pass(1_000);
  reads = 0;
});

afterEach(() => {
  keeping.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("many events within a second are read once", async () => {
  for (const type of ["version", "version", "acknowledged", "live", "changed"]) {
    stream().says(type);
  }
  await pass(1_000);
  expect(reads).toBe(1);
  expect(keeping.doubt()).toBeNull();
});

test("what happens while one reads is read after it", async () => {
  stream().says("version");
  keeping.now();
  vi.advanceTimersToNextTimer();
  stream().says("version");
  await pass(2_000);
  expect(reads).toBe(2);
});

test.each([429, 503, 504, 0])(
  "a reading refused with %d is tried again, and until then it is said",
  async (status) => {
    refusals = [status, status];
    const before = new Date();
    stream().says("version");
    await pass(1_000);
    expect(reads).toBe(1);
    const doubt = keeping.doubt();
    expect(doubt?.why).toBe(status === 0 ? "offline" : "unread");
    expect(doubt?.since?.getTime()).toBe(before.getTime());
    stream().says("alive");
    expect(keeping.doubt()).toEqual(doubt);
    await pass(10_000);
    expect(reads).toBe(3);
    expect(keeping.doubt()).toBeNull();
  },
);

test("it tries less often the longer it lasts", async () => {
  refusals = Array.from({ length: 100 }, () => 503);
  keeping.now();
  for (let passed = 0; passed < 300; passed += 10) {
    await pass(10_000);
    stream().says("alive");
  }
  expect(reads).toBeGreaterThan(8);
  expect(reads).toBeLessThan(30);
});

test("a line that is down is said until what happened meanwhile has been read", async () => {
  refusals = [0, 0];
  stream().says("alive");
  const before = new Date();
  stream().onerror();
  await pass(500);
  expect(keeping.doubt()).toEqual({ why: "offline", since: before });
  await pass(3_000);
  expect(Source.made.length).toBeGreaterThan(1);
  expect(keeping.doubt()?.since).toEqual(before);
  stream().says("following");
  expect(keeping.doubt()?.since).toEqual(before);
  await pass(10_000);
  expect(keeping.doubt()).toBeNull();
});

test("a page that has ended reads no more", async () => {
  goesOn = false;
  refusals = [404];
  stream().says("closed");
  await pass(120_000);
  expect(reads).toBe(1);
  keeping.end();
  keeping.now();
  await pass(120_000);
  expect(reads).toBe(1);
});
