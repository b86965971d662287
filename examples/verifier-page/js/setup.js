// Set up once: root keys by file with a fingerprint to compare, signed lists, the mandate. No root ships with this page.
import { recognise } from "../vendor/doichieu/index.js";
import { el, button, fileField, fill } from "./dom.js";
import { eraser } from "./others.js";
import { sign } from "./shapes.js";
import { dropKey, madeKey, makeKey, savePublic } from "./post-key.js";
import { pick } from "./texts.js";
import { say } from "./words.js";
/** @import { FileKind } from "doichieu" */
/** @import { Files, Given, MadeKey, MayPress, Screen } from "page" */
/** @import { fileField as FileField } from "./dom.js" */
/** @import { Word } from "./words.js" */

/** No file of these is larger (docs/dc1.md §3). */
const LARGEST_FILE = 64 << 20;

/** @typedef {"root" | "bundle" | "mandate" | "postKey"} Name */

/** What each place takes. @type {Readonly<Record<Name, FileKind>>} */
const WANTED = { root: "roots", bundle: "lists", mandate: "mandate", postKey: "private_key" };

/**
 * A file of another kind is told as soon as it is chosen, by what is in it.
 * @param {Name} name
 * @param {Uint8Array} bytes
 */
function fits(name, bytes) {
  const { told } = recognise(bytes, WANTED[name]);
  if (told) throw new Error(pick(told));
}

/** The post's key, made here instead of brought as a file; one of an earlier visit waits for its mandate. */
function ownKey() {
  const node = el("div", { class: "stack", id: "own-key", role: "group", "aria-label": say("makeKey") });
  /** @param {MadeKey | undefined} is */
  const turn = (is) => fill(node, is
    ? [el("p", {}, `${say("keyMade")} `, el("b", { id: "key-name" }, is.name)), el("p", { class: "quiet" }, say("keyStays")),
      el("div", { class: "row" }, button(say("savePublic"), { sign: sign("file"), id: "save-public", press: () => savePublic(is) }),
        button(say("dropKey"), { sign: sign("cross"), kind: "plain", id: "drop-key", press: async () => { await dropKey(); first(); } }))]
    : button(say("makeKey"), { sign: sign("file"), id: "make-key", press: async () => {
      const is = await makeKey();
      turn(is);
      savePublic(is);
      node.querySelector("button")?.focus();
    } }));
  const first = () => { turn(undefined); node.querySelector("button")?.focus(); };
  turn(undefined);
  // One that cannot be read is made anew.
  madeKey().then((is) => { if (is) turn(is); }, () => {});
  return node;
}

/** @param {unknown} error */
const sentence = (error) => (error instanceof Error ? error.message : String(error));

/**
 * The screen. `look` says of a root file `{ fingerprint, test }` or throws with a sentence; `open` tries all three and keeps them, and
 * throws with a sentence where one does not fit. `told` is why what was kept does not open,
 * and `erase` then makes room for a new beginning.
 * @param {{ look: (root: Uint8Array) => { fingerprint: string, test: boolean }, open: (files: Files) => Promise<void>,
 *   told?: string | undefined, erase?: MayPress | "" | undefined }} of
 * @returns {Screen}
 */
export function setUp({ look, open, told: first, erase }) {
  /** @type {Given} */
  const given = {};
  const told = el("p", { class: "told", role: "alert" }, first ?? "");
  /** @param {string} text */
  const fault = (text) => { told.textContent = text; if (text) told.scrollIntoView({ block: "end" }); };
  const check = el("div", { class: "stack" });
  const finish = button(say("done"), { sign: sign("check"), kind: "main", press: async () => {
    // Not pressed before all of them are here.
    try { await open(/** @type {Files} */ (given)); } catch (error) { fault(sentence(error)); }
  } });
  const missing = el("p", { class: "quiet", id: "missing" });
  const ready = () => {
    const lacks = [given.root && given.compared, given.bundle, given.mandate].flatMap((is, place) => (is ? [] : [place + 1]));
    finish.disabled = lacks.length > 0;
    missing.textContent = lacks.length > 0 ? `${say("missing")}: ${lacks.join(", ")}` : "";
  };

  /** @type {Partial<Record<Name, ReturnType<FileField>>>} */
  const fields = {};
  /**
   * @param {Name} name
   * @param {Word} word
   * @param {(bytes: Uint8Array) => void} [then]
   */
  const field = (name, word, then) => {
    /** @param {Uint8Array<ArrayBuffer>} bytes */
    const take = (bytes) => {
      fault("");
      given[name] = bytes;
      try {
        fits(name, bytes);
        then?.(bytes);
        return true;
      } catch (error) {
        delete given[name];
        fault(sentence(error));
        return false;
      } finally { ready(); }
    };
    const words = { label: say(word), choose: say("chooseFile"), tooLarge: say("fileTooLarge"), mark: sign("file") };
    const of = fileField({ id: name, ...words, largest: LARGEST_FILE, take });
    fields[name] = of;
    return of.node;
  };

  /** @param {Uint8Array} root */
  const compare = (root) => {
    given.compared = false;
    fill(check);
    const { fingerprint, test } = look(root);
    /** @param {boolean} same */
    const answer = (same) => {
      given.compared = same;
      given.test = test;
      fill(check, el("p", { class: "told", role: "status" }, say(same ? "compared" : "notCompared")));
      if (!same) { delete given.root; fields.root?.taken(null); }
      ready();
      // On to the next file; or to the same again.
      fields[same ? "bundle" : "root"]?.node.querySelector("input")?.focus();
    };
    const question = el("p", { tabindex: "-1" }, say("compare"));
    fill(check, question, el("p", { class: "fingerprint card" }, fingerprint),
      test && el("p", { class: "test" }, say("testRoot")),
      el("div", { class: "row" }, button(say("same"), { sign: sign("check"), kind: "main", press: () => answer(true) }),
        button(say("differs"), { sign: sign("cross"), kind: "plain", press: () => answer(false) })));
    // The focus is on what is to be compared, not on its answer: Enter alone must not say that it is the same.
    question.focus({ preventScroll: true });
    check.scrollIntoView({ block: "end" });
  };

  const node = el("section", { id: "set-up" }, el("h1", {}, say("setUpTitle")), el("p", {}, say("setUpWhy")),
    el("div", { class: "card stack" }, field("root", "rootFile", compare), check),
    el("div", { class: "card" }, field("bundle", "bundleFile")),
    el("div", { class: "card stack" }, field("mandate", "mandateFile"), field("postKey", "keyFile"), ownKey()),
    told, erase && eraser(erase), el("div", { class: "foot" }, missing, el("div", { class: "row" }, finish)));
  ready();
  return { node };
}
