// What is chosen to be shown, and whether it may be kept. Nothing is, until somebody presses; one press chooses what is needed and keeping
// where it is asked for, and nothing beyond it.
/** @import { Selection } from "kit" */
/** @import { Offer } from "page" */

/** So many milliseconds after the press that chooses several papers no press agrees: a thumb that strikes twice has not read. */
export const GUARD_MS = 600;

/** A choice of papers and fields. */
export class Choice {
  /** @type {Map<string, Set<string>>} */
  #chosen = new Map();
  #guarded = 0;
  /** Which rows lie open. @type {Set<string>} */
  open = new Set();
  /** Whether who asks may keep it, as they ask. */
  keeps = false;

  /**
   * @param {readonly Offer[]} offers
   * @param {boolean} [mayKeep] whether keeping is asked for
   */
  constructor(offers, mayKeep = false) {
    this.offers = offers;
    this.mayKeep = mayKeep;
    for (const { kind } of offers) this.#chosen.set(kind, new Set());
  }

  /** The papers of the one press. */
  get preset() { return this.offers.filter(({ needed }) => needed); }

  /** @type {(kind: string, field: string) => boolean} */
  has(kind, field) { return this.#chosen.get(kind)?.has(field) ?? false; }

  /** How many fields of a paper. @param {string} kind */
  count(kind) { return this.#chosen.get(kind)?.size ?? 0; }

  get none() { return this.offers.every(({ kind }) => this.count(kind) === 0); }

  /** A paper with every field that was asked of it, or nothing of it. @type {(kind: string, on: boolean) => void} */
  paper(kind, on) {
    const fields = this.offers.find((offer) => offer.kind === kind)?.fields ?? [];
    this.#chosen.set(kind, new Set(on ? fields.map(({ name }) => name) : []));
  }

  /** @type {(kind: string, field: string, on: boolean) => void} */
  field(kind, field, on) {
    const of = this.#chosen.get(kind);
    if (on) of?.add(field); else of?.delete(field);
  }

  /** The one press: what is needed, and keeping where that is asked for; pressed again, nothing. @param {number} at milliseconds */
  take(at) {
    this.keeps = this.none && this.mayKeep;
    if (!this.none) {
      for (const { kind } of this.offers) this.paper(kind, false);
      return;
    }
    for (const { kind } of this.preset) this.paper(kind, true);
    this.#guarded = at + GUARD_MS;
  }

  /** Whether it may be agreed to now. @param {number} at milliseconds */
  mayAgree(at) { return !this.none && at >= this.#guarded; }

  /** @returns {Selection} */
  get selection() {
    return Object.fromEntries([...this.#chosen].filter(([, fields]) => fields.size > 0).map(([kind, fields]) => [kind, [...fields]]));
  }
}
