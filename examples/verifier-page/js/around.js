// What the page around is told of a check, and what it may fetch of it. No event has a value in it.
import { checkNow } from "./model.js";
import { pick } from "./texts.js";
/** @import { DoichieuShown } from "doichieu-verifier" */
/** @import { Page } from "./page.js" */

/**
 * The fields of the check on the screen, while they may be seen, and where everybody agreed to their being kept; else none.
 * @param {Page | undefined} page
 * @returns {DoichieuShown[]}
 */
export function shown(page) {
  const { check } = page ?? {};
  if (!page || !check || page.at !== "verdict" || !page.desk.check.mayKeep) return [];
  return checkNow(check.seen, page.now).papers.flatMap(({ entries }) => entries).filter(({ display }) => display !== "never")
    .map(({ kind, name, label, text }) => ({ kind, name, label: pick(label), text: pick(text) }));
}

/** Notices that values have ended, by whatever way: those of a phone, or with their check. */
export class Ends {
  /** @type {{ seed: unknown, phones: number }} */
  #was = { seed: null, phones: 0 };

  /** Whether some have ended since it was asked last. @param {Page | undefined} page */
  since(page) {
    const check = page?.device?.check;
    const is = { seed: check?.seed, phones: check?.ends.filter((end) => end !== null).length ?? 0 };
    const was = this.#was;
    this.#was = is;
    return was.phones > 0 && (is.seed !== was.seed || is.phones < was.phones);
  }
}
