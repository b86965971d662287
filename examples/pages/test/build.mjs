// Around the pages: a build takes what it is made of as it is now, and a run of the tests leaves nothing behind.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outdated } from "../newer.mjs";
import { serve } from "../serve.mjs";
import { GROUPS, strays } from "./groups.mjs";

test("a product is built again when it is missing, or when a source was written, added or taken away after it", async (of) => {
  const folder = await mkdtemp(join(tmpdir(), "doichieu-newer-"));
  of.after(() => rm(folder, { recursive: true }));
  const [source, deep, product] = ["src", "src/deep", "engine.wasm"].map((name) => join(folder, name));
  await mkdir(deep, { recursive: true });
  await writeFile(join(deep, "scan.rs"), "");
  await writeFile(join(deep, "seal.rs"), "");
  assert.equal(outdated(product, [source]), true, "missing");
  await writeFile(product, "");
  const at = (path, seconds) => utimes(path, seconds, seconds);
  for (const path of [source, deep, join(deep, "scan.rs"), join(deep, "seal.rs")]) await at(path, 1000);
  await at(product, 2000);
  assert.equal(outdated(product, [source]), false, "nothing was changed");
  await at(join(deep, "scan.rs"), 3000);
  assert.equal(outdated(product, [source]), true, "written");
  await at(join(deep, "scan.rs"), 1000);
  await rm(join(deep, "seal.rs"));
  assert.equal(outdated(product, [source]), true, "taken away");
  await mkdir(join(source, "target"));
  for (const path of [deep, source]) await at(path, 1000);
  assert.equal(outdated(product, [source]), false, "what other builds leave is no source");
});

for (const end of ["of itself", "SIGTERM"]) {
  test(`films are gone when the tests end: ${end}`, async () => {
    const wait = end === "of itself" ? "" : "setInterval(() => {}, 1000);";
    const module = JSON.stringify(new URL("film.mjs", import.meta.url).href);
    const script = `const { film } = await import(${module}); console.log(await film("short", [Buffer.alloc(9)])); ${wait}`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: ["ignore", "pipe", "inherit"] });
    let path = "";
    for await (const chunk of child.stdout) {
      path += chunk;
      if (path.endsWith("\n") && wait) {
        assert.ok(existsSync(path.trim()), "while they run it is there");
        child.kill(/** @type {NodeJS.Signals} */ (end));
      }
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    assert.match(path, /short\.mjpeg/);
    assert.equal(existsSync(join(path.trim(), "..")), false);
  });
}

test("the server answers HEAD as it answers GET, without the body", async (of) => {
  const folder = await mkdtemp(join(tmpdir(), "doichieu-serve-"));
  of.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  const server = await serve(folder);
  of.after(() => server.close());
  const ask = (path, method) => fetch(`http://127.0.0.1:${server.address().port}/${path}`, { method });
  const kept = ({ status, headers }) => [
    status,
    ...["content-type", "content-length", "content-security-policy", "cache-control"].map((name) => headers.get(name)),
  ];
  for (const path of ["", "index.html", "not-there.js"]) {
    const [got, head] = [await ask(path, "GET"), await ask(path, "HEAD")];
    assert.deepEqual(kept(head), kept(got), path);
    assert.equal(got.status, path === "not-there.js" ? 404 : 200);
    assert.equal((await head.arrayBuffer()).byteLength, 0);
    assert.ok((await got.arrayBuffer()).byteLength > 0);
  }
  assert.equal((await ask("", "POST")).status, 404, "nothing else is answered");
});

test("every file of tests is in one group: none is there that nobody runs", async (of) => {
  assert.deepEqual(strays(), []);
  const folder = await mkdtemp(join(tmpdir(), "doichieu-groups-"));
  of.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "lost.mjs"), 'test("a", () => {});');
  await writeFile(join(folder, "found.mjs"), 'inBoth("a", () => {});');
  await writeFile(join(folder, "helper.mjs"), "export const test = 1;");
  assert.deepEqual(strays([{ name: "one", files: ["found", "gone"] }], folder), ["gone.mjs", "lost.mjs"]);
  assert.deepEqual(strays([{ name: "one", files: ["found", "lost"] }, { name: "two", files: ["lost"] }], folder), ["lost.mjs"]);
  assert.deepEqual(GROUPS.filter(({ alone }) => alone).map(({ name }) => name), ["films"]);
});
