import { randomBytes } from "node:crypto";
import { Desk } from "./desk.mjs";
import { userForTheJourney } from "./people.mjs";
import { Stage } from "./stage.mjs";
import { Wire } from "./wire.mjs";

const DESK_SIZE = { width: 1440, height: 960 };
const PHONE_SIZE = { width: 390, height: 844 };
/** Before the conference is filled, pages and orders ask for what is not there yet. */
const NOT_YET = /status of (401|404|409|422)/;
const NOT_SIGNED_IN = /status of 401 .*\/session\b/;
const ENDED = /status of 401/;
const STALE = /status of 412/;
const OFFLINE = /net::ERR_/;

const stage = await new Stage("e2e", "console").raise();
const { complaints } = stage;
const page = await stage.open(DESK_SIZE);
stage.page = page;
const wire = await Wire.to(stage.url);
const desk = new Desk(page, wire.address);

const step = (name, work) => stage.step(name, work);

async function picture(name) {
  await page.mouse.move(0, 0);
  await stage.picture(name);
}

try {
  const user = await step("somebody with a desk signs in", () =>
    complaints.expecting(NOT_YET, async () => {
      await desk.open();
      const found = await userForTheJourney(desk, {
        account: stage.account,
        password: stage.password,
        chosen: randomBytes(12).toString("base64url"),
      });
      await desk.signOut();
      await picture("sign-in");
      await desk.signIn(found.account, found.password);
      return found;
    }),
  );
  await step("chooses a conference", () => desk.chooseConference());
  await step("follows what happens", () => desk.awaitLine("live"));
  await step("searches a person", async () => {
    await desk.search(user.looksFor ?? "CQ");
    await desk.openFirstFound();
    await stage.axe();
  });
  const change = await step("changes the route, and watches it settle", () =>
    desk.changeRoute("随省厅主要领导一同考察"),
  );
  await stage.step("whoever cannot see it well, sees the ripple too", () => stage.axe());
  await picture("zh-desk");
  console.log(`     ${change.route}: ${change.settled}; ${change.manifests.length} manifests`);
  await step("opens a manifest at the version that the change made", async () => {
    await desk.openManifest(change.manifests.find((m) => m.startsWith("site:")));
    await desk.seeDifference();
    await picture("zh-difference");
    await stage.axe();
    await desk.seeWhole();
    await picture("zh-manifest");
    await stage.axe();
    await desk.turnBack();
  });
  await step("sees a change by somebody else as it happens", () =>
    desk.seeChangeByAnother(change.person),
  );
  await step("is told when somebody was first, and decides", () =>
    complaints.expecting(STALE, () =>
      desk.beSecond(change.person, async () => {
        await picture("zh-stale");
        await stage.axe({ stay: true });
      }),
    ),
  );
  await step("speaks English", async () => {
    await desk.switchLanguage();
    await desk.changeItinerary(change.person);
    await desk.changeRoute("Travels with the head of the department");
    await picture("en-desk");
  });
  await step("works by night", async () => {
    await desk.switchTheme();
    await picture("en-night");
    await desk.switchTheme();
  });
  await step("fits a phone", async () => {
    await page.setViewportSize(PHONE_SIZE);
    await desk.openPerson(change.person);
    await desk.changeDiet();
    await picture("en-phone");
    await stage.axe();
    await desk.switchLanguage();
    await picture("zh-phone");
    await desk.openSection("people");
    await picture("zh-phone-search");
    await stage.axe();
    await desk.openSection("changes");
    await picture("zh-phone-changes");
    await stage.axe();
    await page.setViewportSize(DESK_SIZE);
  });
  await step("sees the line break, and come back by itself", () =>
    complaints.expecting(OFFLINE, async () => {
      wire.cut();
      await desk.awaitLine("broken");
      await page.locator(".banner.broken").waitFor();
      await picture("zh-broken");
      await stage.axe({ stay: true });
      await wire.mend();
      await desk.awaitLine("live");
      await page.locator(".banner.mended").waitFor();
    }),
  );
  await step("goes on where one was when the session has ended", () =>
    complaints.expecting(ENDED, () => desk.signInAgain(change.person, user)),
  );
  await step("signs out", () => complaints.expecting(NOT_SIGNED_IN, () => desk.signOut()));
  console.log("The journey ended well.");
} finally {
  await stage.browser.close();
  wire.cut();
}
