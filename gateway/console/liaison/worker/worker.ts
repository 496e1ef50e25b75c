/*
 * Keeps the page itself, so that it opens without a network, and nothing else: answers of the
 * platform pass by, what is known of people is sealed in the page's own database.
 */
declare const self: ServiceWorkerGlobalScope;

/** Written by the build: every file of the page, and a name that changes with any of them. */
declare const HUIWU_FILES: readonly string[];
declare const HUIWU_BUILD: string;

const PAGE = "/liaison";
const CACHE = `huiwu-liaison-${HUIWU_BUILD}`;
const FILES = [PAGE, ...HUIWU_FILES];
const KEPT = new Set(FILES);

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))))
      // a page that is open has all its files already; the next one opened is the new one
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith("huiwu-liaison-") && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      // also the page that is open already: its scanner is wanted on the bus, where there is no network
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method === "GET" && origin === self.location.origin && KEPT.has(pathname)) {
    event.respondWith(answer(pathname, event.request));
  }
});

/** What is kept, as one page and its files belong together; the network where nothing is kept. */
async function answer(pathname: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(pathname);
  if (kept) {
    return kept;
  }
  const fresh = await fetch(request);
  if (fresh.ok) {
    await cache.put(pathname, fresh.clone());
  }
  return fresh;
}

export {};
