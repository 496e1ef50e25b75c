const DAY = "2026-06-08";
const SURNAMES = [..."陈林黄张李王吴刘蔡杨许郑"];
const GIVEN = [
  "静",
  "海涛",
  "文怡",
  "建国",
  "兰",
  "志远",
  "雪梅",
  "晨",
  "永梅",
  "超",
  "霞",
  "云康",
];

/** Each list at its own desk, in the order in which they need each other. */
const INVENTORY = [
  [
    "registration",
    "registration",
    "delegations",
    [
      { code: "CQ", name: "重庆市" },
      { code: "GD", name: "广东省" },
    ],
  ],
  ["accommodation", "accommodation", "hotels", [{ code: "H1", name: "荔园山庄", contact: "" }]],
  [
    "accommodation",
    "accommodation",
    "rooms",
    Array.from({ length: 14 }, (_, i) => ({
      hotel: "H1",
      room: String(301 + i),
      type: "标间",
      capacity: 2,
    })),
  ],
  [
    "accommodation",
    "accommodation",
    "lodgings",
    [
      { delegation: "CQ", hotel: "H1" },
      { delegation: "GD", hotel: "H1" },
    ],
  ],
  [
    "excursion",
    "excursion",
    "routes",
    [
      { code: "R1", name: "百色", departs: "2026-06-09T14:00", returns: "2026-06-10T19:00" },
      { code: "R2", name: "北海", departs: "2026-06-09T14:00", returns: "2026-06-10T19:00" },
    ],
  ],
  [
    "excursion",
    "excursion",
    "stops",
    [
      stop("S11", "R1", 1, "百色污水处理厂", "2026-06-09T16:30", "2026-06-09T18:00"),
      stop("S12", "R1", 2, "右江水质净化中心", "2026-06-10T09:30", "2026-06-10T11:00"),
      stop("S21", "R2", 1, "北海红坎污水厂", "2026-06-09T16:30", "2026-06-09T18:00"),
    ],
  ],
  [
    "transport",
    "transport-dispatch",
    "trips",
    [
      trip("X1A", "excursion", "桂AQZ0JN", { route: "R1", departs: "2026-06-09T14:00" }),
      trip("X2A", "excursion", "桂A507N1", { route: "R2", departs: "2026-06-09T14:00" }),
      trip("PG11", "pickup", "桂AXL3QJ", {
        from: "NNG",
        windowFrom: `${DAY}T08:00`,
        windowTo: `${DAY}T20:00`,
      }),
    ],
  ],
  [
    "catering",
    "catering",
    "meals",
    [
      meal("DH1D1", "2026-06-08T18:30", "H1", "hotel:H1"),
      meal("BH1D2", "2026-06-09T07:00", "H1", "hotel:H1"),
      meal("DR1", "2026-06-09T18:30", "K1", "route:R1"),
      meal("DR2", "2026-06-09T18:30", "K2", "route:R2"),
    ],
  ],
];

function stop(code, route, seq, name, arrives, leaves) {
  return { code, route, seq, name, arrives, leaves, contact: "" };
}

function trip(code, kind, plate, more) {
  return {
    code,
    kind,
    plate,
    seats: 45,
    driver: "",
    route: "",
    departs: null,
    delegations: [],
    from: "",
    windowFrom: null,
    windowTo: null,
    contact: "",
    ...more,
  };
}

function meal(code, starts, kitchen, scope) {
  return {
    code,
    starts,
    cutoff: starts.replace(/T(\d\d)/, (_, h) => `T${String(h - 2).padStart(2, "0")}`),
    kitchen,
    scope,
    contact: "",
  };
}

function person(i) {
  return {
    delegation: i % 2 === 0 ? "CQ" : "GD",
    name: SURNAMES[i] + GIVEN[i],
    gender: i % 3 === 0 ? "F" : "M",
    rank: 2 + (i % 3),
    title: i % 2 === 0 ? "处长" : "工程师",
    phone: `199000001${String(i).padStart(2, "0")}`,
    diet: "normal",
    arrival: { time: `${DAY}T${10 + (i % 8)}:25`, place: "NNG", number: `CZ${3300 + i}` },
    route: i % 2 === 0 ? "R1" : "R2",
  };
}

/** A small conference, for a platform that has none. */
export async function makeConference(desk) {
  const made = await desk.ask("POST", "/api/registration/conferences", {
    code: "JOURNEY",
    name: "城镇污水处理经验交流会",
    timezone: "Asia/Shanghai",
    starts: `${DAY}T08:00`,
    ends: "2026-06-11T18:00",
    rehearsal: true,
  });
  return made.id;
}

/** Entered by somebody who has a seat at all of these desks. */
export async function fillConference(desk, conference) {
  const at = (service, list) => `/api/${service}/conferences/${conference}/${list}`;
  for (const [role, service, list, entries] of INVENTORY) {
    await untilKnown(() => desk.ask("POST", at(service, list), entries, { "Huiwu-Role": role }));
  }
  for (let i = 0; i < SURNAMES.length; i++) {
    await untilKnown(() =>
      desk.ask("POST", at("registration", "participants"), person(i), {
        "Huiwu-Role": "registration",
      }),
    );
  }
}

/** What another desk has entered is known here a moment later. */
async function untilKnown(work) {
  for (let i = 0; ; i++) {
    try {
      return await work();
    } catch (e) {
      if (i === 40 || !/: (404|409|422) /.test(e.message)) {
        throw e;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
