// How a check is looked at: what is open, covered, ticked, held; when it was touched last. Nothing of a paper stands here.
import { clock } from "./kept.js";
/** @import { HoldReason } from "page" */

/** Seconds without a key or a finger after which a desk covers what was shown: somebody else stands there by then. */
const COVER_AFTER = 60;
/** Untouched for so long, a verdict goes back to scanning: at the roadside, and at a desk after the end of its values. */
const BACK_AFTER = 600;
const BACK_AFTER_END = 60;
/** Hidden for so long, it is held no more. */
const LET_GO_AFTER = 300;
/** Told so many seconds before values end. */
const TELL_BEFORE = 10;

export class Viewing {
  /** Somebody compared the face with the picture on the phone. It changes no word of the verdict. */
  face = false;
  /** Papers that lie open, by their place. @type {Set<string>} */
  open = new Set();
  /** Sensitive fields that are looked at. @type {Set<string>} */
  peeked = new Set();
  /** At a desk: the values of the visit are shown. */
  shown = false;
  /** Covered, as the page was hidden. */
  covered = false;
  /** The back button was pressed: it is asked whether this is the end. */
  leaving = false;
  /** It is asked for what reason it is held. */
  asking = false;
  /** @type {HoldReason | null} */
  held = null;
  /** What was copied last, for a moment. @type {string | null} */
  copied = null;
  #touched;
  #told = false;
  /** @type {number | null} */
  #ended = null;
  /** @type {number | null} */
  #hidden = null;

  /** @param {number} now */
  constructor(now) { this.#touched = now; }

  touch() { this.#touched = clock(); }

  /** @param {boolean} is */
  hide(is) {
    this.#hidden = is ? clock() : null;
    if (is) { this.cover(); this.covered = true; }
  }

  /** Nothing that a press has shown stays. */
  cover() {
    this.shown = false;
    this.peeked.clear();
  }

  /** Shows, or covers. */
  turn() {
    if (this.covered) { this.covered = false; this.shown = true; }
    else if (this.shown) this.cover();
    else this.shown = true;
  }

  /** A layer less; answers whether there was one. @param {boolean} desk */
  peel(desk) {
    if (this.leaving) { this.leaving = false; return true; }
    if (this.asking) { this.asking = false; return true; }
    if (desk && this.shown) { this.cover(); return true; }
    return false;
  }

  /** @param {HoldReason} reason */
  hold(reason) { [this.held, this.asking, this.#told] = [reason, false, false]; }
  letGo() { this.held = null; }

  /** Values have ended. @param {number} now */
  ended(now) {
    this.#ended = now;
    this.cover();
    this.held = null;
    this.#told = false;
  }

  /** Whether it is now to be told that values are about to end. @param {number} seconds */
  tenLeft(seconds) {
    if (this.#told || !(seconds <= TELL_BEFORE && seconds > 0)) return false;
    this.#told = true;
    return true;
  }

  /** Nobody has been here for a while. @param {{ now: number, desk: boolean, live: boolean }} of */
  idle({ now, desk, live }) {
    if (desk && now - this.#touched >= COVER_AFTER) this.cover();
    if (desk) return !live && this.#ended !== null && now - Math.max(this.#ended, this.#touched) >= BACK_AFTER_END;
    return now - this.#touched >= BACK_AFTER;
  }

  /** Held, and nobody sees it. @param {number} now */
  forgotten(now) { return this.held !== null && this.#hidden !== null && now - this.#hidden >= LET_GO_AFTER; }
}
