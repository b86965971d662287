// Where a page is, and what may lead from there to where: a table that can be read, drawn and tested. Nothing else changes the screen.
/** @import { Leaves } from "page" */

/**
 * By state, by event, the states that it may lead to.
 * @typedef {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>} Table
 */

/** A page that is in one state at a time. */
export class Machine {
  #table;
  #changed;
  #at;
  /** @type {Leaves} */
  #with;

  /**
   * @param {Table} table
   * @param {string} first
   * @param {(at: string) => void} changed told after each step
   */
  constructor(table, first, changed) {
    this.#table = table;
    this.#at = first;
    this.#with = {};
    this.#changed = changed;
  }

  get at() { return this.#at; }

  /** What the state is about: a code, a choice. It is left (`leave`) when another takes its place. */
  get of() { return this.#with; }

  /**
   * Whether an event means anything here. One that comes late, from a timer or a camera, does not.
   * @param {string} event
   */
  can(event) { return event in (this.#table[this.#at] ?? {}); }

  /**
   * Takes a step. `to` where the event may lead to several states; an event that means nothing here changes nothing.
   * @param {string} event
   * @param {Leaves} [of]
   * @param {string} [to]
   */
  go(event, of = {}, to = this.#table[this.#at]?.[event]?.[0]) {
    if (!this.can(event)) return false;
    if (to === undefined || !this.#table[this.#at][event].includes(to)) throw new Error(`${this.#at}: ${event} does not lead to ${to}`);
    const before = this.#with;
    this.#at = to;
    this.#with = of;
    if (before !== of) before.leave?.();
    this.#changed(to);
    return true;
  }
}

/**
 * The table as a drawing (Mermaid), as it stands in the README.
 * @param {Table} table
 */
export function drawing(table) {
  const lines = Object.entries(table).flatMap(([state, events]) =>
    Object.entries(events).flatMap(([event, to]) => to.map((next) => `    ${state} --> ${next}: ${event}`)));
  return ["stateDiagram-v2", `    [*] --> ${Object.keys(table)[0]}`, ...lines].join("\n");
}
