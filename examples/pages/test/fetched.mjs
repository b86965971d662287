// Lists from the page's own origin: off is no request; on, only `./lists/`; and nothing but what the note names, in size and digest.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../serve.mjs";
import { build } from "../build.mjs";
import { browser, country, done, inBoth, kit, open, opened, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const noted = (path, kind, bytes) => ({ path, kind, bytes: bytes.length, sha256: sha256(bytes) });

/** The page with lists beside it, in a folder of its own. */
async function withLists(files) {
  const folder = await mkdtemp(join(tmpdir(), "doichieu-lists-"));
  await cp(await build("verifier"), folder, { recursive: true });
  await mkdir(join(folder, "lists"));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, "lists", name), bytes);
  const server = await serve(folder);
  return { url: `http://127.0.0.1:${server.address().port}/`, end: async () => { server.close(); await rm(folder, { recursive: true }); } };
}

/** Requests for anything but the page's own files, as the network sees them. */
const asking = (page) => {
  const asked = [];
  page.context().on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/lists/")) asked.push(pathname);
  });
  return asked;
};

inBoth("off: no request, at the start, on `online`, after an hour; on: lists come in through the door of renewal", async ({ open }) => {
  const world = country();
  const newer = Buffer.from(world.bundle(59));
  const of = await withLists({ "now.json": JSON.stringify({ v: 1, files: [noted("59.dcb", "lists", newer)] }), "59.dcb": newer });
  const page = await open(of.url, { installed: true });
  const asked = asking(page);
  await page.waitForSelector("#set-up");
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  const off = await page.evaluate(async () => {
    const { Schedule } = await import("./js/fetched.js");
    window.on = false;
    window.allowed = true;
    window.came = [];
    const timers = [];
    const later = window.setTimeout;
    const timed = (work, ms, ...more) => (ms >= 1_800_000 ? timers.push([work, ms]) : later(work, ms, ...more));
    Object.defineProperty(window, "setTimeout", { value: timed });
    window.timers = timers;
    const came = (one) => { window.came.push(one); return true; };
    window.schedule = new Schedule({ on: () => window.on, allowed: () => window.allowed, came });
    window.schedule.start();
    dispatchEvent(new Event("online"));
    await window.schedule.allow();
    await new Promise((resolve) => later(resolve, 200));
    return [window.came.length, timers.length];
  });
  assert.deepEqual([off, asked], [[0, 0], []], "off");
  await page.evaluate(() => { window.on = true; window.allowed = false; window.schedule.start(); dispatchEvent(new Event("online")); });
  assert.deepEqual(asked, [], "on, but not on the scan screen");
  await page.evaluate(() => { window.allowed = true; return window.schedule.allow(); });
  await page.waitForFunction(() => window.came.length === 1);
  assert.deepEqual(asked, ["/lists/now.json", "/lists/59.dcb"]);
  const seen = await page.evaluate(async ([root, bundle, mandate]) => {
    const { Desk } = await import("./js/desk.js");
    const bytes = (of) => Uint8Array.from(of);
    const desk = new Desk({ root: bytes(root), bundle: bytes(bundle), mandate: bytes(mandate), postKey: null, test: true });
    const { rows, changed } = await desk.renewal(window.came[0].files);
    const [due] = window.timers.slice(-1);
    due[0]();
    await new Promise((resolve) => { const look = () => (window.came.length === 2 ? resolve() : requestAnimationFrame(look)); look(); });
    return { rows, changed: changed !== null, second: window.came[1].kind, pauses: window.timers.map(([, ms]) => ms / 60_000) };
  }, [[...world.anchor()], [...world.bundle()], [...world.mandate(POLICE)]]);
  assert.deepEqual([seen.rows.length, seen.rows[0].good, seen.changed], [1, true, true]);
  assert.equal(seen.second, "nothing", "what was dealt with is not loaded again");
  assert.ok(seen.pauses.every((minutes) => minutes >= 30 && minutes <= 60), seen.pauses.join());
  assert.ok(asked.every((path) => path.startsWith("/lists/")), asked.join());
  await page.evaluate(() => { window.on = false; window.timers.at(-1)[0](); });
  assert.equal(asked.length, 3, "and off again");
  await done(page);
  await of.end();
});

