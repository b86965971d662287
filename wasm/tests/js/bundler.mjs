// The packed tarball through bundlers, for browsers and for Node, by the entry that README.md names for each: what comes out is run, and
// answers. What cannot work says what does.

import { consumer } from "./files.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const tools = createRequire(new URL("../../tools/", import.meta.url));
const bundlers = createRequire(new URL("../bundlers/", import.meta.url));
const vite = await import(pathToFileURL(tools.resolve("vite")).href);
const esbuild = await import(pathToFileURL(bundlers.resolve("esbuild")).href);
const bun = fileURLToPath(new URL("../bundlers/node_modules/.bin/bun", import.meta.url));

const root = new URL("bundled/", consumer);
const path = (name) => fileURLToPath(new URL(name, root));
rmSync(root, { recursive: true, force: true });
mkdirSync(root, { recursive: true });

/** What every one of them has to say. */
const ANSWER = /^Law 36\/2024\/QH15 art\. 57/;
const ASKS = 'export const answer = async () => { await init(); return citation("law-36-2024-art-57"); };\n';
const SOURCES = {
  "ask.js": `import { citation, init } from "doichieu";\n${ASKS}`,
  "ask-inline.js": `import { citation, init } from "doichieu/inline";\n${ASKS}`,
  // The engine as a file, where a bundler is told to copy it.
  "ask-file.js":
    'import { citation, init } from "doichieu";\nimport file from "doichieu/engine_bg.wasm";\n' + ASKS.replace("init()", "init(file)"),
};
for (const [name, source] of Object.entries(SOURCES)) {
  writeFileSync(path(name), source);
  writeFileSync(path(`page-${name}`), `import { answer } from "./${name}";\ndocument.title = await answer();\n`);
  writeFileSync(path(`classic-${name}`), `import { answer } from "./${name}";\nanswer().then((said) => { document.title = said; });\n`);
}

/** @param {string} name @param {string} script @param {string} [kind] */
const page = (name, script, kind = ' type="module"') =>
  writeFileSync(path(name), `<!doctype html><meta charset="utf-8"><title>consumer</title><script${kind} src="${script}" defer></script>\n`);

const quiet = { bundle: true, logLevel: "warning", absWorkingDir: path("."), target: "es2022" };
/** For browsers: what is opened, by what it is called. */
const PAGES = {
  "Vite, doichieu": async () => {
    page("index.html", "./page-ask.js");
    await vite.build({ root: path("."), base: "./", logLevel: "warn", build: { outDir: "out-vite", target: "esnext" } });
    const engines = readdirSync(path("out-vite/assets/")).filter((name) => name.endsWith(".wasm"));
    assert.equal(engines.length, 1, "one engine beside the script");
    return "out-vite/index.html";
  },
  "Vite, doichieu/inline": async () => {
    page("index.html", "./page-ask-inline.js");
    const within = { outDir: "out-vite-inline", target: "esnext", chunkSizeWarningLimit: 2000 };
    await vite.build({ root: path("."), base: "./", logLevel: "warn", build: within });
    const engines = readdirSync(path("out-vite-inline/assets/")).filter((name) => name.endsWith(".wasm"));
    assert.equal(engines.length, 0, "the engine is within");
    return "out-vite-inline/index.html";
  },
  "esbuild, doichieu/inline": async () => {
    await esbuild.build({ ...quiet, entryPoints: ["page-ask-inline.js"], format: "esm", outfile: path("esbuild-esm.js") });
    page("esbuild-esm.html", "./esbuild-esm.js");
    return "esbuild-esm.html";
  },
  "esbuild, doichieu/inline, a classic script": async () => {
    await esbuild.build({ ...quiet, entryPoints: ["classic-ask-inline.js"], format: "iife", outfile: path("esbuild-iife.js") });
    page("esbuild-iife.html", "./esbuild-iife.js", "");
    return "esbuild-iife.html";
  },
  "esbuild, doichieu and its file": async () => {
    const file = { loader: { ".wasm": "file" }, publicPath: "./", outdir: path("out-esbuild") };
    await esbuild.build({ ...quiet, ...file, entryPoints: ["page-ask-file.js"], format: "esm" });
    page("out-esbuild/index.html", "./page-ask-file.js");
    return "out-esbuild/index.html";
  },
  "bun build, doichieu/inline": () => {
    const to = ["--target=browser", "--outfile=bun.js"];
    execFileSync(bun, ["build", "page-ask-inline.js", ...to], { cwd: path("."), stdio: ["ignore", "ignore", "inherit"] });
    page("bun.html", "./bun.js");
    return "bun.html";
  },
};

