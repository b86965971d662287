// One check: the phones of one encounter, each with its report, judged together. What a phone proved stays when its values have ended.
import { ConsentProof, Encounter, EncounterError } from "../vendor/doichieu/index.js";
import { clock } from "./kept.js";
import { answerOf, releaseOf, seenOf } from "./seen.js";
/** @import { Ask, EncounterSeed, Inspector, Memory, Only, Purpose, QuestionName, Report, Scan, Text, Vehicle } from "doichieu" */
/** @import { HoldReason, Seen } from "page" */

/**
 * What was read, and how it was asked for: enough to judge it again. `only`: of what was shown unasked nothing else is looked at.
 * @typedef {{ scan: Scan, ask: Ask, only: Only | null, at: number }} Read
 */
/** What it is judged beside. @typedef {{ vehicle: Vehicle | null, plate: string | null, question: QuestionName | null }} Scene */
/**
 * One phone. `read` goes with its values; `keepUntil`: until when its citizen lets what was shown be kept, 0: not at all.
 * @typedef {{ report: Report, read: Read | null, only: Only | null, at: number, begun: number, keepUntil: number }} Phone
 */

/** @param {Report} report */
const releasesOf = (report) => report.papers.flatMap(releaseOf);

/** @param {Report} report */
export const endReport = (report) => releasesOf(report).forEach((release) => release.end());

/** @param {Report} report */
const shownElsewhere = (report) => report.findings.some(({ code }) => code === "held.shown_in_another_encounter");

/**
 * Until when what was shown may be kept, by the signed consents; 0 where one of them, or all, grant nothing. Every signature is verified for it:
 * once, as it comes.
 * @param {Report} report
 */
function keptUntil(report) {
  const proof = report.consentProof();
  const of = proof && ConsentProof.open(proof, clock());
  const granted = of?.kind === "consent" && of.consents.length > 0 && of.consents.every(({ retention }) => retention > 0);
  return granted ? of.keepUntil : 0;
}

export class Check {
  #inspector;
  #purpose;
  /** @type {Encounter} */
  #together;
  /** @type {Phone[]} */
  #phones = [];
  /** Texts of codes that it has already taken. */
  taken = new Set();
  /** Phones whose code could not be read. */
  unread = 0;
  /** Whether the next code is that of a phone that was not read before, and not of one more phone. */
  trying = false;
  /** The phone whose code is to be shown again, from 1; 0: none. */
  again = 0;
  /** The report as it was judged last, without a value. @type {string | null} */
  json = null;

  /**
   * @param {Inspector} inspector
   * @param {Purpose} purpose
   * @param {EncounterSeed} seed
   */
  constructor(inspector, purpose, seed) {
    this.#inspector = inspector;
    this.#purpose = purpose;
    this.seed = seed;
    this.#together = new Encounter(inspector, purpose, seed);
  }

