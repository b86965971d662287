// When several phones in a row disagree with this device's time, it is more likely this device that is wrong.

/** So many in a row. */
const MANY = 3;
const CODES = ["held.clock_ahead", "held.window_passed", "authentic.not_yet_valid"];

export class ClockHint {
  #inRow = 0;

  /** Takes the findings of a check. Nothing of them is kept but the count. */
  after(findings) {
    this.#inRow = findings.some(({ code }) => CODES.includes(code)) ? this.#inRow + 1 : 0;
  }

  /** Whether to hint: until a phone agrees again. */
  get due() { return this.#inRow >= MANY; }
}
