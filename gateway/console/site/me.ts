import { ask, CLOSED, Problem } from "./api.ts";
import { button, byId, el, show } from "./dom.ts";
import { Keeping } from "./keeping.ts";
import { OwnCard } from "./me/own.ts";
import type { PersonalPage } from "./me/types.ts";
import { busesView, nextView, scheduleView, telephonesView } from "./me/views.ts";
import { say } from "./me/words.ts";
import { again, heading, message } from "./view.ts";
import { clock, device, language, speakAs } from "./words.ts";

const KEPT = "huiwu.language";
const AGAIN_MILLIS = 5 * 60_000;

const page = byId("page");
const banners = byId("banners");
const top = byId("top");

let mine: PersonalPage | null = null;
let shown = "";
let over = false;

const own = new OwnCard(take, () => {
  ask("POST", "/me/end", {}).then(() => end("forgotten.title", "forgotten.detail"), refused);
});
const keeping = new Keeping(
  {
    read: refresh,
    failed: (e) => {
      failed(e);
      return !over;
    },
    doubted: drawBanners,
  },
  "/site/me/stream",
);

/** What the badge is good for stands in the fragment: it leaves the address before anything else. */
async function begin(): Promise<void> {
  const secret = location.hash.slice(1);
  if (secret) {
    history.replaceState(null, "", location.pathname);
  }
  speakAs(null);
  try {
    const read = secret
      ? await ask<PersonalPage>("POST", "/me/session", { secret })
      : await ask<PersonalPage>("GET", "/me/page");
    speakAs(device.get(KEPT) ?? (read.choice.language === "en" ? "en" : null));
    take(read);
  } catch (e) {
    failed(e);
    return;
  }
  keeping.start();
}

/** Read again without anything moving, unless something is different. */
async function refresh(): Promise<void> {
  take(await ask<PersonalPage>("GET", "/me/page"));
}

function take(read: PersonalPage): void {
  mine = read;
  const now = JSON.stringify({ ...read, now: read.now.slice(0, 15) });
  if (now !== shown) {
    shown = now;
    draw();
  }
}

function failed(e: unknown): void {
  if (!(e instanceof Problem)) {
    throw e;
  }
  if (e.code === CLOSED) {
    end("gone.title", "gone.detail");
  } else if (!mine) {
    drawTop();
    show(page, message("plain", e.title, e.detail), again(say("retry")));
  }
}

/** An order was: whether that is the line's fault shows with the next reading. */
function refused(e: unknown): void {
  failed(e);
  keeping.now();
}

function end(
  title: "gone.title" | "forgotten.title",
  detail: "gone.detail" | "forgotten.detail",
): void {
  over = true;
  keeping.end();
  mine = null;
  show(banners);
  drawTop();
  show(page, message("plain", say(title), say(detail)));
}

function drawTop(): void {
  document.title = mine ? `${say("app")} · ${mine.conference.name}` : say("app");
  const who = mine ? [mine.name, mine.delegation].filter((w) => w) : [];
  show(
    top,
    heading(mine?.conference.name ?? say("app"), who.join(" · "), {
      label: say("language"),
      kind: "quiet small screen",
      spoken,
    }),
  );
}

function spoken(): void {
  // without the code it is a matter of this device only
  if (mine?.own) {
    choose(mine.choice.messages);
  }
  draw();
}

function choose(messages: boolean): void {
  ask<PersonalPage["choice"]>("POST", "/me/choice", { messages, language: language() }).then(
    (choice) => {
      mine = mine && { ...mine, choice };
      draw();
    },
    refused,
  );
}

function drawBanners(): void {
  const doubt = keeping.doubt();
  show(
    banners,
    doubt
      ? el(
          "div",
          { class: "banner stale", role: "status" },
          el("strong", {}, say(doubt.why, { at: doubt.since ? clock(doubt.since) : "—" })),
        )
      : null,
  );
}

function draw(): void {
  drawTop();
  if (over) {
    location.reload();
    return;
  }
  if (!mine) {
    return;
  }
  if (!mine.published) {
    show(page, message("plain", say("planning.title"), say("planning.detail")));
    return;
  }
  own.draw(mine);
  const wanted = mine.choice.messages;
  show(
    page,
    nextView(mine),
    busesView(mine),
    telephonesView(mine),
    scheduleView(mine),
    own.place,
    mine.reachable && mine.own
      ? el(
          "section",
          { class: "card screen" },
          el("h2", {}, say("messages")),
          el("p", {}, say(wanted ? "messages.on" : "messages.off")),
          el(
            "p",
            { class: "buttons" },
            button(say(wanted ? "messages.stop" : "messages.start"), "", () => choose(!wanted)),
          ),
        )
      : null,
    el(
      "p",
      { class: "buttons middle screen" },
      button(say("print"), "", () => window.print()),
    ),
    el("p", { class: "paper" }, say("printed", { at: mine.now.replace("T", " ").slice(0, 16) })),
  );
}

window.addEventListener("hashchange", () => {
  if (location.hash.length > 1) {
    location.reload();
  }
});
window.setInterval(() => {
  if (!document.hidden && mine) {
    keeping.now();
  }
}, AGAIN_MILLIS);
begin();
