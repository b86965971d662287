// The desk: the engine with what this device was set up with. It translates; it decides nothing.
import { Bundle, Frames, Inspector, Memory, Post, Roots, Scan, Stop, questions } from "../vendor/doichieu/index.js";
import { keep, keepAll } from "./store.js";
import { answerOf, seenOf, unreadable } from "./seen.js";
import { KINDS, lawful, pick, setUpWords } from "./texts.js";

/** Whole seconds since 1970. The one place where the page reads the clock. */
export const clock = () => Math.floor(Date.now() / 1000);

/** The roots of a file, and whether they are test roots: the ordinary door first. */
export function openRoots(bytes, { test = false } = {}) {
  return test ? Roots.dangerousTest(bytes) : Roots.fromBytes(bytes);
}

/** What a person compares before the roots of a file are used. */
export function lookAtRoots(bytes) {
  try {
    return { fingerprint: openRoots(bytes).fingerprint, test: false };
  } catch {
    const roots = openRoots(bytes, { test: true });
    return { fingerprint: roots.fingerprint, test: true };
  }
}

export class Desk {
  #roots; #bundle; #post; #inspector; #memory; #postKey; #file;
  #frames = new Frames();
  #challenge = null;
  #stop = null;
  #reports = [];
  /** Texts of codes that this check has already taken. They go with it. */
  #taken = new Set();
  vehicle = null;
  plate = null;
  /** Name of the question that is asked instead of papers; it goes with the check. */
  question = null;
  /** Phones of this check whose code could not be read. */
  #unread = 0;
  #trying = false;

  /** Opens what was set up. Throws an error with a sentence where a file does not fit. */
  constructor({ root, bundle, licence, memory, postKey, test }) {
    try {
      this.#memory = memory ? Memory.fromBytes(memory) : new Memory();
      this.#roots = openRoots(root, { test });
      this.#file = bundle;
      this.#bundle = Bundle.open(bundle, this.#roots, this.#memory);
      this.#post = Post.open(licence, this.#bundle);
      this.#inspector = new Inspector(this.#bundle, this.#post);
    } catch (error) {
      throw new Error(setUpWords(error), { cause: error });
    }
    this.#postKey = postKey ?? null;
    this.licence = licence;
  }

