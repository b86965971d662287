// What the frames of a camera come to, one after another: ours at once, others only once it is sure that ours is not there as well.
import { pick } from "../vendor/doichieu/index.js";
/** @import { Codes, PickedFrame } from "page" */

/** A code of another kind counts once it was alone in so many frames, over so many milliseconds: ours may just not have been read yet. */
const FOREIGN_FRAMES = 3;
const FOREIGN_FOR = 600;
/** Milliseconds after which what was told of frames is told again. */
const TOLD_FOR = 3000;

export class Watch {
  /** @type {{ frames: number, since: number } | null} */
  #alone = null;
  #told = -Infinity;

  /**
   * One frame, at a time in milliseconds: `find`, whether there was a code of ours or of a card; `picked`, what is to be dealt with now, or
   * `null`. Its kinds are those of `pick`, and `appended`.
   * @param {Codes} codes
   * @param {number} now
   * @returns {{ find: boolean, picked: PickedFrame | null }}
   */
  frame({ texts, appended }, now) {
    const picked = pick(texts);
    const other = picked.kind === "foreign" || (picked.kind === "nothing" && appended > 0);
    if (!other) this.#alone = null;
    if (picked.kind === "several") return { find: true, picked: this.#once(picked, now) };
    if (other) return { find: false, picked: this.#foreign(picked.kind === "foreign" ? picked : { kind: "appended" }, now) };
    return picked.kind === "nothing" ? { find: false, picked: null } : { find: true, picked };
  }

  /**
   * @param {PickedFrame} picked
   * @param {number} now
   */
  #foreign(picked, now) {
    this.#alone ??= { frames: 0, since: now };
    this.#alone.frames += 1;
    if (this.#alone.frames < FOREIGN_FRAMES || now - this.#alone.since < FOREIGN_FOR) return null;
    return picked.kind === "foreign" ? picked : this.#once(picked, now);
  }

  /**
   * @param {PickedFrame} picked
   * @param {number} now
   */
  #once(picked, now) {
    if (now - this.#told < TOLD_FOR) return null;
    this.#told = now;
    return picked;
  }
}
