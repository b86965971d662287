// Every state of the wallet, what may happen in it, and where that leads. Drawn in the README; the two are held together by a test.
/** @import { Table } from "../shared/machine.js" */

/** @satisfies {Table} */
export const TABLE = {
  home: {
    showTo: ["consent"], question: ["questions"], scan: ["scan"], paste: ["paste"],
    history: ["history"], settings: ["settings"], stay: ["home"],
  },
  questions: { choose: ["consent"], back: ["home"] },
  scan: { read: ["consent"], refused: ["refused"], paste: ["paste"], back: ["home"] },
  paste: { read: ["consent"], refused: ["refused"], scan: ["scan"], back: ["home"] },
  // Of an asker that is not known there is no way to a code.
  refused: { scan: ["scan"], back: ["home"] },
  // An ask that was scanned or pasted has digits; a code for anybody has none.
  consent: { agree: ["code", "digits"], decline: ["home"] },
  digits: { picked: ["code"], refused: ["refused"], decline: ["home"] },
  code: { asleep: ["still"], ended: ["refused"], away: ["home"] },
  still: { more: ["code"], ended: ["refused"], away: ["home"] },
  history: { erase: ["history"], back: ["home"] },
  settings: { turn: ["settings"], back: ["home"] },
};

/** The way back from each: Escape, and the back button of a phone. @type {Partial<Record<string, string>>} */
export const BACK = {
  questions: "back",
  scan: "back",
  paste: "back",
  refused: "back",
  consent: "decline",
  digits: "decline",
  code: "away",
  still: "away",
  history: "back",
  settings: "back",
};
