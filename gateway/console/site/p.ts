import { ask, Problem } from "./api.ts";
import { changeSections } from "./changes.ts";
import { button, byId, el, show } from "./dom.ts";
import { fieldName, inShort, kindName, titleOf } from "./lines.ts";
import type { Truth } from "./types.ts";
import { heading } from "./view.ts";
import { clock, moment, speakAs, t } from "./words.ts";

const page = byId("page");
const top = byId("top");

function drawTop(conference: string): void {
  document.title = t("truth.title");
  show(
    top,
    heading(conference, t("truth.title"), {
      label: t("language"),
      kind: "quiet small",
      spoken: look,
    }),
  );
}

/** Green or red at one glance; shape and words say it too. */
function verdict(kind: "good" | "stale", sign: string, title: string): HTMLElement {
  return el(
    "div",
    { class: `verdict ${kind}`, role: "status" },
    el("span", { class: "verdict-sign", "aria-hidden": "true" }, sign),
    el("h1", {}, title),
  );
}

function asked(): HTMLElement {
  return el(
    "p",
    { class: "buttons middle" },
    el("span", { class: "muted" }, t("truth.asked", { at: clock(new Date()) })),
    button(t("truth.again"), "quiet", look),
  );
}

function said(truth: Truth): string {
  const values = {
    n: truth.version,
    current: truth.current,
    at: moment(truth.currentSince),
  };
  if (!truth.stillTrue) {
    return t("truth.stale.detail", values);
  }
  return t(truth.current > truth.version ? "truth.same" : "truth.true.detail", values);
}

function draw(truth: Truth): void {
  drawTop(truth.conference);
  const title = truth.closed ? "truth.cancelled" : truth.stillTrue ? "truth.true" : "truth.stale";
  show(
    page,
    verdict(truth.stillTrue ? "good" : "stale", truth.stillTrue ? "✓" : "✗", t(title)),
    el(
      "section",
      { class: "card" },
      el("p", { class: "kind" }, kindName(truth.kind)),
      el("h2", {}, titleOf(truth)),
      el("p", { class: "said" }, said(truth)),
      truth.stillTrue
        ? null
        : el(
            "p",
            {},
            t("truth.since", {
              counts: inShort(truth.added, truth.struckOut, truth.changed, truth.header.length > 0),
            }),
          ),
      truth.header.length > 0
        ? el(
            "p",
            {},
            t("truth.header", { fields: truth.header.map(fieldName).join(t("list.comma")) }),
          )
        : null,
      truth.stillTrue || truth.lines ? null : el("p", { class: "muted" }, t("truth.private")),
    ),
    !truth.stillTrue && truth.lines
      ? el(
          "section",
          { class: "card changes" },
          el("h2", {}, t("truth.lines")),
          changeSections(truth.kind, truth.lines, {}, {}),
        )
      : null,
    asked(),
  );
}

async function look(): Promise<void> {
  try {
    draw(await ask<Truth>("POST", "/paper-truth", { token: location.hash.slice(1) }));
  } catch (e) {
    if (!(e instanceof Problem)) {
      throw e;
    }
    drawTop(t("app"));
    show(
      page,
      verdict("stale", "?", t("truth.unknown")),
      el("section", { class: "card" }, el("p", { class: "said" }, e.detail)),
      asked(),
    );
  }
}

speakAs(null);
window.addEventListener("hashchange", look);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    look();
  }
});
look();