/** @param {string} file what exports `answer` @param {string} by what runs it */
const run = (file, by = process.execPath) => {
  writeFileSync(path("run.mjs"), `const { answer } = await import("./${file}");\nconsole.log(await answer());\n`);
  return execFileSync(by, ["run.mjs"], { cwd: path("."), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
};

/** @param {string} entry @param {string} outfile @param {"esm" | "cjs"} format */
const forNode = (entry, outfile, format) =>
  esbuild.build({ ...quiet, entryPoints: [entry], platform: "node", format, outfile: path(outfile), logLevel: "error" });

/** @param {string} entry @param {string} out @param {object} ssr */
const rendered = (entry, out, ssr) =>
  vite.build({ root: path("."), logLevel: "warn", build: { ssr: path(entry), outDir: out, emptyOutDir: true }, ssr });

/** For Node: what its program prints. */
const PROGRAMS = {
  "Node, import": () => run("ask.js"),
  "Node, require": () => {
    const program = 'const { citation } = require("doichieu");\nexports.answer = () => citation("law-36-2024-art-57");\n';
    writeFileSync(path("required.cjs"), program);
    return run("required.cjs");
  },
  "Bun, import": () => run("ask.js", bun),
  "esbuild for Node, doichieu/inline": async () => {
    await forNode("ask-inline.js", "node.mjs", "esm");
    return run("node.mjs");
  },
  "esbuild for Node, CommonJS, doichieu/inline": async () => {
    await forNode("ask-inline.js", "node.cjs", "cjs");
    return run("node.cjs");
  },
  "Vite SSR, doichieu left external": async () => {
    await rendered("ask.js", "out-ssr", {});
    return run("out-ssr/ask.js");
  },
  "Vite SSR, doichieu/inline within": async () => {
    await rendered("ask-inline.js", "out-ssr-inline", { noExternal: true });
    return run("out-ssr-inline/ask-inline.js");
  },
};

assert(existsSync(bun), "npm ci --prefix wasm/tests/bundlers");
for (const [name, make] of Object.entries(PROGRAMS)) {
  assert.match(await make(), ANSWER, name);
  console.log(`bundler: ${name} answers`);
}
// Into one file without the engine: told in a sentence, with what works.
for (const format of /** @type {const} */ (["esm", "cjs"])) {
  const file = `lost.${format === "esm" ? "mjs" : "cjs"}`;
  await forNode("ask.js", file, format);
  assert.throws(() => run(file), /Import from `doichieu\/inline`/, `esbuild for Node, doichieu, ${format}`);
}
console.log("bundler: esbuild for Node, doichieu alone: says that the engine is not there, and what works");

const { origin, close } = await serve({ out: root });
const browser = await launch();
try {
  for (const [name, make] of Object.entries(PAGES)) {
    const address = await make();
    const opened = await browser.newPage();
    const faults = [];
    opened.on("pageerror", (error) => faults.push(String(error)));
    await opened.goto(`${origin}/out/${address}`);
    await opened.waitForFunction(() => document.title !== "consumer", null, { timeout: 30_000 }).catch(() => {});
    assert.deepEqual(faults, [], name);
    assert.match(await opened.title(), ANSWER, name);
    await opened.close();
    console.log(`bundler: ${name} answers in Chromium`);
  }
} finally {
  await browser.close();
  close();
}
