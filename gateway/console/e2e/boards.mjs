import { Clerk } from "./clerk.mjs";
import { Desk } from "./desk.mjs";
import { fits, must, Stage } from "./stage.mjs";
import { Wire } from "./wire.mjs";

/*
 * What the boards show while desks change things elsewhere: a delegate who comes after midnight, a
 * pickup that is too small, ten rooms at once, a roll-call, a change that reaches its recipients;
 * the network cut and back; by keyboard, on the wall, in English, at night and on a phone.
 */
const DESK_SIZE = { width: 1440, height: 900 };
const WALL_SIZE = { width: 1920, height: 1080 };
const PHONE_SIZE = { width: 390, height: 844 };
const NOT_SIGNED_IN = /status of 401 .*\/session\b/;
/** A change is known to whoever watches it a moment after it was made; one without a case has none. */
const NOT_KNOWN_YET = /status of 404 .*\/(changes|cases)\//;
const CUT = /net::ERR_|Failed to load resource/;

const stage = new Stage("e2e:boards", "boards");
const { complaints } = stage;
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password, [
  "liaison",
  "protocol",
]);
await clerk.contacts([
  contact("U1", "site", "百色污水处理厂接待组", "13877100067"),
  contact("D1", "driver", "司机韦师傅", "13877100071"),
]);
for (const [trip, delegation] of [
  ["X1A", "CQ"],
  ["X2A", "GD"],
]) {
  await asDesk("transport", "PATCH", "transport-dispatch", `trips/${trip}`, {
    delegations: [delegation],
  });
}
await clerk.atRest("site:S11");
await clerk.receives("U1", "site:S11");
await clerk.receives("D1", "trip:X1A");
await clerk.receives("D1", "trip:PG11");
await clerk.goLive();
await clerk.setClock("2026-06-08T12:00");
const people = await clerk.people();
const rider = (delegation) => people.filter((p) => p.delegation === delegation);
const [first, second, third] = rider("CQ");
const [stranger] = rider("GD");

async function asDesk(role, method, service, rest, body) {
  const address = clerk.at(service, rest);
  const now = method === "POST" ? null : await clerk.ask("GET", address);
  return clerk.ask(method, address, body, {
    "Huiwu-Role": role,
    ...(now ? { "If-Match": `"${now.version}"` } : {}),
  });
}

await stage.raise();
const wire = await Wire.to(stage.url);
const page = await stage.open(DESK_SIZE, { deviceScaleFactor: 1 });
stage.page = page;
const desk = new Desk(page, wire.address);

function contact(code, role, name, phone) {
  return { code, role, name, phone, email: "", channels: ["page", "sms"], language: null };
}

const step = (name, work) => stage.step(name, () => complaints.expecting(NOT_KNOWN_YET, work));

async function picture(name) {
  await desk.quiet();
  await page.mouse.move(0, 0);
  await stage.picture(name);
}

const go = (place) => page.goto(`${desk.url}/#/${clerk.conference}/boards/${place}`);
const panel = (name) => page.locator(`.panel[data-panel="${name}"]`);
const text = (locator, words) => locator.filter({ hasText: words }).first().waitFor();

const arrives = (person, time, number) =>
  asDesk("registration", "PATCH", "registration", `participants/${person.id}/itinerary`, {
    arrival: { time, place: "NNG", number },
  });

