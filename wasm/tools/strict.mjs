// Makes the glue of wasm-bindgen take for a text only a text, and for bytes only bytes: it believes the types, and what they do not allow
// would be written past its place, or taken for zeros. Fails where the glue has other lines than those it knows.
import { readFileSync, writeFileSync } from "node:fs";

const HEADS = {
  "function passStringToWasm0(arg, malloc, realloc) {\n": '    if (typeof arg !== "string") throw new TypeError("expected a text");\n',
  "function passArray8ToWasm0(arg, malloc) {\n":
    '    if (!ArrayBuffer.isView(arg) || arg.BYTES_PER_ELEMENT !== 1) throw new TypeError("expected bytes");\n',
};

const path = process.argv[2];
let glue = readFileSync(path, "utf8");
for (const [head, check] of Object.entries(HEADS)) {
  if (glue.split(head).length !== 2) throw new Error(`${path}: not once: ${head}`);
  glue = glue.replace(head, head + check);
}
writeFileSync(path, glue);
