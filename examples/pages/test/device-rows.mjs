// What this device works by, over weeks: everything that is handed to it in one go, what is kept and breaks, a clock that is wrong, lists
// from the page's own origin (rows 13 to 16 and 19 of the design), and the days on which somebody sets it up, uses it and renews it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { build } from "../build.mjs";
import { serve } from "../serve.mjs";
import {
  browser, country, done, headline, inBoth, kit, next, open, opened, paste, random, redress, says, setUp, setUpFiles, shot, showing, verifier,
} from "./support.mjs";

const POLICE = "traffic_police";
const [HOUR, DAY] = [3600, 86_400];
/** A device never waits longer before it says what is amiss (§5.4), and this much for a slow machine. */
const TOLD = 3_000 + 1_500;
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

const file = (name, bytes) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
const PHOTO = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46];

/** The page's clock is off by so many seconds, from the next document on. */
const clockOff = (page, by) => page.addInitScript((by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; }, by);

/** Reads, or puts raw, what lies in the store, past the page: bytes as arrays; `null` takes one away. */
const store = (page, things = {}) => page.evaluate(async (things) => {
  const db = await new Promise((resolve) => { const request = indexedDB.open("doichieu", 1); request.onsuccess = () => resolve(request.result); });
  const transaction = db.transaction("kept", "readwrite");
  const of = transaction.objectStore("kept");
  for (const [key, value] of Object.entries(things)) {
    if (value === null) of.delete(key); else of.put(Array.isArray(value) ? Uint8Array.from(value) : value, key);
  }
  const [keys, values] = await Promise.all([of.getAllKeys(), of.getAll()].map((request) => new Promise((resolve) => { request.onsuccess = () =>
    resolve(request.result); })));
  db.close();
  const plain = (/** @type {any} */ one) => (one instanceof Uint8Array ? [...one] : one?.bytes ? { n: one.n, bytes: [...one.bytes] } : String(one));
  return Object.fromEntries(keys.map((key, at) => [key, plain(values[at])]));
}, things);

/** What of the store must not change while files are only looked at. */
const memory = async (page) => {
  const { memory: single, memoryA, memoryB, floors, root, bundle, mandate } = await store(page);
  return JSON.stringify({ single, memoryA, memoryB, floors, root, bundle, mandate });
};

const toDevice = async (page) => {
  await page.click("#to-settings");
  await page.click("#to-device");
  await page.waitForSelector("#device");
};
const toRenewal = async (page) => {
  await toDevice(page);
  await page.click("#to-renew");
  await page.waitForSelector("#renew");
};

/** Gives files; of each row: whether it is taken, its name, what it is, in use, after. */
async function give(page, files) {
  await page.setInputFiles("#renewing", files);
  await page.waitForSelector(`#renew tbody tr:nth-child(${files.length})`);
  await says(page, "#renew tbody tr:first-child th", files[0].name.slice(0, 12));
  return rowsOf(page);
}

const rowsOf = (page) => page.$$eval("#renew tbody tr", (rows) => rows.map((row) =>
  [row.dataset.good, ...[...row.children].map((cell) => cell.textContent.trim())]));

// -------------------------------------------------------------------------------------------------------------------------------------------
// Rows 13 and 14: everything at once

