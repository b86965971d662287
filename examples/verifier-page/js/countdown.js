// The time a result stays on the screen. It runs out by itself; a reason can hold it inside the grant; after it nothing is left here.
import { el, button } from "./dom.js";
import { sign } from "./shapes.js";
import { moment, say } from "./words.js";

/** @import { HoldReason } from "page" */
/** @import { Word } from "./words.js" */

/** Counts down to `until` (seconds since 1970, by `now()`), then calls `ended` once. */
export class Countdown {
  #until;
  #now;
  #ended;
  #timer;
  #meter = el("div", {});
  #text = el("p", { class: "quiet ends" });
  #begun;
  /** Held past its time, for a reason. */
  held = false;
  /** Run out: its node is gone from the screen. */
  over = false;
  node = el("div", { class: "countdown", role: "timer", "aria-live": "off" },
    el("div", { class: "meter", "aria-hidden": "true" }, this.#meter), this.#text);

  /**
   * @param {number} until
   * @param {{ now: () => number, ended: () => void }} of
   */
  constructor(until, { now, ended }) {
    this.#until = until;
    this.#now = now;
    this.#ended = ended;
    this.#begun = now();
    this.#timer = setInterval(() => this.#tick(), 250);
    this.#tick();
  }

  #tick() {
    const left = this.#until - this.#now();
    if (left <= 0) { this.stop(); this.over = true; this.node.remove(); this.#ended(); return; }
    this.#meter.style.transform = `scaleX(${Math.min(1, left / Math.max(1, this.#until - this.#begun))})`;
    this.#text.textContent = this.held
      ? `${say("held")} ${moment(Math.floor(this.#until))}`
      : `${say("hidesIn")} ${Math.ceil(left)} ${say("seconds")}`;
  }

  /**
   * Runs to another end from now on, and says until when.
   * @param {number} until
   */
  hold(until) {
    this.held = true;
    this.#until = until;
    this.#begun = this.#now();
    this.#tick();
    return this.#text.textContent ?? "";
  }

  stop() { clearInterval(this.#timer); }
}

/**
 * Asks for what reason the screen is held; resolves to a code of the engine, or `null`.
 * @param {HTMLElement} host
 * @param {readonly (readonly [HoldReason, Word])[]} codes
 * @returns {Promise<HoldReason | null>}
 */
export function holdReason(host, codes) {
  return new Promise((resolve) => {
    const box = el("div", { class: "card stack", role: "group", "aria-label": say("holdWhy") },
      el("h2", {}, say("holdWhy")),
      el("div", { class: "row" }, codes.map(([code, word]) => button(say(word), { sign: sign("hold"), press: () => done(code) })),
        button(say("back"), { sign: sign("back"), kind: "plain", press: () => done(null) })));
    /** @param {HoldReason | null} code */
    const done = (code) => { box.remove(); resolve(code); };
    // Escape puts the question away, and not the check that it is about.
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); done(null); } });
    host.prepend(box);
    box.querySelector("button")?.focus();
  });
}
