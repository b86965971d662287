// Two windows of one device: one of them works with the desk, the other says so and can take over; neither makes the other forget.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { done, headline, inBoth, next, paste, showing, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
before(async () => { site = await verifier(); });
after(() => { site?.server.close(); });

/** One more window of the same device. */
async function another(page) {
  const other = await page.context().newPage();
  other.setDefaultTimeout(15_000);
  other.on("pageerror", (error) => page.faults.push(String(error.stack ?? error)));
  await other.goto(page.url());
  return other;
}

/** Asks for the desk, as a page does when it starts. */
const begin = (page) => page.evaluate(async () => {
  const { oneTab } = await import("./js/tab.js");
  window.lost = 0;
  window.tab = await oneTab({ lost: () => { window.lost += 1; } });
  return window.tab.state;
});
const state = (page) => page.evaluate(() => [window.tab.state, window.lost]);
const take = (page) => page.evaluate(() => window.tab.take());

inBoth("the second window is elsewhere, takes over, and gives back; a third one too; what is closed lets go", async ({ open }) => {
  // The page itself does not begin, and asks for no lock.
  const page = await open(site.url, { before: () => { customElements.define = () => {}; } });
  assert.equal(await begin(page), "here");
  const other = await another(page);
  assert.equal(await begin(other), "elsewhere");
  await take(other);
  await page.waitForFunction(() => window.lost === 1);
  assert.deepEqual([await state(page), await state(other)], [["elsewhere", 1], ["here", 0]]);
  await take(page);
  await other.waitForFunction(() => window.lost === 1);
  assert.deepEqual([await state(page), await state(other)], [["here", 1], ["elsewhere", 1]]);
  await take(page);
  assert.deepEqual(await state(page), ["here", 1], "what is here is taken from nobody");
  const third = await another(page);
  assert.equal(await begin(third), "elsewhere");
  await third.close();
  await page.reload();
  assert.equal(await begin(page), "here", "a reload lets go of it");
  await done(page);
});

inBoth("a browser without Web Locks: every window is here", async ({ open }) => {
  const page = await open(site.url, { before: () => { Reflect.deleteProperty(Navigator.prototype, "locks"); } });
  assert.equal(await begin(page), "here");
  await take(page);
  assert.deepEqual(await state(page), ["here", 0]);
  await done(page);
});

/** In a window: gives lists to its desk, or a code; what comes of it. */
const update = (page, bytes) => page.evaluate(async (bytes) => {
  const { Desk } = await import("./js/desk.js");
  window.desk ??= await Desk.kept();
  return window.desk.update(Uint8Array.from(bytes));
}, [...bytes]);
const listsOf = (page) => page.evaluate(async () => {
  const { Desk } = await import("./js/desk.js");
  return (await Desk.kept()).readiness().number;
});

inBoth("lists 57, 59, 58 over two windows end at 59; what A has seen B knows, over a reload", async ({ opened }) => {
  // Without locks no window is told that another has the desk: both work, and only the store stands between them.
  const { page, world } = await opened(site.url, POLICE, { before: () => { Reflect.deleteProperty(Navigator.prototype, "locks"); } });
  const other = await another(page);
  await other.waitForSelector("#scan");
  const [seen, more] = [showing(world, POLICE).text, showing(world, POLICE).text];
  await paste(page, seen);
  await headline(page);
  await paste(other, more);
  await headline(other);
  assert.equal(await listsOf(other), 57);
  assert.equal(await update(page, world.bundle(59)), null);
  assert.ok(await update(other, world.bundle(58)), "older lists");
  assert.deepEqual([await listsOf(page), await listsOf(other)], [59, 59]);
  await next(other);
  await other.reload();
  await other.waitForSelector("#scan");
  const codes = await other.evaluate(async (seen) => {
    const { Desk } = await import("./js/desk.js");
    const desk = await Desk.kept();
    const of = ({ findings }) => findings.map(({ code }) => code).filter((code) => code.startsWith("held.shown"));
    return [of((await desk.look(seen)).seen), of(await desk.stillThisPerson())];
  }, seen);
  // In another check of this device; and the note, once a person has said that it is still the same one.
  assert.deepEqual(codes, [["held.shown_in_another_encounter"], ["held.shown_again"]]);
  await done(page);
});