inBoth("row 13: mandate, lists, delta, key, root, photo, nothing and 65 MiB dropped on the page together: each named, the good ones taken, memory equal",
  async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await next(page);
  const was = await memory(page);
  const lists = world.bundle(58);
  const delta = await deltaOf(page, lists, world.bundle(59));
  const given = {
    "quyen.dcl": world.mandate(POLICE), "ds.dcb": lists, "doi.dcd": delta, "khoa.p8": kit.postKeyFile(world, POLICE),
    "goc.dcr": world.anchor(), "anh.jpg": PHOTO, "trong.bin": [],
  };
  const plain = Object.entries(given).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes).toString("base64") }));
  await page.$eval("#main", (node, files) => {
    const carried = new DataTransfer();
    for (const { name, bytes } of files) carried.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
    carried.items.add(new File([new Uint8Array(65 << 20)], "lon.dcb"));
    for (const kind of ["dragenter", "dragover", "drop"])
      node.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: carried }));
  }, plain);
  const count = plain.length + 1;
  await page.waitForSelector(`#renew tbody tr:nth-child(${count})`, { timeout: 30_000 });
  const rows = await page.$$eval("#renew tbody tr", (all) => all.map((row) => [row.dataset.good, ...[...row.children].map((cell) => cell.textContent.trim())]));
  const good = Object.fromEntries(rows.map(([is, name]) => [name, is]));
  assert.equal(Object.keys(good).length, count, JSON.stringify(rows, null, 1));
  for (const [is, name, what, , comes] of rows) {
    assert.ok(what.length >= 3, `${name}: named`);
    if (is === "false") assert.ok(comes.length > 3 && /[à-ỹđ]/i.test(comes), `${name}: why not, in Vietnamese: ${comes}`);
  }
  for (const name of ["ds.dcb", "doi.dcd", "khoa.p8"]) assert.equal(good[name], "true", JSON.stringify(rows, null, 1));
  for (const name of ["goc.dcr", "anh.jpg", "trong.bin", "lon.dcb"]) assert.equal(good[name], "false", name);
  assert.match(rows.find(([, name]) => name === "lon.dcb").at(-1), /quá lớn/);
  assert.match(rows.find(([, name]) => name === "trong.bin").at(-1), /trống/);
  assert.equal(await memory(page), was, "nothing is kept before a person says so");
  await shot(page, "row-13");
  await page.click("#use-files");
  await page.waitForSelector("#device");
  await says(page, "#told", /Đã gia hạn/);
  await says(page, "#row-lists", /số 59/);
  const [before, now] = [JSON.parse(was), JSON.parse(await memory(page))];
  assert.equal(JSON.stringify(now.root), JSON.stringify(before.root));
  assert.notEqual(JSON.stringify(now.bundle), JSON.stringify(before.bundle));
  await page.click("#back");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

/** What changed between two list sets, as an authority gives it out. */
const deltaOf = async (page, ...sets) => Buffer.from(await page.evaluate(async (sets) => {
  const { Bundle } = await import("./vendor/doichieu/index.js");
  const [before, now] = sets.map((of) => Uint8Array.from(of));
  return [...Bundle.deltaBetween(before, now)];
}, sets.map((of) => [...of])));

inBoth("row 14: a wrong and a torn key, another post's mandate, older lists, another root: a sentence in the page's language, and the page goes on",
  async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  await toRenewal(page);
  const other = new kit.World(new Uint8Array(32).fill(9));
  const key = kit.postKeyFile(world, POLICE);
  const was = await memory(page);
  const files = [
    file("khoa-khac", kit.postKeyFile(world, "bank")), file("khoa-hong", key.slice(0, key.length - 40)), file("cu", world.bundle(2)),
    file("goc-khac", other.anchor()), file("ds-khac", other.bundle(900)), file("ds-hong", world.bundle(58).slice(0, 900)), file("quyen-khac",
      other.mandate(POLICE)),
  ];
  for (const english of [false, true]) {
    // The other language says it again of the same files.
    await redress(page, { english });
    if (english) await says(page, "#renew tbody tr:first-child td:last-child", /key/);
    const rows = english ? await rowsOf(page) : await give(page, files);
    for (const [is, name, , , why] of rows) {
      assert.equal(is, "false", `${name}: ${why}`);
      assert.ok(why.length > 8, `${name}: ${why}`);
      assert.equal(/[à-ỹđ]/i.test(why), !english, `${name}, in the page's language: ${why}`);
      assert.doesNotMatch(why, /[a-z]+\.[a-z_]+|[A-Za-z]*Error|undefined/, `${name}: words, no code: ${why}`);
    }
    assert.equal(await page.$("#use-files"), null);
    await shot(page, `row-14-${english ? "en" : "vi"}`);
  }
  // Of another post of the same country: offered by name, never taken by itself.
  await page.setInputFiles("#renewing", file("phong-kham", world.mandate("clinic")));
  await says(page, "#renew [role=alert]", /another post/);
  assert.match(await page.textContent("#use-files"), /Change the post: .{3}/);
  await redress(page, {});
  await says(page, "#renew [role=alert]", /điểm kiểm tra khác/);
  assert.match(await page.textContent("#use-files"), /Đổi điểm kiểm tra: .{3}/);
  assert.equal(await memory(page), was);
  await page.click("#back");
  await page.waitForSelector("#scan");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept", "the page is alive");
  await done(page);
});

// -------------------------------------------------------------------------------------------------------------------------------------------
// Row 15: what is kept and breaks

/** By record of the store: how it is mended on the screen. */
const BROKEN = {
  root: "file", bundle: "file", mandate: "file", postKey: "without", settings: "without", memory: "anew",
};

/** After a mending: what was scanned before is a gap and is looked up at most; what is new is judged. */
async function scansAgain(page, world) {
  await page.waitForSelector("#scan", { timeout: 10_000 }).catch(async () => {
    throw new Error(`no way back to scanning: ${(await page.textContent("#main")).replaceAll(/\s+/g, " ")}`);
  });
  await paste(page, showing(world, POLICE).text);
  assert.ok(["accept", "look_up"].includes(await headline(page)));
  await next(page);
}

