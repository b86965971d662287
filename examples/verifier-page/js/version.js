// New versions of the page: put aside by the service worker, tried on a copy of what is kept, and taken only when the page says so.
import { version } from "../vendor/doichieu/index.js";
import { openKept } from "./kept.js";
import { recallRaw } from "./store.js";
import { textOf } from "./words-kept.js";
/** @import { Text } from "doichieu" */

/** Milliseconds that a new version may take to open a copy. */
const PATIENCE = 30_000;
/** The same for a service worker to answer. */
const TO_ANSWER = 5_000;

/** `build`: the hash over its files. @typedef {{ version: string, build: string | null }} Version */
/**
 * `ready`: it opens what is kept here, and may be taken. `refused`: it does not; the one in use stays. `taken`: another window has taken
 * it; this one is to be loaded anew, when no check is under way.
 * @typedef {{ state: "none" } | { state: "ready", version: string, build: string, told: Text }
 *   | { state: "refused", build: string, told: Text } | { state: "taken" }} News
 */

/** @type {(worker: ServiceWorker, what: "version" | "take" | "started") => Promise<any>} */
const ask = (worker, what) => new Promise((resolve, reject) => {
  const { port1, port2 } = new MessageChannel();
  const clock = setTimeout(() => reject(new Error(`the service worker does not answer: ${what}`)), TO_ANSWER);
  port1.onmessage = ({ data }) => { clearTimeout(clock); port1.close(); resolve(data); };
  worker.postMessage({ ask: what }, [port2]);
});

/**
 * Lets a version that is put aside open a copy of what is kept. Good, if it opens whatever this one opens.
 * @param {string} build
 * @returns {Promise<{ good: boolean, version: string }>}
 */
export async function trial(build) {
  const [raw, { things }] = await Promise.all([recallRaw().catch(() => ({})), openKept()]);
  const worker = new Worker(new URL(`trial/${build}/js/trial.js`, document.baseURI), { type: "module" });
  try {
    const said = await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("the trial takes too long")), PATIENCE);
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => { event.preventDefault(); reject(new Error("the trial does not begin")); };
      worker.postMessage({ raw, at: Math.floor(Date.now() / 1000) });
    });
    const states = new Map(said.states ?? []);
    const good = !said.fault && things.every(({ name, state }) => state !== "good" || states.get(name) === "good");
    return { good, version: String(said.version ?? "") };
  } catch {
    return { good: false, version: "" };
  } finally {
    worker.terminate();
  }
}

/**
 * Watches for new versions. `told` is called whenever there is news; `news` is the last of it. Where a browser has no service worker there
 * are none.
 */
export class Versions {
  #told;
  #container;
  #reload;
  /** @type {News} */
  news = { state: "none" };
  /** @type {Version} */
  current = { version, build: null };
  /** The worker that brought the new one. @type {ServiceWorker | null} */
  #newer = null;
  #taking = false;
  #hadOne = false;

  /** @param {{ told?: (news: News) => void, container?: ServiceWorkerContainer | undefined, reload?: () => void }} [of] */
  constructor({ told = () => {}, container = navigator.serviceWorker, reload = () => location.reload() } = {}) {
    this.#told = told;
    this.#container = container;
    this.#reload = reload;
  }

  /** Registers the service worker, and from then on tells of new versions. Never rejects. */
  async start() {
    const container = this.#container;
    if (!container) return;
    try {
      this.#hadOne = container.controller !== null;
      container.addEventListener("controllerchange", () => this.#changed());
      const registration = await container.register("./sw.js", { scope: "./", updateViaCache: "none" });
      registration.addEventListener("updatefound", () => this.#watch(registration.installing));
      this.#watch(registration.installing);
      const { controller } = container;
      const said = controller && await ask(controller, "version");
      if (said) this.current = { version, build: said.use };
      if (registration.waiting) await this.#offer(registration.waiting);
      // A browser makes a waiting worker the active one when the page was closed; its version is not in use for that.
      else if (controller && said.own !== said.use) await this.#offer(controller);
    } catch {
      // No service worker here: the page works without, as long as there is a network.
    }
  }

  /** Asks whether there is a new version, now. */
  async look() { await (await this.#container?.getRegistration("./"))?.update().catch(() => {}); }

  /** The page has started and works: the version before may go. */
  async started() {
    const controller = this.#container?.controller;
    if (controller) await ask(controller, "started").catch(() => {});
  }

  /**
   * Takes the new version, by a person's press or while nobody checks anything, and loads the page anew. Resolves to `false` where there
   * is none that opens what is kept.
   */
  async useNew() {
    if (this.news.state !== "ready" || !this.#newer) return false;
    this.#taking = true;
    const changed = this.#newer.state === "activated" ? null : new Promise((resolve) => {
      this.#container?.addEventListener("controllerchange", resolve, { once: true });
    });
    await ask(this.#newer, "take");
    await changed;
    this.#reload();
    return true;
  }

  /** @param {ServiceWorker | null} worker */
  #watch(worker) {
    worker?.addEventListener("statechange", () => {
      // The first one of all is in use at once, and no news.
      if (worker.state === "installed" && this.#container?.controller) void this.#offer(worker).catch(() => {});
    });
  }

  /** @param {ServiceWorker} worker */
  async #offer(worker) {
    const { own: build } = await ask(worker, "version");
    // The same files: only the worker changed.
    if (build === this.current.build) return;
    const { good, version: number } = await trial(build);
    this.#newer = good ? worker : null;
    this.#tell(good
      ? { state: "ready", version: number, build, told: textOf("trialReady", { version: number }) }
      : { state: "refused", build, told: textOf("trialRefused") });
  }

  #changed() {
    const first = !this.#hadOne;
    this.#hadOne = true;
    if (!first && !this.#taking) this.#tell({ state: "taken" });
  }

  /** @param {News} news */
  #tell(news) {
    this.news = news;
    this.#told(news);
  }
}
