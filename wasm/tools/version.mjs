// Writes the version of the workspace into a package.json.
import { readFileSync, writeFileSync } from "node:fs";

const manifest = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
const [, version] = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(manifest);
const path = process.argv[2];
writeFileSync(path, `${JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version }, null, 2)}\n`);
