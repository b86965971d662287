// The desk: the engine with what this device was set up with. It translates; it decides nothing.
import {
  Bundle, Encounter, Frames, Memory, Post, Scan, SetUpError, pick as meant, questions,
} from "../vendor/doichieu/index.js";
import { draft, sealed, unprompted } from "./asking.js";
import { KeptEncounter } from "./encounter.js";
import {
  Erased, clock, copied, keeper, lists, newEdition, opened, readinessOf, recallAll, takenOr, worded,
} from "./kept.js";
import { keyFits } from "./post-key.js";
import { renewal } from "./renewal.js";
import { forget } from "./store.js";
import { answerOf, releaseOf, seenOf, unreadable } from "./seen.js";
import { kindNames, lawful, pick, setUpWords } from "./texts.js";
import { say } from "./words.js";
/** @import { Ask, Challenge, Kind, QuestionName, Report, Vehicle } from "doichieu" */
/** @import { LawfulWords, Looked, Named, Seen, SetUp, Things } from "page" */
/** @import { Opened } from "./kept.js" */
/** @import { Changed } from "./renewal.js" */

/** What was read, and how it was asked for: enough to judge it again. @typedef {{ scan: Scan, ask: Ask, at: number }} Read */
/** @typedef {{ readonly kept: Things, readonly keep: (things: Partial<Omit<Things, "memory">>) => void }} Turn */

/** @param {readonly Report[]} reports */
const releasesOf = (reports) => reports.flatMap((report) => report.papers.flatMap(releaseOf));
/** @param {Report} report */
const shownElsewhere = (report) => report.findings.some(({ code }) => code === "held.shown_in_another_encounter");
/** @param {readonly Report[]} reports */
const endAll = (reports) => releasesOf(reports).forEach((release) => release.end());

export class Desk {
  /** What this device was set up with. @type {Opened} */
  #opened;
  /** Chosen by the person, or by the role. @type {"handheld" | "desk"} */
  mode = "handheld";
  #encounter = new KeptEncounter();
  #frames = new Frames();
  /** @type {Challenge | null} */
  #challenge = null;
  /** @type {Encounter | null} */
  #together = null;
  /** @type {Report[]} */
  #reports = [];
  /** What each report was made of, to judge it again. It goes with the check, and with its values. @type {Read[]} */
  #codes = [];
  /** The memory as the last turn left it, to say how fit this device is. It is only read. @type {Memory} */
  #known;
  /** Texts of codes that this check has already taken. They go with it. */
  #taken = new Set();
  /** What stands there, as it was picked or confirmed for this person; it goes with the person. @type {Vehicle | null} */
  vehicle = null;
  /** @type {string | null} */
  plate = null;
  /** What stood there before: it counts for nobody until it is confirmed. @type {Vehicle | null} */
  #before = null;
  /** Name of the question that is asked instead of papers; it goes with the check. @type {QuestionName | null} */
  question = null;
  /** Phones of this check whose code could not be read. */
  #unread = 0;
  #trying = false;

