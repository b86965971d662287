// What is kept: each thing opens by itself, the memory lies in two slots, and a browser that keeps nothing is no dead end.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  browser, country, done, everything, headline, inBoth, kit, next, open, opened, paste, random, showing, valuesOn, verifier,
} from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** Puts raw values under the keys of the store, past the page; `null` takes one away, bytes as arrays. */
const put = (page, things) => page.evaluate(async (things) => {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("doichieu", 1);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = db.transaction("kept", "readwrite");
  for (const [key, value] of Object.entries(things)) {
    if (value === null) transaction.objectStore("kept").delete(key);
    else transaction.objectStore("kept").put(Array.isArray(value) ? Uint8Array.from(value) : value, key);
  }
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  db.close();
}, things);

/** How each thing opens. */
const opening = (page) => page.evaluate(async () => {
  const { openKept } = await import("./js/kept.js");
  const { memoryMends } = await import("./js/repair.js");
  const { things, store, begun, ready, whole, ...of } = await openKept();
  return {
    states: Object.fromEntries(things.map(({ name, state }) => [name, state])),
    told: things.every(({ state, told, cost }) => cost.vi && cost.en && (state === "good" || (told?.vi && told.en))),
    store, begun, ready, whole, mends: memoryMends({ things, begun, ready, whole, ...of }).map(({ how }) => how),
  };
});

const GOOD = { root: "good", lists: "good", mandate: "good", memory: "good", key: "good", settings: "absent" };

/** The slots: which is the newer one, and what lies in them. */
const slots = (page) => page.evaluate(async () => {
  const { recallRaw } = await import("./js/store.js");
  const { memoryA, memoryB, memory, floors } = await recallRaw();
  const of = (/** @type {any} */ slot) => slot && { n: slot.n, bytes: [...slot.bytes] };
  return { a: of(memoryA), b: of(memoryB), single: memory !== undefined, floors: of(floors) };
});

/** The page says that the device lost part of its memory (`post.memory_gap`). */
const gap = async (page) => assert.match(await everything(page), /mất một phần bộ nhớ/);

/** Two writes of the memory after the set-up's. */
async function used(page, world) {
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await next(page);
  await paste(page, showing(country(world.constructor.people()[1]), POLICE).text);
  await headline(page);
  await next(page);
}

