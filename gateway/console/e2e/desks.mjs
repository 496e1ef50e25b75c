import { Clerk } from "./clerk.mjs";
import { lodgingOf } from "./lodging.mjs";
import { movingOf } from "./moving.mjs";
import { Planner } from "./planner.mjs";
import { shiftingOf } from "./shifting.mjs";
import { must, Stage } from "./stage.mjs";

/*
 * The desks and their own plans: a session is planned and moved, two desks have one trip in hand,
 * ten rooms are held at once, a meal moves when its kitchen has had its last word, a stop is retimed.
 */
const PHONE_SIZE = { width: 390, height: 844 };
const NOT_KNOWN_YET = /status of 404 .*\/changes\//;
const STALE = /status of 412/;
const OFFLINE = /net::ERR_|status of 503/;

const stage = new Stage("e2e:desks", "desks");
const { complaints } = stage;
const clerk = await Clerk.withConference(stage.url, stage.account, stage.password);
await clerk.contacts([
  contact("V1", "desk", "会务会场组", "13877100061"),
  contact("K1", "kitchen", "荔园餐厅", "13877100062"),
  contact("S1", "site", "百色污水处理厂接待组", "13877100063"),
]);
await clerk.setClock("2026-06-08T17:10");
const venue = await clerk.colleague("会场组李兰", "venue");
const dispatch = [
  await clerk.colleague("车辆组王海", "transport"),
  await clerk.colleague("车辆组刘超", "transport"),
];

await stage.raise();

function contact(code, role, name, phone) {
  return { code, role, name, phone, email: "", channels: ["page"], language: null };
}

const step = (name, work) => stage.step(name, () => complaints.expecting(NOT_KNOWN_YET, work));

const ofTrip = (code) => clerk.ask("GET", clerk.at("transport-dispatch", `trips/${code}`));

