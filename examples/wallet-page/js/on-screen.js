// A code that is being shown: made anew before its moment is over, drawn, put aside when nobody seems to need it.
import { keepLit } from "../shared/screen.js";
import { draw } from "../shared/qr.js";
/** @import { Showing } from "kit" */
/** @import { ShownCode } from "page" */

/** A ready-made code is made anew so often, in seconds. */
export const REFRESH = 24;
/** So long it is good for, in seconds (docs/dc1.md). */
export const LIFE = 60;
/** After so many seconds on the screen it is asked whether it is still to be shown. */
export const STILL_AFTER = 180;
/** Unanswered for so many seconds more, it is put away. */
export const AWAY_AFTER = 60;
/** Beyond so many characters a still code is no longer read from photographed screens: it is animated. */
const LONGEST_STILL = 2520;
/** Bytes in a part of an animated code, and how long each stays. */
const CHUNK = 500;
const FRAME_MS = 200;
const TICK_MS = 500;

/** One code, from the moment it is agreed to until it is put away. */
export class OnScreen {
  /** @type {Showing | null} */
  #showing = null;
  /** @type {string[]} */
  #texts = [];
  #at = 0;
  #made = 0;
  /** @type {(() => void)[]} */
  #running = [];
  /** @type {HTMLCanvasElement | undefined} */
  #canvas;
  #asked = 0;
  #since = 0;
  animated = false;
  large = false;

  /** @param {ShownCode} of */
  constructor(of) {
    this.of = of;
    this.show();
  }

  /** Where it is drawn; nothing once that is gone. @param {Element} [canvas] */
  place = (canvas) => {
    if (this.#canvas && !canvas) delete this.#canvas.dataset.text;
    this.#canvas = canvas instanceof HTMLCanvasElement ? canvas : undefined;
    // It is told of before it is laid out, and a code is drawn as large as its place.
    queueMicrotask(() => this.#paint());
  };

  /** On the screen, from now on or again. */
  show() {
    this.#rest();
    this.#since = this.of.now();
    this.renew();
    const paint = () => this.#paint();
    addEventListener("resize", paint);
    const timers = [setInterval(() => this.#tick(), TICK_MS), setInterval(() => this.#step(), FRAME_MS)];
    this.#running = [keepLit(), () => removeEventListener("resize", paint), ...timers.map((timer) => () => clearInterval(timer))];
  }

  /** A new one, now. */
  renew() {
    this.#showing?.free();
    this.#showing = this.of.make();
    this.#made = this.of.now();
    this.#texts = this.animated || this.#showing.text.length > LONGEST_STILL ? this.#showing.animated(CHUNK) : [this.#showing.text];
    this.#at = 0;
    this.#paint();
    this.of.made?.(this.#made);
  }

  animate() {
    this.animated = !this.animated;
    this.renew();
  }

  /** For a test: the whole of it as text, a line for each part. */
  get text() { return this.#texts.join("\n"); }

  /** Seconds until it is made anew, or until the ask ends. */
  get seconds() {
    const { until, now } = this.of;
    return Math.max(0, Math.ceil(until ? until - now() : REFRESH - (now() - this.#made)));
  }

  /** Covered: nothing of it is left on the screen, and the display may go dark. */
  cover() {
    this.#rest();
    this.#asked = this.of.now();
    const timer = setInterval(() => this.#wait(), TICK_MS);
    this.#running = [() => clearInterval(timer)];
  }

  /** The end of it. */
  leave() {
    this.#rest();
    this.of.done?.();
  }

  #rest() {
    for (const stop of this.#running) stop();
    this.#running = [];
    this.#showing?.free();
    this.#showing = null;
    this.#texts = [];
    if (this.#canvas) delete this.#canvas.dataset.text;
  }

  #paint() {
    const text = this.#texts[this.#at % this.#texts.length];
    if (!this.#canvas || text === undefined) return;
    draw(this.#canvas, text);
    this.#canvas.dataset.text = text;
  }

  #step() {
    if (this.#texts.length < 2) return;
    this.#at += 1;
    this.#paint();
  }

  #tick() {
    const { until, now, happens } = this.of;
    if (until && now() >= until) { happens("ended"); return; }
    if (!until && now() - this.#since >= STILL_AFTER) { happens("asleep"); return; }
    if (!until && now() - this.#made >= REFRESH) this.renew();
    happens("tick");
  }

  #wait() {
    if (this.of.now() - this.#asked >= AWAY_AFTER) this.of.happens("away");
  }
}