/** What comes of a look where the host answers so: `answers` is by path. */
const look = (page, answers, have = []) => page.evaluate(async ([answers, have]) => {
  const { look } = await import("./js/fetched.js");
  const asked = [];
  const fetch = async (url, how) => {
    asked.push([new URL(url).pathname, how.credentials, how.redirect, how.cache]);
    const answer = answers[new URL(url).pathname];
    if (answer === undefined) return new Response("", { status: 404 });
    if (answer === "offline") throw new TypeError("no network");
    if (answer === "redirected") {
      if (how.redirect === "error") throw new TypeError("redirected");
      return Object.defineProperty(new Response(""), "type", { value: "opaqueredirect" });
    }
    if (typeof answer === "number") return new Response("", { status: answer });
    if (answer.endless) {
      const part = new Uint8Array(1 << 16);
      return new Response(new ReadableStream({ pull: (to) => { window.sent = (window.sent ?? 0) + part.length; to.enqueue(part); } }));
    }
    return new Response(typeof answer === "string" ? answer : Uint8Array.from(answer));
  };
  /** @type {{ kind: string, code?: string, told?: { vi: string, en: string }, files?: File[] }} */
  const said = await look({ base: "https://page.example/desk/", fetch, have: new Set(have) });
  return { kind: said.kind, code: said.code ?? null, told: said.told ?? null, names: said.files?.map(({ name }) => name) ?? null, asked };
}, [answers, have]);

inBoth("each way in which it fails has a name, and gives no file", async ({ open }) => {
  const page = await open(site.url, { installed: true });
  await page.waitForSelector("#set-up");
  const world = country();
  const lists = [...world.bundle(59)];
  const note = (files, v = 1) => JSON.stringify({ v, files });
  const one = noted("59.dcb", "lists", Buffer.from(lists));
  const [NOW, FILE] = ["/desk/lists/now.json", "/desk/lists/59.dcb"];
  const good = await look(page, { [NOW]: note([one]), [FILE]: lists });
  assert.deepEqual([good.kind, good.names], ["files", ["59.dcb"]]);
  assert.deepEqual(good.asked, [NOW, FILE].map((path) => [path, "omit", "error", "no-store"]));
  assert.equal((await look(page, { [NOW]: note([one]) }, [one.sha256])).kind, "nothing");
  assert.equal((await look(page, { [NOW]: note([]) })).kind, "nothing");
  const key = [...kit.postKeyFile(world, POLICE)];
  const forged = lists.with(500, lists[500] ^ 1);
  const cases = {
    offline: [{ [NOW]: "offline" }, { [NOW]: note([one]), [FILE]: "offline" }],
    absent: [{}, { [NOW]: note([one]) }],
    redirected: [{ [NOW]: "redirected" }, { [NOW]: note([one]), [FILE]: "redirected" }],
    server: [{ [NOW]: 500 }],
    too_large: [
      { [NOW]: { endless: true } }, { [NOW]: note([{ ...one, bytes: (64 << 20) + 1 }]) },
      { [NOW]: note([{ ...one, bytes: 40 << 20 }, { ...one, path: "b", bytes: 40 << 20 }]) },
      { [NOW]: note([{ ...one, bytes: 1 << 17 }]), [FILE]: { endless: true } }, { [NOW]: note([one]), [FILE]: [...lists, 0] },
    ],
    wrong_digest: [{ [NOW]: note([one]), [FILE]: forged }, { [NOW]: note([one]), [FILE]: lists.slice(1) }],
    form: [
      { [NOW]: "{" }, { [NOW]: "null" }, { [NOW]: note([one], 2) }, { [NOW]: note({}) }, { [NOW]: note(Array(9).fill(one)) },
      ...[
        "../59.dcb", "a/b", "/etc", "..", "https://elsewhere.example/x", "//elsewhere.example/x", "%2e%2e", "now.json", "", "a\\b", "?x",
        "#",
      ].map((path) => ({ [NOW]: note([{ ...one, path }]) })),
      { [NOW]: note([{ ...one, kind: "private_key" }]) }, { [NOW]: note([{ ...one, kind: "roots" }]) },
      { [NOW]: note([{ ...one, sha256: "A".repeat(64) }]) },
      { [NOW]: note([{ ...one, bytes: -1 }]) }, { [NOW]: note([{ ...one, bytes: 0.5 }]) },
      // Something else under the name of lists: a key, in digest and size.
      { [NOW]: note([noted("59.dcb", "lists", Buffer.from(key))]), [FILE]: key },
    ],
  };
  for (const [code, all] of Object.entries(cases)) {
    for (const [place, answers] of all.entries()) {
      const said = await look(page, answers);
      assert.deepEqual([said.kind, said.code, said.names], ["failed", code, null], `${code} ${place}`);
      assert.ok(said.told.vi && said.told.en);
      assert.ok(said.asked.every(([path]) => path.startsWith("/desk/lists/")), said.asked.join());
    }
  }
  assert.ok(await page.evaluate(() => window.sent) < 2 << 20, "an endless answer is not read to its end");
  await done(page);
});

