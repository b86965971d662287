// Takes comments, long local names and blanks out of the scripts of a folder: what a page loads. What is exported and what is thrown
// keep their names, and every message its words; one line says where it can be read. Fails on what does not parse.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minifySync } from "vite";

/** What the package runs on, at least (wasm/npm/README.md): nothing newer may come in. */
const TARGET = "es2022";
const NAMES = { function: true, class: true };

const [folder] = process.argv.slice(2);
const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const head = `// doichieu ${version}, ${license}. Minified; to read: wasm/npm and wasm/src of the sources of this version.\n`;
for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
  const path = join(folder, name);
  const { code, errors } = minifySync(name, readFileSync(path, "utf8"), {
    module: true,
    compress: { target: TARGET, keepNames: NAMES },
    mangle: { toplevel: true, keepNames: NAMES },
    codegen: { removeWhitespace: true },
  });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  // By these words bundlers find a file that lies beside a script; not all of them take another kind of quotes.
  const found = code.replaceAll(/new URL\(`([^`$]*)`,/g, 'new URL("$1",');
  writeFileSync(path, `${head}${found}\n`);
}
