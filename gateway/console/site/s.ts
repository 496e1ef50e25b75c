import { AcknowledgeBar } from "./acknowledge.ts";
import { ask, CLOSED, heard, isPage, manifestPath, OTHER_LINK, Problem } from "./api.ts";
import { newerBanner, offlineBanner } from "./banners.ts";
import { button, byId, el, show } from "./dom.ts";
import { listsView } from "./lists.ts";
import { Line } from "./live.ts";
import { sheetView } from "./sheet.ts";
import type { Entry, Mine, Sheet } from "./types.ts";
import { language, speak, speakAs, t } from "./words.ts";

const OPEN = "huiwu.open";
const page = byId("page");
const banners = byId("banners");
const bar = byId("bar");
const top = byId("top");

let mine: Mine | null = null;
let sheet: Sheet | null = null;
/** A version that came while another one is being read. */
let newer: Sheet | null = null;
let broken = false;
const line = new Line({
  following: () => {
    broken = false;
    refresh();
  },
  version: (manifest, version) => {
    refresh();
    if (sheet && sheet.entry.manifest === manifest && version > sheet.entry.version) {
      lookAtNewer(sheet);
    }
  },
  acknowledged: () => refresh(),
  live: () => refresh(),
  alive: () => {
    if (broken) {
      broken = false;
      drawBanners();
    }
  },
  broken: () => {
    broken = true;
    drawBanners();
    // a page that may no longer be read is told so, and does not wait for the line
    ask("GET", "/me").catch(failed);
  },
  closed: () => {
    ask("GET", "/me").catch(failed);
  },
});

/** What the link is good for stands in its fragment: it leaves the address before anything else. */
async function begin(): Promise<void> {
  const secret = location.hash.slice(1);
  if (secret) {
    history.replaceState(null, "", location.pathname);
  }
  speakAs(null);
  try {
    take(secret ? await ask<Mine>("POST", "/session", { secret }) : await ask<Mine>("GET", "/me"));
  } catch (e) {
    failed(e);
    return;
  }
  const known = mine?.manifests ?? [];
  const last = history.state?.open ?? remembered();
  const wanted = known.find((m) => m.manifest === last) ?? (known.length === 1 ? known[0] : null);
  if (wanted) {
    await open(wanted.manifest, false);
  } else {
    drawList();
  }
  line.open();
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(OPEN);
  } catch {
    return null;
  }
}

function remember(manifest: string): void {
  try {
    sessionStorage.setItem(OPEN, manifest);
  } catch {
    // the list is shown first next time
  }
}

function take(read: Mine): void {
  mine = read;
  isPage(read.session);
  speakAs(read.language);
  drawTop();
}

async function refresh(): Promise<void> {
  try {
    take(await ask<Mine>("GET", "/me"));
  } catch (e) {
    failed(e, true);
    return;
  }
  const open = sheet;
  if (!open) {
    drawList();
    return;
  }
  const now = mine?.manifests.find((m) => m.manifest === open.entry.manifest);
  if (!now) {
    sheet = null;
    drawList();
  } else if (now.version > open.entry.version) {
    await lookAtNewer(open);
  } else if (now.acknowledged !== open.entry.acknowledged) {
    await open_again(open.entry.manifest);
  }
  drawBanners();
}

/** What is being read stays as it is; that there is something newer is said above it. */
async function lookAtNewer(read: Sheet): Promise<void> {
  const { manifest, version } = read.entry;
  try {
    const found = await ask<Sheet>("GET", `${manifestPath(manifest)}?since=${version}`);
    if (sheet === read && found.entry.version > version) {
      newer = found;
      drawBanners();
      drawBar();
    }
  } catch (e) {
    failed(e, true);
  }
}

async function open(manifest: string, push = true): Promise<void> {
  try {
    sheet = await ask<Sheet>("GET", manifestPath(manifest));
  } catch (e) {
    failed(e);
    return;
  }
  newer = null;
  remember(manifest);
  history[push ? "pushState" : "replaceState"]({ open: manifest }, "", location.pathname);
  drawSheet();
  window.scrollTo(0, 0);
  document.getElementById("sheet-title")?.focus({ preventScroll: true });
  seen(sheet.entry);
}

/** Somebody has acknowledged elsewhere: the same version, another standing. */
async function open_again(manifest: string): Promise<void> {
  try {
    sheet = await ask<Sheet>("GET", manifestPath(manifest));
    drawSheet();
  } catch (e) {
    failed(e, true);
  }
}