for (const how of /** @type {const} */ (["three bytes", "absent"])) {
  test(`row 15: each record ${how}: told on the repair screen within 3 s, and mending leads back to scanning`, async () => {
    const { page, world } = await opened(chromium, site.url, POLICE);
    await page.click("#to-settings");
    await page.click("#turn-tones");
    await page.click("#back");
    await page.waitForSelector("#scan");
    for (const [record, mend] of Object.entries(BROKEN)) {
      // Key and settings need not be there.
      if (how === "absent" && mend === "without") continue;
      const bad = how === "absent" ? null : [1, 2, 3];
      const things = record === "memory" ? { memory: bad, memoryA: null, memoryB: null } : { [record]: bad };
      await store(page, things);
      await page.reload();
      const begun = performance.now();
      await page.waitForSelector("#repair, #set-up", { timeout: 10_000 }).catch(async (error) => {
        throw new Error(`${record}: nothing is told: ${await page.textContent("#main")} ${error.message}`);
      });
      assert.ok(performance.now() - begun < TOLD, `${record}: ${performance.now() - begun} ms`);
      assert.ok(await page.$("#repair"), `${record}: the repair screen, not a new set-up`);
      const name = { bundle: "lists", postKey: "key" }[record] ?? record;
      assert.equal(await page.getAttribute(`[data-thing=${name}]`, "data-good"), "false", record);
      assert.match(await page.textContent(`[data-thing=${name}]`), /[à-ỹđ]/i);
      if (mend === "without") await page.click(`#drop-${name}`);
      else if (mend === "anew") await page.click("#mend-anew");
      else await page.setInputFiles("#again", setUpFiles(world, POLICE));
      if (record === "root") await page.click("#is-same");
      await scansAgain(page, world).catch((error) => { throw new Error(`${record}: ${error.message}`); });
    }
    await page.context().close();
  });
}

const STORES = {
  refused: () => { IDBFactory.prototype.open = () => { window.sent ??= performance.now(); throw new DOMException("no", "SecurityError"); }; },
  hanging: () => { Object.defineProperty(IDBFactory.prototype, "open", { value: () => { window.sent ??= performance.now(); return {}; } }); },
};
for (const [how, before] of Object.entries(STORES)) {
  inBoth(`row 15: IndexedDB ${how}: said within 3 s, set-up goes through, and the page checks`, async ({ open }) => {
    const page = await open(site.url, { before });
    const world = country();
    await page.waitForSelector("#notice", { timeout: 12_000 });
    // From when the page first asks the store: how soon a browser loads a page beside others is another matter.
    const told = await page.evaluate(() => performance.now() - window.sent);
    assert.ok(told < TOLD, `${told} ms`);
    assert.match(await page.textContent("#notice"), /quên hết khi đóng/);
    await page.setInputFiles("#files", setUpFiles(world, POLICE));
    await page.click("#is-same");
    await page.click("#finish");
    await page.waitForSelector("#scan");
    await paste(page, showing(world, POLICE).text);
    assert.ok(["accept", "look_up"].includes(await headline(page)));
    await page.context().close();
  });
}

// -------------------------------------------------------------------------------------------------------------------------------------------
// Row 16: clocks and ends

/** The lead sentence of *this device*, what it is about, and which of its rows have a tick. */
async function lead(page) {
  await toDevice(page);
  const ticked = await page.$$eval("#row-lists[data-good=true], #row-mandate[data-good=true], #row-root[data-good=true]", (all) => all.map(({ id }) => id));
  const is = {
    state: await page.getAttribute("#device .lead", "data-state"), text: (await page.textContent("#device .lead")).replaceAll(/\s+/g, " ").trim(), ticked,
    fact: (await page.textContent("#fact")).trim(),
  };
  await page.click("#back");
  return is;
}

