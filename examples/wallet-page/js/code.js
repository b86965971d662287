// The code on the screen: made for somebody, for a moment, and made anew before that moment is over.
import { el, button } from "./dom.js";
import { draw } from "./qr.js";
import { keepLit } from "./screen.js";
import { sign } from "./shapes.js";
import { say } from "./words.js";
/** @import { Showing } from "kit" */
/** @import { Screen } from "page" */

/** An unprompted code is made anew so often, in seconds: half of what it lives. */
const REFRESH = 30;
/** Beyond so many characters a still code is no longer read from photographed screens: it is animated. */
const LONGEST_STILL = 2520;
/** Bytes in a part of an animated code, and how long each stays. */
const CHUNK = 500;
const FRAME_MS = 200;

/**
 * The screen. `make` makes a showing; `until` is the end of an ask, where there is one. `once` is said of the token that is shown: used for
 * the first time, with so many left, or again because there is none left.
 * @param {{ madeFor: string, make: () => Showing, until: number | null, sealed: boolean, once: { left: number, again: boolean },
 *   now: () => number, stop: (told?: string) => void }} of
 * @returns {Screen}
 */
export function code({ madeFor, make, until, sealed, once, now, stop }) {
  const canvas = el("canvas", { role: "img", "aria-label": `${say("madeFor")} ${madeFor}` });
  const left = el("p", { class: "ends", role: "timer", "aria-live": "off" });
  /** @type {Showing | null} */
  let showing = null;
  /** @type {string[]} */
  let texts = [];
  let at = 0;
  let made = 0;
  let animated = false;
  const paint = () => {
    const text = texts[at % texts.length];
    draw(canvas, text, { pixels: 900 });
    canvas.dataset.text = text;
  };
  const renew = () => {
    showing?.free();
    showing = make();
    made = now();
    texts = animated || showing.text.length > LONGEST_STILL ? showing.animated(CHUNK) : [showing.text];
    at = 0;
    paint();
  };
  const tick = () => {
    if (until && now() >= until) { stop(say("ended")); return; }
    if (!until && now() - made >= REFRESH) renew();
    const seconds = Math.ceil(until ? until - now() : REFRESH - (now() - made));
    left.textContent = `${say(until ? "goodFor" : "refreshes")} ${seconds} ${say("seconds")}`;
  };
  const animate = () => {
    animated = !animated;
    toggle.setAttribute("aria-pressed", String(animated));
    renew();
  };
  /** @type {HTMLButtonElement} */
  const toggle = button(say("animate"), { sign: sign("flip"), "aria-pressed": "false", press: animate });
  renew();
  tick();
  const timers = [setInterval(tick, 500), setInterval(() => { if (texts.length > 1) { at += 1; paint(); } }, FRAME_MS)];
  const dim = keepLit();
  const node = el("section", { id: "code" },
    el("div", { class: "code" }, el("h1", { class: "for" }, `${say("madeFor")}: ${madeFor}`), canvas, left,
      sealed && el("p", {}, say("sealed")),
      el("p", { class: once.again ? "once again" : "once", dataset: { again: String(once.again), left: String(once.left) } },
        once.again ? say("onceAgain") : `${say("onceFirst")} ${once.left}.`)),
    el("div", { class: "foot" }, el("div", { class: "row" }, toggle,
      button(say("stop"), { sign: sign("cross"), kind: "main", press: () => stop() }))));
  return { node, leave() { timers.forEach((timer) => clearInterval(timer)); showing?.free(); delete canvas.dataset.text; dim(); } };
}
