// One question instead of papers: this device shows the answer and nothing else, and the wallet shows what is asked before it is agreed to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import {
  browser,
  country,
  done,
  everything,
  headline,
  kit,
  onScreen,
  open,
  opened,
  paste,
  pasteAsk,
  random,
  readCode,
  shot,
  showing,
  unfold,
  verifier,
  wallet,
} from "./support.mjs";

const POLICE = "traffic_police";
let desk;
let phone;
let chromium;
before(async () => { desk = await verifier(); phone = await wallet(); chromium = await browser(); });
after(async () => { await chromium?.close(); desk?.server.close(); phone?.server.close(); });

/** What the demo person's papers say: none of it may be in the document. */
const secrets = (world) =>
  world.holding.flatMap(({ fields }) => fields.map(({ value }) => value ?? "")).filter((value) => value.length > 6);

async function openQuestions(page) {
  await page.click("#more");
  await page.click("#to-questions");
  await page.waitForSelector("#questions");
}

/** Picks a question, and goes on without a challenge. */
async function choose(page, name) {
  await openQuestions(page);
  await page.click(`[data-question=${name}]`);
  await page.waitForSelector("#scan #asking");
}

const said = (page) => page.getAttribute("#result .answer", "data-answer");

test("an officer asks by class: yes, no, and another answer than was asked for; no value anywhere", async () => {
  const { page, world } = await opened(chromium, desk.url, POLICE);
  await openQuestions(page);
  assert.equal(await page.$$eval("[data-question]", (all) => all.length), kit.World.questions().length);
  await shot(page, "questions");
  await page.click("#back");
  await choose(page, "may_drive_b");
  assert.match(await page.textContent("#asking"), /hạng B/);
  await shot(page, "questions-asking");
  await paste(page, world.showAnswer(POLICE, "may_drive_b", random(16)).text);
  assert.deepEqual([await headline(page), await said(page)], ["accept", "yes"]);
  assert.match(await page.textContent("#result .answer"), /hạng B.*ĐƯỢC/s);
  await shot(page, "questions-yes");
  const html = await everything(page);
  for (const value of secrets(world)) assert.ok(!html.includes(value), "a value is in the document");
  assert.deepEqual([await page.$$("#result .values"), await page.$$("#needs"), await page.$$("#result .paper")], [[], [], []]);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#scan");
  assert.equal(await page.$("#asking"), null, "the question ends with its check");
  await choose(page, "may_drive_de");
  await paste(page, world.showAnswer(POLICE, "may_drive_de", random(16)).text);
  assert.deepEqual([await headline(page), await said(page)], ["not_in_force", "no"]);
  await shot(page, "questions-no");
  await page.keyboard.press("Escape");
  await choose(page, "may_drive_de");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "not_checked", "papers were shown, and none of them is read");
  assert.deepEqual([await page.$("#result .answer"), await page.$("#result .values")], [null, null]);
  const after = await everything(page);
  for (const value of secrets(world)) assert.ok(!after.includes(value), "a value is in the document");
  await done(page);
});

test("a question can be dropped, and then papers are read", async () => {
  const { page, world } = await opened(chromium, desk.url, POLICE);
  await choose(page, "may_drive_b");
  await page.click("#asking .button");
  await page.waitForSelector("#scan:not(:has(#asking))");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await unfold(page);
  assert.ok(await page.$("#result .values"));
  await done(page);
});

test("asked for this vehicle: it is picked first; the wallet says who asks and what, agrees, and only the answer is shown", async () => {
  const { page: officer, world } = await opened(chromium, desk.url, POLICE);
  await openQuestions(officer);
  await officer.click("[data-question=may_drive_this_vehicle]");
  await officer.click("#vehicle [data-kind=motorcycle]");
  await officer.fill("#displacementCc", "110");
  await officer.click(".foot .main");
  await officer.waitForSelector("#scan #asking");
  assert.match(await officer.textContent("#asking"), /chiếc xe này/, "asked as soon as it is known");
  await officer.click("#ask-first");
  const picture = await (await officer.waitForSelector("#challenge canvas[data-modules]")).screenshot();
  assert.match(await officer.textContent("#challenge .steps"), /chiếc xe này/);
  await audit(officer, "challenge with a question");
  await shot(officer, "questions-challenge");
  const held = await open(chromium, phone.url);
  await pasteAsk(held, await readCode(officer, picture));
  await held.waitForSelector("#consent .question");
  assert.match(await held.textContent("#consent .question"), /Hôm nay có được lái chiếc xe này hay không\?.*chỉ hiện câu trả lời/s);
  assert.equal(await held.$("#consent .paper input"), null, "a question is agreed to as a whole");
  await audit(held, "wallet, a question");
  await shot(held, "wallet-question");
  await held.click(".foot .main");
  const onTheirs = (await officer.textContent("#challenge .digits b")).trim();
  await held.click(`#digits [data-digits="${onTheirs}"]`);
  await officer.click("#answer");
  await paste(officer, await onScreen(held));
  assert.deepEqual([await headline(officer), await said(officer)], ["accept", "yes"]);
  assert.equal(await officer.$("#result .values"), null);
  const html = await everything(officer);
  for (const value of secrets(world)) assert.ok(!html.includes(value), "a value is in the document");
  await done(officer);
  await done(held);
});

test("the citizen may answer a question without being asked by a code", async () => {
  const held = await open(chromium, phone.url);
  await held.click("#answer-question");
  await held.click("#questions [data-question=may_drive_a1]");
  await held.waitForSelector("#consent .question");
  await held.click(".foot .main");
  const text = await onScreen(held);
  const { page: officer } = await opened(chromium, desk.url, POLICE);
  await choose(officer, "may_drive_a1");
  await paste(officer, text);
  assert.deepEqual([await headline(officer), await said(officer)], ["accept", "yes"]);
  await done(officer);
  await done(held);
});

test("an answer that nobody asked for is shown as one, and the papers of the vehicle are still needed", async () => {
  const { page, world } = await opened(chromium, desk.url, POLICE);
  await paste(page, world.showAnswer(POLICE, "may_drive_b", random(16)).text);
  assert.equal(await headline(page), "look_up");
  assert.equal(await said(page), "yes");
  assert.equal(await page.$("#result .values"), null);
  await done(page);
});

test("a clinic has no questions to ask", async () => {
  const { page } = await opened(chromium, desk.url, "clinic", { world: country() });
  await page.click("#more");
  await page.waitForSelector("#to-paste");
  assert.equal(await page.$("#to-questions"), null);
  await done(page);
});
