// A challenge on the whole screen: the citizen's phone scans who asks and why; then this device scans the sealed answer.
import { announce, el, button } from "./dom.js";
import { sign } from "./shapes.js";
import { backButton } from "./verdict.js";
import { left as clockTime, say } from "./words.js";
import { draw } from "./qr.js";
import { keepLit } from "./screen.js";
/** @import { Press, Screen } from "page" */

/**
 * One person at one computer has no second camera: in TEST alone the code can be copied, to be pasted into the demo wallet.
 * @param {string} text
 */
function copyText(text) {
  const copy = button(say("copyAsk"), { kind: "plain", id: "copy-ask", press: async () => {
    await navigator.clipboard.writeText(text);
    copy.lastElementChild?.replaceChildren(say("copied"));
    announce(say("copied"));
  } });
  return copy;
}

/**
 * The screen. `until` ends the challenge, by this device's clock. `question` is the one that is asked, where it is only one; `digits` are
 * the two that the citizen finds again on the phone.
 * @param {{ text: string, digits: string, until: number, test: boolean, question: string | null | undefined, now: () => number,
 *   answer: Press, back: Press }} of
 * @returns {Screen}
 */
export function challenge({ text, digits, until, test, question, now, answer, back }) {
  const left = el("p", { class: "ends", role: "timer", "aria-live": "off" });
  const tick = () => {
    const seconds = Math.ceil(until - now());
    if (seconds <= 0) back(); else left.textContent = `${say("askLeft")} ${clockTime(seconds)}`;
  };
  tick();
  const timer = setInterval(tick, 500);
  const canvas = el("canvas", { role: "img", "aria-label": say("askTitle") });
  draw(canvas, text);
  const over = el("div", { class: "challenge", role: "dialog", "aria-label": say("askTitle") },
    test && el("p", { class: "test" }, say("test")), el("h1", {}, say("askTitle")),
    question && el("p", { class: "asked" }, question), canvas,
    el("p", { class: "digits" }, `${say("askDigits")} `, el("b", {}, digits)), el("p", {}, say("askWait")), left,
    el("div", { class: "row" }, backButton(back), button(say("askScan"), { sign: sign("ask"), kind: "main", press: answer })),
    // Below all that an officer needs: nothing of it is moved out of view.
    test && copyText(text));
  // A bright screen is read faster, and must not go dark while it is being read.
  const dim = keepLit();
  return { node: el("section", { id: "challenge" }), over, leave() { clearInterval(timer); dim(); } };
}
