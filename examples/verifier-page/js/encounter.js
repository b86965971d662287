// The encounter under way: from one *next* to the next, in this window, over a reload too. Random bytes; nothing of anybody is in them.
import { EncounterSeed } from "../vendor/doichieu/index.js";

const NAME = "encounter";

/** What this window keeps as long as it is open. Where a browser keeps nothing, an encounter ends with the page. */
const place = {
  get() { try { return JSON.parse(globalThis.sessionStorage.getItem(NAME) ?? "null"); } catch { return null; } },
  /** @param {{ random: number[], shown: boolean }} what */
  put(what) { try { globalThis.sessionStorage.setItem(NAME, JSON.stringify(what)); } catch { /* it stays in this object alone */ } },
  clear() { try { globalThis.sessionStorage.removeItem(NAME); } catch { /* it was never there */ } },
};

/** @param {unknown} byte */
const isByte = (byte) => Number.isInteger(byte) && Number(byte) >= 0 && Number(byte) < 256;

/**
 * 32 random bytes of the form that `put` wrote, and nothing else.
 * @param {{ random?: unknown } | null} kept
 * @returns {kept is { random: number[], shown?: unknown }}
 */
const wellFormed = (kept) => Array.isArray(kept?.random) && kept.random.length === 32 && kept.random.every(isByte);

export class KeptEncounter {
  /** @type {number[]} */
  #random = [];
  #shown = false;
  /** @type {EncounterSeed | undefined} */
  #seed;

  /** The one that a page was left in, or a new one. */
  constructor() {
    const kept = place.get();
    if (wellFormed(kept)) this.#take(kept.random, kept.shown === true); else this.#begin();
  }

  get seed() { return /** @type {EncounterSeed} */ (this.#seed); }

  /** Whether something was shown in it, also before a reload. */
  get shown() { return this.#shown; }

  /** Something is being inspected in it. */
  used() {
    this.#shown = true;
    place.put({ random: this.#random, shown: true });
  }

  /** The next person: another encounter. */
  next() {
    place.clear();
    this.#begin();
  }

  #begin() {
    this.#take([...crypto.getRandomValues(new Uint8Array(32))], false);
    place.put({ random: this.#random, shown: false });
  }

  /**
   * @param {number[]} random
   * @param {boolean} shown
   */
  #take(random, shown) {
    this.#seed?.free();
    this.#random = random;
    this.#shown = shown;
    this.#seed = new EncounterSeed(Uint8Array.from(random));
  }
}
