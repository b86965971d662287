// The page works without a network from the first visit on: everything it is made of is put aside while it is installed. `FILES` and
// `VERSION` are written by the build: a hash over every file, so that a changed page is a new version.
//
// A new version lies beside the one in use until the page takes it (`take`), also where the browser has made its worker the active one:
// whichever worker answers, it answers with the version that was chosen. Before that the page tries it: a module worker at
// `./trial/<version>/…` gets the new version's own modules from here and opens a copy of what is kept. A waiting worker is asked for no
// file, so that the one in charge answers for it. The version before goes only when the new one has started, and comes back if that does
// not happen.
const VERSION = "/*version*/";
/** @type {string[]} */
const FILES = [/*files*/];
const PREFIX = "doichieu-verifier-";
const CHOICE = "doichieu-choice";
const SHARED = "doichieu-shared";
const MOST_SHARED = 16;
const LARGEST_SHARED = 64 << 20;
/** How often a version that was taken may begin without having started. */
const TRIES = 3;

/** @typedef {{ use: string, before?: string, tries?: number }} Choice */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** @param {string} path */
const here = (path) => new URL(path, worker.registration.scope);

/** @returns {Promise<Choice | null>} */
const chosen = async () => {
  const kept = await caches.open(CHOICE).then((cache) => cache.match(here("./choice")));
  return kept ? kept.json() : null;
};

/** @param {Choice} choice */
const choose = async (choice) => (await caches.open(CHOICE)).put(here("./choice"), new Response(JSON.stringify(choice)));

/** The version that the page is made of: the chosen one, as long as it is there. */
const inUse = async () => {
  const { use } = await chosen() ?? { use: VERSION };
  return await caches.has(PREFIX + use) ? use : VERSION;
};

/** All of it or nothing: a file that is missing leaves the version in use as it is. */
const putAside = async () => {
  const there = await caches.has(PREFIX + VERSION);
  try {
    await (await caches.open(PREFIX + VERSION)).addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
  } catch (error) {
    if (!there) await caches.delete(PREFIX + VERSION);
    throw error;
  }
  if (!worker.registration.active && !await chosen()) await choose({ use: VERSION });
};

/** The page says so: after a trial, by a press or while nobody checks anything. */
const take = async () => {
  const use = await inUse();
  await choose(use === VERSION ? { use } : { use: VERSION, before: use, tries: 0 });
  await worker.skipWaiting();
};

/** A version has started: the others go, unless one of them is being brought. */
const started = async () => {
  const { use } = await chosen() ?? { use: VERSION };
  await choose({ use });
  if (worker.registration.installing || worker.registration.waiting || use !== VERSION) return;
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + use);
  await Promise.all(others.map((name) => caches.delete(name)));
};

/** A version that was taken and does not start gives way to the one before. */
const begun = async () => {
  const choice = await chosen();
  if (!choice?.before || !await caches.has(PREFIX + choice.before)) return;
  const tries = (choice.tries ?? 0) + 1;
  await choose(tries > TRIES ? { use: choice.before } : { ...choice, tries });
};

/** @type {(version: string, what: RequestInfo | URL) => Promise<Response | undefined>} */
const from = async (version, what) => (await caches.open(PREFIX + version)).match(what, { ignoreSearch: true });

/** What the page is made of, network or not. @param {Request} request */
const answered = async (request) => {
  const navigates = request.mode === "navigate";
  if (navigates) await begun();
  const found = await from(await inUse(), navigates ? here("./") : request);
  return found ?? fetch(request);
};

/**
 * A file of a version that is put aside, for its trial. The answer is made anew: one out of the cache would say where it lay, and what the
 * module imports would then come from the version in use.
 * @type {(version: string, rest: string) => Promise<Response>}
 */
const ofTrial = async (version, rest) => {
  const found = await caches.has(PREFIX + version) ? await from(version, here(`./${rest}`)) : undefined;
  return found ? new Response(found.body, { status: found.status, headers: found.headers }) : new Response("not here", { status: 404 });
};

/** Files that another app shares: put aside, and the page opens and takes them from there (shared.js). @param {Request} request */
const shared = async (request) => {
  const all = await request.formData().then((form) => form.getAll("files"), () => []);
  const files = all.filter((one) => one instanceof File && one.size <= LARGEST_SHARED).slice(0, MOST_SHARED);
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  for (const [place, file] of /** @type {File[]} */ (files).entries()) {
    await cache.put(here(`./shared/${place}`), new Response(file, { headers: { "x-name": encodeURIComponent(file.name) } }));
  }
  return Response.redirect(here("./?shared").href, 303);
};

worker.addEventListener("install", (event) => event.waitUntil(putAside()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const answers = /** @type {Readonly<Record<string, () => Promise<unknown>>>} */ ({
    version: async () => ({ own: VERSION, use: await inUse() }),
    take: async () => { await take(); return { taken: true }; },
    started: async () => { await started(); return { started: true }; },
  });
  const answer = answers[String(Object(event.data).ask)];
  if (answer) event.waitUntil(answer().then((said) => event.ports[0]?.postMessage(said)));
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const scope = here("./").pathname;
  if (url.origin !== worker.location.origin || !url.pathname.startsWith(scope)) return;
  const [first = "", second = "", ...rest] = url.pathname.slice(scope.length).split("/");
  if (event.request.method === "POST" && first === "share" && !second) return event.respondWith(shared(event.request));
  // Lists come from the network or not at all.
  if (event.request.method !== "GET" || first === "lists") return;
  event.respondWith(first === "trial" ? ofTrial(second, rest.join("/")) : answered(event.request));
});
