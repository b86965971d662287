// The desk: the engine with what this device was set up with. It translates; it decides nothing.
import { Bundle, Frames, Memory, Post, Scan, SetUpError, pick as meant, questions } from "../vendor/doichieu/index.js";
import { draft, sealed, unprompted } from "./asking.js";
import { Check, endReport } from "./check.js";
import { KeptEncounter } from "./encounter.js";
import {
  Erased, clock, copied, keeper, lists, newEdition, opened, readinessOf, recallAll, takenOr, worded,
} from "./kept.js";
import { keyFits } from "./post-key.js";
import { renewal } from "./renewal.js";
import { forget } from "./store.js";
import { unreadable } from "./seen.js";
import { wishOf, wrongWords } from "./wish.js";
import { kindNames, lawful, pick, setUpWords } from "./texts.js";
import { say } from "./words.js";
/** @import { Challenge, Inspector, Kind, Purpose, QuestionName, Vehicle } from "doichieu" */
/** @import { Looked, Named, NumberTold, SetUp, Things } from "page" */
/** @import { Opened } from "./kept.js" */
/** @import { Changed } from "./renewal.js" */
/** @import { Wish } from "./wish.js" */

/** @typedef {{ readonly kept: Things, readonly keep: (things: Partial<Omit<Things, "memory">>) => void }} Turn */

/**
 * What a stop at the roadside asks to keep: nothing beyond the stop itself, which lasts as long as holding may (a quarter of an hour) and a few
 * minutes. This page writes nothing of it down; a day, which the mandate may allow, would be asked of a citizen for nothing.
 */
const STOP_SECONDS = 20 * 60;

