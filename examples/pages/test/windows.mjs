// Two windows of one device, and lists that do not fit: nothing that was remembered is lost, and what is not kept does not count.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, country, done, everything, file, headline, next, offer, open, openDevice, openRenewal, opened, paste, says, setUp, shot, showing, take,
  unfold, valuesOn, verifier } from "./support.mjs";

const POLICE = "traffic_police";
/** What is said of a store that takes nothing. */
const FULL = /hết chỗ|đầy/;
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** A browser that knows of no other window: what is kept then rests on the memory's turns alone. */
const noLocks = () => { Reflect.deleteProperty(Navigator.prototype, "locks"); };

/** One more window of the same device. */
async function window(page, screen = "#scan") {
  const other = await page.context().newPage();
  other.setDefaultTimeout(15_000);
  other.on("pageerror", (error) => page.faults.push(String(error.stack ?? error)));
  await other.goto(site.url);
  await other.waitForSelector(screen);
  return other;
}

/** What the device keeps: how many showings, and the number of its lists. */
const kept = (page) => page.evaluate(async () => {
  const { Bundle, Memory, Roots } = await import("./vendor/doichieu/index.js");
  const { recall } = await import("./js/store.js");
  const [memory, bundle, root] = await Promise.all([recall("memory"), recall("bundle"), recall("root")]);
  return {
    showings: Memory.fromBytes(memory).showings,
    number: Bundle.open(bundle, Roots.dangerousTest(root.bytes), Memory.fromBytes(memory)).number,
  };
});

/** Offers lists; whether they would be used, and what they come to. */
async function give(page, bytes) {
  await openRenewal(page);
  const [[good, , , , after]] = await offer(page, [file("bundle", bytes)]);
  return { good: good === "true", after };
}

/** Back to the scan. */
async function back(page) {
  await page.click("#back");
  await page.waitForSelector("#scan");
}

/** The number of the lists that a window works with. */
async function number(page) {
  await openDevice(page);
  const [, found] = /số (\d+)/.exec(await page.textContent("#row-lists"));
  await back(page);
  return Number(found);
}

test("two windows: one has the desk; the other says so and can take it, and then nothing of a check is left in the first", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const seen = showing(world, POLICE).text;
  await paste(page, seen);
  await headline(page);
  await unfold(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 5);
  const other = await window(page, "#elsewhere");
  await shot(other, "windows-elsewhere");
  await other.click("#elsewhere ~ .foot .button");
  await other.waitForSelector("#scan");
  await page.waitForSelector("#elsewhere");
  const html = await everything(page);
  for (const value of values) assert.ok(!html.includes(value), "a value stayed in the first");
  await paste(other, seen);
  await headline(other);
  // Another window is another encounter of this device: a person has to say that it is still the same one.
  await other.waitForSelector("#same-person");
  assert.equal((await kept(other)).showings, 1);
  await done(page);
});

test("two windows in a browser that cannot tell: what the one has seen the other does not forget, and the older lists lose", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE, { before: noLocks });
  const other = await window(page);
  const people = world.constructor.people();
  const inspect = async (of, person) => { await paste(of, showing(country(person), POLICE).text); await headline(of); };
  await Promise.all([inspect(page, people[0]), inspect(other, people[1])]);
  assert.deepEqual(await kept(page), { showings: 2, number: 57 });
  // All of the demo's people have one phone, and of one phone four showings are remembered at once.
  const seen = showing(world, POLICE).text;
  await next(page);
  await paste(page, seen);
  await headline(page);
  await next(other);
  await paste(other, seen);
  await headline(other);
  // Another window is another encounter of this device: a person has to say that it is still the same one.
  await other.waitForSelector("#same-person");

  // Newer lists in one: the other works by them from its next inspection on, and never puts the older ones back.
  await next(page);
  assert.equal((await give(page, world.bundle(900))).good, true);
  await take(page);
  await next(other);
  await inspect(other, people[1]);
  assert.equal((await kept(page)).number, 900);
  await next(other);
  assert.equal(await number(other), 900);
  const { good, after } = await give(other, world.bundle(800));
  assert.equal(good, false);
  assert.match(after, /bản mới hơn \(900\)/, "and why");
  assert.equal((await kept(page)).number, 900);
  await other.reload();
  await other.waitForSelector("#scan");
  assert.equal(await number(other), 900);
  await done(page);
});

