// Asking first: the request code, its answer, and a code that nobody asked for and came meanwhile.
import { say } from "./words.js";
/** @import { Page } from "./page.js" */

/** A code that nobody asked for is kept for so many seconds. */
const UNASKED_FOR = 20;

export class Requests {
  #page;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** A request code: who asks, for what, signed by the post's key. @param {string} [event] */
  async ask(event = "ask") {
    await this.#page.ways.looking(async () => {
      const { text, digits, until } = await this.#page.desk.challenge();
      this.#page.it = { ask: { text, digits, until, begun: this.#page.now, over: false } };
      if (!this.#page.go(event, undefined, "waiting")) this.#page.draw();
    });
  }

  /** The answer is to be read by this device's camera, or the code is shown again. @param {boolean} is */
  answer(is) {
    this.#page.it.answering = is;
    if (is) this.#page.openEye(); else this.#page.closeEye();
    this.#page.draw();
  }

  /** One person at one computer has no second camera: in TEST alone the code can be copied. */
  copy() { if (this.#page.it.ask) void this.#page.copies.text(this.#page.it.ask.text, "ask", say("copyAsk")); }

  /** A code that nobody asked for, while an answer is waited for. @param {string} text */
  unasked(text) {
    this.#page.it.unasked = text;
    this.#page.it.unaskedAt = this.#page.now;
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