inBoth("each thing that is three bytes, absent or of a newer form is told by itself, and the others open", async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  await used(page, world);
  const whole = await opening(page);
  assert.deepEqual(whole, { states: GOOD, told: true, store: "good", begun: true, ready: true, whole: true, mends: ["anew"] });
  const raw = await page.evaluate(async () => {
    const { recallRaw } = await import("./js/store.js");
    window.raw = await recallRaw();
    return Object.keys(window.raw);
  });
  assert.ok(raw.includes("memoryA"));
  const restore = () => page.evaluate(async () => {
    const { change } = await import("./js/store.js");
    for (const [key, value] of Object.entries(window.raw)) await change(key, () => value);
  });
  const { a, b } = await slots(page);
  const newest = a.n > b.n ? "memoryA" : "memoryB";
  const cases = [
    [{ root: [1, 2, 3] }, { root: "torn", lists: "unchecked", mandate: "unchecked", key: "unchecked" }],
    [{ root: null }, { root: "absent", lists: "unchecked", mandate: "unchecked", key: "unchecked" }],
    [{ bundle: [1, 2, 3] }, { lists: "torn", mandate: "unchecked", key: "unchecked" }],
    [{ bundle: null }, { lists: "absent", mandate: "unchecked", key: "unchecked" }],
    [{ mandate: [1, 2, 3] }, { mandate: "torn", key: "unchecked" }],
    [{ mandate: null }, { mandate: "absent", key: "unchecked" }],
    [{ postKey: [1, 2, 3] }, { key: "torn" }],
    [{ postKey: null }, { key: "absent" }],
    [{ settings: [1, 2, 3] }, { settings: "torn" }],
    [{ [newest]: [1, 2, 3] }, { memory: "torn" }, ["previous", "anew"]],
    [{ memoryA: null, memoryB: null }, { memory: "absent" }],
    [{ memoryA: [1], memoryB: [2] }, { memory: "torn" }],
  ];
  for (const [things, states, mends = ["anew"]] of cases) {
    await put(page, things);
    const is = await opening(page);
    assert.deepEqual([is.states, is.mends, is.told], [{ ...GOOD, ...states }, mends, true], JSON.stringify(things));
    assert.equal(is.ready, !["root", "lists", "mandate", "memory"].some((name) => is.states[name] !== "good"));
    await restore();
  }
  // Of a newer form, whole by its checksum; and one bit that fell over in the middle.
  for (const [place, value, state] of /** @type {const} */ ([[1, 3, "newer"], [0, null, "torn"]])) {
    await page.evaluate(async ([newest, place, value]) => {
      const { change } = await import("./js/store.js");
      const { slotOf } = await import("./js/slots.js");
      const { n, sum, bytes: old } = /** @type {import("../../verifier-page/js/slots.js").Slot} */ (window.raw[newest]);
      const bytes = Uint8Array.from(old);
      if (value === null) {
        // Where the engine does not notice it: in a number or a digest.
        const { Memory } = await import("./vendor/doichieu/index.js");
        const opens = (of) => { try { Memory.fromBytes(of).free(); return true; } catch { return false; } };
        const at = bytes.findIndex((byte, at) => opens(bytes.with(at, byte ^ 1)));
        if (at < 0) throw new Error("the engine notices each");
        bytes[at] ^= 1;
      } else bytes[place] = value;
      const made = value === null ? { n, sum, bytes } : await slotOf(n, bytes);
      await change(newest, () => made);
    }, /** @type {const} */ ([newest, place, value]));
    const is = await opening(page);
    assert.deepEqual([is.states, is.mends], [{ ...GOOD, memory: state }, ["previous", "anew"]]);
    await restore();
  }
  // Another country's root keys; its memory is none of these.
  const other = new kit.World(Uint8Array.from({ length: 32 }, (_, at) => at), undefined);
  await put(page, { root: { bytes: null, test: true } });
  await page.evaluate(async (bytes) => {
    const { change } = await import("./js/store.js");
    await change("root", () => ({ bytes: Uint8Array.from(bytes), test: true }));
  }, [...other.anchor()]);
  const is = await opening(page);
  assert.deepEqual([is.states.root, is.states.lists, is.states.memory], ["good", "another", "another"]);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("the memory is written into two slots in turn, and the single record of before is still read", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const first = await slots(page);
  assert.ok(first.a && !first.b && first.floors && !first.single, "the first write");
  await used(page, world);
  const then = await slots(page);
  assert.deepEqual([then.a.n, then.b.n], [3, 2]);
  assert.deepEqual(then.floors.bytes, first.floors.bytes, "what it knows of lists and time has not changed");
  // As version 0.2 kept it.
  await put(page, { memory: then.a.bytes, memoryA: null, memoryB: null, floors: null });
  assert.equal((await opening(page)).states.memory, "good");
  await page.reload();
  await used(page, world);
  const last = await slots(page);
  assert.ok(!last.single && last.a && last.b, JSON.stringify(Object.keys(last)));
  await done(page);
});

/** Spoils the newer slot. */
async function tear(page) {
  const { a, b } = await slots(page);
  await put(page, { [a.n > b.n ? "memoryA" : "memoryB"]: [1, 2, 3] });
}

