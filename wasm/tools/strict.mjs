// Makes the glue of wasm-bindgen take for a text only a text, and for bytes only bytes: it believes the types, and what they do not allow
// would be written past its place, or taken for zeros. Of the package's engine the place of its file is taken out, too: its entries know
// it, and one of them has no file (`strict.mjs <script> placeless`). Fails where the glue has other lines than those it knows.
import { readFileSync, writeFileSync } from "node:fs";

const HEADS = {
  "function passStringToWasm0(arg, malloc, realloc) {\n": '    if (typeof arg !== "string") throw new TypeError("expected a text");\n',
  "function passArray8ToWasm0(arg, malloc) {\n":
    '    if (!ArrayBuffer.isView(arg) || arg.BYTES_PER_ELEMENT !== 1) throw new TypeError("expected bytes");\n',
};

/** Within the glue's own loading: bundlers copy what is named so, and CommonJS has no such words. */
const PLACE = / +if \(module_or_path === undefined\) \{\n +module_or_path = new URL\('[a-z_]+\.wasm', import\.meta\.url\);\n +\}\n/;

const [path, placeless] = process.argv.slice(2);
let glue = readFileSync(path, "utf8");

/** @param {string | RegExp} found @param {string} put */
function once(found, put) {
  if (glue.split(found).length !== 2) throw new Error(`${path}: not once: ${found}`);
  glue = glue.replace(found, () => put);
}

for (const [head, check] of Object.entries(HEADS)) once(head, head + check);
if (placeless) once(PLACE, "");
writeFileSync(path, glue);
