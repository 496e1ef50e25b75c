import { el } from "./dom.ts";
import type { Telephone } from "./types.ts";
import { t } from "./words.ts";

/** A number that is called by a touch. */
export const call = ({ name, phone }: Telephone, kind = "inline"): HTMLElement =>
  el("a", { class: kind, href: `tel:${phone.replace(/[^0-9+]/g, "")}` }, `${name} ${phone}`);

/** Whom to call when something is not clear; nothing where nobody has a number. */
export const telephones = (duty: readonly Telephone[]): HTMLElement | null =>
  duty.length === 0
    ? null
    : el(
        "section",
        { class: "card telephones", "aria-labelledby": "telephones-title" },
        el("h2", { id: "telephones-title" }, t("telephones")),
        el(
          "p",
          { class: "buttons" },
          duty.map((one) => call(one, "button quiet")),
        ),
      );
