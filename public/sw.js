// Lets visitors read on when the line is gone: an offline page, and the catalogue pages that they have seen.
// What it never touches: the API, and every page that knows a person or moves money. They come from the shop or not at all.
//
// Pages come from the network first, so nobody sees an old price while there is a line. Files of Next carry their content's
// hash in their name and never change. So a new version of this file may take over at once, and throws old copies away.
const VERSION = "1";
const PAGES = `pages-${VERSION}`;
const FILES = `files-${VERSION}`;
const LANGUAGES = ["bn", "en"];

/** The same for everybody. A list with wishes in its address is not kept. */
const READY = /^\/(bn|en)(\/(products|categories|collections)(\/[\w-]+)?|\/(about|contact|delivery|privacy|returns|terms))?$/;
const HASHED = /^\/_next\/static\//;
const DRAWN = /^\/art\//;
const MOST_PAGES = 40;
const MOST_FILES = 250;

const offlinePage = (language) => `/${language}/offline`;

/** The oldest go first. */
async function put(name, request, response, most) {
  const cache = await caches.open(name);
  await cache.put(request, response);
  const keys = await cache.keys();
  await Promise.all(
    keys
      .filter(({ url }) => !url.endsWith("/offline"))
      .slice(0, Math.max(0, keys.length - most))
      .map((key) => cache.delete(key)),
  );
}

/** The offline page needs its own look and scripts when nothing can be fetched. */
async function keepOfflinePage(language) {
  const response = await fetch(offlinePage(language), { cache: "reload" });
  if (!response.ok) throw new Error(`${offlinePage(language)} answered ${response.status}`);
  const html = await response.clone().text();
  const files = new Set([...html.matchAll(/"(\/_next\/static\/[^"\\]+\.(?:css|js))"/g)].map(([, path]) => path));
  const cache = await caches.open(FILES);
  await cache.addAll([...files]);
  await (await caches.open(PAGES)).put(offlinePage(language), response);
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(Promise.all(LANGUAGES.map(keepOfflinePage)));
});

self.addEventListener("activate", (event) => {
  const forgetOld = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== PAGES && name !== FILES).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forgetOld());
});

async function page(event, { pathname, search }) {
  const { request } = event;
  const isReady = READY.test(pathname) && search === "";
  try {
    const response = await fetch(request);
    if (isReady && response.ok && !response.redirected)
      event.waitUntil(put(PAGES, pathname, response.clone(), MOST_PAGES));
    return response;
  } catch (error) {
    const language = LANGUAGES.find((one) => pathname.startsWith(`/${one}/`) || pathname === `/${one}`) ?? "bn";
    const kept = (isReady && (await caches.match(pathname))) || (await caches.match(offlinePage(language)));
    if (kept) return kept;
    throw error;
  }
}

async function file(event) {
  const { request } = event;
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) event.waitUntil(put(FILES, request, response.clone(), MOST_FILES));
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/(bn|en)?(\/|$)/.test(url.pathname)) event.respondWith(page(event, url));
  else if (HASHED.test(url.pathname) || DRAWN.test(url.pathname)) event.respondWith(file(event));
});
