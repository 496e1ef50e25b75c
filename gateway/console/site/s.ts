import { AcknowledgeBar } from "./acknowledge.ts";
import { ask, CLOSED, isPage, manifestPath, OTHER_LINK, Problem } from "./api.ts";
import { arrivedBanner, newerBanner, staleBanner } from "./banners.ts";
import { button, byId, el, show } from "./dom.ts";
import { Keeping } from "./keeping.ts";
import { arrivedSince, listsView } from "./lists.ts";
import { sheetView } from "./sheet.ts";
import type { Entry, Mine, Sheet } from "./types.ts";
import { again, heading, message } from "./view.ts";
import { speakAs, t } from "./words.ts";

const OPEN = "huiwu.open";
const UNKNOWN = "manifest-unknown";
const page = byId("page");
const banners = byId("banners");
const bar = byId("bar");
const top = byId("top");

let mine: Mine | null = null;
let sheet: Sheet | null = null;
/** A version that came while another one is being read. */
let newer: Sheet | null = null;
/** Another list that came meanwhile. */
let arrived: Entry | null = null;
const keeping = new Keeping({
  read: refresh,
  failed: (e) => {
    failed(e, true);
    return mine !== null && e.code !== UNKNOWN;
  },
  doubted: drawBanners,
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
  keeping.start();
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

/** What is being read stays as it is; that there is something newer is said above it. */
async function refresh(): Promise<void> {
  const before = mine?.manifests ?? [];
  take(await ask<Mine>("GET", "/me"));
  const read = sheet;
  if (!read) {
    drawList();
    return;
  }
  const [another] = arrivedSince(before, mine?.manifests ?? []);
  if (another) {
    arrived = another;
    drawBanners();
  }
  const { manifest, version } = read.entry;
  const now = mine?.manifests.find((m) => m.manifest === manifest);
  if (!now) {
    back();
  } else if (now.version > version && now.version !== newer?.entry.version) {
    const found = await ask<Sheet>("GET", `${manifestPath(manifest)}?since=${version}`);
    if (sheet === read && found.entry.version > version) {
      newer = found;
      drawBanners();
      drawBar();
    }
  } else if (now.version === version && now.acknowledged !== read.since) {
    const found = await ask<Sheet>("GET", manifestPath(manifest));
    if (sheet === read && found.entry.version === version) {
      sheet = found;
      drawSheet();
    }
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
  arrived = arrived?.manifest === manifest ? null : arrived;
  remember(manifest);
  const over = push || history.state?.over === true;
  history[push ? "pushState" : "replaceState"]({ open: manifest, over }, "", location.pathname);
  drawSheet();
  window.scrollTo(0, 0);
  document.getElementById("sheet-title")?.focus({ preventScroll: true });
  seen(sheet.entry);
}

function seen(entry: Entry): void {
  ask("POST", `${manifestPath(entry.manifest)}/seen`, { version: entry.version }).catch(() =>
    keeping.now(),
  );
}

/** A list that was opened at once has nothing of ours behind it to go back to. */
function toLists(): void {
  if (history.state?.over) {
    history.back();
  } else {
    history.replaceState(null, "", location.pathname);
    back();
  }
}

function back(): void {
  sheet = null;
  newer = null;
  arrived = null;
  remember("");
  drawList();
}

/** @param quietly what is shown stays: it is only not refreshed */
function failed(e: unknown, quietly = false): void {
  if (!(e instanceof Problem)) {
    throw e;
  }
  if (e.code === CLOSED || e.code === OTHER_LINK) {
    keeping.end();
    sheet = null;
    newer = null;
    mine = null;
    show(banners);
    show(bar);
    drawTop();
    show(page, message("stale", e.title, e.detail));
  } else if (e.code === UNKNOWN) {
    back();
  } else if (mine && (quietly || sheet)) {
    if (!quietly) {
      keeping.now();
    }
  } else {
    show(
      page,
      message("stale", t("failed.title"), e.status === 0 ? t("failed.detail") : e.detail),
      again(t("retry")),
    );
  }
}

function drawTop(): void {
  document.title = mine ? `${mine.recipient} · ${mine.conference}` : t("app");
  show(
    top,
    heading(mine?.conference ?? t("app"), mine?.recipient ?? "", {
      label: t("language"),
      kind: "quiet small",
      spoken: draw,
    }),
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
  const doubt = keeping.doubt();
  show(
    banners,
    doubt ? staleBanner(doubt) : null,
    newer && read ? newerBanner(read, newer, () => open(read.entry.manifest, false)) : null,
    arrivedView(),
  );
}

function arrivedView(): HTMLElement | null {
  const another = sheet ? arrived : null;
  return another ? arrivedBanner(another, () => open(another.manifest)) : null;
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
        if (sheet?.entry.manifest === now.manifest && sheet.entry.version === now.version) {
          sheet = { ...sheet, entry: now };
          drawSheet();
        }
        keeping.now();
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
      ? el("p", { class: "back" }, button(`‹ ${t("back")}`, "quiet", toLists))
      : null,
    sheetView(sheet, mine),
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
begin();
