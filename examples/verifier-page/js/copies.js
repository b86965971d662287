// What goes into the clipboard: only by a press, and only where the citizen agreed that it is kept. It is emptied when its person goes.
import { Clipboard } from "./clipboard.js";
import { FORMS, line as lineOf } from "./his.js";
import { checkNow } from "./model.js";
import { say } from "./words.js";
/** @import { Page } from "./page.js" */

/** So long a button says that it was copied. */
const TOLD_MS = 4000;

export class Copies {
  #page;
  #clipboard = new Clipboard();

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** Its person goes, or what was copied has ended. */
  empty() { void this.#clipboard.empty(); }

  turnForm() { this.#page.change("form", FORMS[(FORMS.indexOf(this.#page.chosen.form) + 1) % FORMS.length]); }

  line() {
    const check = this.#page.check && checkNow(this.#page.check.seen, this.#page.now);
    if (!check || check.seen.headline.name !== "accept" || !this.#page.desk.atDesk || !this.#page.desk.check.mayKeep) return;
    const entries = check.papers.flatMap((paper) => paper.entries);
    if (entries.length === 0) return;
    const who = check.people.find(({ name }) => name)?.name;
    void this.text(lineOf(entries, this.#page.chosen.form), "line", [say("hisLine"), who].filter(Boolean).join(": "));
  }

  /** @type {(text: string, id: string, what: string) => Promise<void>} */
  async one(text, id, what) { if (this.#page.desk.check.mayKeep) await this.text(text, id, what); }

  /** @type {(text: string, id: string, what: string) => Promise<void>} */
  async text(text, id, what) {
    const is = await this.#clipboard.copy(text, what);
    this.#page.announce(is === "copied" ? `${say("copied")}: ${id === "line" ? say("hisLine") : what}` : say("copyRefused"));
    const { check } = this.#page;
    if (is !== "copied" || !check) return this.#page.draw();
    check.viewing.copied = id;
    this.#page.draw();
    setTimeout(() => { if (check.viewing.copied === id) { check.viewing.copied = null; this.#page.draw(); } }, TOLD_MS);
  }
}