for (const how of /** @type {const} */ (["previous", "anew"])) {
  test(`a torn memory is mended (${how}): what was shown before is a gap, older lists stay out, what comes is judged`, async () => {
    const { page, world } = await opened(chromium, site.url, POLICE);
    const seen = showing(world, POLICE).text;
    await used(page, world);
    await tear(page);
    const mended = await page.evaluate(async (how) => {
      const { mendMemory } = await import("./js/repair.js");
      const { whole } = await mendMemory(how);
      return whole;
    }, how);
    assert.equal(mended, true);
    await page.reload();
    await paste(page, seen);
    assert.notEqual(await headline(page), "accept");
    await gap(page);
    const refused = await page.evaluate(async (older) => {
      const { Desk } = await import("./js/desk.js");
      const desk = await Desk.kept();
      return desk.update(Uint8Array.from(older));
    }, [...world.bundle(56)]);
    assert.ok(refused, "older lists");
    await done(page);
  });
}

test("files are loaded again in the place of what is torn; root keys only when their check code was compared", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await put(page, { bundle: [1, 2, 3], mandate: null, postKey: [4] });
  const again = (files, how) => page.evaluate(async ([files, how]) => {
    const { loadAgain } = await import("./js/repair.js");
    const { rows, compare, kept } = await loadAgain(files.map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name)), how);
    return { told: rows.map(({ name, told }) => [name, told?.vi ?? null]), compare, whole: kept.whole };
  }, [files.map(([name, bytes]) => ({ name, bytes: [...bytes] })), how]);
  const files = [
    ["key", kit.postKeyFile(world, POLICE)], ["mandate", world.mandate(POLICE)], ["lists", world.bundle()], ["root", world.anchor()],
  ];
  const first = await again(files.slice(0, 3));
  assert.deepEqual(first, { told: [["lists", null], ["mandate", null], ["key", null]], compare: null, whole: true });
  await put(page, { root: null });
  const asked = await again(files.slice(3));
  assert.ok(asked.compare.fingerprint && asked.compare.test && !asked.whole && asked.told[0][1]);
  const compared = await again(files.slice(3), { compared: asked.compare.fingerprint });
  assert.deepEqual([compared.told, compared.whole], [[["root", null]], true]);
  await page.reload();
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

/** Modules alone: the page itself does not begin. */
const STORES = {
  refused: () => { customElements.define = () => {}; IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; },
  slow: () => { customElements.define = () => {}; Object.defineProperty(IDBFactory.prototype, "open", { value: () => ({}) }); },
};
for (const [outcome, before] of Object.entries(STORES)) {
  inBoth(`a store that is ${outcome} is told within 3.5 s, and the page can go on with a gap`, async ({ open }) => {
    const page = await open(site.url, { before });
    const world = country();
    const early = showing(world, POLICE).text;
    const said = await page.evaluate(async ([root, bundle, mandate, early]) => {
      const { init } = await import("./vendor/doichieu/index.js");
      await init();
      const { goOnWithout, keeper, openKept } = await import("./js/kept.js");
      const { Desk } = await import("./js/desk.js");
      const begun = performance.now();
      const { store } = await openKept();
      const took = performance.now() - begun;
      await goOnWithout();
      const of = (bytes) => Uint8Array.from(bytes);
      const set = new Desk({ root: of(root), bundle: of(bundle), mandate: of(mandate), postKey: null, test: true });
      await set.keepSetUp(of(root), true);
      const looked = await set.look(early);
      const codes = looked.seen.findings.map(({ code }) => code);
      const { memory } = await keeper.turn((memory) => ({ memory: memory.showings }));
      return { store, took, codes, memory, name: set.name };
    }, [[...world.anchor()], [...world.bundle()], [...world.mandate(POLICE)], early]);
    assert.deepEqual([said.store, said.memory], [outcome, 1]);
    assert.ok(said.took < 3_500, `${said.took} ms`);
    assert.ok(said.codes.includes("post.memory_gap"), said.codes.join());
    await page.context().close();
  });
}