export class Desk {
  /** What this device was set up with. @type {Opened} */
  #opened;
  /** Chosen by the person, or by the role. @type {"handheld" | "desk"} */
  mode = "handheld";
  #encounter = new KeptEncounter();
  #frames = new Frames();
  /** @type {Challenge | null} */
  #challenge = null;
  /** The phones of this encounter. @type {Check} */
  #check;
  /** The memory as the last turn left it, to say how fit this device is. It is only read. @type {Memory} */
  #known;
  /** What stands there, as it was picked or confirmed for this person; it goes with the person. @type {Vehicle | null} */
  vehicle = null;
  /** @type {string | null} */
  plate = null;
  /** What stood there before: it counts for nobody until it is confirmed. @type {Vehicle | null} */
  #before = null;
  /** Name of the question that is asked instead of papers; it goes with the check. @type {QuestionName | null} */
  question = null;
  /** What the page around wants to be asked for, as it says it now. @type {() => unknown} */
  wishes = () => undefined;
  /** @type {{ of: unknown, inspector: Inspector, is: Wish } | null} */
  #wish = null;

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
    this.#check = this.#newCheck();
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
  get setting() { return this.post.role.setting; }
  get clinic() { return this.setting === "clinic"; }
  /** @returns {Purpose} */
  get purpose() { return this.post.purposes[0]; }
  get inspector() { return this.#opened.inspector; }
  get post() { return this.#opened.post; }
  get canAsk() { return this.#opened.postKey !== null; }
  get unprompted() { return this.post.role.window !== null; }
  get atDesk() { return this.mode === "desk"; }
  get fingerprint() { return this.#opened.roots.fingerprint; }
  /** The fields that are wanted, or what is wrong with the wish. @returns {Wish} */
  get wish() {
    const [of, { inspector, purpose }] = [this.wishes(), this];
    if (this.#wish?.of !== of || this.#wish?.inspector !== inspector) {
      const { seed } = this.#encounter;
      const is = wishOf(of, (only) => this.#allowed(() => inspector.ask({ purpose, only }, new Uint8Array(32), seed, clock())));
      this.#wish = { of, inspector, is };
    }
    return this.#wish.is;
  }
  /** Why nothing is asked or read, in words; `null`: what the page around wants can be asked. */
  get wrong() { const { wrong } = this.wish; return wrong && wrongWords(wrong); }
  get pending() { return this.#challenge !== null; }
  get check() { return this.#check; }
  get phones() { return this.#check.phones; }
  get displaySeconds() { return this.post.role.displaySeconds; }
  /** The kinds of paper that this post may ask for. */
  get kinds() { return kindNames().filter((kind) => this.#allowed(() => this.inspector.nothingShown(this.purpose, kind, clock()))); }
  /** The questions that this post may ask, in words. @returns {Named<QuestionName>[]} */
  get questions() {
    /** @param {{ name: QuestionName }} of */
    const may = ({ name: question }) => {
      const of = { seed: new Uint8Array(32), encounter: this.#encounter.seed, at: clock() };
      return this.#allowed(() => draft(this.inspector, { purpose: this.purpose, question, only: "all" }, of));
    };
    return questions().filter(may).map(({ name, ...text }) => ({ name, text: pick(text) }));
  }
  /** The file of its lists, to hand on. */
  get file() { return this.#opened.file; }
  /** Something was shown in this encounter, and this page no longer has it: it was loaded anew, or newer lists came. */
  get interrupted() { return this.#encounter.shown && this.phones === 0; }
  /** The vehicle of the person before, to be confirmed for this one. */
  get vehicleBefore() { return this.vehicle ? null : this.#before; }

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
    this.#encounter.next();
    this.#begin();
    this.#before = this.vehicle ?? this.#before;
    [this.vehicle, this.plate] = [null, null];
  }

  #newCheck() { return new Check(this.inspector, this.purpose, this.#encounter.seed); }

  /** Forgets the check: its reports with their values. */
  #begin() {
    this.#check.end();
    this.#check = this.#newCheck();
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

  #sealed() {
    if (this.wrong) throw new Error(this.wrong);
    const { purpose, question, wish: { fields } } = this;
    const wanted = { purpose, question, only: fields ?? /** @type {const} */ ("all"), ...(this.setting === "road" && { retention: STOP_SECONDS }) };
    return sealed(this.inspector, wanted, { encounter: this.#encounter.seed, at: clock(), key: this.#opened.postKey });
  }

  dropChallenge() { this.#challenge = null; }

  /**
   * One text that was read. Resolves to what there is to show.
   * @param {string} text
   * @returns {Promise<Looked>}
   */
  async look(text) {
    if (this.#check.taken.has(text) || (this.wrong && !this.pending)) return { still: true };
    const part = meant([text]).kind === "parts";
    const result = await (part ? this.#collectPart(text) : this.#inspect(Scan.qr(text)));
    if (result.seen && !part) this.#check.taken.add(text);
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
    const { phones } = this;
    // Whose code it is. The next person's check may begin while the turn is waited for, and then this is nobody's any more.
    const { seed } = this.#encounter;
    let kept = false;
    try {
      // Remembered before anything is shown: a page that is closed now has not forgotten this showing.
      const done = await this.#turn((memory) => {
        if (seed !== this.#encounter.seed) return null;
        const read = { scan, ask: this.#ask(), only: this.#challenge ? null : this.wish.fields, at: clock() };
        return { read, report: this.inspector.inspect(scan, read.ask, memory, read.at) };
      });
      if (!done) return { still: true };
      const { read, report } = done;
      if (report.kind === "unreadable") return { unreadable: unreadable(report, this.inspector) };
      if (seed !== this.#encounter.seed) { endReport(report); return { still: true }; }
      this.#encounter.used();
      const renewed = phones > this.phones;
      const refused = this.#check.take(report, read);
      if (refused) { endReport(report); return { refused }; }
      kept = true;
      // A challenge has one answer; another phone is asked anew.
      if (report.assurance.challengeBound) this.#challenge = null;
      return { seen: { ...this.judged(), renewed } };
    } finally {
      if (!kept) scan.free();
    }
  }

  /**
   * A person said that it is still the same person. The check is judged again, and the report keeps that somebody said so. Resolves to what
   * there is to show, or to `null`: the check is over.
   */
  async stillThisPerson() {
    const { seed } = this.#encounter;
    const again = await this.#turn((memory) => (seed === this.#encounter.seed ? this.#check.stillThisPerson(memory) : null));
    if (!again) return null;
    if (seed !== this.#encounter.seed) { again.end(); return null; }
    this.#check = again;
    return this.judged();
  }

  /** The check so far. */
  judged() { return this.#check.judged(this); }

  /** What may lawfully be done where no code is shown, over all kinds of paper this post may ask for: each step once. */
  nothing() {
    const all = this.kinds.map((kind) => this.inspector.nothingShown(this.purpose, kind, clock()));
    const steps = new Map(all.flatMap((one) => lawful(one.steps)).map((step) => [step.code, step]));
    return { headline: all[0]?.headline, steps: [...steps.values()] };
  }

  /**
   * What may be done with a number that was told or typed: its form, never whether it is right.
   * Which kind of paper it is of it says itself, unless told.
   * @type {(text: string, kind?: Kind) => NumberTold}
   */
  number(text, kind) {
    const told = this.inspector.numberOnly(this.purpose, kind, text, clock());
    return { text: pick(told.form), kinds: told.kinds, grouped: told.grouped, steps: lawful(told.steps) };
  }

  /** @param {() => unknown} ask */
  #allowed(ask) { try { ask(); return true; } catch { return false; } }
}