function seen(entry: Entry): void {
  ask("POST", `${manifestPath(entry.manifest)}/seen`, { version: entry.version }).catch((e) =>
    failed(e, true),
  );
}

function back(): void {
  sheet = null;
  newer = null;
  remember("");
  drawList();
}

/** @param quietly what is shown stays: it is only not refreshed */
function failed(e: unknown, quietly = false): void {
  if (!(e instanceof Problem)) {
    throw e;
  }
  if (e.code === CLOSED || e.code === OTHER_LINK) {
    line.close();
    sheet = null;
    newer = null;
    mine = null;
    show(banners);
    show(bar);
    drawTop();
    show(page, message("stale", e.title, e.detail));
  } else if (e.code === "manifest-unknown") {
    back();
  } else if (mine && (quietly || sheet)) {
    broken = broken || e.status === 0;
    drawBanners();
  } else {
    show(
      page,
      message("stale", t("failed.title"), e.status === 0 ? t("failed.detail") : e.detail),
      el(
        "p",
        { class: "buttons middle" },
        button(t("retry"), "primary", () => location.reload()),
      ),
    );
  }
}

function message(kind: string, title: string, detail: string): HTMLElement {
  return el(
    "div",
    { class: `message ${kind}`, role: "status" },
    el("h1", {}, title),
    el("p", {}, detail),
  );
}

function drawTop(): void {
  document.title = mine ? `${mine.recipient} · ${mine.conference}` : t("app");
  show(
    top,
    el(
      "p",
      { class: "who" },
      el("span", { class: "conference" }, mine?.conference ?? t("app")),
      mine ? el("strong", {}, mine.recipient) : null,
    ),
    button(
      t("language"),
      "quiet small",
      () => {
        speak(language() === "zh" ? "en" : "zh", true);
        draw();
      },
      { lang: language() === "zh" ? "en" : "zh-CN" },
    ),
    mine?.rehearsal ? el("p", { class: "rehearsal" }, t("rehearsal")) : null,
  );
}

function draw(): void {
  drawTop();
  if (!mine) {
    location.reload();
  } else if (sheet) {
    drawSheet();
  } else {
    drawList();
  }
}

function drawBanners(): void {
  const read = sheet;
  show(
    banners,
    broken ? offlineBanner() : null,
    newer && read ? newerBanner(read, newer, () => open(read.entry.manifest, false)) : null,
  );
}

function drawBar(): void {
  if (!mine || !sheet?.entry.owed || newer) {
    show(bar);
    return;
  }
  const { entry } = sheet;
  show(
    bar,
    new AcknowledgeBar(mine, entry, {
      verified: () => {
        mine = mine && { ...mine, known: true };
      },
      done: (now) => {
        if (sheet?.entry.manifest === now.manifest) {
          open_again(now.manifest);
        }
        refresh();
      },
      failed: (e) => {
        const gone = e.code === CLOSED || e.code === OTHER_LINK;
        if (gone) {
          failed(e);
        }
        return gone;
      },
    }).place,
  );
}

function drawSheet(): void {
  if (!mine || !sheet) {
    return;
  }
  show(
    page,
    mine.manifests.length > 1
      ? el(
          "p",
          { class: "back" },
          button(`‹ ${t("back")}`, "quiet", () => history.back()),
        )
      : null,
    sheetView(sheet, mine.conference),
  );
  drawBanners();
  drawBar();
}

function drawList(): void {
  if (!mine) {
    return;
  }
  show(bar);
  drawBanners();
  if (!mine.live || mine.manifests.length === 0) {
    const why = mine.live ? "nothing" : "planning";
    show(page, message("plain", t(`${why}.title`), t(`${why}.detail`)));
    return;
  }
  show(page, listsView(mine, open));
}

window.addEventListener("popstate", (e) => {
  const wanted = (e.state as { open?: string } | null)?.open;
  if (wanted) {
    open(wanted, false);
  } else if (mine) {
    back();
  }
});
window.addEventListener("hashchange", () => {
  if (location.hash.length > 1) {
    location.reload();
  }
});
window.addEventListener("offline", () => {
  broken = true;
  drawBanners();
});
window.addEventListener("online", () => line.wake());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    line.wake();
  }
});
heard();
begin();
