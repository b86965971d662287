// When a phone disagrees with this device's time, it may be this device that is wrong: the engine says from when on it is worth a look.

/** @import { ClockDifference } from "doichieu" */

export class ClockHint {
  /** Seconds between the two clocks, by the newest code; 0: they agree. */
  apart = 0;

  /**
   * Takes what the newest code says of the two clocks.
   * @param {ClockDifference | null | undefined} apart
   */
  after(apart) { this.apart = apart?.seconds ?? 0; }

  /** Whether to hint: until a phone agrees again. */
  get due() { return this.apart > 0; }
}
