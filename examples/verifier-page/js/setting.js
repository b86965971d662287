// The set-up under way: which files are here, whether a person compared the check code, what does not fit. Nothing is kept before the end.
import { recognise } from "../vendor/doichieu/index.js";
import { lookAtRoots } from "./kept.js";
import { dropKey, madeKey, makeKey, savePublic } from "./post-key.js";
import { LARGEST_FILE } from "./renewal.js";
import { notKept, pick, setUpWords } from "./texts.js";
import { say } from "./words.js";
/** @import { FileKind } from "doichieu" */
/** @import { Files, Given, MadeKey } from "page" */

/** @typedef {"root" | "bundle" | "mandate" | "postKey"} Name */
/** What each kind of file is here. @type {Partial<Record<FileKind, Name>>} */
const PLACE = { roots: "root", lists: "bundle", mandate: "mandate", private_key: "postKey" };

export class Setting {
  /** @type {Given} */
  given = {};
  /** @type {Partial<Record<Name, string>>} */
  names = {};
  /** @type {string | undefined} */
  told;
  /** What the browser does not do here: said, and no way is barred by it. @type {string | undefined} */
  notice;
  /** What is told is no fault. */
  good = false;
  /** What was kept does not open: it can be erased. */
  broken = false;
  /** The check code that is to be compared. @type {{ fingerprint: string, test: boolean } | null} */
  asks = null;
  /** @type {MadeKey | undefined} */
  made;
  #changed;
  #open;

  /** @param {{ changed: () => void, open: (files: Files) => Promise<void>, told?: string | undefined }} of */
  constructor({ changed, open, told }) {
    this.#changed = changed;
    this.#open = open;
    this.told = told;
    this.broken = told !== undefined;
    // One that cannot be read is made anew.
    madeKey().then((is) => { this.made = is; changed(); }, () => {});
  }

  /** Words of what is still missing. */
  get lacks() {
    const { root, compared, bundle, mandate } = this.given;
    return [!(root && compared) && "rootKeys", !bundle && "lists", !mandate && "mandate"].flatMap((word) => word || []);
  }

  /** @param {readonly File[]} files */
  async take(files) {
    [this.told, this.good] = [undefined, false];
    const unknown = [];
    for (const file of files) {
      if (file.size > LARGEST_FILE) { unknown.push(`${file.name}: ${say("fileTooLarge")}`); continue; }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const is = recognise(bytes);
      const place = PLACE[is.name];
      if (!place) { unknown.push(`${file.name}: ${pick(is)}`); continue; }
      if (place === "root" && !this.#root(bytes)) continue;
      this.given[place] = bytes;
      this.names[place] = file.name;
    }
    if (unknown.length > 0) this.told = [this.told, ...unknown].filter(Boolean).join(" · ");
    this.#changed();
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  #root(bytes) {
    try {
      this.asks = lookAtRoots(bytes);
      [this.given.compared, this.given.test] = [false, this.asks.test];
      return true;
    } catch (error) {
      this.told = setUpWords(error);
      return false;
    }
  }

  /** @param {boolean} same */
  compared(same) {
    this.asks = null;
    this.given.compared = same;
    [this.told, this.good] = [say(same ? "compared" : "notCompared"), same];
    if (!same) { delete this.given.root; delete this.names.root; }
    this.#changed();
  }

  async makeKey() {
    this.made = await makeKey();
    savePublic(this.made);
    this.#changed();
  }

  async dropKey() {
    await dropKey();
    this.made = undefined;
    this.#changed();
  }

  async finish() {
    // Not pressed before all of them are here.
    try { await this.#open(/** @type {Files} */ (this.given)); } catch (error) { this.good = false; this.told = notKept(error); }
    this.#changed();
  }
}
