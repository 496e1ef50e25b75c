const SETTLED = '.ripple[data-phase="settled"]';

/** The page as somebody at a desk uses it. */
export class Desk {
  constructor(page, url) {
    this.page = page;
    this.url = url.replace(/\/$/, "");
  }

  async open() {
    await this.page.goto(`${this.url}/`);
    await this.page.getByLabel("账号").waitFor();
  }

  async signIn(account, password) {
    await this.page.locator('input[name="account"]').fill(account);
    await this.page.locator('input[name="password"]').fill(password);
    await this.page.locator('button[type="submit"]').click();
    await this.page.locator('.top, input[name="new"]').first().waitFor();
  }

  mustChangePassword() {
    return this.page.locator('input[name="new"]').isVisible();
  }

  async changePassword(current, chosen) {
    await this.page.locator('input[name="current"]').fill(current);
    await this.page.locator('input[name="new"]').fill(chosen);
    await this.page.locator('input[name="repeat"]').fill(chosen);
    await this.page.locator('button[type="submit"]').click();
    await this.page.locator(".top").waitFor();
  }

  async signOut() {
    await this.page.locator(".account").click();
    await this.page.getByRole("button", { name: /退出登录|Sign out/ }).click();
    await this.page.locator('input[name="account"]').waitFor();
  }

  async chooseConference() {
    const first = this.page.locator(".picker-item").first();
    const box = this.page.getByRole("combobox");
    await first.or(box).first().waitFor();
    if (await first.isVisible()) {
      await first.click();
    }
    await box.waitFor();
    this.conference = new URL(this.page.url()).hash.split("/")[1];
  }

  async awaitLine(state) {
    await this.page.locator(`.lamp.${state}`).waitFor({ timeout: 45_000 });
  }

  async search(words) {
    await this.page.locator(".person-row").first().waitFor();
    await this.page.keyboard.press("/");
    await this.page.getByRole("combobox").fill(words);
    await this.page.locator(".person-row[data-active]").waitFor();
  }

  async openFirstFound() {
    await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    await this.page.locator(".person-head h1").waitFor();
  }

  async openPerson(person) {
    await this.page.goto(`${this.url}/#/${this.conference}/people/${person}`);
    await this.page.locator('.fact[data-fact="route"] .fact-body').waitFor();
  }

  async openSection(section) {
    const link = this.page.locator(`.top-link.${section}`);
    // on a phone it may be behind the button for the others
    if (!(await link.isVisible())) {
      await this.page.locator(".top-more").click();
    }
    await link.click();
    await this.page.locator(`.desk[data-section="${section}"][data-opened="false"]`).waitFor();
  }

  /** Asks what the order would touch, looks at it, and gives it. */
  async give() {
    const { page } = this;
    await page.locator(".order .order-weigh").click();
    await page.locator(".order .impact").waitFor();
    await page.locator(".order .order-confirm").click();
  }

  /** To a route that is not the present one; by keyboard, as at a desk. */
  async changeRoute(reason) {
    const { page } = this;
    await page.locator('.fact[data-fact="route"] .fact-action').click();
    const others = page.locator('.order input[type="radio"][name]:not(:checked)');
    const chosen = others.first();
    const value = await chosen.getAttribute("value");
    await chosen.focus();
    await page.keyboard.press("Space");
    await page.locator(".order .order-reason").fill(reason);
    await this.give();
    await page.locator(SETTLED).waitFor();
    await page.locator(".revised").first().waitFor();
    await page.locator(".handlings li").first().waitFor();
    await this.quiet();
    const manifests = await page
      .locator(".revised")
      .evaluateAll((all) => all.map((one) => one.dataset.manifest));
    const settled = await page.getByTestId("settled").textContent();
    if (!/\d/.test(settled ?? "")) {
      throw new Error(`it does not say how long it took: ${settled}`);
    }
    if (!manifests.some((m) => m.startsWith("site:"))) {
      throw new Error(`no site was told: ${manifests}`);
    }
    const person = new URL(page.url()).hash.split("/")[3];
    return { person, route: value, manifests, settled };
  }

  async openManifest(manifest) {
    await this.page.locator(`.revised[data-manifest="${manifest}"] .revised-head`).click();
    await this.page.locator(".manifest").waitFor();
  }

  async seeDifference() {
    await this.page.locator(".manifest-difference .difference").first().waitFor();
    await this.quiet();
  }

  async seeWhole() {
    await this.page.getByText(/^(全文|Whole list)$/).click();
    await this.page.locator(".manifest .lines tbody tr").first().waitFor();
    await this.quiet();
  }

  async turnBack() {
    const article = this.page.locator(".manifest");
    const before = Number(await article.getAttribute("data-version"));
    await this.page.getByRole("button", { name: /上一版|Earlier version/ }).click();
    await this.page.locator(`.manifest[data-version="${before - 1}"]`).waitFor();
    await this.page.locator(".newer").waitFor();
  }

