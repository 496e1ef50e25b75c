import { expect, test } from "vitest";
import { localMoment } from "../src/i18n/moments";

test("a local time is shown as it stands, wherever one looks from", () => {
  expect(localMoment("2026-06-08T23:59", "zh")).toBe("6月8日 23:59");
  expect(localMoment("2026-06-08T00:01", "en")).toBe("8 Jun 00:01");
  expect(localMoment("2026-06-11", "zh")).toBe("6月11日");
});

test("what is no time is shown as it is", () => {
  expect(localMoment("", "zh")).toBe("");
  expect(localMoment("301", "en")).toBe("301");
  expect(localMoment("2026-13-45", "en")).toBe("2026-13-45");
});
