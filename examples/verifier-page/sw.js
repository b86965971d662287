// The page works without a network from the first visit on: everything it is made of is put aside while it is installed.
// `FILES` and `VERSION` are written by the build: a hash over every file, so that a changed page is a new version.
const VERSION = "/*version*/";
/** @type {string[]} */
const FILES = [/*files*/];
const CACHE = `doichieu-verifier-${VERSION}`;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => {
  const anew = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(anew)).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  /** @param {string} name */
  const old = (name) => name.startsWith("doichieu-verifier-") && name !== CACHE;
  const removed = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(removed.then(() => worker.clients.claim()));
});

// Only what was put aside is ever answered, network or not: nothing else belongs to this page.
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== worker.location.origin) return;
  const page = event.request.mode === "navigate" ? "./" : event.request;
  const kept = caches.open(CACHE).then((cache) => cache.match(page, { ignoreSearch: true }));
  event.respondWith(kept.then((found) => found ?? fetch(event.request)));
});