test("a redirect, forged and older lists by a real host: the old ones are kept", async () => {
  const world = country();
  const [forged, older] = [Buffer.from(world.bundle(900)), Buffer.from(world.bundle(2))];
  forged[forged.length - 5] ^= 1;
  const of = await withLists({
    "now.json": JSON.stringify({ v: 1, files: [noted("a.dcb", "lists", forged), noted("b.dcb", "lists", older)] }),
    "a.dcb": forged, "b.dcb": older,
  });
  const { page } = await opened(chromium, of.url, POLICE, { world, installed: true });
  const said = await page.evaluate(async () => {
    const { look } = await import("./js/fetched.js");
    const { Desk } = await import("./js/desk.js");
    /** @type {{ kind: string, files?: File[] }} */
    const fetched = await look({ base: document.baseURI, fetch: (url, how) => fetch(url, how) });
    const desk = await Desk.kept();
    const { rows, changed } = await desk.renewal(fetched.files);
    return { good: rows.map(({ good }) => good), changed, number: desk.readiness().number };
  });
  assert.deepEqual(said, { good: [false, false], changed: null, number: 57 });
  // Elsewhere: a browser does not follow it, and says nothing of why.
  let followed = 0;
  const elsewhere = createServer((_, response) => { followed += 1; response.end("{}"); }).listen(0, "127.0.0.1");
  await new Promise((resolve) => { elsewhere.once("listening", resolve); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (elsewhere.address());
  const pointing = createServer((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/now.json` }).end());
  pointing.listen(0, "127.0.0.1");
  await new Promise((resolve) => { pointing.once("listening", resolve); });
  const base = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (pointing.address()).port}/`;
  await page.context().route("**/lists/now.json", (route) => route.fulfill({ status: 302, headers: { location: `${base}elsewhere` } }));
  const code = await page.evaluate(async () => {
    const { look } = await import("./js/fetched.js");
    /** @type {{ kind: string, code?: string }} */
    const fetched = await look({ base: document.baseURI, fetch: (url, how) => fetch(url, how) });
    return fetched.code;
  });
  assert.equal(code, "redirected");
  assert.equal(followed, 0);
  elsewhere.close();
  pointing.close();
  await page.context().close();
  await of.end();
});

test("the page does not ask by itself: nothing of ./lists/ before a person switches it on", async () => {
  const page = await open(chromium, site.url, { installed: true });
  const asked = asking(page);
  await page.waitForSelector("#set-up");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.reload();
  await page.waitForSelector("#set-up");
  assert.deepEqual(asked, []);
  await done(page);
});
