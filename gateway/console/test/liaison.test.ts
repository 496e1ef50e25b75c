import { describe, expect, it } from "vitest";
import { instantOf, localAt, skewOf, wipesAt } from "../liaison/book/clock";
import { found } from "../liaison/book/finding";
import type { Named } from "../liaison/book/types";
import { type Deed, rollCall, transfer } from "../liaison/deeds/deed";
import { after, type Posted, sendAll, settled, trimmed, unsent } from "../liaison/deeds/queue";
import {
  afterReport,
  allAboard,
  counts,
  EMPTY,
  isNothing,
  marked,
  undone,
  unreported,
} from "../liaison/roll/roll";

const AT = { conference: "c", trip: "X1A", happenedAt: "2026-06-09T14:00" };

describe("a roll-call on the phone", () => {
  it("counts who is there, who is not, and who is neither", () => {
    const roll = marked(marked(marked(EMPTY, "a", "aboard"), "b", "absent"), "x", "unexpected");
    expect(counts(roll, ["a", "b", "c"])).toEqual({
      expected: 3,
      aboard: 1,
      absent: 1,
      unexpected: 1,
      open: 1,
    });
  });

  it("counts who was unexpected as aboard once they are on the list", () => {
    const roll = marked(EMPTY, "x", "unexpected");
    expect(counts(roll, ["x"])).toMatchObject({ aboard: 1, unexpected: 0, open: 0 });
  });

  it("takes taps back one by one, to what was before them", () => {
    const roll = marked(marked(EMPTY, "a", "aboard"), "a", "absent");
    expect(undone(roll).marks).toEqual({ a: "aboard" });
    expect(undone(undone(roll)).marks).toEqual({});
    expect(undone(EMPTY)).toBe(EMPTY);
  });

  it("reports what was seen since the last report, and nothing twice", () => {
    const first = allAboard(marked(EMPTY, "b", "absent"), ["a", "b"]);
    expect(unreported(first)).toEqual({ aboard: ["a"], absent: ["b"], unexpected: [] });
    const later = marked(afterReport(first), "b", "aboard");
    expect(unreported(later)).toEqual({ aboard: ["b"], absent: [], unexpected: [] });
    expect(isNothing(unreported(afterReport(later)))).toBe(true);
  });

  it("reports who is unexpected as aboard, too", () => {
    expect(unreported(marked(EMPTY, "x", "unexpected"))).toEqual({
      aboard: ["x"],
      absent: [],
      unexpected: ["x"],
    });
  });
});

/** A platform as far as the queue sees it: it takes a key once, however often it comes. */
class Door {
  readonly taken = new Map<string, string>();
  answers: Posted[] = [];

  readonly post = async (deed: Deed): Promise<Posted> => {
    const answer = this.answers.shift() ?? { kind: "taken", body: {} };
    if (answer.kind === "taken") {
      this.taken.set(deed.id, deed.body);
    }
    return answer;
  };
}

class Phone {
  constructor(public deeds: readonly Deed[]) {}

  send(door: Door) {
    return sendAll(
      () => this.deeds.filter((d) => d.state === "waiting"),
      door.post,
      async (deed) => {
        this.deeds = this.deeds.map((d) => (d.id === deed.id ? deed : d));
      },
    );
  }
}

