// New versions: put aside, tried on a copy of what is kept, taken by a press; one that lacks a file or does not open the set-up changes
// nothing.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "../build.mjs";
import { serve } from "../serve.mjs";
import { browser, done, headline, inBoth, open, opened, paste, showing, until, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** A host of this test's own, on which new versions are laid out. */
async function host() {
  const folder = await mkdtemp(join(tmpdir(), "doichieu-version-"));
  await cp(await build("verifier"), folder, { recursive: true });
  const server = await serve(folder);
  const url = `http://127.0.0.1:${server.address().port}/`;
  /** Changes files, and gives the worker the version that goes with them; `lacks`: a file that is listed and not there. */
  const deploy = async (changes, { lacks = null } = {}) => {
    const hash = createHash("sha256");
    for (const [name, change] of Object.entries(changes)) {
      const text = change(await readFile(join(folder, name), "utf8"));
      await writeFile(join(folder, name), text);
      hash.update(text);
    }
    const version = hash.digest("hex").slice(0, 16);
    const worker = await readFile(join(folder, "sw.js"), "utf8");
    const listed = lacks ? worker.replace('const FILES = ["./"', `const FILES = ["./", ${JSON.stringify(lacks)}`) : worker;
    await writeFile(join(folder, "sw.js"), listed.replace(/const VERSION = "[0-9a-f]+"/, `const VERSION = "${version}"`));
    return version;
  };
  return { url, deploy, end: async () => { server.close(); await rm(folder, { recursive: true }); } };
}

/** Waits until the page is in the worker's charge, and watches for new versions as a page does. */
async function watch(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  return page.evaluate(async () => {
    const { Versions } = await import("./js/version.js");
    window.told = [];
    window.versions = new Versions({ told: (news) => window.told.push(news) });
    await window.versions.start();
    await window.versions.started();
    return window.versions.current;
  });
}

const caches_ = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("doichieu-verifier-")).sort());
const mark = (page) => page.evaluate(() => document.documentElement.dataset.mark ?? "first");
const look = (page) => page.evaluate(() => window.versions.look());
const news = async (page, state) => {
  await page.waitForFunction((state) => window.told.at(-1)?.state === state, state);
  return page.evaluate(() => window.told.at(-1));
};

const MAIN = "js/element.js";
const marked = (name) => (text) => `${text}\ndocument.documentElement.dataset.mark = "${name}";\n`;

inBoth("a new version is told with its number, taken by a press, and the old one goes when it has started", async ({ opened }) => {
  const of = await host();
  const { page, world } = await opened(of.url, POLICE, { installed: true });
  const current = await watch(page);
  assert.match(current.build, /^[0-9a-f]{16}$/);
  const second = await of.deploy({
    [MAIN]: marked("second"), "vendor/doichieu/version.js": (text) => text.replace(/\d+\.\d+\.\d+/g, "0.2.1"),
  });
  await look(page);
  const said = await news(page, "ready");
  assert.deepEqual([said.version, said.build, said.told.vi], ["0.2.1", second, "Có bản mới 0.2.1"]);
  // A reload is none: what is in use stays until it is taken.
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal(await mark(page), "first");
  await watch(page);
  await news(page, "ready");
  assert.equal((await caches_(page)).length, 2);
  await Promise.all([page.waitForEvent("load"), page.evaluate(() => void window.versions.useNew())]);
  await page.waitForSelector("#scan");
  assert.equal(await mark(page), "second");
  assert.equal((await watch(page)).build, second);
  // It has started: the page says so itself, and the one before goes.
  for (let tries = 0; tries < 50 && (await caches_(page)).length > 1; tries += 1) await page.waitForTimeout(50);
  assert.deepEqual(await caches_(page), [`doichieu-verifier-${second}`]);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
  await of.end();
});

const UNFIT = {
  "does not open the mandate": { "js/opening.js": (text) => text.replace("mandateOf(raw.mandate,", "mandateOf(new Uint8Array(3),") },
  "does not even begin": { "js/opening.js": () => "throw new Error('no');\n" },
};
for (const [why, changes] of Object.entries(UNFIT)) {
  inBoth(`a version that ${why} is refused, and what is kept is as it was`, async ({ opened }) => {
    const of = await host();
    const { page, world } = await opened(of.url, POLICE, { installed: true });
    await watch(page);
    const kept = () => page.evaluate(async () => {
      const { recallRaw } = await import("./js/store.js");
      const { memoryA, memoryB, edition } = /** @type {any} */ (await recallRaw());
      return JSON.stringify([memoryA?.n, memoryB?.n, edition]);
    });
    const before = await kept();
    await of.deploy({ ...changes, [MAIN]: marked("unfit") });
    await look(page);
    const said = await news(page, "refused");
    assert.equal(said.told.vi, "Bản mới không mở được thiết lập này; giữ bản đang dùng.");
    assert.equal(await page.evaluate(() => window.versions.useNew()), false);
    assert.equal(await kept(), before);
    await page.reload();
    await page.waitForSelector("#scan");
    assert.equal(await mark(page), "first");
    await paste(page, showing(world, POLICE).text);
    assert.equal(await headline(page), "accept");
    await page.context().close();
    await of.end();
  });
}

