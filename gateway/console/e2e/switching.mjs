import { Desk } from "./desk.mjs";
import { must, PHONE, THUMBS } from "./stage.mjs";

const DESK_SIZE = { width: 1440, height: 900 };

/** The desk at which routes are changed, and moves settled that came too late. */
export async function excursionDesk(stage, clerk) {
  const desk = new Desk(await stage.open(DESK_SIZE, { deviceScaleFactor: 1 }), stage.url);
  await stage.complaints.expecting(/status of 401/, async () => {
    await desk.open();
    await desk.signIn(clerk.user.account, clerk.user.password);
  });
  desk.conference = clerk.conference;
  return desk;
}

/** Whoever has a link and no account, on a small telephone of their own. */
async function visitor(stage, clerk, contact) {
  const opened = await stage.open(PHONE, THUMBS);
  await opened.goto(await clerk.link(contact));
  await opened.locator(".glance .how-many").waitFor();
  return opened;
}

/**
 * One change of route at a desk, and everybody who must know sees it where they look: the liaison
 * of the bus, the site's unit, the kitchen.
 *
 * @param page the liaison's phone, on the bus X1A of R1
 * @param joiner who is on R2
 */
export function switchedAtADesk({ stage, clerk, desk, page, rider, joiner }) {
  return stage.step(
    "a change of route at a desk is seen on the phone, at the site and in the kitchen",
    async () => {
      const [site, kitchen] = await Promise.all(
        ["U1", "K1"].map((contact) => visitor(stage, clerk, contact)),
      );
      const heads = Number.parseInt(await site.locator(".how-many").textContent(), 10);
      const portions = Number.parseInt(await kitchen.locator(".how-many").textContent(), 10);
      await desk.openPerson(joiner.id);
      const { route } = await desk.changeRoute("本人要求去百色");
      must(route === "R1", `the desk has sent them to ${route}`);
      await rider(joiner).waitFor();
      await page.locator(".news", { hasText: joiner.name }).waitFor();
      await stage.picture("zh-news");
      await page.locator(".news button").click();
      for (const visited of [site, kitchen]) {
        await visited.locator(".banner.newer .primary").click();
      }
      await site.locator(".how-many", { hasText: `${heads + 1} 人` }).waitFor();
      await site.locator(".which-buses", { hasText: "X1A" }).waitFor();
      await site.locator(".rows .name", { hasText: joiner.name }).waitFor();
      await kitchen.locator(".how-many", { hasText: `${portions + 1} 份` }).waitFor();
      stage.page = site;
      await stage.picture("zh-site");
      stage.page = page;
      await site.context().close();
      await kitchen.context().close();
    },
  );
}

/** What a liaison decided by a plan that was no longer true waits until a person at the desk settles it. */
export function settledAtADesk({ stage, clerk, desk, page, mover }) {
  return stage.step("a move that came too late waits for the desk, which settles it", async () => {
    await page.locator('.deed[data-kind="transfer"][data-state="waiting"]').waitFor();
    await desk.page.goto(`${desk.url}/#/${clerk.conference}/home`);
    const waiting = desk.page.locator(".transfer-waiting", { hasText: mover.name });
    await waiting.locator(".transfer-apply").click();
    await waiting.locator(".order-reason").fill("北海车有空位");
    await desk.page.locator(".order .order-weigh").click();
    await desk.page.locator(".order .impact").waitFor();
    stage.page = desk.page;
    await stage.picture("zh-desk");
    stage.page = page;
    await desk.page.locator(".order .order-confirm").click();
    await waiting.waitFor({ state: "detached" });
    await page.locator('.deed[data-kind="transfer"][data-state="applied"]').waitFor();
    const place = await clerk.ask("GET", clerk.at("excursion", `memberships/${mover.id}`));
    must(place.bus === "X2A", `applied, and on ${place.route}/${place.bus}`);
    await desk.page.context().close();
  });
}
