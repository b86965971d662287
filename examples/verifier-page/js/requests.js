// Asking first: the request code, its answer, and a code that nobody asked for and came meanwhile.
import { say } from "./words.js";
/** @import { QuestionName } from "doichieu" */
/** @import { Page } from "./page.js" */

/** A code that nobody asked for is kept for so many seconds. */
const UNASKED_FOR = 20;

export class Requests {
  #page;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** The question that is asked instead of papers, in words. */
  get asked() { return this.#page.desk.question && this.#page.desk.questions.find(({ name }) => name === this.#page.desk.question)?.text; }

  /** @param {QuestionName | null} name */
  question(name) {
    this.#page.desk.dropChallenge();
    this.#page.desk.question = name;
    if (name && !this.#page.desk.unprompted) return void this.ask();
    this.#page.go("scan");
    this.#page.draw();
  }

  /** A request code: who asks, for what, signed by the post's key. @param {string} [event] */
  async ask(event = "ask") {
    const { wrong } = this.#page.desk;
    if (wrong) return this.#refused(event, wrong);
    await this.#page.ways.looking(async () => {
      const { text, digits, until } = await this.#page.desk.challenge();
      this.#page.it = { ask: { text, digits, until, begun: this.#page.now, over: false } };
      if (!this.#page.go(event, undefined, "waiting")) this.#page.draw();
    });
  }

  /** Nothing is asked: the sentence stands over the scan. @type {(event: string, wrong: string) => void} */
  #refused(event, wrong) {
    if (event !== "ask") this.#page.go(event, undefined, "scan");
    this.#page.announce(wrong, { now: true });
    this.#page.draw();
  }

  /** The answer is to be read by this device's camera, or the code is shown again. @param {boolean} is */
  answer(is) {
    this.#page.it.answering = is;
    if (is) this.#page.openEye(); else this.#page.closeEye();
    this.#page.draw();
  }

  /** Escape: from the camera to the code, from the code to a scan where that is allowed. */
  peel() {
    if (this.#page.it.answering) this.answer(false);
    else if (this.#page.desk.unprompted || this.#page.check) this.drop();
  }

  /** One person at one computer has no second camera: in TEST alone the code can be copied. */
  copy() { if (this.#page.it.ask) void this.#page.copies.text(this.#page.it.ask.text, "ask", say("copyAsk")); }

  /** Whether an answer is waited for, on this screen or on one beside it. */
  get waits() { return this.#page.desk.pending && !["scan", "verdict"].includes(this.#page.at); }

  /** A code that nobody asked for, while an answer is waited for. @param {string} text */
  unasked(text) {
    Object.assign(this.#page.it, { unasked: text, unaskedAt: this.#page.now, answering: false });
    if (this.#page.at !== "waiting") this.#page.go("back", undefined, "waiting");
    this.#page.closeEye();
    this.#page.announce(say("unasked"), { now: true });
    this.#page.draw();
  }

  waitOn() { delete this.#page.it.unasked; this.#page.draw(); }

  dropAndCheck() {
    const { unasked } = this.#page.it;
    this.drop();
    if (unasked) void this.#page.ways.text(unasked);
  }

  drop = () => {
    this.#page.desk.dropChallenge();
    this.#page.it = {};
    this.#page.go("scan");
  };

  /** Each second. @param {number} now */
  tick(now) {
    const { it } = this.#page;
    if (it.unasked && now - (it.unaskedAt ?? 0) >= UNASKED_FOR) delete it.unasked;
    if (this.#page.at !== "waiting" || !it.ask || now < it.ask.until || it.ask.over) return;
    it.ask.over = true;
    this.#page.desk.dropChallenge();
    this.#page.announce(say("askOver"));
  }
}
