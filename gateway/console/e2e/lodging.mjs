import { must } from "./stage.mjs";

/** The hotels' part of the desks' journey: more rooms, another hotel, a delegation that moves there. */
export async function lodgingOf(all, step, clerk) {
  await step("the hotel gives more rooms, and the hold is filled", async () => {
    await all.open("room");
    await all.page.locator('.plan-new [data-doing="contract-rooms"]').click();
    await all.pick("酒店", "荔园山庄");
    await all.field("房号").fill("801-810");
    await all.field("房型").fill("单间");
    await all.field("床位").fill("1");
    await all.weigh();
    await all.side.locator(".impact").waitFor();
    await all.side.locator(".order-confirm").click();
    await all.page.locator('.table-row[data-entry="H1/801"]').waitFor({ state: "attached" });
    const rooms = await clerk.ask("GET", clerk.at("accommodation", "rooms?hotel=H1"));
    must(rooms.length === 24, `there are ${rooms.length} rooms`);
  });
  await step("a delegation is moved to another hotel from a night on", async () => {
    await all.open("hotel");
    await all.page.locator('.plan-new [data-doing="contract-hotels"]').click();
    await all.field("代码").fill("H2");
    await all.field("酒店").fill("邕江宾馆");
    await all.weigh();
    await all.side.locator(".order-confirm").click();
    await all.cell("H2", "name").waitFor();
    await all.open("lodging");
    await all.cell("CQ", "where").dblclick();
    await all.pick("酒店", "邕江宾馆");
    await all.moment("自哪一晚起", "2026-06-10");
    await all.weigh();
    await all.touched("rooming:H2").waitFor();
    await all.touched("rooming:H1").waitFor();
    await all.picture("zh-rehouse");
    await all.confirm();
    await all.cell("CQ", "where").getByText("邕江宾馆（6月10日 起）").waitFor();
  });
}
