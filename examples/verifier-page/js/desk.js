// The desk: the engine with what this device was set up with. It translates; it decides nothing.
import { Bundle, Frames, Inspector, Memory, Post, Scan, SetUpError, Stop, pick as meant, questions } from "../vendor/doichieu/index.js";
import { Encounter } from "./encounter.js";
import { Erased, clock, keeper, newEdition, openRoots, recallAll, takenOr, worded } from "./kept.js";
import { forget } from "./store.js";
import { answerOf, seenOf, unreadable } from "./seen.js";
import { KINDS, lawful, pick, setUpWords } from "./texts.js";

const disclosuresOf = (reports) => reports.flatMap((report) => report.papers.flatMap((paper) => paper.disclosure ?? []));
const shownElsewhere = (report) => report.findings.some(({ code }) => code === "held.shown_in_another_encounter");
const endAll = (reports) => disclosuresOf(reports).forEach((disclosure) => disclosure.end());

export class Desk {
  #roots; #bundle; #post; #inspector; #postKey; #file; #edition;
  #encounter = new Encounter();
  #frames = new Frames();
  #challenge = null;
  #stop = null;
  #reports = [];
  /** What each report was made of, to judge it again. It goes with the check, and with its values. */
  #codes = [];
  /** The memory as the last turn left it, to say how fit this device is. It is only read. */
  #known = new Memory();
  /** Texts of codes that this check has already taken. They go with it. */
  #taken = new Set();
  /** What stands there, as it was picked or confirmed for this person; it goes with the person. */
  vehicle = null;
  plate = null;
  /** What stood there before: it counts for nobody until it is confirmed. */
  #before = null;
  /** Name of the question that is asked instead of papers; it goes with the check. */
  question = null;
  /** Phones of this check whose code could not be read. */
  #unread = 0;
  #trying = false;

