// This device's lists as an animated code on the whole screen, for another handheld to scan. They are signed:
// who receives them checks them.
import { bundleTexts } from "./animated.js";
import { el } from "./dom.js";
import { draw } from "./qr.js";
import { keepLit } from "./screen.js";
import { backButton } from "./verdict.js";
import { say } from "./words.js";
/** @import { Press, Screen } from "page" */

/** How long each part stays: five in a second are read by a camera of thirty pictures. */
const PART_MS = 200;

/**
 * The screen, for a file that an animated code can carry.
 * @param {{ file: Uint8Array, number: number, test: boolean, back: Press }} of
 * @returns {Promise<Screen>}
 */
export async function handOver({ file, number, test, back }) {
  const texts = await bundleTexts(file);
  const canvas = el("canvas", { role: "img", "aria-label": say("giveTitle") });
  let at = -1;
  const step = () => {
    at = (at + 1) % texts.length;
    draw(canvas, texts[at], { pixels: 900 });
    canvas.dataset.part = `${at + 1}/${texts.length}`;
  };
  step();
  const timer = setInterval(step, PART_MS);
  const over = el("div", { class: "challenge", role: "dialog", "aria-label": say("giveTitle") },
    test && el("p", { class: "test" }, say("test")), el("h1", {}, `${say("giveTitle")} · ${number}`),
    canvas, el("p", {}, say("giveHow")),
    el("div", { class: "row" }, backButton(back, "main")));
  // A screen that goes dark is not read.
  const dim = keepLit();
  return { node: el("section", { id: "hand-over" }), over, leave() { clearInterval(timer); dim(); } };
}
