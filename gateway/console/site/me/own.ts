import { ask, Problem } from "../api.ts";
import { button, el, show } from "../dom.ts";
import type { PersonalPage } from "./types.ts";
import { ownView } from "./views.ts";
import { say } from "./words.ts";

/** Room and itinerary: after a code, which the platform checks; the page never had them before. */
export class OwnCard {
  readonly place = el("section", { class: "card" });
  #asking = false;
  #said = "";
  #pin = "";

  constructor(
    readonly opened: (page: PersonalPage) => void,
    readonly forgotten: () => void,
  ) {}

  draw(page: PersonalPage): void {
    if (page.own) {
      this.#asking = false;
      this.#said = "";
      this.#pin = "";
    }
    const focused = document.activeElement?.id === "pin";
    show(this.place, el("h2", {}, say("own")), page.own ? this.#shown(page) : this.#locked(page));
    if (focused) {
      document.getElementById("pin")?.focus();
    }
  }

  #shown(page: PersonalPage): readonly HTMLElement[] {
    return page.own
      ? [
          ...ownView(page.own),
          el("p", { class: "muted small screen" }, say("own.until")),
          el("p", { class: "buttons screen" }, button(say("forget"), "", this.forgotten)),
        ]
      : [];
  }

  #locked(page: PersonalPage): readonly HTMLElement[] {
    if (!page.reachable) {
      return [el("p", {}, say("own.none"))];
    }
    const words = el("p", { class: "said", role: "status" }, this.#said);
    if (!this.#asking) {
      return [
        el("p", {}, say("own.locked")),
        words,
        el(
          "p",
          { class: "buttons" },
          button(say("own.send"), "primary wide", () => this.#send(page)),
        ),
      ];
    }
    const pin = el("input", {
      id: "pin",
      class: "pin",
      inputmode: "numeric",
      autocomplete: "one-time-code",
      maxlength: "6",
      pattern: "[0-9]{6}",
      value: this.#pin,
      input: () => {
        this.#pin = pin.value;
      },
    });
    return [
      el(
        "form",
        {
          submit: (e) => {
            e.preventDefault();
            this.#verify(page, pin.value.replace(/\D/g, ""));
          },
        },
        el("label", { for: "pin" }, say("own.pin")),
        pin,
        words,
        el(
          "p",
          { class: "buttons" },
          el("button", { type: "submit", class: "button primary wide" }, say("own.show")),
          button(say("own.again"), "small", () => this.#send(page)),
        ),
      ),
    ];
  }

  async #send(page: PersonalPage): Promise<void> {
    try {
      await ask("POST", "/me/pin", {});
      this.#asking = true;
      this.#said = say("own.sent");
    } catch (e) {
      this.#refused(e);
    }
    this.draw(page);
    document.getElementById("pin")?.focus();
  }

  async #verify(page: PersonalPage, pin: string): Promise<void> {
    try {
      this.opened(await ask<PersonalPage>("POST", "/me/pin/verification", { pin }));
    } catch (e) {
      this.#pin = "";
      this.#refused(e);
      this.draw(page);
      document.getElementById("pin")?.focus();
    }
  }

  #refused(e: unknown): void {
    if (!(e instanceof Problem)) {
      throw e;
    }
    if (e.code === "pin-over" || e.code === "pin-locked") {
      this.#asking = false;
    }
    this.#said = e.detail;
  }
}