try {
  const hall = await step("a desk's home leads to its own plans", async () => {
    const planner = await Planner.at(stage, clerk.conference, venue);
    await planner.page.locator(".home-gates", { hasText: "本组计划" }).click();
    await planner.page.locator('.plan-tabs-desk[data-desk="venue"]').first().waitFor();
    const first = await planner.page.locator(".plan-tabs-desk").first().getAttribute("data-desk");
    must(first === "venue", `first comes the table of ${first}`);
    await planner.page.locator(".plan-tabs a[aria-current]", { hasText: "场次" }).waitFor();
    await planner.picture("zh-empty");
    return planner;
  });
  await step("a session is planned, and its list begins", async () => {
    await hall.page.locator('.plan-new [data-doing="plan-sessions"]').click();
    await hall.field("代码").fill("OPEN");
    await hall.weigh();
    await hall.side.locator(".order-nothing", { hasText: "会议厅" }).waitFor();
    await hall.field("场次名称").fill("开幕式");
    await hall.field("会议厅").fill("荔园会堂");
    await hall.moment("开始", "2026-06-09 09:00");
    await hall.pick(/接收方/, "会务会场组");
    await hall.weigh();
    await hall.touched("session:OPEN").waitFor();
    await hall.picture("zh-plan");
    await hall.confirm();
    await hall.versionIs("session:OPEN", 1);
    await hall.cell("OPEN", "seatsNeeded").getByText("12").waitFor();
  });
  await step("it is moved by keyboard where it stands: preview, then a version", async () => {
    await hall.page.locator(".table-frame").focus();
    await hall.page.keyboard.press("Home");
    await hall.page.keyboard.press("ArrowRight");
    await hall.page.keyboard.press("Enter");
    await hall.page.locator(".table-editor").fill("25:70");
    await hall.page.keyboard.press("Enter");
    await hall.page.locator(".table-keys[data-note]", { hasText: "时间看不懂" }).waitFor();
    await hall.page.locator(".table-editor").fill("15:30");
    await hall.page.keyboard.press("Tab");
    await hall.page.locator(".table-editor").fill("国际会议中心");
    await hall.picture("zh-draft");
    await hall.page.keyboard.press("Enter");
    await hall.touched("session:OPEN").waitFor();
    await hall.side.locator(".impact", { hasText: "会务会场组" }).waitFor();
    await hall.picture("zh-moved");
    await hall.confirm();
    await hall.versionIs("session:OPEN", 2);
    await hall.cell("OPEN", "list").getByText("调整场次").waitFor();
    await hall.side.locator('.plan-versions [data-version="2"]', { hasText: "调整场次" }).waitFor();
    await hall.cell("OPEN", "hall").getByText("国际会议中心").waitFor();
    const now = await clerk.ask("GET", clerk.at("venue", "sessions/OPEN"));
    must(now.starts.startsWith("2026-06-09T15:30"), `it starts at ${now.starts}`);
  });
  await step("the other desks' tables can be read and not changed", async () => {
    await hall.open("meal");
    await hall.cell("DH1D1", "counts").getByText("12").waitFor();
    await hall.cell("DH1D1", "left").getByText(/已超/).waitFor();
    must((await hall.page.locator(".plan-new button").count()) === 0, "it offers to plan meals");
    await hall.cell("DH1D1", "starts").dblclick();
    await hall.page.locator(".table-keys[data-note]", { hasText: "餐饮组" }).waitFor();
    must((await hall.side.locator(".plan-deeds button").count()) === 0, "it offers to change it");
  });
  await step("with the line cut nothing is lost: it is asked again", async () => {
    await hall.open("session");
    await hall.edit("OPEN", "hall", "荔园会堂");
    await complaints.expecting(OFFLINE, async () => {
      await hall.page.context().setOffline(true);
      await hall.page.keyboard.press("Enter");
      await hall.side.locator(".order .problem").waitFor();
      await hall.picture("zh-offline");
      await hall.page.context().setOffline(false);
      await hall.side.locator('.order button[type="submit"]').click();
      await hall.touched("session:OPEN").waitFor();
      await hall.confirm();
      await hall.desk.awaitLine("live");
    });
    await hall.versionIs("session:OPEN", 3);
  });

  const [one, two] = await step("two dispatchers open one trip", async () => {
    const first = await Planner.at(stage, clerk.conference, dispatch[0]);
    const second = await Planner.at(stage, clerk.conference, dispatch[1]);
    for (const planner of [first, second]) {
      await planner.open("trip:X1A");
      await planner.side.locator('[data-doing="change-trip"]').click();
      await planner.field(/司机/).waitFor();
    }
    return [first, second];
  });
  await step("the second sees both versions and settles them field by field", () =>
    complaints.expecting(STALE, async () => {
      await one.field(/司机/).fill("韦师傅");
      await one.field("座位").fill("40");
      await one.weigh();
      await one.confirm();
      await two.field(/司机/).fill("莫师傅");
      await two.side.locator(".fact-newer").waitFor();
      await two.weigh();
      await two.side.locator(".merge").waitFor();
      await two.picture("zh-merge");
      must(await two.side.locator(".stale .ant-btn-primary").isDisabled(), "it would overwrite");
      await two.side.locator("tr[data-waiting] input[value=mine]").check();
      await two.side.locator(".stale .ant-btn-primary").click();
      await two.side.locator(".impact").waitFor();
      await two.side.locator(".order-confirm").click();
      await two.side.locator(".ripple, .unchanged").first().waitFor();
      const now = await ofTrip("X1A");
      must(now.driver === "莫师傅", `the driver is ${now.driver}`);
      must(now.seats === 40, `the first one's seats are lost: ${now.seats}`);
    }),
  );
  await step("who retimes it sees what else has changed, and does not undo it", () =>
    complaints.expecting(STALE, async () => {
      await two.edit("X1A", "departs", "13:30");
      await one.cell("X1A", "driver").getByText("莫师傅").waitFor();
      await one.side.locator('[data-doing="change-trip"]').click();
      await one.field("座位").fill("38");
      await one.weigh();
      await one.confirm();
      stage.page = two.page;
      await two.page.keyboard.press("Enter");
      await two.side.locator(".merge").waitFor();
      const seats = two.side.locator(".merge tr", { hasText: "座位" });
      must(await seats.locator("input[value=mine]").isDisabled(), "it would undo the seats");
      await two.picture("zh-merge-beside");
      await two.side.locator(".stale .ant-btn-primary").click();
      await two.touched("trip:X1A").waitFor();
      await two.confirm();
      const now = await ofTrip("X1A");
      must(now.departs.startsWith("2026-06-09T13:30"), `it departs at ${now.departs}`);
      must(now.seats === 38, `the seats are ${now.seats}`);
    }),
  );
  await step(
    "a vehicle that stands by takes another's place, and the other desk sees where it went",
    async () => {
      await one.open("standby");
      await two.open("standby");
      await two.page.locator('.plan-new [data-doing="add-standby"]').click();
      await two.field("车牌").fill("桂A88888");
      await two.field("座位").fill("8");
      await two.field(/^司机(?!联系)/).fill("农师傅");
      await two.weigh();
      await two.side.locator(".impact").waitFor();
      await two.confirm();
      await one.cell("桂A88888", "driver").getByText("农师傅").waitFor();
      await two.open("trip");
      await two.edit("X2A", "plate", "桂A88888");
      await two.page.keyboard.press("Enter");
      await two.touched("trip:X2A").waitFor();
      must(
        (await two.field("座位").inputValue()) === "8",
        "the standby's seats did not come along",
      );
      await two.picture("zh-standby");
      await two.confirm();
      const now = await ofTrip("X2A");
      must(now.driver === "农师傅" && now.seats === 8, `${now.driver} drives ${now.seats} seats`);
      await one.cell("桂A88888", "trip").getByText("X2A").waitFor();
      await one.cell("桂A88888", "plate").click();
      await one.side.getByText("已派往车次 X2A").waitFor();
      must((await one.side.locator(".plan-deeds button").count()) === 0, "it can be sent twice");
      await one.picture("zh-standby-called");
    },
  );

  const all = await step("somebody with a seat at every desk holds ten rooms at once", async () => {
    const planner = await Planner.at(stage, clerk.conference, clerk.user);
    await planner.open("hold");
    await planner.page.locator('.plan-new [data-doing="hold-rooms"]').click();
    await planner.field("单位").fill("公安局保卫组");
    await planner.pick("酒店", "荔园山庄");
    await planner.field("间数").fill("10");
    await planner.moment("首晚", "2026-06-08");
    await planner.moment("退房日", "2026-06-11");
    await planner.weigh();
    await planner.touched("rooming:H1").waitFor();
    await planner.picture("zh-hold");
    await planner.confirm();
    const held = await clerk.ask("GET", clerk.at("accommodation", "holds"));
    must(held.length === 1 && held[0].rooms === 10, JSON.stringify(held));
    await planner.cell(held[0].id, "given").getByText(/\/ 10/).waitFor();
    return planner;
  });
  await lodgingOf(all, step, clerk);
  await step("a meal moves past its cut-off: it warns, and is made all the same", async () => {
    await all.open("meal");
    await all.edit("DH1D1", "starts", "16:00");
    await all.page.keyboard.press("Enter");
    await all.side.locator(".plan-caution", { hasText: "截止时间晚于开餐" }).waitFor();
    await all.side.locator(".plan-caution", { hasText: "截止时间已过" }).waitFor();
    await all.side.locator('.impact-one[data-late][data-manifest="meal:DH1D1"]').waitFor();
    await all.picture("zh-meal");
    await all.confirm();
    await all.cell("DH1D1", "starts").getByText("6月8日 16:00").waitFor();
  });
  await shiftingOf(all, step, clerk);
  await movingOf(hall, step, clerk);
  await step("a stop is retimed, and the site's list has a version", async () => {
    await all.open("stop");
    const before = Number(await all.version("site:S11").getAttribute("data-version"));
    await all.edit("S11", "arrives", "17:10");
    await all.page.keyboard.press("Enter");
    await all.touched("site:S11").waitFor();
    await all.picture("zh-stop");
    await all.confirm();
    await all.versionIs("site:S11", before + 1);
    await all.cell("S11", "buses").getByText("X1A").waitFor();
  });
  await step("a delegation's name is corrected, and the conference's own", async () => {
    await all.open("delegation");
    await all.edit("CQ", "name", "重庆市代表团");
    await all.page.keyboard.press("Enter");
    await all.side.locator(".impact").waitFor();
    await all.side.locator(".order-confirm").click();
    await all.cell("CQ", "name").getByText("重庆市代表团").waitFor();
    await all.open("conference");
    await all.edit(clerk.conference, "name", "城镇污水处理现场会");
    await all.page.keyboard.press("Enter");
    await all.side.locator(".impact").waitFor();
    await all.side.locator(".order-confirm").click();
    await all.page.locator(".top-conference", { hasText: "城镇污水处理现场会" }).waitFor();
  });
  await step("a session is cancelled, and its list closed", async () => {
    await hall.open("session:OPEN");
    await hall.side.locator('[data-doing="cancel-session"]').click();
    await hall.touched("session:OPEN").waitFor();
    await hall.picture("zh-cancel");
    await hall.confirm();
    await hall.page.locator('.table-row[data-entry="OPEN"][data-gone]').waitFor();
    must((await hall.side.locator(".plan-deeds button").count()) === 0, "it can be changed still");
  });
  await step("speaks English, in the dark, and fits a phone", async () => {
    await all.open("trip");
    await all.desk.switchLanguage();
    await all.picture("en-trips");
    await all.desk.switchTheme();
    await all.open("meal:DR1");
    await all.side.locator(".plan-lists").waitFor();
    await all.picture("en-dark");
    await all.page.setViewportSize(PHONE_SIZE);
    await all.picture("en-phone-one");
    await all.open("meal");
    await all.picture("en-phone");
  });
  console.log("The desks with their plans ended well.");
} finally {
  await stage.browser.close();
}