describe("the queue of deeds", () => {
  const one = rollCall(AT, { aboard: ["a"], absent: [], unexpected: [] });
  const two = transfer(AT, { person: "b", name: "乙", route: "R2", bus: "", base: 3 });
  const dismissed = { id: "t1", state: "dismissed", word: "车已满" };

  it("sends in order and keeps what is done as done", async () => {
    const phone = new Phone([one, two]);
    const door = new Door();
    expect(await phone.send(door)).toMatchObject({ ended: "all" });
    expect([...door.taken.keys()]).toEqual([one.id, two.id]);
    expect(unsent(phone.deeds)).toBe(0);
  });

  it("sends the very same again under the same key when no answer came", async () => {
    const phone = new Phone([one]);
    const door = new Door();
    door.answers = [{ kind: "later", millis: 5 }];
    expect(await phone.send(door)).toEqual({ ended: "later", waitMillis: 5 });
    expect(unsent(phone.deeds)).toBe(1);
    await phone.send(door);
    await phone.send(door);
    expect([...door.taken]).toEqual([[one.id, one.body]]);
  });

  it("puts aside what is refused, and goes on with the others", async () => {
    const phone = new Phone([one, two]);
    const door = new Door();
    const refusal = { status: 422, code: "trip-unknown", title: "没有", detail: "" };
    door.answers = [{ kind: "refused", refusal }];
    await phone.send(door);
    expect(phone.deeds.map((d) => d.state)).toEqual(["refused", "done"]);
    expect(unsent(phone.deeds)).toBe(1);
  });

  it("stops where the session has ended, and loses nothing", async () => {
    const phone = new Phone([one, two]);
    const door = new Door();
    door.answers = [{ kind: "signed-out" }];
    expect((await phone.send(door)).ended).toBe("signed-out");
    expect(unsent(phone.deeds)).toBe(2);
  });

  it("sends what comes while it is sending", async () => {
    const phone = new Phone([one]);
    const door = new Door();
    const { post } = door;
    await sendAll(
      () => phone.deeds.filter((d) => d.state === "waiting"),
      (deed) => {
        if (deed === one) {
          phone.deeds = [...phone.deeds, two];
        }
        return post(deed);
      },
      async (deed) => {
        phone.deeds = phone.deeds.map((d) => (d.id === deed.id ? deed : d));
      },
    );
    expect(door.taken.size).toBe(2);
  });

  it("tells what the desk made of a transfer that had to wait", () => {
    const waiting = after(two, { kind: "taken", body: { id: "t1", state: "waiting", word: null } });
    expect(waiting).toMatchObject({ state: "done", outcome: "waiting", transfer: "t1" });
    expect(settled([waiting, one], [dismissed, { id: "t2", state: "applied" }])).toEqual([
      { ...waiting, outcome: "dismissed", word: "车已满" },
      one,
    ]);
  });

  it("never drops what was not sent, however much was done", () => {
    const done = Array.from({ length: 80 }, () => ({
      ...rollCall(AT, { aboard: [], absent: [], unexpected: [] }),
      state: "done" as const,
    }));
    const left = trimmed([one, ...done, two]);
    expect(left).toHaveLength(62);
    expect(left).toContain(one);
    expect(left).toContain(two);
  });

  it("carries the base that the phone had, and the time at the conference", () => {
    expect(JSON.parse(two.body)).toEqual({
      person: "b",
      route: "R2",
      bus: "",
      base: 3,
      happenedAt: "2026-06-09T14:00",
    });
    expect(two.path).toBe("/api/excursion/conferences/c/transfers");
    expect(one.path).toBe("/api/transport-dispatch/conferences/c/trips/X1A/roll-calls");
  });
});

describe("finding people without a network", () => {
  const people: Named[] = [
    { person: "1", name: "王张伟", delegation: "FJ", rank: 3, sound: "wang zhang wei" },
    { person: "2", name: "张伟", delegation: "FJ", rank: 3, sound: "zhang wei" },
    { person: "3", name: "赵薇", delegation: "GD", rank: 3, sound: "zhao wei" },
    { person: "4", name: "吕布", delegation: "GD", rank: 4, sound: "lv bu" },
  ];
  const names = (typed: string) =>
    found(people, typed, (code) => (code === "GD" ? "广东省" : "福建省")).map((p) => p.name);

  it("by sound, initials and characters, the nearest first", () => {
    expect(names("zhangwei")).toEqual(["张伟", "王张伟"]);
    expect(names("ZHANGW")).toEqual(["张伟", "王张伟"]);
    expect(names("zw")).toEqual(["张伟", "赵薇", "王张伟"]);
    expect(names("伟")).toEqual(["王张伟", "张伟"]);
    expect(names("hangwei")).toEqual([]);
  });

  it("by delegation, and every word must be found", () => {
    expect(names("gd")).toEqual(["赵薇", "吕布"]);
    expect(names("广东 zw")).toEqual(["赵薇"]);
    expect(names("")).toEqual([]);
  });

  it("by ü as v and as u", () => {
    expect(names("lvbu")).toEqual(["吕布"]);
    expect(names("lubu")).toEqual(["吕布"]);
    expect(names("lü")).toEqual(["吕布"]);
  });
});

describe("the conference's time on a phone", () => {
  const shanghai = "Asia/Shanghai";
  const at = Date.UTC(2026, 5, 9, 6, 5, 59);

  it("is told by the minute, in the conference's zone", () => {
    expect(localAt(at, shanghai)).toBe("2026-06-09T14:05");
    expect(instantOf("2026-06-09T14:05", shanghai)).toBe(Date.UTC(2026, 5, 9, 6, 5));
    expect(instantOf("2026-10-25T03:30", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 25, 2, 30));
    expect(instantOf("2026-03-08T01:30", "America/New_York")).toBe(Date.UTC(2026, 2, 8, 6, 30));
  });

  it("follows a rehearsal's clock and mends a wrong one, and ignores a minute", () => {
    expect(skewOf("2026-06-09T14:06", shanghai, at)).toBe(0);
    expect(skewOf("2026-06-09T15:05", shanghai, at)).toBe(3_600_000);
  });

  it("ends what is kept with the conference, a rehearsal's by its length", () => {
    const conference = {
      starts: "2026-06-08T08:00",
      ends: "2026-06-11T18:00",
      timezone: shanghai,
      rehearsal: false,
    };
    expect(wipesAt(conference, at)).toBe(Date.UTC(2026, 5, 11, 10));
    const length = 3 * 24 + 10;
    expect(wipesAt({ ...conference, rehearsal: true }, at)).toBe(at + (length + 24) * 3_600_000);
  });
});
