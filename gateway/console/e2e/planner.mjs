import { Desk } from "./desk.mjs";

const DESK_SIZE = { width: 1440, height: 900 };
const NOT_SIGNED_IN = /status of 401 .*\/session\b/;

/** Somebody's own browser, with what they do in the tables of plans. */
export class Planner {
  static async at(stage, conference, user) {
    const planner = new Planner();
    planner.stage = stage;
    planner.conference = conference;
    planner.page = await stage.open(DESK_SIZE, { deviceScaleFactor: 1 });
    planner.desk = new Desk(planner.page, stage.url);
    planner.side = planner.page.locator(".table-side");
    stage.page = planner.page;
    await stage.complaints.expecting(NOT_SIGNED_IN, async () => {
      await planner.desk.open();
      await planner.desk.signIn(user.account, user.password);
      await planner.page.locator('.desk[data-section="home"]').waitFor();
    });
    return planner;
  }

  async open(table) {
    this.stage.page = this.page;
    await this.page.goto(
      `${this.stage.url}/#/${this.conference}/plans/${encodeURIComponent(table)}`,
    );
    await this.page.locator(".plan-desk .table-frame").waitFor();
  }

  cell(entry, column) {
    return this.page.locator(`.table-row[data-entry="${entry}"] [data-column="${column}"]`);
  }

  /** A cell is entered by a double click, or by Enter where the keys are. */
  async edit(entry, column, value) {
    await this.cell(entry, column).dblclick();
    await this.page.locator(".table-editor").fill(value);
  }

  field(label) {
    return this.side.locator(".plan-fields").getByLabel(label);
  }

  async pick(label, option) {
    await this.field(label).click();
    await this.page.locator(".ant-select-item-option", { hasText: option }).click();
  }

  async moment(label, value) {
    await this.field(label).fill(value);
    await this.field(label).press("Enter");
  }

  touched(manifest) {
    return this.side.locator(`.impact-one[data-manifest="${manifest}"]`);
  }

  weigh() {
    return this.side.locator(".order-weigh").click();
  }

  async confirm() {
    await this.side.locator(".order-confirm").click();
    await this.side.locator('.ripple[data-phase="settled"]').waitFor();
  }

  version(manifest) {
    return this.page.locator(`.table-row a[data-manifest="${manifest}"]`);
  }

  versionIs(manifest, version) {
    return this.page
      .locator(`.table-row a[data-manifest="${manifest}"][data-version="${version}"]`)
      .waitFor();
  }

  async picture(name) {
    this.stage.page = this.page;
    await this.desk.quiet();
    await this.stage.picture(name);
  }
}