inBoth("row 16: a clock 400 days back, 3 hours and 8 days ahead: the lead sentence of this device names it and its time, and nothing has a tick beside it",
  async ({ opened }) => {
  const bad = await opened(site.url, POLICE);
  await clockOff(bad.page, -400 * DAY);
  await bad.page.reload();
  await bad.page.waitForSelector("#scan");
  const back = await lead(bad.page);
  assert.equal(back.state, "clock", back.text);
  assert.match(back.text, /giờ của máy sai/);
  assert.equal(back.text.match(/\d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/g)?.length, 2, `both times: ${back.text}`);
  assert.deepEqual(back.ticked, []);
  assert.match(back.fact, /Giờ máy sai/);
  await shot(bad.page, "row-16-back");
  await bad.page.context().close();

  // A few hours ahead end nothing: the lists' end is named, and it is near.
  const ahead = await opened(site.url, POLICE);
  await clockOff(ahead.page, 3 * HOUR);
  await ahead.page.reload();
  await ahead.page.waitForSelector("#scan");
  const three = await lead(ahead.page);
  assert.match(three.text, /\d{2}:\d{2}/, three.text);
  await ahead.page.context().close();

  const week = await opened(site.url, POLICE);
  await clockOff(week.page, 8 * DAY);
  await week.page.reload();
  await week.page.waitForSelector("#scan");
  const eight = await lead(week.page);
  assert.equal(eight.state, "ended", eight.text);
  assert.match(eight.text, /đã hết từ \d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/);
  assert.ok(!eight.ticked.includes("row-lists"), eight.ticked.join());
  await shot(week.page, "row-16-week");
  await week.page.context().close();
});

inBoth("row 16: whichever of mandate, lists and root ends first is what the lead sentence names, with its time, and no tick stands beside it", async ({
  opened,
}) => {
  const { page } = await opened(site.url, POLICE);
  await toDevice(page);
  const names = { lists: /^Danh sách/, mandate: /^Quyền kiểm tra/, root: /^Khóa gốc/ };
  const members = { lists: "notAfter", mandate: "mandateUntil", root: "rootUntil" };
  for (const what of Object.keys(names)) {
    for (const by of [HOUR, -HOUR]) {
      await page.evaluate(([member, by]) => {
        const host = /** @type {any} */ (document.querySelector("doichieu-verifier"));
        const { device } = host.page;
        const now = Math.floor(Date.now() / 1000);
        const far = now + 30 * 86_400;
        const real = Object.getPrototypeOf(device).readiness.call(device);
        device.readiness = () => ({
          ...real, notAfter: far, mandateUntil: far, rootUntil: far, lists: real.lists.map((list) => ({ ...list, until: far })), lawUnchecked: false,
            [member]: now + by,
        });
        host.requestUpdate();
        return host.updateComplete;
      }, /** @type {const} */ ([members[what], by]));
      const text = (await page.textContent("#device .lead h1")).trim();
      assert.match(text, names[what]);
      assert.match(text, by > 0 ? /hết lúc \d{2}:\d{2}/ : /đã hết từ \d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/);
      const [its, tick, ...others] = await page.$$eval(`#row-${what} .sign, #row-law .sign, #row-lists .sign, #row-mandate .sign, #row-root .sign`, (all,
        what) => {
        const of = (id) => all.find((one) => one.parentElement.id === id)?.innerHTML;
        return [of(`row-${what}`), of("row-law"), ...["lists", "mandate", "root"].filter((one) => one !== what).map((one) => of(`row-${one}`))];
      }, what);
      assert.ok(its && tick);
      assert.notEqual(its, tick, `${what}: a tick beside what ends`);
      assert.deepEqual(others, [tick, tick], "and one beside what does not");
      assert.equal(await page.getAttribute(`#row-${what}`, "data-good"), String(by > 0));
    }
  }
  await shot(page, "row-16-root");
  await done(page);
});

test("day 1, day 2 and day 8, with the clock moved: set up, used, renewed by files, used again", async () => {
  const now = Math.floor(Date.now() / 1000);
  const page = await open(chromium, site.url);
  const world = country();
  await setUp(page, world, POLICE);
  const papers = Object.fromEntries(Object.entries(world.preset(POLICE)).slice(-4));
  const code = (days) => world.show(POLICE, papers, random(16), Math.floor(Date.now() / 1000) + days * DAY).text;
  await paste(page, code(0));
  assert.equal(await headline(page), "accept", "day 1");
  await next(page);

  await clockOff(page, DAY);
  await page.reload();
  await page.waitForSelector("#scan");
  world.update(now + DAY);
  await paste(page, code(1));
  const second = await headline(page);
  assert.ok(["accept", "look_up"].includes(second), second);
  if (second === "look_up") assert.ok(await page.$(".plate .pill"), `day 2: it is this device's matter: ${await page.textContent(".plate")}`);
  await next(page);
  await renew(page, [file("moi.dcb", world.bundle(900))]);
  await paste(page, code(1));
  assert.equal(await headline(page), "accept", `day 2, lists renewed: ${await page.textContent("#result")}`);
  await next(page);

  // Seven more: the two scripts before every document add up.
  await clockOff(page, 7 * DAY);
  await page.reload();
  await page.waitForSelector("#scan");
  assert.match((await lead(page)).text, /đã hết/);
  await paste(page, code(8));
  assert.notEqual(await headline(page), "accept", "day 8: what ended is not gone on with");
  assert.ok(await page.$(".plate .pill"), "and it is nobody's fault but the device's");
  await next(page);
  world.update(now + 8 * DAY);
  await renew(page, [file("a", world.bundle(901)), file("b", world.mandate(POLICE)), file("c", kit.postKeyFile(world, POLICE))]);
  await paste(page, code(8));
  assert.equal(await headline(page), "accept", `day 8, renewed: ${await page.textContent("#result")}`);
  await page.reload();
  await paste(page, code(8));
  assert.equal(await headline(page), "accept", "and after the next start");
  await done(page);
});

