// What the npm package weighs, by brotli: held to a limit where it is run by itself (wasm/test), beside its bar in wasm/measure.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { consumer } from "./files.mjs";

/**
 * Bytes of `engine_bg.wasm`, by brotli. 181,000 are wanted, what there was before encounters, marks of lists and the codes of
 * scanners; this is what was reached, rounded up to the next 500. Whoever raises it writes what for into docs/performance.md, with
 * the figures.
 */
export const LIMIT = 239_500;
/** What a page without a bundler loads besides. */
export const SCRIPTS = ["engine.js", "api.js", "index.js", "loading.js", "version.js", "guard.js", "face.js", "taking.js", "errors.js"];

/** A file of the unpacked package. @param {string} name */
export const packed = (name) => readFileSync(new URL(`../package/${name}`, consumer));

/** Length of bytes by brotli, at its best. @param {Uint8Array} bytes */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const engine = brotli(packed("engine_bg.wasm"));
  const scripts = SCRIPTS.reduce((sum, name) => sum + brotli(packed(name)), 0);
  console.log(`engine_bg.wasm ${engine} bytes by brotli, of ${LIMIT}; the scripts beside it ${scripts}`);
  process.exitCode = engine > LIMIT ? 1 : 0;
}
