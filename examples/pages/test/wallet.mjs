// The demo wallet in a real browser, held against the verifier page: what one shows, the other reads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { build } from "../build.mjs";
import { serve } from "../serve.mjs";
import { browser, country, headline, open, paste, readCode, setUp, shot, verifier } from "./support.mjs";

let desk;
let phone;
let chromium;
before(async () => {
  desk = await verifier();
  const server = await serve(await build("wallet"));
  phone = { server, url: `http://127.0.0.1:${server.address().port}/` };
  chromium = await browser();
});
after(async () => { await chromium?.close(); desk?.server.close(); phone?.server.close(); });

/** The code that is on the wallet's screen. */
const onScreen = async (wallet) => { await wallet.waitForSelector("#code canvas[data-text]"); return wallet.getAttribute("#code canvas", "data-text"); };

async function done(...pages) {
  for (const page of pages) { assert.deepEqual(page.faults, []); await page.context().close(); }
}

test("a code made unprompted is read by the officer, and carries what was left ticked", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.waitForSelector("#home");
  assert.match(await wallet.title(), /^TEST/);
  await shot(wallet, "wallet-home");
  await wallet.click("#home .stack .button:first-of-type");
  await wallet.waitForSelector("#consent");
  await shot(wallet, "wallet-consent");
  const ticked = () => wallet.$$eval("#consent .card.choice > label input:checked", (all) => all.length);
  assert.equal(await ticked(), 4, "as many as one code holds");
  const boxes = await wallet.$$("#consent .card.choice > label input");
  await boxes[0].check();
  assert.equal(await wallet.isDisabled("#consent .foot .main"), true, "five are too many, and it says so");
  assert.match(await wallet.textContent("#consent [role=status]"), /nhiều nhất 4/);
  await boxes[0].uncheck();
  await boxes.at(-1).uncheck();
  await wallet.click("#consent .foot .main");
  const text = await onScreen(wallet);
  assert.match(text, /^DC1:/);
  await shot(wallet, "wallet-code");
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  await paste(officer, text);
  assert.equal(await headline(officer), "look_up", "a paper that the vehicle needs was not shown");
  assert.equal(await officer.$$eval("#result .values", (all) => all.length), 3, "and not the one that was unticked");
  await done(wallet, officer);
});

test("an ask says who asks and why; its answer is sealed and read by that desk alone", async () => {
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  await officer.click("#scan .foot .main");
  const ask = await readCode(officer, await (await officer.waitForSelector(".challenge canvas")).screenshot());
  const wallet = await open(chromium, phone.url);
  await wallet.click("#home .foot .button:first-child");
  await wallet.fill("#ask", ask);
  await wallet.click(".foot .main");
  await wallet.waitForSelector("#consent .proof");
  await shot(wallet, "wallet-ask");
  for (const box of (await wallet.$$("#consent .card.choice > label input:checked")).slice(1)) await box.uncheck();
  await wallet.click("#consent .foot .main");
  const answer = await onScreen(wallet);
  assert.match(answer, /^DC1S:/);
  await shot(wallet, "wallet-answer");
  await officer.click(".challenge .main");
  await paste(officer, answer);
  await headline(officer);
  assert.equal(await officer.$$eval("#result .values", (all) => all.length), 1);
  const other = await open(chromium, desk.url);
  await setUp(other, country(), "traffic_police");
  await paste(other, answer);
  assert.equal(await other.$$eval("#result .values", (all) => all.length), 0, "a desk that did not ask reads nothing");
  await other.context().close();
  await done(wallet, officer);
});

test("an ask that cannot be proven shows nothing", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.click("#home .foot .button:first-child");
  await wallet.fill("#ask", "DCQ1:AAAA");
  await wallet.click(".foot .main");
  await wallet.waitForSelector("#home [role=status]");
  assert.match(await wallet.textContent("#home [role=status]"), /Đừng xuất trình/);
  await done(wallet);
});

test("a code is made anew every 30 seconds; animated, it runs through its parts", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.clock.install({ time: Date.now() });
  await wallet.reload();
  await wallet.click("#home .stack .button:first-of-type");
  await wallet.click("#consent .foot .main");
  const first = await onScreen(wallet);
  await wallet.clock.runFor(31_000);
  const second = await onScreen(wallet);
  assert.notEqual(second, first);
  await wallet.click("#code .foot .button:first-child");
  const parts = new Set();
  for (let step = 0; step < 20; step += 1) { await wallet.clock.runFor(200); parts.add(await onScreen(wallet)); }
  assert.ok(parts.size > 1);
  for (const part of parts) assert.match(part, /^DC1F:/);
  await done(wallet);
});
