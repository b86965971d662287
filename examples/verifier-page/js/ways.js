// The ways in: frames, scanners that type, pasted text, files. Each comes to one text that is looked at, one at a time.
import { pick as meant, reasonText, recognise, scannedText, whatAltered } from "../vendor/doichieu/index.js";
import { MemoryBusy } from "../vendor/doichieu/memory.js";
import { eyes } from "./eye.js";
import { Erased, clock } from "./kept.js";
import { LARGEST_PICTURE } from "./picture.js";
import { LARGEST_FILE } from "./renewal.js";
import { inFull, pick } from "./texts.js";
import { Watch } from "./watch.js";
import { say } from "./words.js";
/** @import { Picked } from "doichieu" */
/** @import { Codes, PickedFrame } from "page" */
/** @import { Page } from "./page.js" */

/** A code that stays before the camera after *next* is not the next person's. */
const LINGERS = 3;

/** @type {ReadonlySet<import("doichieu").FileKind>} */
const RENEWING = new Set(["roots", "lists", "delta", "mandate", "private_key"]);

/** What a code begins with that answers no request. */
const UNASKED = "DC1:";

/** Whether a file is one that renews this device. @type {(file: File) => Promise<boolean>} */
const renews = async (file) => file.size <= LARGEST_FILE && RENEWING.has(recognise(new Uint8Array(await file.arrayBuffer())).name);

export class Ways {
  #page;
  #watch = new Watch();
  /** One thing at a time: what is being looked at, or `null`. @type {Promise<void> | null} */
  #busy = null;
  #last = { text: "", at: 0 };
  /** When a scanner that types last gave something. @type {number | null} */
  scannedAt = null;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** The next person: what is still before the camera is the last one's. */
  next() { if (this.#last.text) this.#last.at = clock(); }

  /** What was just looked at: held before the camera on, it is not looked at again in each frame. @param {string} text */
  #is(text) { this.#last = { text, at: clock() }; }

  /** Typed by a scanner. @param {string} of */
  typed = async (of) => {
    this.scannedAt = clock();
    await this.text(of);
  };

  /** One text alone. It waits for what is being looked at. @param {string} of */
  text = async (of) => {
    while (this.#busy) await this.#busy;
    await this.#read(meant([of]), [of]);
  };

  /** One frame of the camera. Answers whether there was something of ours in it. @param {Codes} seen */
  frame = (seen) => {
    const { find, picked } = this.#watch.frame(seen, performance.now());
    if (picked) this.#framed(picked, seen.texts);
    return find;
  };

  /** @type {(picked: PickedFrame, texts: readonly string[]) => void} */
  #framed(picked, texts) {
    if (this.#busy || (picked.text === this.#last.text && clock() - this.#last.at < LINGERS)) return;
    if (picked.kind === "appended") this.#page.hint(say("appended")); else void this.#read(picked, texts);
  }

  /**
   * Files that were opened, all in one look: of several codes in them the same holds as of several in one picture. What is neither picture
   * nor text of ours renews this device, or is told.
   * @param {readonly File[]} files
   */
  files = async (files) => {
    if (files.length === 0) return;
    const texts = /** @type {string[]} */ ([]);
    let [appended, renewing] = [0, false];
    /** @type {Codes | undefined} */
    let failed;
    if (files.some(({ type }) => type.startsWith("image/"))) this.#page.hint(say("reading"), { now: false });
    for (const file of files) {
      /** @type {Codes} */
      const of = file.size > LARGEST_PICTURE ? { texts: [], appended: 0, failed: "size" } : await eyes().read(file);
      texts.push(...of.texts);
      appended += of.appended;
      const written = of.bytes && scannedText(of.bytes);
      if (written && !["foreign", "nothing"].includes(meant([written]).kind)) texts.push(written);
      else if (await renews(file)) renewing = true;
      else failed ??= of.failed ? of : undefined;
    }
    while (this.#busy) await this.#busy;
    const picked = meant(texts);
    if (picked.kind !== "nothing") await this.#read(picked, texts);
    else if (renewing) this.#page.renewing.look(files);
    else this.#page.hint(this.#nothingIn(failed, appended));
  };

  /** @type {(failed: Codes | undefined, appended: number) => string} */
  #nothingIn(failed, appended) {
    if (failed?.failed === "size") return say("photoTooLarge");
    if (failed) return `${say("notReadHere")}${failed.kind ? ` (${failed.kind})` : ""}. ${say("otherPicture")}`;
    return say(appended > 0 ? "appended" : "noCodeInPhoto");
  }

  /**
   * What was picked of one look, from wherever it came; `texts`: all of it, for the parts of an animated code.
   * @param {Picked} picked
   * @param {readonly string[]} texts
   */
  #read(picked, texts) { return this.#page.device && this.looking(() => this.#dealWith(picked, texts)); }

  /** Nothing else is looked at meanwhile. @param {() => Promise<void>} work */
  looking(work) {
    const done = work().catch((error) => {
      if (error instanceof Erased) location.reload();
      else if (error instanceof MemoryBusy) this.#page.hint(pick(error));
      else this.#page.broken(error);
    }).finally(() => { if (this.#busy === done) this.#busy = null; });
    this.#busy = done;
    return done;
  }

  /** @type {(picked: Picked, texts: readonly string[]) => Promise<void>} */
  async #dealWith({ kind, text }, texts) {
    const page = this.#page;
    if (kind === "several") return page.hint(inFull(reasonText("scan.several_codes")));
    if (kind === "nothing") return page.hint(say("noCodeInPhoto"));
    // Before anything ends: it is this device's own matter.
    if (whatAltered(text)) return page.hint(inFull(reasonText("scan.keyboard_altered")));
    const { wrong, pending } = page.desk;
    if (wrong && !pending) return page.hint(wrong);
    if (kind === "plain") return page.plain(text);
    const all = kind === "parts" ? texts.filter((of) => meant([of]).kind === "parts") : [text];
    // What stands on the screen is the same check, never the next one.
    if (kind !== "parts" && page.desk.check.taken.has(text)) return page.same();
    if (page.requests.waits && text.startsWith(UNASKED)) return page.requests.unasked(text);
    page.before(kind);
    const moment = page.moment;
    for (const one of all) {
      const looked = await page.desk.look(one);
      if (page.moment !== moment) return;
      if (looked.progress) page.progress(looked.progress);
      else if (looked.bundle) page.aside(looked.bundle);
      else if (looked.refused) { this.#is(one); page.hint(pick(looked.refused)); }
      else if (looked.unreadable) { this.#is(one); page.unread(looked.unreadable); }
      else if (looked.seen) { this.#is(one); page.see(looked.seen); }
    }
  }
}
