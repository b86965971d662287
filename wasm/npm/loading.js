// Loads the engine, for the entries that say where it is.

import load from "./engine.js";
import { isOpen, open } from "./guard.js";

/** @typedef {NonNullable<Parameters<typeof import("./index.js").init>[0]>} Source */

/** @type {Promise<void> | undefined} */
let loading;

/**
 * Loads the engine, once, from what is passed or else from where an entry has it.
 * @param {() => Source} ours
 * @returns {typeof import("./index.js").init}
 */
export const initFrom = (ours) => (source) => {
  if (isOpen()) return Promise.resolve();
  // Nothing may stand in the way of a second try, so what `ours` throws is a refusal, too.
  loading ??= Promise.resolve()
    .then(() => load({ module_or_path: source ?? ours() }))
    .then(open, (reason) => {
      loading = undefined;
      throw reason;
    });
  return loading;
};
