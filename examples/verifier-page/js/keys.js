// What a person does beside pressing what is on the screen: keys, the back button, files that are dropped, another window in front.
import { listen } from "../vendor/doichieu/wedge.js";
import { checkNow } from "./model.js";
import { BACK } from "./table.js";
import { say } from "./words.js";
/** @import { Page } from "./page.js" */

/** How a code of ours begins. */
const OURS = /^(?:DC1|DCQ1)/;

export class Keys {
  #page;
  /** One entry of the browser's history stands before the page, so that *back* is the screen's own way and does not leave. */
  #guarded = false;
  /** @type {(() => void)[]} */
  #running = [];
  #touched = Date.now();

  /** Milliseconds since somebody did something. */
  get idle() { return Date.now() - this.#touched; }

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** From now on. */
  listen() {
    const on = (/** @type {EventTarget} */ of, /** @type {string} */ kind, /** @type {(event: any) => void} */ heard) => {
      of.addEventListener(kind, heard);
      this.#running.push(() => of.removeEventListener(kind, heard));
    };
    const ended = new AbortController();
    listen(document, (text) => void this.#page.ways.typed(text), { signal: ended.signal });
    const timer = setInterval(() => this.#page.tick(), 1000);
    this.#running.push(() => ended.abort(), () => clearInterval(timer));
    on(document, "visibilitychange", () => { this.#page.check?.viewing.hide(document.hidden); this.#page.draw(); });
    for (const kind of ["keydown", "pointerdown"]) on(document, kind, () => {
      this.#touched = Date.now();
      this.#page.check?.viewing.touch();
    });
    on(window, "beforeprint", () => { this.#page.check?.viewing.cover(); this.#page.draw(); });
    // In somebody's page keys and files are this element's where they are meant for it; history and faults of that page are not.
    const { host } = this.#page;
    const [keys, files] = host.bare ? [host, host] : [document, window];
    on(keys, "keydown", (event) => this.#key(event));
    on(keys, "paste", (event) => this.#pasted(event));
    // A file that is dropped beside its place would be opened by the browser instead of the page.
    on(files, "dragover", (event) => event.preventDefault());
    on(files, "drop", (event) => { event.preventDefault(); this.#page.given([...(event.dataTransfer?.files ?? [])]); });
    if (host.bare) return;
    on(window, "popstate", () => this.#popped());
    on(window, "unhandledrejection", ({ reason }) => this.#page.broken(reason));
  }

  /** Wherever it is pasted: a file is taken as a file; a text that begins as ours does needs no screen for it, and no press. @param {ClipboardEvent} event */
  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData("text").trim() ?? "";
    if (files.length === 0 && !(this.#page.device && OURS.test(text))) return;
    event.preventDefault();
    if (files.length > 0) this.#page.given(files); else void this.#page.ways.text(text);
  }

  leave() {
    for (const stop of this.#running) stop();
    this.#running = [];
  }

  /** Made at the first step of a person: a browser passes over one that no press has made. */
  guard() {
    if (this.#guarded || this.#page.host.bare) return;
    history.pushState(null, "");
    this.#guarded = true;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") this.#peel();
    else if (event.key === "F8" && this.#page.at === "verdict") { event.preventDefault(); this.#page.check?.viewing.turn(); this.#page.draw(); }
    else if (this.#page.at === "verdict" && (event.key === "F2" || (event.key === "c" && event.ctrlKey && !String(getSelection())))) {
      event.preventDefault();
      this.#page.copies.line();
    }
  }

  /** A layer less: what is asked, what is shown, the screen. */
  #peel() {
    const viewing = this.#page.at === "verdict" ? this.#page.check?.viewing : undefined;
    if (viewing?.peel(this.#page.desk.atDesk)) return this.#page.draw();
    const event = BACK[this.#page.at];
    if (event === "next") this.#page.next(); else if (event) this.#page.back();
    else if (this.#page.at === "scan" && this.#page.desk.phones > 0) this.#page.back();
    else if (this.#page.at === "waiting") this.#page.requests.peel();
  }

  /** The back button of a phone or browser: the screen's own way back; a check that still shows something is asked about first. */
  #popped() {
    this.#guarded = false;
    if (this.#page.at === "verdict" && this.#page.check && checkNow(this.#page.check.seen, this.#page.now).live) {
      this.#page.check.viewing.leaving = true;
      this.guard();
      return this.#page.draw();
    }
    if (this.#page.at === "scan" || this.#page.at === "starting") return this.#page.hint(say("backLeaves"), { now: false });
    this.#peel();
  }
}
