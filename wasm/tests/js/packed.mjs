// What the npm tarball holds: what its `exports` lead to, with types for each, and nothing that only lies beside; and what a registry
// shows of it.

import { consumer, read } from "./files.mjs";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";

const installed = new URL("node_modules/doichieu/", consumer);
const text = (name) => readFileSync(new URL(name, installed), "utf8");
const described = JSON.parse(text("package.json"));

const [, version] = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(read("Cargo.toml").toString());
assert.equal(described.version, version);
const require = createRequire(new URL("index.js", consumer));
assert.equal(require("doichieu").version, version, "the version that it exports");
for (const member of ["description", "license", "author", "repository", "engines"]) assert(described[member], member);

/** Files that an entry leads to, by what it imports. @param {string} name @param {Set<string>} [found] */
const reached = (name, found = new Set()) => {
  if (found.has(name)) return found;
  found.add(name);
  if (!name.endsWith(".js") && !name.endsWith(".d.ts")) return found;
  for (const [, next] of text(name).matchAll(/(?:from|import)\s*\(?["']\.\/([^"']+)["']/g)) {
    // A declaration names the script of the one it means.
    reached(name.endsWith(".d.ts") ? next.replace(/\.js$/, ".d.ts") : next, found);
  }
  for (const [, next] of text(name).matchAll(/new URL\("\.\/([^"]+)"/g)) reached(next, found);
  return found;
};

const wanted = new Set(["README.md", "LICENSE-MIT", "LICENSE-APACHE", "package.json"]);
for (const [entry, of] of Object.entries(described.exports)) {
  const files = typeof of === "string" ? [of] : Object.values(of);
  for (const file of files) {
    assert(existsSync(new URL(file, installed)), `${entry}: ${file}`);
    for (const name of reached(file.slice(2))) wanted.add(name);
  }
  const untyped = files.every((file) => /\.(json|sql)$/.test(file));
  assert(untyped || typeof of !== "string", `${entry}: types`);
}
const there = readdirSync(installed, { recursive: true }).map(String).toSorted();
assert.deepEqual(there, [...wanted].toSorted(), "what is packed");
console.log(`packed: ${there.length} files, ${Object.keys(described.exports).length} entries, version ${version}`);
