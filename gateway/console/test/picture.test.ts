import { expect, test } from "vitest";
import type { CaseFile, CaseRecipient } from "../src/api/telling";
import { localMillis } from "../src/duty/urgency";
import { drawing, signOf, toldOf } from "../src/ripple/picture/layout";

const recipient = (contact: string, state: string, due: string | null = null): CaseRecipient => ({
  contact,
  state,
  due,
  letters: [],
  acknowledgement: null,
  settlement: null,
});

const told = (manifest: string, ...recipients: CaseRecipient[]) => ({
  manifest,
  version: 3,
  recipients,
});

const NOON = localMillis("2026-06-08T12:00");

test("somebody past the deadline is late, unless they have answered or more was done", () => {
  const past = "2026-06-08T11:00";
  expect(signOf(recipient("a", "delivered", past), NOON)).toBe("late");
  expect(signOf(recipient("a", "seen", "2026-06-08T13:00"), NOON)).toBe("told");
  expect(signOf(recipient("a", "seen", past), null)).toBe("told");
  expect(signOf(recipient("a", "acknowledged", past), NOON)).toBe("acknowledged");
  expect(signOf(recipient("a", "escalated", past), NOON)).toBe("escalated");
  expect(signOf(recipient("a", "unknown", past), NOON)).toBe("failed");
  expect(signOf(recipient("a", "settled", past), NOON)).toBe("settled");
});

test("each list stands in the middle of its own recipients", () => {
  const drawn = drawing(
    [
      told("site:S11", recipient("U1", "told"), recipient("U2", "told"), recipient("U3", "told")),
      told("trip:X1A", recipient("D", "acknowledged")),
    ],
    NOON,
    null,
  );
  expect(drawn.inner).toHaveLength(2);
  expect(drawn.outer).toHaveLength(4);
  expect(drawn.edges).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 3],
  ]);
  const [list] = drawn.inner;
  const middle = drawn.outer[1];
  const far = Math.hypot(list?.x ?? 0, list?.y ?? 0);
  expect((list?.x ?? 0) / far).toBeCloseTo(middle?.x ?? 9);
  expect((list?.y ?? 0) / far).toBeCloseTo(middle?.y ?? 9);
  expect(middle?.y).toBeCloseTo(-1);
  expect(drawn.signs).toEqual({ told: 3, acknowledged: 1 });
});

test("nothing stands upon something else, lists without recipients neither", () => {
  const drawn = drawing(
    [told("site:S11"), told("site:S12", recipient("U1", "told")), told("trip:X1A")],
    NOON,
    null,
  );
  const spots = [...drawn.inner, ...drawn.outer].map((s) => `${s.x.toFixed(3)} ${s.y.toFixed(3)}`);
  expect(new Set(spots).size).toBe(4);
});

const sixty = [
  ...Array.from({ length: 30 }, (_, i) =>
    told(`meal:M${i}`, recipient(`K${i}`, i < 10 ? "acknowledged" : "delivered")),
  ),
  ...Array.from({ length: 29 }, (_, i) => told(`trip:T${i}`, recipient(`D${i}`, "failed"))),
  told("rooming:H1", recipient("H1", "seen")),
];

test("a change with sixty lists stands for them by kind, and those who stand alike together", () => {
  const drawn = drawing(sixty, NOON, null);
  expect(drawn.inner.map((s) => (s.of === "kind" ? [s.kind, s.lists, s.open] : s.key))).toEqual([
    ["meal", 30, 20],
    ["trip", 29, 29],
    "rooming:H1",
  ]);
  expect(drawn.outer).toHaveLength(4);
  expect(drawn.outer.filter((s) => s.of === "crowd").map((s) => [s.sign, s.people])).toEqual([
    ["told", 20],
    ["acknowledged", 10],
    ["failed", 29],
  ]);
  expect(drawn.signs).toEqual({ told: 21, acknowledged: 10, failed: 29 });
  expect(drawn.grouped).toEqual(["meal", "trip"]);
});

test("a kind that was opened shows its lists, the others stay closed", () => {
  const drawn = drawing(sixty, NOON, "meal");
  expect(drawn.inner.filter((s) => s.of === "list")).toHaveLength(31);
  expect(drawn.inner.filter((s) => s.of === "kind")).toHaveLength(1);
});

test("lists are those of the change, with the newest version and in the order of their kinds", () => {
  const file = {
    state: "settled",
    outstanding: 1,
    told: [{ manifest: "trip:X1A", version: 4, title: null, recipients: [recipient("D", "seen")] }],
  } as CaseFile;
  const revised = [
    { manifest: "trip:X1A", version: 3 },
    { manifest: "trip:X1A", version: 4 },
    { manifest: "rooming:H1", version: 2 },
    { manifest: "meal:L10", version: 2 },
    { manifest: "meal:L9", version: 2 },
  ];
  expect(toldOf(revised, file).map((t) => [t.manifest, t.version, t.recipients.length])).toEqual([
    ["rooming:H1", 2, 0],
    ["meal:L9", 2, 0],
    ["meal:L10", 2, 0],
    ["trip:X1A", 4, 1],
  ]);
  expect(toldOf(revised, undefined)).toHaveLength(4);
});

test("of many lists no two neighbours stand equally far from the middle", () => {
  for (const lists of [13, 19, 30, 31]) {
    const told = Array.from({ length: lists }, (_, i) => ({
      manifest: `meal:M${i}`,
      version: 1,
      recipients: [],
    }));
    const far = drawing(told, NOON, "meal").inner.map((s) => Math.hypot(s.x, s.y).toFixed(2));
    expect(far).toHaveLength(lists);
    far.forEach((one, i) => {
      expect(one, `${i} of ${lists}`).not.toBe(far[(i + 1) % lists]);
    });
  }
});
