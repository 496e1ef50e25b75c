import { describe, expect, test } from "vitest";
import { agenda, days, next } from "../site/me/agenda.ts";
import type { PersonalPage } from "../site/me/types.ts";

const page: PersonalPage = {
  session: "",
  published: true,
  conference: { name: "", starts: "2026-06-08T14:00", ends: "2026-06-12T12:00" },
  now: "2026-06-09T12:00",
  name: null,
  delegation: null,
  sessions: [
    { code: "V1", title: "开幕式", hall: "朱槿厅", starts: "2026-06-09T09:00", absent: false },
  ],
  buses: [
    { trip: "B1", plate: "桂A00001", departs: "2026-06-10T08:00", route: "R1" },
    { trip: "B9", plate: "", departs: null, route: "R9" },
  ],
  sites: [
    { stop: "S1", title: "江南厂", arrives: "2026-06-10T09:00", bus: "B1", plate: "", route: "R1" },
  ],
  meals: [
    { code: "M", starts: "2026-06-09T18:30", place: "宴会厅", why: "rank", absent: true },
    { code: "L", starts: "2026-06-10T12:00", place: "食堂", why: "route", absent: false },
  ],
  telephones: [],
  choice: { messages: true, language: "zh" },
  reachable: true,
  own: null,
};

describe("the agenda", () => {
  test("is in the order of time, and a bus without a time is not in it", () => {
    expect(agenda(page).map((i) => i.at)).toEqual([
      "2026-06-09T09:00",
      "2026-06-09T18:30",
      "2026-06-10T08:00",
      "2026-06-10T09:00",
      "2026-06-10T12:00",
    ]);
  });

  test("what comes next is what has not begun and at which one is", () => {
    expect(next(agenda(page), page.now)?.title).toBe("B1");
    expect(next(agenda(page), "2026-06-11T00:00")).toBeNull();
  });

  test("is shown by day", () => {
    expect(days(agenda(page)).map(([day, items]) => [day, items.length])).toEqual([
      ["2026-06-09", 2],
      ["2026-06-10", 3],
    ]);
  });
});
