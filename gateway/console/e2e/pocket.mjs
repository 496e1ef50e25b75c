const PIN = "428190";
const BUS = "X1C";

/** A liaison's phone, brought as far as a screen asks: signed in, a bus taken, its list behind a PIN. */
export async function reach(page, url, liaison, where) {
  if (page.url() === "about:blank") {
    await page.goto(`${url}/liaison`);
    await page.locator('input[name="account"]').fill(liaison.account);
    await page.locator('input[name="password"]').fill(liaison.password);
    await page.locator('button[type="submit"]').click();
    await page.locator(".choice").first().waitFor();
  }
  if (where === "choosing") {
    return;
  }
  if (await page.locator(`.choice[data-trip="${BUS}"]`).count()) {
    await page.locator(`.choice[data-trip="${BUS}"]`).click();
    await page.locator('input[name="pin"]').waitFor();
  }
  if (where === "pin") {
    return;
  }
  if (await page.locator('input[name="pin"]').count()) {
    await page.locator('input[name="pin"]').fill(PIN);
    await page.locator('input[name="pin-again"]').fill(PIN);
    await page.locator('button[type="submit"]').click();
    await page.locator('.desk[data-line="live"]').waitFor();
  }
  await page.locator(`.tab[data-tab="${where}"]`).click();
}

/** Some are aboard, one is missing; nothing is told yet. */
export async function callSome(page) {
  const riders = page.locator(".rider");
  await riders.nth(0).locator(".mark.aboard").click();
  await riders.nth(1).locator(".mark.aboard").click();
  await riders.nth(2).locator(".mark.absent").click();
}

export async function beginMove(page) {
  await page.locator(".rider").nth(2).locator(".move").click();
  await page.locator(".moving .choice").first().waitFor();
}
