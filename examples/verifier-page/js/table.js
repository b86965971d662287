// Every state of the page, what may happen in it, and where that leads. Drawn in the README; the two are held together by a test.
/** @import { Table } from "../shared/machine.js" */

/** Where a check begins: with a scan, or, for a role whose papers are not shown unasked, with a request code. */
const HOME = /** @type {const} */ (["scan", "waiting"]);
/** What goes back goes where it came from. */
const BACK_TO = /** @type {const} */ (["scan", "waiting", "verdict"]);

/** A code may come at any time, from a scanner that types or from a file; so may files that renew this device. */
const COMES = /** @type {const} */ ({
  seen: ["verdict"], unread: ["unread"], plain: ["plain"], scan: ["scan"], renew: ["renew"], taken: ["elsewhere"], broke: ["broken"],
});
const ASIDE = /** @type {const} */ ({ ...COMES, back: BACK_TO });

/** @satisfies {Table} */
export const TABLE = {
  starting: { ready: HOME, empty: ["setUp"], damaged: ["repair"], taken: ["elsewhere"], broke: ["broken"] },
  setUp: { ready: HOME, broke: ["broken"] },
  repair: { ready: HOME, empty: ["setUp"], broke: ["broken"] },
  scan: {
    ...COMES, ask: ["waiting"], noCode: ["noCode"], number: ["number"], vehicle: ["vehicle"], more: ["more"], settings: ["settings"],
    device: ["device"], resume: ["verdict"], next: HOME,
  },
  waiting: { ...COMES, ask: ["waiting"], more: ["more"], noCode: ["noCode"], settings: ["settings"], device: ["device"], resume: ["verdict"] },
  verdict: {
    ...COMES, next: HOME, lookUp: ["lookUp"], noCode: ["noCode"], far: ["far"], vehicle: ["vehicle"], settings: ["settings"], device: ["device"],
    ask: ["waiting"],
  },
  unread: { ...ASIDE, next: HOME, number: ["number"], ask: ["waiting"], device: ["device"] },
  plain: { ...ASIDE },
  lookUp: { ...ASIDE },
  far: { ...ASIDE, next: HOME },
  noCode: { ...ASIDE, number: ["number"] },
  number: { ...ASIDE },
  vehicle: { ...ASIDE },
  more: { ...ASIDE, paste: ["paste"], questions: ["questions"] },
  paste: { ...ASIDE },
  questions: { ...ASIDE, vehicle: ["vehicle"] },
  settings: { ...ASIDE, device: ["device"], empty: ["setUp"] },
  device: { ...ASIDE, settings: ["settings"], handOver: ["handOver"], receive: ["receive"] },
  receive: { ...ASIDE, device: ["device"] },
  handOver: { ...ASIDE, device: ["device"] },
  renew: { ...ASIDE, device: ["device"], receive: ["receive"] },
  elsewhere: { here: ["starting"] },
  broken: { again: ["starting"] },
};

/** @typedef {keyof typeof TABLE} State */

/** The way back from each: Escape, and the back button of a phone. What has none is the page's own beginning. @type {Partial<Record<string, string>>} */
export const BACK = {
  verdict: "next",
  unread: "back",
  plain: "back",
  lookUp: "back",
  far: "back",
  noCode: "back",
  number: "back",
  vehicle: "back",
  more: "back",
  paste: "back",
  questions: "back",
  settings: "back",
  device: "back",
  receive: "device",
  handOver: "device",
  renew: "back",
};