test("a full store is told, keeps half of nothing, and the shift goes on with a gap that outlives it", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await used(page, world);
  const early = showing(world, POLICE).text;
  const said = await page.evaluate(async (early) => {
    let left = 1;
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put").value;
    IDBObjectStore.prototype.put = function full(...of) {
      if (left === 0) throw new DOMException("full", "QuotaExceededError");
      left -= 1;
      return put.apply(this, of);
    };
    const { keepAll, recall } = await import("./js/store.js");
    const { goOnWithout } = await import("./js/kept.js");
    const { Desk } = await import("./js/desk.js");
    const outcome = await keepAll({ edition: "half", mandate: new Uint8Array(3) }).then(() => "kept", (error) => error.outcome);
    const half = await recall("edition") === "half";
    left = 0;
    const desk = await Desk.kept();
    const first = await desk.look(early).then(() => "shown", (error) => error.outcome);
    await goOnWithout();
    const { seen } = await desk.look(early);
    return { outcome, half, first, codes: seen.findings.map(({ code }) => code) };
  }, early);
  assert.deepEqual([said.outcome, said.half, said.first], ["full", false, "full"]);
  assert.ok(said.codes.includes("post.memory_gap"), said.codes.join());
  // The disk has room again; what was seen meanwhile was not written.
  await page.reload();
  await paste(page, early);
  assert.notEqual(await headline(page), "accept");
  await gap(page);
  await done(page);
});

test("a clock that was set back does not brick the page: what was taken before opens", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.addInitScript(() => { const now = Date.now.bind(Date); Date.now = () => now() - 400 * 86_400_000; });
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal((await opening(page)).whole, true);
  assert.match(await page.textContent("#fact"), /Giờ máy sai/);
  await done(page);
});

test("writers that no lock keeps apart: memories are joined, and newer lists are not written over", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const texts = world.constructor.people().slice(0, 2).map((person) => showing(country(person), POLICE).text);
  const said = await page.evaluate(async (texts) => {
    Object.defineProperty(navigator, "locks", { value: { request: (_, turn) => Promise.resolve().then(turn) } });
    const { Desk } = await import("./js/desk.js");
    const { keeper } = await import("./js/kept.js");
    const { keepAll, recallRaw } = await import("./js/store.js");
    const desk = await Desk.kept();
    // In the midst of a turn another window keeps a memory that has seen the second code.
    await keeper.turn(async (memory) => {
      const { EncounterSeed, Memory, Scan } = await import("./vendor/doichieu/index.js");
      const seed = () => new EncounterSeed(crypto.getRandomValues(new Uint8Array(32)));
      const other = Memory.fromBytes(memory.toBytes());
      desk.inspector.inspect(Scan.qr(texts[0]), desk.inspector.unprompted(desk.purpose, seed()), memory);
      desk.inspector.inspect(Scan.qr(texts[1]), desk.inspector.unprompted(desk.purpose, seed()), other);
      await keepAll({ memory: other.toBytes() });
    });
    const raw = /** @type {any} */ (await recallRaw());
    const showings = await keeper.turn((memory) => memory.showings);
    const lists = await keeper.turn(async (_, { keep }) => {
      await keepAll({ edition: "another" });
      keep({ edition: "mine" });
    }).then(() => "kept", (error) => error.code);
    return { showings, n: Math.max(raw.memoryA.n, raw.memoryB.n), lists };
  }, texts);
  assert.deepEqual(said, { showings: 2, n: 3, lists: "store.moved" });
  await done(page);
});

