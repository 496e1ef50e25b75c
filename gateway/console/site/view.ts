import { button, el } from "./dom.ts";
import { language, speak } from "./words.ts";

/** What is said in place of a page: there is nothing, or nothing any more. */
export const message = (kind: "plain" | "stale", title: string, detail: string): HTMLElement =>
  el("div", { class: `message ${kind}`, role: "status" }, el("h1", {}, title), el("p", {}, detail));

/** What stands above every page: of which conference, whose, and the other language. */
export const heading = (
  conference: string,
  who: string,
  other: { readonly label: string; readonly kind: string; readonly spoken: () => void },
): readonly HTMLElement[] => [
  el(
    "p",
    { class: "who" },
    el("span", { class: "conference" }, conference),
    who ? el("strong", {}, who) : null,
  ),
  button(
    other.label,
    other.kind,
    () => {
      speak(language() === "zh" ? "en" : "zh", true);
      other.spoken();
    },
    { lang: language() === "zh" ? "en" : "zh-CN" },
  ),
];

/** Tries the whole page again. */
export const again = (label: string): HTMLElement =>
  el(
    "p",
    { class: "buttons middle" },
    button(label, "primary", () => location.reload()),
  );