/** Renews by files, through the one door, and comes back to scanning. */
async function renew(page, files) {
  await toRenewal(page);
  const rows = await give(page, files);
  assert.ok(rows.every(([good]) => good === "true"), JSON.stringify(rows, null, 1));
  await page.click("#use-files");
  await says(page, "#told", /Đã gia hạn/);
  await page.click("#back");
  await page.waitForSelector("#scan");
}

// -------------------------------------------------------------------------------------------------------------------------------------------
// Row 19: lists from the page's own origin

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The page's own server, which also answers `./lists/…`, as `answers` says at the time. Counts every request. */
async function withLists(answers) {
  const inner = await serve(await build("verifier"));
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname.startsWith("/lists/")) {
      const body = answers[pathname.slice("/lists/".length)];
      response.writeHead(body ? 200 : 404, { "Content-Type": "application/octet-stream", "Cache-Control": "no-store" });
      return response.end(body);
    }
    const own = await fetch(`http://127.0.0.1:${inner.address().port}${request.url}`);
    const headers = Object.fromEntries([...own.headers].filter(([name]) => !["content-encoding", "transfer-encoding", "connection",
      "keep-alive"].includes(name)));
    response.writeHead(own.status, headers);
    response.end(Buffer.from(await own.arrayBuffer()));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => { server.once("listening", resolve); });
  return {
    url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`, asked,
    end: () => { server.closeAllConnections(); server.close(); inner.closeAllConnections(); inner.close(); },
  };
}

const note = (files) => JSON.stringify({ v: 1, files: Object.entries(files).map(([path, bytes]) => ({ path, kind: "lists", bytes: bytes.length,
  sha256: sha256(bytes) })) });

inBoth("row 19: off by default: over a start, a set-up and a check not one request for lists; on: only ./lists/, forged and older ones leave the old",
  async ({ engine, opened }) => {
  const world = country();
  const [forged, older, newer] = [Buffer.from(world.bundle(900)), Buffer.from(world.bundle(2)), Buffer.from(world.bundle(59))];
  forged[forged.length - 5] ^= 1;
  /** @type {Record<string, Buffer | string>} */
  const answers = { "now.json": note({ "a.dcb": forged, "b.dcb": older }), "a.dcb": forged, "b.dcb": older };
  const of = await withLists(answers);
  const { page } = await opened(of.url, POLICE, { world, installed: true });
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await next(page);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.reload();
  await page.waitForSelector("#scan");
  const lists = () => of.asked.filter((path) => path.startsWith("/lists"));
  assert.deepEqual(lists(), [], "off");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const own = of.asked.length;

  await page.click("#to-settings");
  await page.click("#turn-fetch");
  await page.click("#back");
  await page.waitForSelector("#scan");
  const until = async (path) => { for (let tries = 0; tries < 80 && !lists().includes(path); tries += 1) await page.waitForTimeout(100); };
  await until("/lists/b.dcb");
  assert.deepEqual([...new Set(lists())].sort(), ["/lists/a.dcb", "/lists/b.dcb", "/lists/now.json"]);
  // Firefox looks for a newer service worker by itself, some seconds after a start.
  const itself = engine === "firefox" ? ["/sw.js"] : [];
  assert.deepEqual(of.asked.slice(own).filter((path) => !path.startsWith("/lists/") && !itself.includes(path)), [], "and nothing else");
  await toDevice(page);
  await says(page, "#row-fetch", /bật · hỏi lúc/);
  assert.match(await page.textContent("#row-lists"), /số 57/, "forged and older lists leave the old ones");
  await page.click("#back");

  Object.assign(answers, { "now.json": note({ "c.dcb": newer }), "c.dcb": newer });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await until("/lists/c.dcb");
  await toDevice(page);
  await says(page, "#row-lists", /số 59/);
  await shot(page, "row-19");
  await page.click("#back");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
  of.end();
});