inBoth("a whole check leaves no value in the log; what is in no form of it is left out; it holds 200 lines", async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  const text = showing(world, POLICE).text;
  await paste(page, text);
  await headline(page);
  const values = await valuesOn(page);
  const said = await page.evaluate(async ([text, values]) => {
    const { asFile, lines, note } = await import("./js/log.js");
    // As a screen would by mistake: everything it has.
    for (const value of [text, ...values]) {
      const wrong = { headline: value, codes: [value, "held.shown_again"], layer: value, version: value, ms: Number(value), extra: value };
      await note({ event: "check", ...wrong });
      await note({ event: value });
    }
    const right = { headline: "accept", codes: ["held.shown_again"], ms: 12.4, layer: "showing", offset: 7, version: "0.2.0", lists: 57 };
    await note({ event: "check", .../** @type {any} */ (right) });
    const some = await lines();
    for (let at = 0; at < 210; at += 1) await note({ event: "next" });
    const { recallRaw } = await import("./js/store.js");
    const raw = JSON.stringify((await recallRaw()).log);
    return { last: some.at(-1), count: (await lines()).length, file: await (await asFile()).text(), some: JSON.stringify(some), raw };
  }, [text, values]);
  const { minute, ...last } = said.last;
  assert.equal(minute % 60, 0);
  assert.deepEqual(last, {
    event: "check", headline: "accept", codes: ["held.shown_again"], ms: 12, layer: "showing", offset: 7, version: "0.2.0", lists: 57,
  });
  assert.equal(said.count, 200);
  assert.match(said.file, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ next$/m);
  // A year, or a short count, is no value by itself.
  for (const value of [text, ...values].filter((of) => !/^\d{1,7}$/.test(of))) {
    for (const where of [said.some, said.raw, said.file]) assert.ok(!where.includes(value), `in the log: ${value}`);
  }
  await done(page);
});

test("what a mandate adds is told in words, and is not taken by itself", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const now = Math.floor(Date.now() / 1000);
  const look = (files) => page.evaluate(async (files) => {
    const { Desk } = await import("./js/desk.js");
    const desk = await Desk.kept();
    const seen = await desk.renewal(files.map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name)));
    return { ...seen, rows: seen.rows.map(({ after, good }) => [good, after]), changed: seen.changed !== null };
  }, files.map(([name, bytes]) => ({ name, bytes: [...bytes] })));
  const later = new kit.World(kit.DEMO_SEED, undefined, now + 3600);
  const same = await look([["mandate", later.mandate(POLICE)]]);
  assert.deepEqual([same.wider, same.needsPress, same.another, same.changed], [[], false, null, true], JSON.stringify(same));
  const other = await look([["mandate", world.mandate("clinic")]]);
  assert.ok(other.another && other.needsPress);
  const older = await look([["lists", world.bundle(2)], ["empty", []], ["torn key", [48, 1, 2]], ["root", world.anchor()]]);
  assert.match(String(older.rows[0][1]), /^Máy đang có bản mới hơn \(57\)$/);
  assert.deepEqual(older.rows.map(([good]) => good), [false, false, false, false]);
  assert.equal(older.rows[1][1], "Tệp trống");
  assert.equal(older.rows[3][1], "Đang dùng khóa gốc này");
  const elsewhere = new kit.World(random(32), undefined);
  const [row] = (await look([["root", elsewhere.anchor()]])).rows;
  assert.deepEqual(row, [false, "Đây là khóa gốc khác. Muốn dùng, cần thiết lập lại máy này."]);
  await done(page);
});

test("a key is another post's by its signature", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  const world = country();
  const fits = await page.evaluate(async ([root, bundle, mandate, own, other]) => {
    const { Bundle, Memory, Post, Roots } = await import("./vendor/doichieu/index.js");
    const { keyFits, keyOfFile } = await import("./js/post-key.js");
    const of = (bytes) => Uint8Array.from(bytes);
    const post = Post.open(of(mandate), Bundle.open(of(bundle), Roots.dangerousTest(of(root)), new Memory()));
    const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, false, ["sign", "verify"]);
    const all = [await keyOfFile(of(own)), await keyOfFile(of(other)), privateKey];
    return Promise.all(all.map((key) => keyFits(post, key)));
  }, [
    world.anchor(), world.bundle(), world.mandate(POLICE), kit.postKeyFile(world, POLICE), kit.postKeyFile(world, "bank"),
  ].map((one) => [...one]));
  assert.deepEqual(fits, [true, false, false]);
  await done(page);
});
