// What goes into the clipboard: only by a press, and only where the citizen agreed that it is kept. It is emptied when its person goes.
import { Clipboard } from "./clipboard.js";
import { FORMS, line as lineOf } from "./his.js";
import { checkNow } from "./model.js";
import { pick } from "./texts.js";
import { say } from "./words.js";
/** @import { Page } from "./page.js" */
/** @import { Viewing } from "./viewing.js" */

/** So long a button says that it was copied. */
const TOLD_MS = 4000;

export class Copies {
  #page;
  #clipboard = new Clipboard({ told: () => this.#page.draw() });

  /** The check that something was copied from. @type {Viewing | null} */
  #of = null;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** From now on it knows when another window was in front. Gives what ends that. */
  listen() { return this.#clipboard.listen(); }

  /** The number of a person who has gone is still there: said until the next copy, or until it could be emptied. */
  get warning() { return this.#of !== null && this.#of !== this.#page.check?.viewing ? pick(this.#clipboard.warning ?? undefined) : ""; }

  /** Its person goes, or what was copied has ended. */
  empty() { void this.#clipboard.empty().then(() => this.#page.draw()); }

  turnForm() { this.#page.change("form", FORMS[(FORMS.indexOf(this.#page.chosen.form) + 1) % FORMS.length]); }

  line() {
    const check = this.#page.check && checkNow(this.#page.check.seen, this.#page.now);
    if (!check || check.seen.headline.name !== "accept" || !this.#page.desk.atDesk || !this.#page.desk.check.mayKeep) return;
    const entries = check.papers.flatMap((paper) => paper.entries);
    if (entries.length === 0) return;
    void this.text(lineOf(entries, this.#page.chosen.form), "line", say("hisLine"));
  }

  /** @type {(text: string, id: string, what: string) => Promise<void>} */
  async one(text, id, what) {
    const { check, desk, now } = this.#page;
    // It may have ended since it was drawn.
    if (check && desk.check.mayKeep && checkNow(check.seen, now).live) await this.text(text, id, what);
  }

  /** @type {(text: string, id: string, what: string) => Promise<void>} */
  async text(text, id, what) {
    const { outcome, told } = await this.#clipboard.copy(text, what);
    this.#page.announce(pick(told));
    const { check } = this.#page;
    if (outcome !== "copied" || !check) {
      if (outcome === "refused") this.#page.it.told = pick(told);
      return this.#page.draw();
    }
    [check.viewing.copied, this.#of] = [id, check.viewing];
    this.#page.draw();
    setTimeout(() => { if (check.viewing.copied === id) { check.viewing.copied = null; this.#page.draw(); } }, TOLD_MS);
  }
}
