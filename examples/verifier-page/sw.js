// The page works without a network from the first visit on: everything it is made of is put aside while it is installed.
// `FILES` and `VERSION` are written by the build: a hash over every file, so that a changed page is a new version.
const VERSION = "/*version*/";
const FILES = [/*files*/];
const CACHE = `doichieu-verifier-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("doichieu-verifier-") && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

// Only what was put aside is ever answered, network or not: nothing else belongs to this page.
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  const page = event.request.mode === "navigate" ? "./" : event.request;
  event.respondWith(caches.open(CACHE).then((cache) => cache.match(page, { ignoreSearch: true })).then((kept) => kept ?? fetch(event.request)));
});
