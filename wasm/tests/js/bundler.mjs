// The packed tarball through a bundler: the module is found, copied, given a name of its own, and runs.

import { consumer } from "./files.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";
import { createRequire } from "node:module";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const vite = createRequire(new URL("../../tools/", import.meta.url)).resolve("vite");
const { build } = await import(pathToFileURL(vite).href);

const root = new URL("bundled/", consumer);
mkdirSync(root, { recursive: true });
writeFileSync(
  new URL("index.html", root),
  '<!doctype html><meta charset="utf-8"><title>consumer</title><script type="module" src="./main.js"></script>\n',
);
writeFileSync(
  new URL("main.js", root),
  'import { citation, init } from "doichieu";\nawait init();\ndocument.title = citation("law-36-2024-art-57");\n',
);
await build({ root: fileURLToPath(root), base: "./", logLevel: "warn", build: { outDir: "out", emptyOutDir: true, target: "esnext" } });
const module = readdirSync(new URL("out/assets/", root)).filter((name) => name.endsWith(".wasm"));
assert.equal(module.length, 1, "one module beside the script");

const { origin, close } = await serve({ out: new URL("out/", root) });
const browser = await launch();
try {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(`${origin}/out/index.html`);
  await page.waitForFunction(() => document.title !== "consumer", null, { timeout: 30_000 }).catch(() => {});
  assert.deepEqual(faults, []);
  assert.match(await page.title(), /^Law 36\/2024\/QH15 art\. 57/, "the engine answers from the bundle");
  console.log(`bundler: ${module[0]} answers in Chromium`);
} finally {
  await browser.close();
  close();
}
