import { must } from "./stage.mjs";

const STALE_OR_LOST = /status of 412|net::ERR_FAILED/;

/** Many meals moved by the same time: part of the desks' journey. */
export async function shiftingOf(all, step, clerk) {
  await step(
    "the opening moved, and all meals with it: weighed together, given one by one",
    async () => {
      await all.open("meal");
      await all.page.locator(".table-bar input").fill("6月9日");
      await all.page.locator('.table-row[data-entry="DH1D1"]').waitFor({ state: "detached" });
      await all.page.locator('.plan-new [data-doing="shift"]').click();
      await all.side.getByLabel("分钟数").fill("45");
      await all.side.locator('.plan-moves [data-entry="BH1D2"] input').uncheck();
      await all.weigh();
      await all.touched("meal:DR1").waitFor();
      await all.touched("meal:DR2").waitFor();
      must((await all.touched("meal:BH1D2").count()) === 0, "what is not ticked would move");
      await all.picture("zh-shift");
      await all.side.locator(".order-confirm").click();
      await all.side.locator(".plan-shifted").waitFor();
      await all.cell("DR1", "starts").getByText("6月9日 19:15").waitFor();
      const meals = await clerk.ask("GET", clerk.at("catering", "meals"));
      const times = meals.map(
        (m) => `${m.code} ${m.starts.slice(5, 16)} ${m.cutoff.slice(11, 16)}`,
      );
      must(times.includes("DR2 06-09T19:15 17:15"), times.join());
      must(times.includes("BH1D2 06-09T07:00 05:00"), times.join());
    },
  );
  await step(
    "where another desk was faster, and where an answer is lost, nothing moves twice",
    () =>
      all.stage.complaints.expecting(STALE_OR_LOST, async () => {
        await all.side.locator(".plan-shift > button").click();
        await all.page.locator('.plan-new [data-doing="shift"]').click();
        await all.side.getByLabel("分钟数").fill("10");
        await all.weigh();
        await all.touched("meal:DR2").waitFor();
        const seen = await clerk.ask("GET", clerk.at("catering", "meals/DR1"));
        await clerk.ask(
          "PATCH",
          clerk.at("catering", "meals/DR1"),
          { kitchen: "K9" },
          { "If-Match": `"${seen.version}"`, "Huiwu-Role": "catering" },
        );
        await all.side.locator(".order-confirm").click();
        await all.side.locator(".plan-caution").waitFor();
        await all.cell("DR1", "kitchen").getByText("K9").waitFor();
        await all.side.locator('.plan-moves [data-entry="BH1D2"] input:not(:checked)').waitFor();
        await all.weigh();
        await all.touched("meal:DR2").waitFor();
        let lost = false;
        await all.page.route("**/meals/*", async (route) => {
          if (lost || route.request().method() !== "PATCH") {
            return route.continue();
          }
          lost = true;
          await route.fetch();
          await route.abort();
        });
        await all.side.locator(".order-confirm").click();
        await all.side.locator(".problem", { hasText: "没有收到答复" }).waitFor();
        await all.picture("zh-shift-lost");
        await all.side.locator('.order button[type="submit"]').click();
        await all.side.locator(".plan-shifted", { hasText: "3" }).waitFor();
        await all.page.unroute("**/meals/*");
        const meals = await clerk.ask("GET", clerk.at("catering", "meals"));
        const times = meals.map((m) => `${m.code} ${m.starts.slice(11, 16)}`).toSorted();
        must(times.join() === "BH1D2 07:10,DH1D1 16:00,DR1 19:25,DR2 19:25", times.join());
      }),
  );
}
