// The clipboard: written by a person's press, emptied afterwards with one space, never read.
import { textOf } from "./words-kept.js";
/** @import { Text } from "doichieu" */

/** @typedef {"copied" | "refused"} Copied */
/**
 * `emptied`: one space was written. `later`: when the page comes to the front the next time; until then it is said.
 * @typedef {"nothing" | "emptied" | "later"} Emptied
 */

/**
 * Of one page. `told` says when it was emptied after all, or could not be. Holds no text that was copied, only what it was called.
 */
export class Clipboard {
  #board;
  #told;
  /** What was copied and is still there, as it was called. @type {string | null} */
  #what = null;
  /** Another window was in front since. */
  #blurred = false;
  /** To be emptied when the page is in front again. */
  #due = false;

  /** @param {{ board?: Pick<Clipboard_, "writeText">, told?: (what: Emptied) => void }} [of] */
  constructor({ board = navigator.clipboard, told = () => {} } = {}) {
    this.#board = board;
    this.#told = told;
  }

  /** Whether something that was copied may still be there. */
  get outstanding() { return this.#what !== null; }

  /** What it was called, for the sentence that it is still there. */
  get what() { return this.#what; }

  /** What to say while it is. @returns {Text | null} */
  get warning() { return this.outstanding ? textOf("copyOutstanding") : null; }

  /**
   * Copies, in answer to a press: a browser refuses anything else. `what`: how it is called, never the text itself.
   * @type {(text: string, what: string) => Promise<{ outcome: Copied, told: Text }>}
   */
  async copy(text, what) {
    try {
      await this.#board.writeText(text);
    } catch {
      // Refused, or there is none at all.
      return { outcome: "refused", told: textOf("copyRefused") };
    }
    [this.#what, this.#blurred, this.#due] = [what, false, false];
    return { outcome: "copied", told: textOf("copied", { what }) };
  }

  /**
   * At next, at the end of viewing, when all is erased. Where another window has been in front since the copy, nothing is written now: the
   * number may be about to be pasted there. It is emptied when the page comes to the front the next time.
   * @returns {Promise<Emptied>}
   */
  async empty() {
    if (!this.outstanding) return "nothing";
    if (!this.#blurred && document.hasFocus()) return this.#write();
    this.#due = true;
    return "later";
  }

  /** Another window is in front. */
  onBlur() { if (this.outstanding) this.#blurred = true; }

  /** The page is in front again. */
  async onFocus() {
    if (!this.#due) return;
    this.#told(await this.#write());
  }

  /** Listens to the window. Gives what ends it. */
  listen() {
    const [blur, focus] = [() => this.onBlur(), () => void this.onFocus()];
    addEventListener("blur", blur);
    addEventListener("focus", focus);
    return () => { removeEventListener("blur", blur); removeEventListener("focus", focus); };
  }

  /** @returns {Promise<Emptied>} */
  async #write() {
    try {
      // An empty text is refused by some browsers, or passed over.
      await this.#board.writeText(" ");
    } catch {
      this.#due = true;
      return "later";
    }
    [this.#what, this.#due, this.#blurred] = [null, false, false];
    return "emptied";
  }
}

/** The browser's own class of that name. @typedef {typeof navigator.clipboard} Clipboard_ */
