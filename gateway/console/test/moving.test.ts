import { describe, expect, it } from "vitest";
import { byDesk, candidates, dayFrom, ofKeys } from "../src/plans/moving/candidates";
import { movingAt, placeOfMoving } from "../src/plans/moving/places";
import { minutesOf, spanOf } from "../src/plans/moving/span";
import { tally } from "../src/plans/moving/useMoving";
import { KINDS } from "../src/plans/tables";

const entry = (of: Record<string, unknown>) => ({ version: 3, cancelled: false, ...of });
const lists = {
  session: [
    entry({ code: "OPEN", title: "开幕", starts: "2026-06-09T09:00" }),
    entry({ code: "GONE", title: "取消", starts: "2026-06-09T10:00", cancelled: true }),
    entry({ code: "NEXT", title: "次日", starts: "2026-06-10T09:00" }),
  ],
  meal: [entry({ code: "DR1", starts: "2026-06-09T18:00", cutoff: "2026-06-09T16:00" })],
  route: [entry({ code: "R1", departs: "2026-06-09T13:00", returns: "2026-06-10T18:00" })],
  stop: [
    entry({ code: "S1", route: "R1", arrives: "2026-06-10T09:00", leaves: "2026-06-10T10:00" }),
    entry({ code: "S9", route: "R9", arrives: "2026-06-10T09:00", leaves: "2026-06-10T10:00" }),
  ],
  trip: [
    entry({ code: "X1", kind: "excursion", route: "R1", departs: "2026-06-09T13:00" }),
    entry({
      code: "P1",
      kind: "pickup",
      windowFrom: "2026-06-09T08:30",
      windowTo: "2026-06-09T11:00",
    }),
  ],
};
const kinds = [KINDS.session, KINDS.meal, KINDS.trip, KINDS.route, KINDS.stop];

describe("plans of all desks move together", () => {
  it("takes what lies in the window, and of a route that leaves in it everything", () => {
    const found = candidates(kinds, lists, dayFrom("2026-06-09T08:00"), 45);
    expect(found.map((one) => one.key)).toEqual([
      "session:OPEN",
      "meal:DR1",
      "trip:P1",
      "trip:X1",
      "route:R1",
      "stop:S1",
    ]);
    expect(found[1]?.move.to).toEqual({ starts: "2026-06-09T18:45", cutoff: "2026-06-09T16:45" });
  });
  it("leaves out what was over before the event began", () => {
    const found = candidates(kinds, lists, dayFrom("2026-06-09T09:00"), 45);
    expect(found.map((one) => one.key)).not.toContain("trip:P1");
  });
  it("takes a pickup for what follows its flights", () => {
    const pickup = candidates(kinds, lists, dayFrom("2026-06-09T08:00"), 45).find(
      (one) => one.key === "trip:P1",
    );
    expect(pickup?.follows).toBe("arrivals");
  });
  it("groups them by the desk whose they are", () => {
    const found = byDesk(candidates(kinds, lists, dayFrom("2026-06-09T08:00"), 45));
    expect(found.map(([desk, ones]) => `${desk} ${ones.length}`)).toEqual([
      "venue 1",
      "catering 1",
      "transport 2",
      "excursion 2",
    ]);
  });
  it("finds what another desk has named, whenever it is, and nothing that is cancelled", () => {
    const found = ofKeys(kinds, lists, ["session:NEXT", "session:GONE", "stop:S9"], -30);
    expect(found.map((one) => one.key)).toEqual(["session:NEXT", "stop:S9"]);
    expect(found[0]?.move.to).toEqual({ starts: "2026-06-10T08:30" });
  });
  it("says a span by days and minutes, there and back", () => {
    expect(spanOf(-1500)).toEqual({ way: "earlier", days: 1, minutes: 60 });
    expect([30, -1500, 2880].map((m) => minutesOf(spanOf(m)))).toEqual([30, -1500, 2880]);
  });
  it("has an address of its own", () => {
    for (const because of [
      { kind: "none" },
      { kind: "plan", key: "session:A:B" },
      { kind: "asked", id: "7" },
    ] as const) {
      expect(movingAt(placeOfMoving(because))).toEqual(because);
    }
    expect(movingAt("meal:DR1")).toBeNull();
  });
  it("counts who has come to what end", () => {
    const error = new Error("no");
    const verdicts = new Map([
      ["a", { kind: "done", change: null }],
      ["b", { kind: "refused", error }],
      ["c", { kind: "unsure", error }],
      ["d", { kind: "weighed" }],
    ] as const);
    expect(tally(verdicts)).toEqual({ asked: 4, weighed: 1, done: 1, refused: 1, unsure: 1 });
  });
});
