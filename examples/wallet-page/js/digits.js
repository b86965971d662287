// Whose screen it is: of three pairs of digits the holder picks the one that stands beside the code that was scanned.
import { el, button, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { say } from "./words.js";
/** @import { Press, Screen } from "page" */

/**
 * The screen. `three` are the pairs in the order to show them; `picked` gets one of them, or nothing where none of them stands there.
 * @param {{ who: string, three: readonly string[], picked: (pair: string | undefined) => unknown, decline: Press }} of
 * @returns {Screen}
 */
export function digits({ who, three, picked, decline }) {
  const node = el("section", { id: "digits" },
    el("h1", {}, say("pickDigits")),
    el("p", { class: "who" }, who),
    el("div", { class: "three", role: "group", "aria-label": say("pickDigits") },
      three.map((pair) => button(pair, { "data-digits": pair, "aria-label": pair.split("").join(" "), press: () => picked(pair) }))),
    el("p", {}, say("pickHow")),
    button(say("pickNone"), { "data-digits": "none", press: () => picked(undefined) }),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("decline"), { sign: sign("cross"), press: decline }))));
  return { node, leave() { fill(node); } };
}
