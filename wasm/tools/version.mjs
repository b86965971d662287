// Writes the version of the workspace into a package.json and the `version.js` beside it.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const manifest = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
const [, version] = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(manifest);
const path = process.argv[2];
writeFileSync(path, `${JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version }, null, 2)}\n`);
writeFileSync(new URL("version.js", pathToFileURL(resolve(path))), `export const version = ${JSON.stringify(version)};\n`);