  get test() { return this.#bundle.isTest; }
  get name() { return this.#post.name; }
  get role() { return this.#post.role.name; }
  get purpose() { return this.#post.purposes[0]; }
  get inspector() { return this.#inspector; }
  get post() { return this.#post; }
  get canAsk() { return this.#postKey !== null; }
  get unprompted() { return this.#post.role.window !== null; }
  get atDesk() { return this.mode === "desk"; }
  get pending() { return this.#challenge !== null; }
  get phones() { return this.#reports.length; }
  get displaySeconds() { return this.#post.role.displaySeconds; }
  /** What this check has proven. */
  get disclosures() { return this.#reports.flatMap((report) => report.papers.flatMap((paper) => paper.disclosure ?? [])); }
  /** The kinds of paper that this post may ask for. */
  get kinds() { return KINDS.filter((kind) => this.#allowed(() => this.#inspector.nothingShown(this.purpose, kind, clock()))); }
  /** The questions that this post may ask, in words. */
  get questions() {
    const may = ({ name }) => this.#allowed(() => this.#inspector.ask({ purpose: this.purpose, question: name }, new Uint8Array(32), clock()));
    return questions().filter(may).map(({ name, ...text }) => ({ name, text: pick(text) }));
  }
  /** The file of its lists, to hand on. */
  get file() { return this.#file; }
  get unread() { return this.#unread; }

  /** Whether the next code is that of a phone that was not read before, and not of one more phone. */
  get trying() { return this.#trying; }

  set trying(again) { this.#trying = again && this.#unread > 0; }
  now = clock;

  /** Keeps everything that the device was set up with. */
  async keepSetUp(root, test) {
    await keepAll({ root: { bytes: root, test }, bundle: this.#file, licence: this.licence, memory: this.#memory.toBytes(), postKey: this.#postKey ?? undefined });
  }

  readiness() {
    const now = clock();
    const of = this.#bundle.readiness(now);
    const role = this.role;
    return {
      number: of.number, age: of.age, due: of.nextDue, until: Math.min(of.notAfter, of.rootExpiry, this.#post.until), rootVersion: this.#bundle.rootVersion, licenceUntil: this.#post.until,
      clockWrong: of.clockWrong,
      lists: of.lists.map((list) => ({ name: list.issuer, age: list.age ?? 0, until: list.goodUntil[role] ?? null })),
    };
  }

  /** A newer bundle, or the delta to one. Resolves to a sentence where it does not fit; the old one is then as good as it was. */
  async update(bytes) {
    try {
      const newer = this.#bundle.apply(bytes, this.#roots, this.#memory);
      const post = Post.open(this.licence, newer);
      this.#inspector = new Inspector(newer, post);
      this.#file = Bundle.mergeFiles(this.#file, bytes);
      [this.#bundle, this.#post] = [newer, post];
      this.#challenge = null;
      this.next();
      await keepAll({ bundle: this.#file, memory: this.#memory.toBytes() });
      return null;
    } catch (error) {
      return setUpWords(error);
    }
  }

  /** Forgets the check: its reports with their values. The next one begins. */
  next() {
    this.end();
    this.#stop = null;
    this.#reports = [];
    this.#taken.clear();
    this.#unread = 0;
    this.#trying = false;
    this.#challenge = null;
    this.question = null;
    this.#frames = new Frames();
  }

  /** Ends every value of the check. */
  end() {
    for (const disclosure of this.disclosures) disclosure.end();
  }

  #ask() {
    let ask = this.#challenge?.ask ?? this.#inspector.unprompted(this.purpose, this.question ? { question: this.question } : undefined);
    if (this.vehicle) ask = ask.forVehicle(this.vehicle);
    if (this.plate) ask = ask.forPlate(this.plate);
    return ask;
  }

  /** Asks first: a challenge for the citizen's phone, signed by the post's key, which cannot leave the browser. */
  async challenge() {
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const draft = this.#inspector.ask({ purpose: this.purpose, question: this.question ?? undefined }, seed, clock());
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, this.#postKey, draft.toBeSigned());
    this.#challenge = draft.seal(new Uint8Array(signature));
    this.#frames = new Frames();
    return { text: this.#challenge.text, digits: this.#challenge.digits, until: this.#challenge.ask.until };
  }

  dropChallenge() { this.#challenge = null; }

  /** One text that was read. Resolves to what there is to show: `{ progress }`, `{ bundle }`, `{ unreadable }` or `{ seen }`. */
  async look(text) {
    if (this.#taken.has(text)) return { still: true };
    const result = await this.#read(text);
    if (result.seen && !text.startsWith("DC1F:")) this.#taken.add(text);
    return result;
  }

  async #read(text) {
    if (!text.startsWith("DC1F:")) return this.#inspect(Scan.qr(text));
    const step = this.#frames.push(text);
    if (step.kind === "collected") return { progress: step };
    if (step.kind !== "complete") return { still: true };
    if (step.what === "bundle") {
      const { bytes } = this.#frames.complete();
      this.#frames = new Frames();
      return { bundle: bytes };
    }
    const result = await this.#inspect(this.#frames.scan());
    if (result.unreadable) this.#frames.reject(); else this.#frames = new Frames();
    return result;
  }

  async #inspect(scan) {
    const ask = this.#ask();
    const report = this.#inspector.inspect(scan, ask, this.#memory, clock());
    if (report.kind === "unreadable") return { unreadable: unreadable(report, this.#inspector) };
    // Remembered before anything is shown: a page that is closed now has not forgotten this showing.
    await keep("memory", this.#memory.toBytes());
    this.#collect(report, ask);
    return { seen: this.judged() };
  }

  #collect(report, ask) {
    this.#stop ??= new Stop(this.#inspector, this.purpose);
    this.#stop.add(report, ask);
    this.#reports.push(report);
    if (this.#trying && this.#stop.readAfterAll()) this.#unread -= 1;
    this.#trying = false;
    // A challenge has one answer; another phone is asked anew.
    if (report.assurance.challengeBound) this.#challenge = null;
  }

  /** A phone whose code could not be read. Nothing is accepted while it stays so. */
  addUnread() {
    this.#stop ??= new Stop(this.#inspector, this.purpose);
    this.#stop.addUnread();
    this.#unread += 1;
  }

  /** The check so far, judged beside the vehicle that stands there. A question has one answer, and no other paper is needed for it. */
  judged() {
    if (this.question) return answerOf({ report: this.#reports.at(-1), inspector: this.#inspector });
    const scene = { vehicle: this.vehicle ?? undefined, plate: this.plate ?? undefined };
    return seenOf({ stop: this.#stop.judge(scene, clock()), reports: this.#reports, inspector: this.#inspector, now: clock });
  }

  /** What may lawfully be done where no code is shown, over all kinds of paper this post may ask for: each step once. */
  nothing() {
    const all = this.kinds.map((kind) => this.#inspector.nothingShown(this.purpose, kind, clock()));
    const steps = new Map(all.flatMap((one) => lawful(one.steps)).map((step) => [step.code, step]));
    return { headline: all[0]?.headline, steps: [...steps.values()] };
  }

  /** What may be done with a number that was told or typed: its form, never whether it is right. */
  number(kind, text) {
    const told = this.#inspector.numberOnly(this.purpose, kind, text, clock());
    return { text: pick(told.form), steps: lawful(told.steps) };
  }

  #allowed(ask) { try { ask(); return true; } catch { return false; } }
}
