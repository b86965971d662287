// How fit this device is, as one sentence: the worst that is true of it.
import { reasonText } from "../vendor/doichieu/index.js";
import { pick } from "./texts.js";
import { moment, soon } from "./times.js";
import { say } from "./words.js";
/** @import { Fit, Ready } from "page" */

/** Within this long of an end it is told on every screen: a shift and the way back. */
export const SOON = 12 * 3600;

/**
 * What ends, in the order in which it ends.
 * @param {Ready} ready
 * @returns {readonly { what: "lists" | "mandate" | "root", until: number }[]}
 */
export function endings(ready) {
  const lists = Math.min(ready.notAfter, ...ready.lists.flatMap(({ until }) => until ?? []));
  const all = /** @type {const} */ ([["lists", lists], ["mandate", ready.mandateUntil], ["root", ready.rootUntil]]);
  return all.map(([what, until]) => ({ what, until })).toSorted((one, other) => one.until - other.until);
}

const NAMES = /** @type {const} */ ({ lists: "lists", mandate: "mandate", root: "rootKeys" });

/**
 * The sentence. The clock first, for every other moment is told by it; then what has ended, then what ends within a shift.
 * @param {Ready} ready
 * @param {number} now
 * @returns {Fit}
 */
export function state(ready, now) {
  const [first] = endings(ready);
  const what = say(NAMES[first.what]);
  if (ready.clockWrong) {
    const [here, signed] = [`${say("clockHere")} ${moment(ready.clock)}.`, `${say(ready.inDoubt ? "clockDoubt"
      : "clockSigned")} ${moment(ready.newestSigned)}.`];
    return { kind: "clock", lead: say("clockWrong"), more: `${here} ${signed} ${say("clockMend")}`, short: say("clockWrongShort"), first };
  }
  if (first.until <= now) {
    const lead = `${what} ${say("hasEnded")} ${moment(first.until)}`;
    return { kind: "ended", lead, more: say(first.what === "lists" ? "endedLists" : "endedOther"), short: lead, first };
  }
  if (first.until - now <= SOON) {
    const lead = `${what}: ${say("endsAt")} ${soon(first.until, now)}`;
    return { kind: "soon", lead, more: say("endsWhy"), short: lead, first };
  }
  if (ready.lawUnchecked) {
    const law = reasonText("post.law_unchecked");
    return { kind: "law", lead: pick(law), more: pick(law.step), short: pick(law), first };
  }
  return { kind: "good", lead: `${say("deviceGoodUntil")} ${soon(first.until, now)}`, more: "", short: "", first };
}