  /** Somebody else changes this person's diet, from another page as it were. */
  async seeChangeByAnother(person) {
    await this.openPerson(person);
    const before = await this.page.locator(".change").count();
    const diet = await this.otherDiet(person);
    await this.page.locator(".change").nth(before).waitFor();
    await this.page
      .locator('.fact[data-fact="diet"] .fact-version', { hasText: String(diet.version) })
      .waitFor();
  }

  async beSecond(person, look) {
    const { page } = this;
    await this.openPerson(person);
    await page.locator('.fact[data-fact="diet"] .fact-action').click();
    await page.locator('.order input[type="radio"][value="halal"]').check({ force: true });
    await this.otherDiet(person);
    await page.locator(".fact-newer").waitFor();
    await page.locator('.order button[type="submit"]').click();
    await page.locator(".stale").waitFor();
    await look();
    await page.locator(".stale button").first().click();
    await page.locator(".order .impact").waitFor();
    await page.locator(".order .order-confirm").click();
    await page.locator(`${SETTLED}, .unchanged`).first().waitFor();
  }

  async changeItinerary(person) {
    const { page } = this;
    await this.openPerson(person);
    await page.locator('.fact[data-fact="itinerary"] .fact-action').click();
    const number = page.locator(".leg-fields").first().locator("input.ant-input");
    await number.fill(`g${100 + Math.floor(Math.random() * 800)}`);
    const time = page.locator(".leg-fields .ant-picker input").first();
    const hour = 10 + Math.floor(Math.random() * 8);
    await time.fill(`2026-06-08 ${hour}:${10 + Math.floor(Math.random() * 49)}`);
    await time.press("Enter");
    await page.locator(".leg-fields").first().locator(".ant-select").click();
    await page.locator(".ant-select-item-option", { hasText: /吴圩机场|Wuxu/ }).click();
    await this.give();
    await page.locator(SETTLED).waitFor();
    await page.locator(".handlings li").first().waitFor();
    await this.quiet();
  }

  /** The session ends elsewhere, in the middle of an order; it is given all the same. */
  async signInAgain(person, { account, password }) {
    const { page } = this;
    await this.openPerson(person);
    await page.locator('.fact[data-fact="diet"] .fact-action').click();
    await page.locator('.order input[type="radio"]:not(:checked)').last().check({ force: true });
    await this.ask("DELETE", "/session");
    await page.locator('.order button[type="submit"]').click();
    await page.locator("dialog.again").waitFor();
    if ((await page.locator('dialog input[name="account"]').inputValue()) !== account) {
      throw new Error("it does not know whose session has ended");
    }
    await page.locator('dialog input[name="password"]').fill(password);
    await page.locator('dialog button[type="submit"]').click();
    await page.locator("dialog.again").waitFor({ state: "detached" });
    await page.locator('.order button[type="submit"]').click();
    await page.locator(".order .impact").waitFor();
    await page.locator(".order .order-confirm").click();
    await page.locator(SETTLED).waitFor();
    await this.awaitLine("live");
  }

  async changeDiet() {
    const { page } = this;
    await page.locator('.fact[data-fact="diet"] .fact-action').click();
    await page.locator('.order input[type="radio"]:not(:checked)').last().check({ force: true });
    await this.give();
    await page.locator(SETTLED).waitFor();
    await page.locator(".handlings li").first().waitFor();
    await this.quiet();
  }

  async switchLanguage() {
    const before = await this.page.locator("html").getAttribute("lang");
    await this.page.getByRole("button", { name: /切换为英文|Switch to Chinese/ }).click();
    await this.page.locator(`html:not([lang="${before}"])`).waitFor();
    await this.quiet();
  }

  async switchTheme() {
    await this.page.getByRole("button", { name: /夜间|日间|Night|Day/ }).click();
    await this.quiet();
  }

  /** Nothing is on its way any more. */
  async quiet() {
    await this.page.waitForFunction(() => document.querySelector(".ant-skeleton") === null);
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  async otherDiet(person) {
    const address = `/api/catering/conferences/${this.conference}/diets/${person}`;
    const now = await this.ask("GET", address);
    const diet = now.diet === "vegetarian" ? "normal" : "vegetarian";
    return this.ask("PUT", address, { diet }, { "If-Match": `"${now.version}"` });
  }

  /** Asks the platform as the page does, with its session. */
  ask(method, address, body, headers = {}) {
    return this.page.evaluate(
      async ({ method, address, body, headers }) => {
        const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "";
        const key = String(Math.random());
        const answer = await fetch(address, {
          method,
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            ...(method === "GET" ? {} : { "X-XSRF-TOKEN": decodeURIComponent(token) }),
            ...(address.includes("/diets/") && method !== "GET"
              ? { "Huiwu-Role": "catering" }
              : {}),
            ...headers,
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await answer.text();
        if (!answer.ok) {
          throw new Error(`${method} ${address}: ${answer.status} ${text}`);
        }
        return text ? JSON.parse(text) : null;
      },
      { method, address, body, headers },
    );
  }
}