test("newer lists in another window, in the middle of a check with two phones: the check begins anew, and says so", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE, { before: noLocks });
  const other = await window(page);
  const people = world.constructor.people();
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.equal((await give(other, world.bundle(900))).good, true);
  await take(other);
  await page.click("#add");
  await paste(page, showing(country(people[1]), POLICE).text);
  await says(page, "#result .told", /Danh sách vừa được cập nhật/);
  assert.equal(await page.$("#result .phones"), null, "only what was read under them");
  await done(page);
});

test("erased in another window: this one begins anew, and keeps nothing", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE, { before: noLocks });
  const other = await window(page);
  await other.click("#to-settings");
  await other.click("#erase");
  await other.click("#erase-now");
  await other.waitForSelector("#set-up");
  await paste(page, showing(world, POLICE).text);
  await page.waitForSelector("#set-up");
  const things = await page.evaluate(async () => {
    const { recall } = await import("./js/store.js");
    return Promise.all([recall("root"), recall("bundle"), recall("mandate"), recall("postKey")]);
  });
  assert.deepEqual(things, [undefined, undefined, undefined, undefined]);
  await setUp(page, world, POLICE);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

test("newer lists under which the mandate does not open change nothing: not the lists, not the memory, not after a reload", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const { good, after } = await give(page, world.bundle(900, POLICE));
  assert.equal(good, false);
  assert.ok(after.length > 20 && !/setup\./.test(after), `and why, in words: ${after}`);
  assert.equal(await page.$("#use-files"), null);
  assert.deepEqual(await kept(page), { showings: 0, number: 57 });
  await back(page);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept", "the old ones still work");
  assert.deepEqual(await kept(page), { showings: 1, number: 57 });
  await page.reload();
  await page.waitForSelector("#scan");
  assert.equal(await number(page), 57);
  assert.equal((await give(page, world.bundle(58))).good, true);
  await take(page);
  await done(page);
});

/** A store that does not take anything any more: its disk is full. */
const full = (page) =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });

test("what cannot be kept does not count: lists, a showing, a set-up", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await full(page);
  assert.equal((await give(page, world.bundle(900))).good, true);
  await page.click("#use-files");
  await says(page, "#renew #told", FULL);
  await back(page);
  assert.equal(await number(page), 57, "not taken into use either");
  await paste(page, showing(world, POLICE).text);
  await says(page, "#broken h1", /tạm dừng/);
  assert.equal(await page.$(".values"), null, "nothing is shown that was not remembered");
  await page.context().close();
  const fresh = await open(chromium, site.url);
  await fresh.waitForSelector("#set-up");
  await full(fresh);
  await assert.rejects(setUp(fresh, world, POLICE), FULL);
  await fresh.reload();
  await fresh.waitForSelector("#set-up");
  await setUp(fresh, world, POLICE);
  await done(fresh);
});

test("what is kept and does not open any more: the page says what, is mended with the least loss, and can be erased", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const spoil = async (name) => {
    await page.evaluate(async (name) => {
      const { keep } = await import("./js/store.js");
      await keep(name, new Uint8Array([1, 2, 3]));
    }, name);
    await page.reload();
    await page.waitForSelector("#repair");
    return page.$$eval("#things [data-good=false]", (all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.thing));
  };
  // Whether the key is this post's is told by the mandate.
  assert.deepEqual(await spoil("mandate"), ["mandate", "key"]);
  await audit(page, "repair");
  await shot(page, "repair-mandate");
  await page.setInputFiles("#again", file("any name", world.mandate(POLICE)));
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  assert.ok((await spoil("memory")).includes("memory"));
  await shot(page, "repair-memory");
  await page.click(".foot .main");
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await spoil("mandate");
  await page.click("#erase");
  await page.click("#erase-now");
  await page.waitForSelector("#set-up");
  await setUp(page, world, POLICE);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});
