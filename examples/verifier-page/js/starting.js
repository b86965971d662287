// How the page begins: whether it is the one window, what is kept and whether that opens, new versions, lists of its own origin, files that
// were handed to it.
import { init } from "../vendor/doichieu/index.js";
import { Desk } from "./desk.js";
import { Schedule } from "./fetched.js";
import { Handed } from "./handed.js";
import { goOnWithout, openKept } from "./kept.js";
import { note } from "./log.js";
import { dropKey, keyOfFile, madeKey } from "./post-key.js";
import { loadAgain, memoryMends, mendMemory, drop } from "./repair.js";
import { openedFiles, sharedFiles } from "./shared.js";
import { oneTab } from "./tab.js";
import { OUTCOMES, hold, isForgetful, recall } from "./store.js";
import { Versions } from "./version.js";
import { pick } from "./texts.js";
import { say } from "./words.js";
import { tell } from "./words-kept.js";
/** @import { Files } from "page" */
/** @import { Opening } from "./opening.js" */
/** @import { Page } from "./page.js" */
/** @import { Mend } from "./repair.js" */

/** Idle on the scan screen for so long, a new version is taken by itself. */
const IDLE_MS = 60_000;

export class Starting {
  #page;
  /** @type {import("./tab.js").Tab | undefined} */
  #tab;
  /** What is kept, where it does not all open. @type {(Opening & { store: string }) | null} */
  kept = null;
  /** Root keys that were loaded again, to be compared. @type {{ fingerprint: string, test: boolean } | null} */
  compare = null;
  /** @type {readonly File[]} */
  #again = [];
  /** Whether the browser promised to keep it. @type {boolean | null} */
  persistent = null;
  versions;
  schedule;
  handed;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.handed = new Handed(page);
    this.versions = new Versions({ told: () => this.#news() });
    this.schedule = new Schedule({
      on: () => page.chosen.fetch === true && page.device !== null, allowed: () => page.at === "scan" && page.desk.phones === 0,
      came: async (fetched) => {
        void note({ event: "fetched", codes: [] });
        page.draw();
        if (fetched.kind !== "files" || !page.device) return false;
        const renewal = await page.desk.renewal(fetched.files);
        if (!renewal.changed) return true;
        // What is wider, or another post's, a person looks at.
        if (renewal.needsPress) { page.renewing.look(fetched.files); return true; }
        await page.desk.renew(renewal.changed);
        page.it.told = say("fetchedTaken");
        page.announce(say("fetchedTaken"));
        page.apply();
        return true;
      },
    });
  }

  async begin() {
    const page = this.#page;
    await init();
    this.#tab ??= page.host.bare ? undefined : await oneTab({ lost: () => this.#lost() });
    if (this.#tab?.state === "elsewhere") return page.go("taken");
    await this.open();
    if (page.host.bare) return;
    void this.versions.start();
    openedFiles((files) => void page.ways.files(files));
    const shared = await sharedFiles();
    if (shared.length > 0) void page.ways.files(shared);
  }

  /** Opens what is kept, and goes where it leads. */
  async open() {
    const page = this.#page;
    const kept = await openKept();
    this.kept = kept;
    page.chosen = { ...page.chosen, ...kept.parts.settings, ...page.host.wished };
    page.apply();
    if (kept.store !== "good") {
      // The browser keeps nothing here, or does not answer: it is said, and the page works without.
      await goOnWithout({ unread: true });
      page.setting.notice = tell(OUTCOMES[kept.store]);
    }
    void note({ event: "start", ...(kept.store !== "good" && { codes: [`store.${kept.store}`] }) });
    if (!kept.begun) { page.empty(); return this.handed.first(); }
    // Also a key or settings that cannot be read: a person says that it goes on without them.
    if (!kept.whole) return this.#damaged();
    try { page.device = await Desk.kept(); } catch (error) {
      if (!(error instanceof Error && error.cause)) throw error;
      page.it.told = error.message;
      return this.#damaged();
    }
    if (!page.device) return page.empty();
    void this.versions.started();
    this.persistent = isForgetful() ? null : (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
    const look = await this.handed.renewed();
    page.apply();
    page.home("ready");
    look?.();
    this.schedule.start();
  }

  /** What was set up is kept, all of it or nothing; then it is worked with. @param {Files} files */
  async setUp({ root, bundle, mandate, postKey, test }) {
    const page = this.#page;
    const torn = () => { throw new Error(say("keyTorn")); };
    const key = postKey ? await keyOfFile(postKey).catch(torn) : (await madeKey())?.key;
    const set = new Desk({ root, bundle, mandate, postKey: key ?? undefined, test, memory: await recall("memory") });
    await set.tryKey();
    await set.keepSetUp(root, test);
    await dropKey();
    // Only what is kept is worked with.
    page.device = set;
    // Some browsers ask a person first, and answer when they have.
    if (!isForgetful()) void hold()?.then((is) => { this.persistent = is ?? null; page.draw(); });
    void this.versions.started();
    page.apply();
    page.home("ready");
    this.schedule.start();
  }

  /** Erases all that this device keeps. */
  async erase() {
    const page = this.#page;
    page.device?.next();
    await Desk.erase();
    page.device = null;
    page.check = null;
    page.it = {};
    page.chosen = { ...page.chosen, mode: null };
    this.schedule.stop();
    page.apply();
    page.empty();
  }

  #damaged() {
    void this.versions.started();
    if (!this.#page.go("damaged")) this.#page.draw();
  }

  /** Ways to mend the memory, least loss first. @returns {Mend[]} */
  get mends() { return this.kept ? memoryMends(this.kept) : []; }

  /** @param {Mend["how"]} how */
  async mend(how) {
    this.#page.it.told = undefined;
    await mendMemory(how);
    void note({ event: "repaired" });
    await this.#after();
  }

  /** @param {"key" | "settings"} name */
  async drop(name) {
    await drop(name);
    await this.#after();
  }

  /** Files in the place of what cannot be read. @param {readonly File[]} files @param {string} [compared] */
  async load(files, compared) {
    this.#again = files;
    const { rows, compare, kept } = await loadAgain(files, compared ? { compared } : {});
    [this.compare, this.kept] = [compare, kept];
    const told = rows.flatMap(({ name, told: why }) => (why ? [`${name}: ${pick(why)}`] : []));
    this.#page.it.told = told.join(" · ") || undefined;
    if (compare) return this.#page.draw();
    await this.#after();
  }

  /** A person compared the check code of root keys that were loaded again. @param {boolean} same */
  async compared(same) {
    const { compare } = this;
    this.compare = null;
    if (same && compare) await this.load(this.#again, compare.fingerprint); else this.#page.draw();
  }

  async #after() {
    this.kept = await openKept();
    if (this.kept.ready) await this.open(); else this.#page.draw();
  }

  /** Another window has taken the desk: nothing of a check stays here. */
  #lost() {
    const page = this.#page;
    page.device?.next();
    page.check = null;
    page.it = {};
    this.schedule.stop();
    page.go("taken");
    page.draw();
  }

  /** This window, and no other. */
  async here() {
    await this.#tab?.take();
    location.reload();
  }

  #news() {
    const { news } = this.versions;
    void note({ event: "version", codes: [`version.${news.state}`] });
    if (news.state === "taken" && this.#page.at === "scan" && this.#page.desk.phones === 0) location.reload();
    this.#page.draw();
  }

  /** Each second: a new version is taken where nobody has been for a while. @param {number} idle milliseconds */
  tick(idle) {
    const page = this.#page;
    const free = page.at === "scan" && page.device !== null && page.desk.phones === 0;
    if (free && idle >= IDLE_MS && this.versions.news.state === "ready") void this.versions.useNew();
    if (free) void this.schedule.allow();
    void this.handed.now();
  }
}