test("the browser makes the waiting one active when the page was closed: what is in use stays, and it is offered", async () => {
  const of = await host();
  const { page } = await opened(chromium, of.url, POLICE, { installed: true });
  await watch(page);
  await of.deploy({ [MAIN]: marked("second") });
  await look(page);
  await news(page, "ready");
  const context = page.context();
  await page.goto("about:blank");
  await page.close();
  const again = await context.newPage();
  await again.goto(of.url);
  await again.waitForSelector("#scan");
  assert.equal(await mark(again), "first");
  await until(again, async () => !(await navigator.serviceWorker.getRegistration()).waiting);
  await again.reload();
  await again.waitForSelector("#scan");
  assert.equal(await mark(again), "first", "chosen is chosen, whoever answers");
  await watch(again);
  await news(again, "ready");
  await Promise.all([again.waitForEvent("load"), again.evaluate(() => void window.versions.useNew())]);
  await again.waitForSelector("#scan");
  assert.equal(await mark(again), "second");
  await context.close();
  await of.end();
});

inBoth("a deploy that lacks a file never waits, and leaves nothing behind", async ({ opened }) => {
  const of = await host();
  const { page } = await opened(of.url, POLICE, { installed: true });
  await watch(page);
  const [only] = await caches_(page);
  await of.deploy({ [MAIN]: marked("lacking") }, { lacks: "js/not-there.js" });
  await look(page);
  await until(page, async () => {
    const { installing, waiting } = await navigator.serviceWorker.getRegistration();
    return !installing && !waiting;
  });
  // What was put aside of it goes a moment later.
  for (let tries = 0; tries < 50 && (await caches_(page)).length > 1; tries += 1) await page.waitForTimeout(50);
  assert.deepEqual(await caches_(page), [only]);
  assert.deepEqual(await page.evaluate(() => window.told), []);
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal(await mark(page), "first");
  await page.context().close();
  await of.end();
});

test("during a check nothing is loaded anew; another window that takes it tells this one", async () => {
  const of = await host();
  const { page, world } = await opened(chromium, of.url, POLICE, { installed: true });
  const other = await page.context().newPage();
  await other.goto(of.url);
  await other.waitForSelector("#elsewhere");
  await watch(page);
  await watch(other);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await of.deploy({ [MAIN]: marked("second") });
  await look(other);
  await news(other, "ready");
  await Promise.all([other.waitForEvent("load"), other.evaluate(() => void window.versions.useNew())]);
  await news(page, "taken");
  await page.waitForTimeout(300);
  assert.ok(await page.$("#result .plate"), "the check stands");
  await done(page);
  await of.end();
});

test("a version that was taken and never starts gives way to the one before", async () => {
  const of = await host();
  const { page } = await opened(chromium, of.url, POLICE, { installed: true });
  await watch(page);
  await of.deploy({ [MAIN]: () => "document.documentElement.dataset.mark = 'broken';\n" });
  await look(page);
  await news(page, "ready");
  await Promise.all([page.waitForEvent("load"), page.evaluate(() => void window.versions.useNew())]);
  for (let tries = 0; tries < 2; tries += 1) { assert.equal(await mark(page), "broken"); await page.reload(); }
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal(await mark(page), "first");
  await page.context().close();
  await of.end();
});

test("files that another app shares are put aside, the page opens and takes them once", async () => {
  const page = await open(chromium, site.url, { installed: true });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const where = `${site.url}?shared`;
  await page.evaluate(async () => {
    const form = new FormData();
    form.append("files", new File([new Uint8Array([1, 2, 3])], "danh sách (3).dcb"));
    form.append("files", new File([], "trống"));
    form.append("other", "text");
    const { type } = await fetch("./share", { method: "POST", body: form, redirect: "manual" });
    if (type !== "opaqueredirect") throw new Error(`the page is not opened: ${type}`);
  });
  // The page itself does not begin again: it would take them first.
  await page.addInitScript(() => { customElements.define = () => {}; });
  await page.goto(where);
  const taken = () => page.evaluate(async () => {
    const { sharedFiles } = await import("./js/shared.js");
    return Promise.all((await sharedFiles()).map(async (file) => [file.name, [...new Uint8Array(await file.arrayBuffer())]]));
  });
  assert.deepEqual(await taken(), [["danh sách (3).dcb", [1, 2, 3]], ["trống", []]]);
  assert.deepEqual(await taken(), [], "once");
  assert.equal(page.url(), site.url);
  await page.goto(where);
  assert.deepEqual(await taken(), [], "and not again after a reload");
  const opened = await page.evaluate(async () => {
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (take) => { window.launch = take; } } });
    const { openedFiles } = await import("./js/shared.js");
    const got = [];
    openedFiles((files) => got.push(files.map(({ name }) => name)));
    window.launch({ files: [] });
    window.launch({ files: [{ getFile: async () => new File([], "a.dcr") }, { getFile: async () => { throw new Error("gone"); } }] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    return got;
  });
  assert.deepEqual(opened, [["a.dcr"]]);
  await done(page);
});

test("the manifest: its icons are pictures of the size that they say, its file types are those of the project", async () => {
  const manifest = await (await fetch(`${site.url}manifest.webmanifest`)).json();
  assert.equal(manifest.id, "./");
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  for (const { src, sizes, type } of manifest.icons.filter((icon) => icon.type === "image/png")) {
    const answer = await fetch(site.url + src);
    assert.equal(answer.headers.get("content-type"), type);
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
  }
  const types = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat()).sort();
  assert.deepEqual(types, [".dc1", ".dcb", ".dcd", ".dcl", ".dcm", ".dcr", ".p8"]);
});