try {
  await step("somebody who would rather look signs in", () =>
    complaints.expecting(NOT_SIGNED_IN, async () => {
      await desk.open();
      await desk.signIn(clerk.user.account, clerk.user.password);
      await page.locator(".top").waitFor();
      await desk.awaitLine("live");
    }),
  );
  await step("the whole conference is seen at a glance", async () => {
    await page.locator(".top-link.boards").click();
    await text(panel("arrivals").locator('.pickup[data-trip="PG11"]'), "12/45");
    await text(panel("arrivals").locator(".findings"), "座位够用");
    await text(panel("nights").locator('[data-hotel="H1"] .night').first(), "余 ");
    await text(panel("meals").locator('[data-meal="DH1D1"]'), "12 人");
    await text(panel("buses").locator('[data-bus="X1A"]'), "6/45");
    await panel("open").locator(".open-counts").waitFor();
    await picture("zh-overview");
  });
  await step(
    "a delegate will come after midnight: it is said, and nobody fetches them",
    async () => {
      await arrives(first, "2026-06-09T01:10", "CZ3278");
      await text(panel("arrivals").locator('.findings [data-kind="unfetched"]'), "1 人没有接站车");
      await text(panel("arrivals").locator('.pickup[data-trip="PG11"]'), "11/45");
      await text(panel("meals").locator('[data-meal="DH1D1"]'), "11 人");
      await go("arrivals");
      await text(page.locator(".timeline-last"), "01:10");
      await text(page.locator(".timeline-last"), "CZ3278");
      await page.locator('.chip[data-filter="midnight"]').click();
      await page.locator('.wave[data-state="unfetched"]').waitFor();
      must((await page.locator(".wave").count()) === 1, "others come after midnight, too");
      await page.locator(".wave-head").focus();
      await page.keyboard.press("Enter");
      await text(page.locator(".wave-names"), first.name);
      await picture("zh-arrivals");
    },
  );
  await step(
    "a smaller vehicle comes: there are fewer seats than people, in words too",
    async () => {
      await asDesk("transport", "PATCH", "transport-dispatch", "trips/PG11", { seats: 7 });
      await text(page.locator('.findings [data-kind="over"]'), "差 4 座");
      await page.locator('.pickup[data-trip="PG11"][data-over]').waitFor();
      await page.locator('.arrivals[data-place="NNG"] .numbers summary').first().click();
      await text(page.locator(".arrivals .numbers tbody tr"), "PG11 11/7");
      await page.locator('.chip[data-filter="all"]').click();
      await picture("zh-over");
    },
  );
  await step("who was met at the airport is counted", async () => {
    await asDesk("liaison", "POST", "transport-dispatch", "trips/PG11/roll-calls", {
      happenedAt: "2026-06-08T12:00",
      aboard: [second.id],
      absent: [third.id],
      unexpected: [],
    });
    await text(page.locator('.wave[data-state="met"]'), "已上车 1");
    await text(page.locator(".wave"), "未接到 1");
  });
  await step("ten rooms are held at once, and where there are more is seen", async () => {
    await go("rooms:H1");
    await page.locator(".room-cell").first().waitFor();
    const free = await page.locator('.room-cell[data-state="free"]').count();
    must(free >= 4, `only ${free} rooms are free`);
    await page.locator(".free-form input").fill(String(free));
    await page.locator('.free-list [data-hotel="H1"][data-enough="true"]').waitFor();
    await asDesk("accommodation", "POST", "accommodation", "holds", {
      organisation: "警卫局",
      hotel: "H1",
      rooms: 3,
      from: "2026-06-08",
      to: "2026-06-10",
    });
    await text(page.locator('.room-cell[data-state="held"]'), "警卫局");
    must((await page.locator('.room-cell[data-state="held"]').count()) === 3, "not three are held");
    await text(page.locator(".rooms-sum"), "留 3 间");
    await page.locator('.free-list [data-hotel="H1"][data-enough="false"]').waitFor();
    await picture("zh-rooms");
  });
  await step("by keyboard one goes from night to night", async () => {
    await page.locator("#night").focus();
    await page.keyboard.press("End");
    await page.locator('.room-cell[data-state="held"]').first().waitFor({ state: "detached" });
    const said = await page.locator("#night").getAttribute("aria-valuetext");
    must(/6月/.test(said ?? ""), `the slider says ${said}`);
    await page.keyboard.press("Home");
    await page.locator('.room-cell[data-state="held"]').first().waitFor();
  });
  await step("a roll-call empties a seat and fills another", async () => {
    await go("seats:X1A");
    const large = page.locator(".bus-large");
    await text(large, "6/45");
    must((await large.locator(".seat:not([data-free])").count()) === 6, "not six seats are taken");
    await asDesk("liaison", "POST", "transport-dispatch", "trips/X1A/roll-calls", {
      happenedAt: "2026-06-08T12:10",
      aboard: [first.id, stranger.id],
      absent: [second.id],
      unexpected: [stranger.id],
    });
    await text(large.locator(".bus-people"), second.name);
    await text(large.locator(".seat[data-unexpected]"), stranger.name);
    await text(large, "未到 1 人");
    await text(page.locator('.bus-card[data-bus="X2A"]'), "5/45");
    await picture("zh-seats");
  });
  await step("a bus that is too small for its people shows who stands", async () => {
    await asDesk("transport", "PATCH", "transport-dispatch", "trips/X1A", { seats: 4 });
    await page.locator('.bus-card[data-bus="X1A"][data-over]').waitFor();
    await page.locator(".bus-large .seat[data-over]").nth(1).waitFor();
    await text(page.locator(".bus-large"), "超 2 人");
    await picture("zh-overfull");
  });
  await step("a change is seen to reach its recipients", async () => {
    await go("ripple");
    const trip = await clerk.ask("GET", clerk.at("transport-dispatch", "trips/X1A"));
    await clerk.ask(
      "PUT",
      clerk.at("transport-dispatch", "trips/X1A/vehicle"),
      { plate: "桂A00045", seats: 45, driver: "韦师傅" },
      { "If-Match": `"${trip.version}"`, "Huiwu-Role": "transport" },
    );
    const driver = page.locator('.spot-recipient[data-contact="D1"]');
    await driver.waitFor();
    await page.locator('.picture-middle[data-phase="settled"]').waitFor();
    await page.locator('.spot-list[data-manifest="trip:X1A"][data-owes]').waitFor();
    await picture("zh-ripple");
    const { version } = await clerk.settled("trip:X1A", 1);
    await clerk.ask("POST", clerk.at("notification", "standings/acknowledgements"), {
      contact: "D1",
      manifest: "trip:X1A",
      version,
      name: "韦师傅",
      how: "call",
    });
    await page.locator('.spot.outer[data-sign="acknowledged"] [data-contact="D1"]').waitFor();
    await page.locator('.spot-list[data-manifest="trip:X1A"]:not([data-owes])').waitFor();
  });
  await step("from the picture one goes to the list, by keyboard", async () => {
    await page.locator('.spot-list[data-manifest="trip:X1A"]').focus();
    await page.keyboard.press("Enter");
    await page.locator(".manifest").waitFor();
    await page.locator(".change").first().click();
    await page.locator(".picture-section .picture").waitFor();
    await page.locator(".case").waitFor();
  });
  await step("the network is cut and comes back, and the picture with it", () =>
    complaints.expecting(CUT, async () => {
      await go("rooms:H1");
      await text(page.locator(".rooms-sum"), "留 3 间");
      wire.cut();
      await page.locator(".banner.broken").waitFor({ timeout: 45_000 });
      must(await page.locator(".room-cell").first().isVisible(), "what was known has gone");
      const [hold] = await clerk.ask("GET", clerk.at("accommodation", "holds"));
      await asDesk("accommodation", "DELETE", "accommodation", `holds/${hold.id}`);
      await wire.mend();
      await desk.awaitLine("live");
      await page.locator('.room-cell[data-state="held"]').first().waitFor({ state: "detached" });
    }),
  );
  await step("a session's seats stand in blocks", async () => {
    await go("halls");
    await panel("halls").locator(".muted").first().waitFor();
    await asDesk("venue", "POST", "venue", "sessions", [
      {
        code: "OPENING",
        title: "开幕式",
        hall: "荔园会堂",
        starts: "2026-06-09T09:00",
        contact: "",
      },
    ]);
    await text(page.locator('.hall-block[data-delegation="GD"]'), "6");
    await picture("zh-halls");
  });
  await step("hangs on the wall, turns, and is left", async () => {
    await page.setViewportSize(WALL_SIZE);
    await page.locator(".boards-wall").click();
    await page.locator('.boards-on-wall[data-page="open"] .panel').first().waitFor();
    await page.keyboard.press("Space");
    await picture("zh-wall-open");
    for (const each of ["arrivals", "rooms", "meals"]) {
      await page.keyboard.press("ArrowRight");
      await page.locator(`.boards-on-wall[data-page="${each}"] .panel`).waitFor();
      await picture(`zh-wall-${each}`);
    }
    await page.keyboard.press("ArrowRight");
    await page.locator('.boards-on-wall[data-page="open"]').waitFor();
    await page.keyboard.press("Escape");
    await page.locator('.boards-room[data-board="overview"]').waitFor();
    await page.setViewportSize(DESK_SIZE);
  });
  await step("speaks English, and is dark at night", async () => {
    await desk.switchLanguage();
    await text(panel("arrivals").locator(".findings"), "seats short");
    await desk.switchTheme();
    await picture("en-dark-overview");
    for (const board of ["arrivals", "rooms", "seats", "halls", "ripple"]) {
      await go(board);
      await page.locator(`.boards-room[data-board="${board}"] .panel`).first().waitFor();
      await picture(`en-dark-${board}`);
    }
    await desk.switchLanguage();
    await desk.switchTheme();
  });
  await step("fits a phone", async () => {
    await page.setViewportSize(PHONE_SIZE);
    for (const board of ["overview", "arrivals", "rooms", "seats", "halls", "ripple"]) {
      await go(board);
      await page.locator(`.boards-room[data-board="${board}"] .panel`).first().waitFor();
      await picture(`zh-phone-${board}`);
      must(await fits(page), `${board} is wider than a phone`);
      const inside = await page
        .locator(".boards-body")
        .evaluate((e) => e.scrollWidth <= e.clientWidth);
      must(inside, `${board} scrolls sideways`);
    }
  });
  console.log("The boards were right.");
} finally {
  await stage.browser.close();
  wire.cut();
}
