// Who was shown what: kept on this phone, erasable, sent to nobody. Kinds of paper and numbers of fields, never what a field says.
import { keep, kept } from "../shared/kept.js";
/** @import { Selection } from "kit" */
/** @import { Noted } from "page" */

const NAME = "wallet.shown";
/** Older ones make room. */
const MOST = 100;

/** @type {Noted[]} */
let noted = kept(NAME, []);
let stored = true;

/** Newest first. @returns {readonly Noted[]} */
export const shownTo = () => noted;
/** Whether the browser keeps it. */
export const isKept = () => stored;

/**
 * Notes a showing or a refusal; what it gives changes the note, for a code that is made anew.
 * @param {Noted} note
 */
export function noteShown(note) {
  noted = [note, ...noted].slice(0, MOST);
  stored = keep(NAME, noted);
  /** @param {Partial<Noted>} of */
  return (of) => {
    // Erased meanwhile, it stays erased.
    if (!noted.includes(note)) return;
    Object.assign(note, of);
    stored = keep(NAME, noted);
  };
}

export function eraseShown() {
  noted = [];
  keep(NAME, undefined);
}

/** What was agreed to, without a word of what it says. @param {Selection} agreed @returns {Noted["papers"]} */
export const counted = (agreed) => Object.entries(agreed).map(([kind, fields = []]) => [kind, fields.length]);
