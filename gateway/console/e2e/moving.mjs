import { Planner } from "./planner.mjs";
import { must } from "./stage.mjs";

const LOST = /net::ERR_FAILED/;

/**
 * The opening moves (incident 57): the hall's desk moves its session and asks the kitchen's along; and
 * what a form held that was left. Part of the desks' journey.
 *
 * @param hall at the venue's desk and no other
 */
export async function movingOf(hall, step, clerk) {
  const { page } = hall;
  await step("a form that was left is there again when one comes back", async () => {
    await hall.open("session:OPEN");
    await hall.side.locator('[data-doing="move-session"]').click();
    await hall.field("场次名称").fill("开幕大会");
    await hall.open("meal");
    await hall.open("session");
    await page.locator('.table-row[data-entry="OPEN"] .plan-kept').waitFor();
    await hall.cell("OPEN", "title").click();
    await hall.side.locator(".plan-again").waitFor();
    must((await hall.field("场次名称").inputValue()) === "开幕大会", "the draft is lost");
    await hall.picture("zh-kept");
    await hall.side.locator(".order-end button", { hasText: "取消" }).click();
    await page.locator(".plan-kept").waitFor({ state: "detached" });
  });
  await step("a hall says how many it seats, and the session that it is too small", async () => {
    await hall.open("hall");
    await hall.edit("荔园会堂", "capacity", "10");
    await page.keyboard.press("Enter");
    await hall.side.locator(".order-confirm").click();
    await hall.cell("荔园会堂", "held").locator(".plan-over", { hasText: "12 / 10" }).waitFor();
    await page.goto(`${hall.stage.url}/#/${clerk.conference}/boards/halls:OPEN`);
    await page.locator(".hall-filling[data-over]", { hasText: "差 2 座" }).waitFor();
    await hall.picture("zh-hall");
  });
  await step("the opening moves: its own desk's at once, the others are asked", () =>
    hall.stage.complaints.expecting(LOST, async () => {
      await hall.open("session:OPEN");
      await hall.side.locator(".plan-along").click();
      const row = (key) => page.locator(`.moving-desk li[data-entry="${key}"]`);
      await row("session:OPEN").waitFor();
      await row("meal:DR1").waitFor();
      must((await row("meal:BH1D2").count()) === 0, "a breakfast before the opening would move");
      await page.locator('.moving-desk[data-desk="catering"]:not([data-own])').waitFor();
      await page.locator(".moving-side .order-weigh").click();
      await page.locator('.moving-side .impact-one[data-manifest="session:OPEN"]').waitFor();
      await hall.picture("zh-moving");
      let lost = false;
      await page.route("**/sessions/*", async (route) => {
        if (lost || route.request().method() !== "PATCH") {
          return route.continue();
        }
        lost = true;
        await route.fetch();
        await route.abort();
      });
      await page.locator(".moving-side .order-confirm").click();
      await page.locator('li[data-entry="session:OPEN"][data-verdict="unsure"]').waitFor();
      await page.locator(".moving-asked").waitFor();
      await page.locator(".moving-side .order-confirm").click();
      await page.locator('.moving-result[data-done="1"]').waitFor();
      await page.unroute("**/sessions/*");
      await hall.picture("zh-moved-along");
      const now = await clerk.ask("GET", clerk.at("venue", "sessions/OPEN"));
      must(now.starts.startsWith("2026-06-09T16:00"), `moved twice or not at all: ${now.starts}`);
    }),
  );
  await step("the kitchen's desk sees what it is asked, does it and says so", async () => {
    const cook = await clerk.colleague("餐饮组韦芳", "catering");
    const kitchen = await Planner.at(hall.stage, clerk.conference, cook);
    const side = kitchen.page.locator(".moving-side");
    await kitchen.page.locator(".home-asked a[data-retiming]").click();
    await kitchen.page.locator(".moving-because", { hasText: "会场组" }).waitFor();
    await side.locator(".order-weigh").click();
    await side.locator('.impact-one[data-manifest="meal:DR1"]').waitFor();
    await kitchen.picture("zh-asked");
    await side.locator(".order-confirm").click();
    await side.locator('.moving-result[data-done="2"]').waitFor();
    await side.locator(".moving-done").click();
    await kitchen.page.locator(".moving-because [role=status]", { hasText: "已办" }).waitFor();
    const meals = await clerk.ask("GET", clerk.at("catering", "meals"));
    const times = meals.map((m) => `${m.code} ${m.starts.slice(11, 16)}`).toSorted();
    must(times.join() === "BH1D2 07:10,DH1D1 16:00,DR1 19:55,DR2 19:55", times.join());
    const open = await clerk.ask("GET", clerk.at("notification", "retimings?open=true"));
    must(open.map((r) => r.desk).join() === "excursion", JSON.stringify(open));
    await kitchen.page.context().close();
  });
}