  get phones() { return this.#phones.length; }
  get full() { return this.#together.full; }
  /** What it has proven, and what can still be read: each with the kind of its paper. */
  get releases() {
    return this.#phones.flatMap(({ report }) => report.papers.flatMap((paper) => releaseOf(paper).map((release) => ({ kind: paper.kind, release }))));
  }
  /** @returns {Report | undefined} */
  get newest() { return this.#phones.at(-1)?.report; }

  /**
   * Takes what was read. Answers why it is none of this check's, if it is none: another phone's code in the place of the one that was to be
   * shown again, or one phone too many. Then everything stands as it was.
   * @param {Report} report
   * @param {Read} read
   * @returns {Text | null}
   */
  take(report, read) {
    try {
      if (this.again) this.#together.addAgain(this.again - 1, report, clock()); else this.#together.add(report);
    } catch (error) {
      if (!(error instanceof EncounterError)) throw error;
      return { vi: error.vi, en: error.en };
    }
    const phone = { report, read, only: read.only, at: read.at, begun: clock(), keepUntil: keptUntil(report) };
    if (this.again) {
      this.#phones[this.again - 1] = phone;
      this.again = 0;
      return null;
    }
    this.#phones.push(phone);
    if (this.trying && this.#together.readAfterAll()) this.unread -= 1;
    this.trying = false;
    return null;
  }

  /** A phone whose code could not be read. Nothing is accepted while it stays so. */
  addUnread() {
    this.#together.addUnread();
    this.unread += 1;
  }

  /**
   * When each phone's values leave the screen; `null`: it has none, or they have left it. `longest`: never later than that.
   * @returns {(null | { until: number, begun: number, longest: number })[]}
   */
  get ends() {
    return this.#phones.map(({ report, read, begun }) => {
      const releases = read ? releasesOf(report) : [];
      if (releases.length === 0) return null;
      const least = (/** @type {"until" | "displayUntil"} */ name) => Math.min(...releases.map((release) => release[name]));
      return { until: least("displayUntil"), begun, longest: least("until") };
    });
  }

  /** Whether every citizen of it agreed, by signature, that what is shown is kept for a while: copying is keeping. */
  get mayKeep() {
    return this.#phones.length > 0 && this.#phones.every(({ keepUntil }) => keepUntil > clock());
  }

  /** Ends the values of phones whose time is over. Answers whether there were any. @param {number} now */
  endDue(now) {
    const due = this.ends.flatMap((end, place) => (end && end.until <= now ? [place] : []));
    for (const place of due) this.#endPhone(this.#phones[place]);
    return due.length > 0;
  }

  /** @param {Phone} phone */
  #endPhone(phone) {
    endReport(phone.report);
    phone.read?.scan.free();
    phone.read = null;
  }

  /** Ends every value, and with them what they were read from. */
  end() { for (const phone of this.#phones) this.#endPhone(phone); }

  /** Holds the values of every phone that still has some. @param {HoldReason} reason */
  hold(reason) { for (const { report, read } of this.#phones) if (read) releasesOf(report).forEach((release) => release.hold(reason)); }

  /** Holds them no longer. */
  letGo() { for (const { report, read } of this.#phones) if (read) releasesOf(report).forEach((release) => release.letGo()); }

  /** The phone, from 1, whose code was shown here in another check, and nobody has said yet whether it is still that person; 0: none. */
  get shownBefore() {
    return this.#phones.every(({ read }) => read) ? this.#phones.findLastIndex(({ report }) => shownElsewhere(report)) + 1 : 0;
  }

  /**
   * A person said that it is still the same person who shows the code of `shownBefore`: all of it inspected again, each code at the time at
   * which it was read. Answers the check as it is now, or `null`.
   * @param {Memory} memory
   * @returns {Check | null}
   */
  stillThisPerson(memory) {
    const place = this.shownBefore - 1;
    const [showing, of] = [this.#phones[place]?.report.showing(), this.#phones[place]?.read];
    if (!showing || !of) return null;
    of.ask = of.ask.stillThisPerson(showing);
    const next = new Check(this.#inspector, this.#purpose, this.seed);
    for (const { read, begun, keepUntil } of this.#phones) {
      if (!read) continue;
      const report = this.#inspector.inspect(read.scan, read.ask, memory, read.at);
      // What was read once can be read again.
      if (report.kind === "unreadable") return null;
      next.#together.add(report);
      next.#phones.push({ report, read, only: read.only, at: read.at, begun, keepUntil });
    }
    for (let open = this.unread; open > 0; open -= 1) next.addUnread();
    next.taken = this.taken;
    for (const { report } of this.#phones) endReport(report);
    return next;
  }

  /**
   * What it comes to, judged beside the vehicle that stands there. A question has one answer, and no other paper is needed for it.
   * @param {Scene} scene
   * @returns {Seen}
   */
  judged({ vehicle, plate, question }) {
    const inspector = this.#inspector;
    const reports = this.#phones.map(({ report }) => report);
    const newest = /** @type {Report} */ (this.newest);
    // What the newest code says of the two clocks.
    const apart = newest?.clockDifference ?? null;
    this.json = newest?.json ?? null;
    if (question) return { ...answerOf({ report: newest, inspector }), apart, ats: this.#phones.map(({ at }) => at) };
    const together = this.#together.judge({ ...(vehicle && { vehicle }), ...(plate && { plate }) }, clock());
    this.json = together.json;
    return { ...seenOf({ together, reports, inspector, only: this.#phones.map((of) => of.only) }), apart, ats: this.#phones.map(({ at }) => at) };
  }
}
