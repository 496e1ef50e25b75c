import { ask, Problem } from "./api.ts";
import { button, el, show } from "./dom.ts";
import { Signing } from "./signing.ts";
import type { Entry, Mine } from "./types.ts";
import { device, t } from "./words.ts";

const NAME = "huiwu.name";
const LONGEST_NAME = "60";
const PIN = /^\d{6}$/;

export interface Acknowledging {
  /** How the recipient stands now. */
  done(entry: Entry): void;
  /** The device is known from now on. */
  verified(): void;
  failed(problem: Problem): boolean;
}

/** The bar at the foot of a manifest: one's name, a code where the device is not known, done. */
export class AcknowledgeBar {
  readonly place = el("div", { class: "bar" });
  private readonly signing: Signing;
  private busy = false;

  constructor(
    private readonly mine: Mine,
    private readonly entry: Entry,
    private readonly then: Acknowledging,
  ) {
    this.signing = new Signing(entry, mine.known);
    this.closed();
  }

  private closed(): void {
    show(
      this.place,
      button(t("acknowledge", { n: this.entry.version }), "primary wide", () => this.opened()),
    );
  }

  private opened(): void {
    const name = el("input", {
      id: "ack-name",
      type: "text",
      autocomplete: "name",
      maxlength: LONGEST_NAME,
      required: true,
      value: device.get(NAME) ?? "",
      "aria-describedby": "ack-why",
    });
    const wrong = el("p", { class: "wrong", role: "alert" });
    const form = el(
      "form",
      { class: "panel", novalidate: true },
      el("label", { for: "ack-name" }, t("acknowledge.name")),
      name,
      el("p", { class: "muted", id: "ack-why" }, t("acknowledge.name.why")),
      wrong,
      el(
        "p",
        { class: "buttons" },
        el(
          "button",
          { type: "submit", class: "button primary" },
          t("acknowledge", { n: this.entry.version }),
        ),
        button(t("cancel"), "quiet", () => this.closed()),
      ),
    );
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const given = name.value.trim();
      if (!given) {
        show(wrong, t("acknowledge.name.missing"));
        name.focus();
        return;
      }
      device.keep(NAME, given);
      if (this.signing.known) {
        this.send(given, wrong);
      } else {
        this.code(given);
      }
    });
    show(this.place, form);
    (name.value ? form.querySelector("button") : name)?.focus();
  }

  private code(name: string): void {
    const wrong = el("p", { class: "wrong", role: "alert" });
    const said = el("p", { class: "muted", "aria-live": "polite" }, t("pin.why"));
    const pin = el("input", {
      id: "ack-pin",
      class: "pin",
      type: "text",
      inputmode: "numeric",
      pattern: "[0-9]*",
      autocomplete: "one-time-code",
      maxlength: "6",
    });
    const ends = this.mine.phoneEnds;
    const ask6 = button(ends ? t("pin.send", { ends }) : "", "quiet", () => {
      this.run(wrong, async () => {
        await ask("POST", "/pin");
        show(said, t("pin.sent", { ends: ends ?? "" }));
        show(ask6, t("pin.again"));
        pin.focus();
      });
    });
    const form = el(
      "form",
      { class: "panel", novalidate: true },
      el("h2", {}, t("pin.title")),
      said,
      ends ? ask6 : el("p", { class: "note" }, t("pin.call")),
      el("label", { for: "ack-pin" }, t("pin.label")),
      pin,
      wrong,
      el(
        "p",
        { class: "buttons" },
        el("button", { type: "submit", class: "button primary" }, t("pin.verify")),
        button(t("cancel"), "quiet", () => this.closed()),
      ),
    );
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const given = pin.value.trim();
      if (!PIN.test(given)) {
        show(wrong, t("pin.malformed"));
        pin.focus();
        return;
      }
      this.run(wrong, async () => {
        await this.signing.verify(given);
        this.then.verified();
        await this.acknowledge(name);
      });
    });
    show(this.place, form);
    (ends ? ask6 : pin).focus();
  }

  private send(name: string, wrong: HTMLElement): void {
    this.run(wrong, () => this.acknowledge(name));
  }

  private async acknowledge(name: string): Promise<void> {
    this.then.done(await this.signing.acknowledge(name));
  }

  private run(wrong: HTMLElement, work: () => Promise<void>): void {
    if (this.busy) {
      return;
    }
    this.busy = true;
    show(wrong);
    this.place.setAttribute("aria-busy", "true");
    work()
      .catch((e: unknown) => {
        if (!(e instanceof Problem)) {
          throw e;
        }
        if (e.code === "pin-required") {
          this.code(device.get(NAME) ?? "");
        } else if (!this.then.failed(e)) {
          show(wrong, e.detail);
        }
      })
      .then(() => {
        this.busy = false;
        this.place.removeAttribute("aria-busy");
      });
  }
}