  /**
   * Opens what was set up. Throws an error with a sentence where a file does not fit. `memory`: a turn's own, or bytes,
   * which stay as they are.
   * @param {SetUp & { memory?: Memory | Uint8Array | undefined, edition?: string | undefined }} of
   */
  constructor({ memory, ...setUp }) {
    [this.#opened, this.#known] = worded(() => {
      const known = memory instanceof Memory ? memory : memory ? Memory.fromBytes(memory) : new Memory();
      // A turn's memory goes with what is kept.
      return /** @type {const} */ ([opened(setUp, known, { kept: memory instanceof Memory }), copied(known)]);
    });
  }

  /** What this device keeps, opened; `null`: nothing was set up yet. Throws an error with a sentence. */
  static kept() {
    return worded(() => keeper.turn(async (memory, { kept }) => {
      const all = await recallAll();
      return all && new Desk({ ...all, memory, edition: kept.edition });
    }));
  }

  /** Erases what this device keeps, readable or not. */
  static erase() { return keeper.alone(forget); }

  /** @param {Memory} memory */
  #knows(memory) {
    this.#known.free();
    this.#known = copied(memory);
  }

  get test() { return this.#opened.bundle.isTest; }
  get name() { return this.post.name; }
  get role() { return this.post.role.name; }
  get purpose() { return this.post.purposes[0]; }
  get inspector() { return this.#opened.inspector; }
  get post() { return this.#opened.post; }
  get canAsk() { return this.#opened.postKey !== null; }
  get unprompted() { return this.post.role.window !== null; }
  get atDesk() { return this.mode === "desk"; }
  get pending() { return this.#challenge !== null; }
  get phones() { return this.#reports.length; }
  get displaySeconds() { return this.post.role.displaySeconds; }
  /** What this check has proven. */
  get releases() { return releasesOf(this.#reports); }
  /** The kinds of paper that this post may ask for. */
  get kinds() { return kindNames().filter((kind) => this.#allowed(() => this.inspector.nothingShown(this.purpose, kind, clock()))); }
  /** The questions that this post may ask, in words. @returns {Named<QuestionName>[]} */
  get questions() {
    /** @param {{ name: QuestionName }} of */
    const may = ({ name: question }) => {
      const of = { seed: new Uint8Array(32), encounter: this.#encounter.seed, at: clock() };
      return this.#allowed(() => draft(this.inspector, { purpose: this.purpose, question }, of));
    };
    return questions().filter(may).map(({ name, ...text }) => ({ name, text: pick(text) }));
  }
  /** The file of its lists, to hand on. */
  get file() { return this.#opened.file; }
  get unread() { return this.#unread; }
  /** Something was shown in this encounter, and this page no longer has it: it was loaded anew, or newer lists came. */
  get interrupted() { return this.#encounter.shown && this.#reports.length === 0; }
  /** The vehicle of the person before, to be confirmed for this one. */
  get vehicleBefore() { return this.vehicle ? null : this.#before; }

  /** Whether the next code is that of a phone that was not read before, and not of one more phone. */
  get trying() { return this.#trying; }

  set trying(again) { this.#trying = again && this.#unread > 0; }
  now = clock;

  /**
   * Keeps everything that the device was set up with, or nothing: also where another window has learnt of newer lists meanwhile.
   * @type {(root: Uint8Array, test: boolean) => Promise<void>}
   */
  async keepSetUp(root, test) {
    const edition = newEdition();
    await worded(() => keeper.turn((memory, { keep }) => {
      const { file, roots, mandate, postKey } = this.#opened;
      Bundle.open(file, roots, memory).free();
      keep({ root: { bytes: root, test }, bundle: file, mandate, postKey: postKey ?? undefined, edition });
    }));
    this.#opened = { ...this.#opened, edition };
  }

  readiness() { return readinessOf(this.#opened, this.#known); }

  /**
   * A newer bundle, or the delta to one. Resolves to a sentence where it does not fit: then the lists have not changed, here or on the
   * disk, nor the memory, but for the doubt that a list of the future leaves. All of it is tried on a copy and kept,
   * and only what is kept counts.
   * @param {Uint8Array} bytes
   * @returns {Promise<string | null>}
   */
  async update(bytes) {
    try {
      const newer = await this.#turn((memory, { keep }) => {
        const now = this.#opened;
        const bundle = takenOr("setup.from_the_future", () => now.bundle.apply(bytes, now.roots, memory));
        if (bundle instanceof SetUpError) return bundle;
        const post = Post.open(now.mandate, bundle);
        const [file, edition] = [Bundle.mergeFiles(now.file, bytes), newEdition()];
        keep({ bundle: file, edition });
        return { ...now, ...lists(bundle, post), file, edition };
      });
      if (newer instanceof SetUpError) throw newer;
      this.#opened = newer;
      this.#begin();
      return null;
    } catch (error) {
      return setUpWords(error);
    }
  }

  /**
   * What files would change of this device; nothing is kept yet.
   * @param {readonly File[]} files
   */
  renewal(files) { return renewal(files, this.#opened, this.#known); }

  /**
   * Keeps what they change, all of it or nothing, and works with it: memory, floors, settings and root keys stay.
   * Throws an error with a sentence.
   * @param {Changed} changed
   */
  async renew({ file, mandate, postKey }) {
    this.#opened = await worded(() => this.#turn((memory, { keep }) => {
      const { roots } = this.#opened;
      const bundle = Bundle.open(file, roots, memory);
      const edition = newEdition();
      const newer = { ...lists(bundle, Post.open(mandate, bundle)), roots, file, mandate, postKey, edition };
      keep({ bundle: file, mandate, postKey: postKey ?? undefined, edition });
      return newer;
    }));
    this.#begin();
  }

  /** The next person: another encounter, and nothing of this one, the vehicle and its plate included. */
  next() {
    this.#begin();
    this.#encounter.next();
    this.#before = this.vehicle ?? this.#before;
    [this.vehicle, this.plate] = [null, null];
  }

  /** The vehicle of the person before is this one's too: somebody looked. Its plate is another. */
  confirmVehicle() { this.vehicle = this.vehicleBefore; }

  /** Forgets the check: its reports with their values. */
  #begin() {
    this.end();
    this.#together = null;
    this.#reports = [];
    this.#forgetRead();
    this.#taken.clear();
    this.#unread = 0;
    this.#trying = false;
    this.#challenge = null;
    this.question = null;
    this.#renewFrames();
  }

  #renewFrames() {
    this.#frames.free();
    this.#frames = new Frames();
  }

  /**
   * One turn with the memory. What another window has set up or brought meanwhile is opened first: an older list is not asked any more.
   * @template R
   * @param {(memory: Memory, turn: Turn) => R | Promise<R>} work
   */
  #turn(work) {
    return keeper.turn(async (memory, turn) => {
      if (turn.kept.edition !== this.#opened.edition) await this.#reopen(memory, turn.kept.edition);
      // Also where it fails: what was refused may have left a doubt.
      try { return await work(memory, turn); } finally { this.#knows(memory); }
    });
  }

  /**
   * What was read under other lists cannot be judged together with what comes; it is asked for as before, and the encounter is the same.
   * @type {(memory: Memory, edition: string | undefined) => Promise<void>}
   */
  async #reopen(memory, edition) {
    const all = await recallAll();
    if (!all) throw new Erased();
    this.#opened = opened({ ...all, edition }, memory, { kept: true });
    this.#knows(memory);
    const [challenge, question] = [this.#challenge, this.question];
    this.#begin();
    [this.#challenge, this.question] = [challenge, question];
  }

  /** Ends every value of the check, and with them what they were read from. */
  end() {
    endAll(this.#reports);
    this.#forgetRead();
  }

  #forgetRead() {
    for (const { scan } of this.#codes) scan.free();
    this.#codes = [];
  }

  #ask() {
    let ask = this.#challenge?.ask ?? unprompted(this.inspector, this, this.#encounter.seed);
    if (this.vehicle) ask = ask.forVehicle(this.vehicle);
    if (this.plate) ask = ask.forPlate(this.plate);
    return ask;
  }

  /** Asks first: a challenge for the citizen's phone, signed by the post's key, which cannot leave the browser. */
  async challenge() {
    const challenge = await this.#sealed();
    this.#challenge = challenge;
    this.#renewFrames();
    return { text: challenge.text, digits: challenge.digits, until: challenge.ask.until ?? 0 };
  }

  /** Whether the post's key is the one in the mandate: by a signature over what is no ask. Throws a sentence where it is not. */
  async tryKey() {
    const { post, postKey } = this.#opened;
    if (postKey && !(await keyFits(post, postKey))) throw new Error(say("keyDiffers"));
  }

  #sealed() { return sealed(this.inspector, this, { encounter: this.#encounter.seed, at: clock(), key: this.#opened.postKey }); }

  dropChallenge() { this.#challenge = null; }

  /**
   * One text that was read. Resolves to what there is to show.
   * @param {string} text
   * @returns {Promise<Looked>}
   */
  async look(text) {
    if (this.#taken.has(text)) return { still: true };
    const part = meant([text]).kind === "parts";
    const result = await (part ? this.#collectPart(text) : this.#inspect(Scan.qr(text)));
    if (result.seen && !part) this.#taken.add(text);
    return result;
  }

  /** @type {(text: string) => Promise<Looked>} */
  async #collectPart(text) {
    const step = this.#frames.push(text);
    if (step.kind === "collected") return { progress: step };
    if (step.kind !== "complete") return { still: true };
    if (step.what === "bundle") {
      const whole = this.#frames.complete();
      this.#renewFrames();
      return whole ? { bundle: whole.bytes } : { still: true };
    }
    const scan = this.#frames.scan();
    if (!scan) return { still: true };
    const result = await this.#inspect(scan);
    if (result.unreadable) this.#frames.reject(); else this.#renewFrames();
    return result;
  }

  /** @type {(scan: Scan) => Promise<Looked>} */
  async #inspect(scan) {
    const phones = this.#reports.length;
    // Whose code it is. The next person's check may begin while the turn is waited for, and then this is nobody's any more.
    const { seed } = this.#encounter;
    let kept = false;
    try {
      // Remembered before anything is shown: a page that is closed now has not forgotten this showing.
      const read = await this.#turn((memory) => {
        if (seed !== this.#encounter.seed) return null;
        const of = { scan, ask: this.#ask(), at: clock() };
        return { of, report: this.inspector.inspect(scan, of.ask, memory, of.at) };
      });
      if (!read) return { still: true };
      const { of, report } = read;
      if (report.kind === "unreadable") return { unreadable: unreadable(report, this.inspector) };
      if (seed !== this.#encounter.seed) { endAll([report]); return { still: true }; }
      this.#encounter.used();
      const renewed = phones > this.#reports.length;
      this.#collect(report);
      kept = this.#codes.push(of) === this.#reports.length;
      return { seen: { ...this.judged(), renewed } };
    } finally {
      if (!kept) scan.free();
    }
  }

  /** @param {Report} report */
  #collect(report) {
    this.#together ??= new Encounter(this.inspector, this.purpose, this.#encounter.seed);
    this.#together.add(report);
    this.#reports.push(report);
    if (this.#trying && this.#together.readAfterAll()) this.#unread -= 1;
    this.#trying = false;
    // A challenge has one answer; another phone is asked anew.
    if (report.assurance.challengeBound) this.#challenge = null;
  }

  /** The phone, from 1, whose code was shown here in another check, and nobody has said yet whether it is still that person; 0: none. */
  get shownBefore() {
    return this.#codes.length === this.#reports.length ? this.#reports.findLastIndex(shownElsewhere) + 1 : 0;
  }

  /**
   * A person said that it is still the same person who shows the code of `shownBefore`. The check is judged again, each code at the time at
   * which it was read, and the report keeps that somebody said so. Resolves to what there is to show, or to `null`: the check is over.
   * @returns {Promise<Seen | null>}
   */
  async stillThisPerson() {
    const { seed } = this.#encounter;
    const place = this.shownBefore - 1;
    const again = await this.#turn((memory) => {
      const of = this.#codes[place];
      if (seed !== this.#encounter.seed || !of) return null;
      const showing = this.#reports[place].showing();
      if (!showing) return null;
      of.ask = of.ask.stillThisPerson(showing);
      const seen = this.#codes.map(({ scan, ask, at }) => this.inspector.inspect(scan, ask, memory, at));
      // What was read once can be read again.
      return seen.filter((report) => report.kind !== "unreadable");
    });
    if (!again) return null;
    if (seed !== this.#encounter.seed || again.length !== this.#codes.length) { endAll(again); return null; }
    endAll(this.#reports);
    const together = new Encounter(this.inspector, this.purpose, this.#encounter.seed);
    for (const report of again) together.add(report);
    for (let open = this.#unread; open > 0; open -= 1) together.addUnread();
    [this.#together, this.#reports] = [together, again];
    return this.judged();
  }

  /** A phone whose code could not be read. Nothing is accepted while it stays so. */
  addUnread() {
    this.#together ??= new Encounter(this.inspector, this.purpose, this.#encounter.seed);
    this.#together.addUnread();
    this.#unread += 1;
  }

  /**
   * The check so far, judged beside the vehicle that stands there. A question has one answer, and no other paper is needed for it.
   * @returns {Seen}
   */
  judged() {
    const [reports, inspector] = [this.#reports, this.inspector];
    const newest = /** @type {Report} */ (reports.at(-1));
    // What the newest code says of the two clocks.
    const apart = newest?.clockDifference ?? null;
    if (this.question) return { ...answerOf({ report: newest, inspector }), apart };
    const scene = { ...(this.vehicle && { vehicle: this.vehicle }), ...(this.plate && { plate: this.plate }) };
    const together = /** @type {Encounter} */ (this.#together).judge(scene, clock());
    return { ...seenOf({ together, reports, inspector, now: clock }), apart };
  }

  /** What may lawfully be done where no code is shown, over all kinds of paper this post may ask for: each step once. */
  nothing() {
    const all = this.kinds.map((kind) => this.inspector.nothingShown(this.purpose, kind, clock()));
    const steps = new Map(all.flatMap((one) => lawful(one.steps)).map((step) => [step.code, step]));
    return { headline: all[0]?.headline, steps: [...steps.values()] };
  }

  /**
   * What may be done with a number that was told or typed: its form, never whether it is right.
   * @type {(kind: Kind, text: string) => { text: string, steps: readonly LawfulWords[] }}
   */
  number(kind, text) {
    const told = this.inspector.numberOnly(this.purpose, kind, text, clock());
    return { text: pick(told.form), steps: lawful(told.steps) };
  }

  /** @param {() => unknown} ask */
  #allowed(ask) { try { ask(); return true; } catch { return false; } }
}
