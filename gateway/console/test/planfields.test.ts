import { describe, expect, test } from "vitest";
import type { Impact } from "../src/api/types";
import { bodyOf, differing, draftOf, missing } from "../src/plans/fields";
import type { Entry } from "../src/plans/kinds";
import { later, moveOf, together } from "../src/plans/shifting";
import { KINDS } from "../src/plans/tables";
import { dateFrom, momentFrom, roomNumbers } from "../src/plans/typing";

const trip: Entry = {
  code: "X1A",
  kind: "excursion",
  plate: "桂A1",
  seats: 45,
  driver: "",
  route: "R1",
  departs: "2026-06-09T14:00",
  delegations: ["GD", "CQ"],
  from: "",
  windowFrom: null,
  windowTo: null,
  contact: "",
  cancelled: false,
  version: 1,
};

describe("what is typed", () => {
  test("of a moment only the hour: it stays on its day", () => {
    expect(momentFrom("17:30", "2026-06-09T09:00")).toBe("2026-06-09T17:30");
    expect(momentFrom("1730", "2026-06-09T09:00")).toBe("2026-06-09T17:30");
    expect(momentFrom("９：０５", "2026-06-09T09:00")).toBe("2026-06-09T09:05");
    expect(momentFrom("6-10 8:00", "2026-06-09T09:00")).toBe("2026-06-10T08:00");
    expect(momentFrom("2026/6/10 08:00", "2025-01-01T00:00")).toBe("2026-06-10T08:00");
  });
  test("what is no moment is none, and nothing is guessed", () => {
    for (const typed of ["", "25:70", "2-30 10:00", "10", "6-9 10:00 x", "tomorrow"]) {
      expect(momentFrom(typed, "2026-06-09T09:00"), typed).toBeNull();
    }
    expect(momentFrom("17:30", "")).toBeNull();
    expect(dateFrom("6-31", "2026-06-09")).toBeNull();
    expect(dateFrom("6.30", "2026-06-09")).toBe("2026-06-30");
  });
  test("room numbers come as a hotel gives them", () => {
    expect(roomNumbers("801-803、901 903，901")).toEqual(["801", "802", "803", "901", "903"]);
    expect(roomNumbers("A08～A10")).toEqual(["A08", "A09", "A10"]);
    for (const typed of ["", "810-801", "A1-B3", "1-900", "8-", "-"]) {
      expect(roomNumbers(typed), typed).toBeNull();
    }
  });
});

describe("what is said of a plan", () => {
  const { fields } = KINDS.trip;
  test("is text in the form and its own kind on the wire", () => {
    const draft = draftOf(trip, fields);
    expect(draft).toMatchObject({ seats: "45", delegations: "GD CQ", windowFrom: "" });
    const seconds = { starts: "2026-06-09T09:00:00" };
    expect(draftOf(seconds, KINDS.session.fields).starts).toBe("2026-06-09T09:00");
    expect(
      bodyOf({ seats: "40", delegations: "CQ GD", windowTo: "", driver: " 韦 " }, fields),
    ).toEqual({ seats: 40, delegations: ["CQ", "GD"], windowTo: null, driver: "韦" });
  });
  test("is only what differs; codes have no order", () => {
    const was = draftOf(trip, fields);
    const now = { ...was, delegations: "CQ GD", driver: " ", seats: "40" };
    expect(differing(was, now, fields, ["delegations", "driver", "seats"])).toEqual(["seats"]);
  });
  test("lacks what is empty or no number", () => {
    const draft = { code: "X", kind: "excursion", plate: "", seats: "0", driver: "" };
    expect(missing(draft, fields, ["code", "kind", "plate", "seats", "driver"])).toEqual([
      "plate",
      "seats",
    ]);
  });
});

describe("plans that move together", () => {
  test("move over midnight and the end of a month, in the conference's own time", () => {
    expect(later("2026-06-30T23:30", 45)).toBe("2026-07-01T00:15");
    expect(later("2026-03-29T02:30", -60)).toBe("2026-03-29T01:30");
  });
  test("each by its own command, with all its times; what is cancelled stays", () => {
    const bus = moveOf(KINDS.trip, trip, 30);
    expect([bus?.deed.action, bus?.to]).toEqual(["retime-trip", { departs: "2026-06-09T14:30" }]);
    const meal = { starts: "2026-06-08T18:30", cutoff: "2026-06-08T16:30", version: 1 };
    expect(moveOf(KINDS.meal, meal, -30)?.to).toEqual({
      starts: "2026-06-08T18:00",
      cutoff: "2026-06-08T16:00",
    });
    expect(moveOf(KINDS.meal, { ...meal, cancelled: true }, 30)).toBeNull();
    expect(moveOf(KINDS.trip, { ...trip, departs: null }, 30)).toBeNull();
    expect(moveOf(KINDS.hotel, meal, 30)).toBeNull();
  });
  test("touch a list once, whichever of them touches it", () => {
    const impact = (key: string, late: boolean, recipient: string): Impact => ({
      manifests: [
        {
          manifest: "site:S11",
          version: 3,
          header: {},
          lines: { [key]: { before: null, after: {} } },
          lineCount: 1,
          recipients: [recipient],
          due: null,
          late,
        },
      ],
      exceptions: [{ service: "excursion", exception: { kind: "overfull", bus: "X1A" } }],
    });
    const sum = together([impact("a", false, "U1"), impact("b", true, "U2")]);
    expect(sum.manifests).toHaveLength(1);
    expect(sum.manifests[0]).toMatchObject({ lineCount: 2, late: true, recipients: ["U1", "U2"] });
    expect(sum.exceptions).toHaveLength(1);
  });
});
