import { expect, test } from "vitest";
import type { Revision } from "../src/api/types";
import { aboutOf, bySeverity, lineSum, sumOf } from "../src/impact/impact";

const revision = (manifest: string, more: Partial<Revision> = {}): Revision => ({
  manifest,
  version: 2,
  header: {},
  lines: {},
  lineCount: 0,
  recipients: [],
  due: null,
  late: false,
  ...more,
});

test("a recipient of several lists is one recipient", () => {
  const manifests = [
    revision("site:S1", { recipients: ["C1", "C2"] }),
    revision("trip:B1", { recipients: ["C2"], late: true }),
  ];
  const exceptions = [{ service: "excursion", exception: { kind: "overfull" } }];
  expect(sumOf({ manifests, exceptions })).toEqual({
    manifests: 2,
    recipients: 2,
    exceptions: 1,
    late: 1,
  });
});

test("what is late comes first, then what is due soonest", () => {
  const all = [
    revision("a"),
    revision("b", { due: "2026-06-09T12:00" }),
    revision("c", { due: "2026-06-08T12:00" }),
    revision("d", { due: "2026-06-07T12:00", late: true }),
  ];
  expect(bySeverity(all).map((r) => r.manifest)).toEqual(["d", "c", "b", "a"]);
});

test("lines that are only counted are not lost", () => {
  const one = revision("m", {
    lines: { p: { before: null, after: { name: "x" } } },
    lineCount: 2500,
  });
  expect(lineSum(one)).toEqual({ added: 1, removed: 0, changed: 0, untold: 2499 });
});

test("an exception's sentence has a dash for what it does not say", () => {
  const about = aboutOf({ kind: "overfull", bus: "B1", seats: 45, taken: 46, name: null });
  expect(about.bus).toBe("B1");
  expect(about.taken).toBe("46");
  expect(about.who).toBe("–");
});