  /** Opens what was set up. Throws an error with a sentence where a file does not fit. `memory`: a turn's own, or bytes, which stay as they are. */
  constructor({ root, bundle, licence, memory, postKey, test, edition }) {
    worded(() => {
      const known = memory instanceof Memory ? memory : memory ? Memory.fromBytes(memory) : new Memory();
      this.#open({ root, bundle, licence, postKey, test, edition }, known);
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

  /** Opens all of it before any of it counts. */
  #open({ root, bundle, licence, postKey, test, edition }, memory) {
    const roots = openRoots(root, { test });
    const opened = Bundle.open(bundle, roots, memory);
    this.#use({ bundle: opened, post: Post.open(licence, opened) });
    [this.#roots, this.#file, this.#postKey, this.#edition, this.licence] = [roots, bundle, postKey ?? null, edition, licence];
    this.#knows(memory);
  }

  /** A copy: a turn's own memory is gone after it. */
  #knows(memory) {
    this.#known.free();
    this.#known = Memory.fromBytes(memory.toBytes());
  }

  #use({ bundle, post }) {
    this.#inspector = new Inspector(bundle, post);
    [this.#bundle, this.#post] = [bundle, post];
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
  get disclosures() { return disclosuresOf(this.#reports); }
  /** The kinds of paper that this post may ask for. */
  get kinds() { return KINDS.filter((kind) => this.#allowed(() => this.#inspector.nothingShown(this.purpose, kind, clock()))); }
  /** The questions that this post may ask, in words. */
  get questions() {
    const may = ({ name }) => this.#allowed(() => this.#inspector.ask({ purpose: this.purpose, question: name }, new Uint8Array(32), this.#encounter.seed, clock()));
    return questions().filter(may).map(({ name, ...text }) => ({ name, text: pick(text) }));
  }
  /** The file of its lists, to hand on. */
  get file() { return this.#file; }
  get unread() { return this.#unread; }
  /** Something was shown in this encounter, and this page no longer has it: it was loaded anew, or newer lists came. */
  get interrupted() { return this.#encounter.shown && this.#reports.length === 0; }
  /** The vehicle of the person before, to be confirmed for this one. */
  get vehicleBefore() { return this.vehicle ? null : this.#before; }

  /** Whether the next code is that of a phone that was not read before, and not of one more phone. */
  get trying() { return this.#trying; }

  set trying(again) { this.#trying = again && this.#unread > 0; }
  now = clock;

  /** Keeps everything that the device was set up with, or nothing: also where another window has learnt of newer lists meanwhile. */
  async keepSetUp(root, test) {
    const edition = newEdition();
    await worded(() => keeper.turn((memory, { keep }) => {
      Bundle.open(this.#file, this.#roots, memory).free();
      keep({ root: { bytes: root, test }, bundle: this.#file, licence: this.licence, postKey: this.#postKey ?? undefined, edition });
    }));
    this.#edition = edition;
  }

  readiness() {
    const now = clock();
    const of = this.#bundle.readiness(this.#known, now);
    const role = this.role;
    return {
      number: of.number, age: of.age, due: of.nextDue, until: Math.min(of.notAfter, of.rootExpiry, this.#post.until), rootVersion: this.#bundle.rootVersion, licenceUntil: this.#post.until,
      clock: of.clock, newestSigned: of.newestSigned, inDoubt: of.inDoubt, clockWrong: of.clockWrong,
      lists: of.lists.map((list) => ({ name: list.issuer, age: list.age ?? 0, until: list.goodUntil[role] ?? null })),
    };
  }

  /**
   * A newer bundle, or the delta to one. Resolves to a sentence where it does not fit: then the lists have not changed, here or on the disk,
   * nor the memory, but for the doubt that a list of the future leaves. All of it is tried on a copy and kept, and only what is kept counts.
   */
  async update(bytes) {
    try {
      const newer = await this.#turn((memory, { keep }) => {
        const bundle = takenOr("setup.from_the_future", () => this.#bundle.apply(bytes, this.#roots, memory));
        if (bundle instanceof SetUpError) return bundle;
        const [post, file, edition] = [Post.open(this.licence, bundle), Bundle.mergeFiles(this.#file, bytes), newEdition()];
        keep({ bundle: file, edition });
        return { bundle, post, file, edition };
      });
      if (newer instanceof SetUpError) throw newer;
      this.#use(newer);
      [this.#file, this.#edition] = [newer.file, newer.edition];
      this.#begin();
      return null;
    } catch (error) {
      return setUpWords(error);
    }
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
    this.#stop = null;
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

  /** One turn with the memory. What another window has set up or brought meanwhile is opened first: an older list is not asked any more. */
  #turn(work) {
    return keeper.turn(async (memory, turn) => {
      if (turn.kept.edition !== this.#edition) await this.#reopen(memory, turn.kept.edition);
      // Also where it fails: what was refused may have left a doubt.
      try { return await work(memory, turn); } finally { this.#knows(memory); }
    });
  }

  /** What was read under other lists cannot be judged together with what comes; it is asked for as before, and the encounter is the same. */
  async #reopen(memory, edition) {
    const all = await recallAll();
    if (!all) throw new Erased();
    this.#open({ ...all, edition }, memory);
    const asked = [this.#challenge, this.question];
    this.#begin();
    [this.#challenge, this.question] = asked;
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
    let ask = this.#challenge?.ask ?? this.#inspector.unprompted(this.purpose, this.#encounter.seed, this.question ? { question: this.question } : undefined);
    if (this.vehicle) ask = ask.forVehicle(this.vehicle);
    if (this.plate) ask = ask.forPlate(this.plate);
    return ask;
  }

  /** Asks first: a challenge for the citizen's phone, signed by the post's key, which cannot leave the browser. */
  async challenge() {
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const draft = this.#inspector.ask({ purpose: this.purpose, question: this.question ?? undefined }, seed, this.#encounter.seed, clock());
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, this.#postKey, draft.toBeSigned());
    this.#challenge = draft.seal(new Uint8Array(signature));
    this.#renewFrames();
    return { text: this.#challenge.text, digits: this.#challenge.digits, until: this.#challenge.ask.until };
  }

  dropChallenge() { this.#challenge = null; }

  /** One text that was read. Resolves to what there is to show: `{ progress }`, `{ bundle }`, `{ unreadable }` or `{ seen }`. */
  async look(text) {
    if (this.#taken.has(text)) return { still: true };
    const part = meant([text]).kind === "parts";
    const result = await (part ? this.#collectPart(text) : this.#inspect(Scan.qr(text)));
    if (result.seen && !part) this.#taken.add(text);
    return result;
  }

  async #collectPart(text) {
    const step = this.#frames.push(text);
    if (step.kind === "collected") return { progress: step };
    if (step.kind !== "complete") return { still: true };
    if (step.what === "bundle") {
      const { bytes } = this.#frames.complete();
      this.#renewFrames();
      return { bundle: bytes };
    }
    const result = await this.#inspect(this.#frames.scan());
    if (result.unreadable) this.#frames.reject(); else this.#renewFrames();
    return result;
  }

  async #inspect(scan) {
    const phones = this.#reports.length;
    // Whose code it is. The next person's check may begin while the turn is waited for, and then this is nobody's any more.
    const { seed } = this.#encounter;
    let kept = false;
    try {
      // Remembered before anything is shown: a page that is closed now has not forgotten this showing.
      const [report, of] = await this.#turn((memory) => {
        if (seed !== this.#encounter.seed) return [null];
        const of = { scan, ask: this.#ask(), at: clock() };
        return [this.#inspector.inspect(scan, of.ask, memory, of.at), of];
      });
      if (report?.kind === "unreadable") return { unreadable: unreadable(report, this.#inspector) };
      if (seed !== this.#encounter.seed) { if (report) endAll([report]); return { still: true }; }
      this.#encounter.used();
      const renewed = phones > this.#reports.length;
      this.#collect(report);
      kept = this.#codes.push(of) === this.#reports.length;
      return { seen: { ...this.judged(), renewed } };
    } finally {
      if (!kept) scan.free();
    }
  }

  #collect(report) {
    this.#stop ??= new Stop(this.#inspector, this.purpose, this.#encounter.seed);
    this.#stop.add(report);
    this.#reports.push(report);
    if (this.#trying && this.#stop.readAfterAll()) this.#unread -= 1;
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
   */
  async stillThisPerson() {
    const { seed } = this.#encounter;
    const place = this.shownBefore - 1;
    const again = await this.#turn((memory) => {
      const of = this.#codes[place];
      if (seed !== this.#encounter.seed || !of) return null;
      of.ask = of.ask.stillThisPerson(this.#reports[place].showing());
      return this.#codes.map(({ scan, ask, at }) => this.#inspector.inspect(scan, ask, memory, at));
    });
    if (!again) return null;
    if (seed !== this.#encounter.seed || again.length !== this.#codes.length) { endAll(again); return null; }
    endAll(this.#reports);
    this.#stop = new Stop(this.#inspector, this.purpose, this.#encounter.seed);
    for (const report of again) this.#stop.add(report);
    for (let open = this.#unread; open > 0; open -= 1) this.#stop.addUnread();
    this.#reports = again;
    return this.judged();
  }

  /** A phone whose code could not be read. Nothing is accepted while it stays so. */
  addUnread() {
    this.#stop ??= new Stop(this.#inspector, this.purpose, this.#encounter.seed);
    this.#stop.addUnread();
    this.#unread += 1;
  }

  /** The check so far, judged beside the vehicle that stands there. A question has one answer, and no other paper is needed for it. */
  judged() {
    // What the newest code says of the two clocks.
    const apart = this.#reports.at(-1)?.clockDifference ?? null;
    if (this.question) return { ...answerOf({ report: this.#reports.at(-1), inspector: this.#inspector }), apart };
    const scene = { vehicle: this.vehicle ?? undefined, plate: this.plate ?? undefined };
    return { ...seenOf({ stop: this.#stop.judge(scene, clock()), reports: this.#reports, inspector: this.#inspector, now: clock }), apart };
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
