// One door for all that is renewed: what files would change is shown first; then it is kept, all of it or nothing.
import { notKept } from "./texts.js";
import { say } from "./words.js";
/** @import { Page } from "./page.js" */

export class Renewing {
  #page;
  /** @type {readonly File[]} */
  #files = [];

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** @param {readonly File[]} files */
  look(files) {
    if (!this.#page.device) return;
    this.#page.it.told = undefined;
    this.#page.it.renewal = undefined;
    this.#files = files;
    this.#page.go("renew");
    if (files.length > 0) void this.#page.ways.looking(async () => {
      await this.#read();
      this.#page.announce(this.#page.it.told ?? say("renewLook"));
      this.#page.draw();
    });
  }

  async #read() {
    const renewal = await this.#page.desk.renewal(this.#files);
    this.#page.it.renewal = renewal;
    this.#page.it.told = renewal.changed ? undefined : say("renewNone");
  }

  /** The same files in the language that was chosen now. */
  retell() {
    if (this.#page.it.renewal) void this.#page.ways.looking(async () => { await this.#read(); this.#page.draw(); });
  }

  /** What the files change is kept, all of it or nothing. */
  async use() {
    const changed = this.#page.it.renewal?.changed;
    if (!changed) return;
    try {
      await this.#page.desk.renew(changed);
      this.#page.check = null;
      this.#page.it = { told: say("renewDone") };
    } catch (error) { this.#page.it.told = notKept(error); return this.#page.draw(); }
    this.#page.announce(say("renewDone"));
    this.#page.apply();
    this.#page.go("device");
  }
}
