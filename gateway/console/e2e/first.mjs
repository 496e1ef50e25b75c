import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Complaints } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { must, Stage } from "./stage.mjs";

/*
 * The administrator's first day: the one-time password of a new platform is exchanged, and no
 * conference is there yet. The chosen one is left in --chosen-file.
 */
const DESK_SIZE = { width: 1440, height: 900 };
const PHONE_SIZE = { width: 390, height: 844 };
const NOT_SIGNED_IN = /status of 401/;
const REFUSED = /status of (401|403|422)/;

const stage = new Stage("e2e:first", "first");
must(stage.chosenFile, "--chosen-file says where the chosen password goes");
const chosen = randomBytes(12).toString("base64url");
await stage.raise();
const { complaints } = stage;
const page = await stage.open(DESK_SIZE, { deviceScaleFactor: 1 });
stage.page = page;
const desk = new Desk(page, stage.url);

async function onBothSizes() {
  await stage.axe();
  await page.setViewportSize(PHONE_SIZE);
  await stage.axe();
  await page.setViewportSize(DESK_SIZE);
}

try {
  await stage.step("the door is open to everybody who has a password", () =>
    complaints.expecting(NOT_SIGNED_IN, async () => {
      await desk.open();
      await onBothSizes();
      await stage.picture("sign-in");
    }),
  );
  await stage.step("a breach of the security policy does not go unheard", async () => {
    const ear = new Complaints();
    const context = await stage.browser.newContext();
    const other = await context.newPage();
    await ear.listenTo(other);
    await complaints.expecting(NOT_SIGNED_IN, () => other.goto(`${desk.url}/`));
    await other.evaluate(async () => {
      const heard = new Promise((done) => {
        document.addEventListener("securitypolicyviolation", done, { once: true });
      });
      document.body.setAttribute("style", "color: red");
      document.head.append(
        Object.assign(document.createElement("style"), { textContent: "body { color: red }" }),
      );
      await heard;
    });
    await other.evaluate(() => document.readyState);
    must(/policy: style-src/.test(ear.said()), `nothing was heard: ${ear.said()}`);
    await context.close();
  });
  await stage.step("a wrong password is said to be wrong", () =>
    complaints.expecting(REFUSED, async () => {
      await page.locator('input[name="account"]').fill(stage.account);
      await page.locator('input[name="password"]').fill(`${stage.password}-not`);
      await page.keyboard.press("Enter");
      await page.locator(".plain-problem").waitFor();
      await stage.axe();
    }),
  );
  await stage.step("who comes in by a one-time password chooses another one first", async () => {
    await desk.signIn(stage.account, stage.password);
    must(await desk.mustChangePassword(), "the one-time password opens everything");
    await onBothSizes();
    await stage.picture("password");
    await desk.changePassword(stage.password, chosen);
    writeFileSync(stage.chosenFile, chosen, { mode: 0o600 });
    must(readFileSync(stage.chosenFile, "utf8") === chosen, "the chosen password is kept");
  });
  await stage.step("there is no conference yet", async () => {
    await page.locator(".picker-main").waitFor();
    await onBothSizes();
    await stage.picture("no-conference");
  });
  console.log("The administrator has a password of their own.");
} finally {
  await stage.browser.close();
}
