// Loads the engine, for the entries that say where it is.

import load from "./engine.js";
import { isOpen, open } from "./guard.js";
import { reading, wrong } from "./taking.js";

/** @typedef {NonNullable<Parameters<typeof import("./index.js").init>[0]>} Source */

/** @type {Promise<void> | undefined} */
let loading;

const WANTED = "an address, a Request, a Response, bytes, or a WebAssembly.Module";

/** What a host has; not all of them have everything. */
const classes = () => [globalThis.URL, globalThis.Request, globalThis.Response, ArrayBuffer, WebAssembly.Module].filter(Boolean);

/** @param {unknown} of */
const isSource = (of) =>
  of === undefined || typeof of === "string" || ArrayBuffer.isView(of) || classes().some((one) => of instanceof one);

/**
 * Loads the engine, once, from what is passed or else from where an entry has it.
 * @param {() => Source} ours
 * @returns {typeof import("./index.js").init}
 */
export const initFrom = (ours) => async (source) => {
  if (!reading("init, source", () => isSource(source))) wrong("source", "init, source", WANTED, source);
  if (isOpen()) return;
  // Nothing may stand in the way of a second try, so what `ours` throws is a refusal, too.
  loading ??= Promise.resolve()
    .then(() => load({ module_or_path: source === undefined ? ours() : source }))
    .then(open, (reason) => {
      loading = undefined;
      throw reason;
    });
  await loading;
};
