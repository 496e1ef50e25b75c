import { expect, test } from "vitest";
import type { ChangeBrief, ChangeView, Revised } from "../src/api/types";
import {
  askSince,
  millisToSettled,
  type News,
  NO_RIPPLES,
  newestFirst,
  type RippleAction,
  type Ripples,
  ripplesReducer,
} from "../src/live/ripples";

const told = (news: News): RippleAction => ({ kind: "told", news });
const opened = told({ type: "change-opened", change: "a" });
const provisional = told({ type: "change-provisional", change: "a" });
const revised = (manifest: string, version: number): Revised => ({
  manifest,
  version,
  header: {},
  lines: {},
  lineCount: 0,
});
const settled = (...all: Revised[]) => told({ type: "change-settled", change: "a", revised: all });
const unfinished = (...all: Revised[]) =>
  told({ type: "change-unfinished", change: "a", revised: all });
const brief = (n: number, more: Partial<ChangeBrief> = {}): ChangeBrief => ({
  id: "a",
  n,
  service: "excursion",
  action: "switch-route",
  actor: "chen",
  role: "excursion",
  reason: null,
  receivedAt: "2026-06-08T12:00:00.000500Z",
  state: "open",
  settledAt: null,
  ...more,
});
const ended = { state: "settled", settledAt: "2026-06-08T12:00:00.084500Z" } as const;
const after = (...actions: RippleAction[]): Ripples => actions.reduce(ripplesReducer, NO_RIPPLES);
const phase = (state: Ripples) => state.byId.get("a")?.phase;

test("a change is open, then provisional, then settled", () => {
  expect(phase(after(opened))).toBe("open");
  expect(phase(after(opened, provisional))).toBe("provisional");
  expect(phase(after(opened, provisional, settled()))).toBe("settled");
});

test("what comes late never takes a change back", () => {
  expect(phase(after(settled(), opened, provisional, unfinished()))).toBe("settled");
  expect(phase(after(settled(), { kind: "listed", changes: [brief(1)] }))).toBe("settled");
});

test("whether it was provisional is remembered", () => {
  expect(after(opened, settled()).byId.get("a")?.wasProvisional).toBe(false);
  expect(after(opened, provisional, settled()).byId.get("a")?.wasProvisional).toBe(true);
});

test("a change that is cut before its end has its later versions beside the first", () => {
  const state = after(
    opened,
    unfinished(revised("site:S1", 4)),
    settled(revised("site:S1", 5), revised("meal:B", 2)),
  );
  expect(state.byId.get("a")?.revised.map((r) => `${r.manifest} ${r.version}`)).toEqual([
    "site:S1 4",
    "site:S1 5",
    "meal:B 2",
  ]);
});

test("a version that is told twice is there once", () => {
  const view = {
    ...brief(3, ended),
    waitingFor: [],
    parked: [],
    tree: [],
    revised: [revised("site:S1", 4)],
  } satisfies ChangeView;
  const state = after(settled(revised("site:S1", 4)), { kind: "viewed", view });
  expect(state.byId.get("a")?.revised).toHaveLength(1);
  expect(state.byId.get("a")?.brief?.actor).toBe("chen");
});

test("something parked is not simply settled", () => {
  const parked = brief(1, { ...ended, state: "settled-with-parked" });
  expect(phase(after(settled(), { kind: "listed", changes: [parked] }))).toBe("parked");
});

test("the list is asked for what is missing, and only for that", () => {
  expect(askSince(NO_RIPPLES)).toBeNull();
  const numbered = after({ kind: "listed", changes: [brief(7)] });
  expect(askSince(numbered)).toBeNull();
  expect(askSince(ripplesReducer(numbered, told({ type: "change-opened", change: "b" })))).toBe(7);
  expect(askSince(ripplesReducer(numbered, settled()))).toBe(6);
  expect(askSince(after(settled(), { kind: "listed", changes: [brief(7, ended)] }))).toBeNull();
});

test("the newest comes first, and one without a number is the newest", () => {
  const state = after(
    { kind: "listed", changes: [brief(1, { id: "x" }), brief(2, { id: "y" })] },
    told({ type: "change-opened", change: "z" }),
  );
  expect(newestFirst(state.byId.values()).map((r) => r.id)).toEqual(["z", "y", "x"]);
});

test("a long day does not fill the page's memory", () => {
  const changes = Array.from({ length: 1_000 }, (_, i) => brief(i + 1, { id: `c${i + 1}` }));
  const state = after({ kind: "listed", changes });
  expect(state.byId.size).toBe(300);
  expect(state.byId.has("c1000")).toBe(true);
  expect(state.lastN).toBe(1_000);
});

test("how long it took is told in milliseconds by the platform's clock", () => {
  expect(millisToSettled(brief(1, ended))).toBe(84);
  expect(millisToSettled(brief(1))).toBeNull();
  expect(millisToSettled(null)).toBeNull();
  expect(
    millisToSettled(
      brief(1, { receivedAt: "2026-06-08T12:00:00Z", settledAt: "2026-06-08T12:00:01.2Z" }),
    ),
  ).toBe(1_200);
});
