// From one *next* to the next: the encounter, over a reload too; the vehicle and its plate, for this person and no other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, count, country, done, everything, headline, next, opened, paste, scanner, shot, showing, verifier } from "./support.mjs";

const POLICE = "traffic_police";
const PLATE = "43F1-618.05";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** The random bytes of the encounter under way, and whether something was shown in it. */
const encounter = (page) =>
  page.evaluate(() => {
    const { random, shown } = JSON.parse(sessionStorage.getItem("encounter"));
    return { random: random.join(" "), shown };
  });

/** Loads the page anew. */
async function again(page) {
  await page.reload();
  await page.waitForSelector("#scan");
}

/** Picks a motorcycle, and the plate that it has. */
async function pick(page) {
  await page.click("#chip-other");
  await page.click("[data-kind=motorcycle]");
  await page.fill("#displacementCc", "110");
  await page.fill("#plate", PLATE);
  await page.click(".foot .main");
  await page.waitForSelector("#scan");
}

test("an encounter lasts until next, over a reload too, and the next one is another", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const first = await encounter(page);
  assert.equal(first.random.split(" ").length, 32);
  assert.equal(first.shown, false);
  await again(page);
  assert.deepEqual(await encounter(page), first, "nothing was shown yet");
  assert.equal(await page.$("#interrupted"), null);
  const code = showing(world, POLICE).text;
  await paste(page, code);
  assert.equal(await headline(page), "accept");
  await again(page);
  assert.deepEqual(await encounter(page), { random: first.random, shown: true }, "the person still stands there");
  await page.waitForSelector("#interrupted");
  await audit(page, "a check that was interrupted");
  await shot(page, "encounter-interrupted");
  // Settings are no next person.
  await page.click("#to-settings");
  await page.click("#back");
  assert.equal((await encounter(page)).random, first.random);
  await paste(page, code);
  assert.equal(await headline(page), "accept", "the same person, the same check");
  assert.match(await everything(page), /held\.shown_again/);
  await next(page);
  const second = await encounter(page);
  assert.notEqual(second.random, first.random);
  assert.equal(second.shown, false);
  assert.equal(await page.$("#interrupted"), null);
  await again(page);
  assert.deepEqual(await encounter(page), second);
  await done(page);
});

test("a check that was interrupted is ended by its button: another encounter", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  const first = await encounter(page);
  await again(page);
  await page.click("#interrupted .button");
  await page.waitForSelector("#scan:not(:has(#interrupted))");
  assert.notEqual((await encounter(page)).random, first.random);
  await done(page);
});

test("a code shown again after next refers, until an officer says that it is still this person", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const { text } = showing(world, POLICE);
  await paste(page, text);
  assert.equal(await headline(page), "accept");
  assert.equal(await page.$("#same-person"), null, "nothing to say");
  await next(page);
  await paste(page, text);
  assert.equal(await headline(page), "look_up");
  assert.equal((await page.textContent("#same-person span")).trim(), "Vẫn người này");
  await audit(page, "still this person");
  await shot(page, "encounter-same-person");
  await page.click("#same-person");
  await page.waitForSelector("#result .plate[data-headline=accept]");
  assert.equal(await page.$("#same-person"), null, "said once");
  await next(page);
  await paste(page, text);
  assert.equal(await headline(page), "look_up", "it was said of that check");
  await page.waitForSelector("#same-person");
  await done(page);
});

test("what is not an encounter is not taken for one", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  for (const wrong of [
    "",
    "{",
    JSON.stringify({ random: [1, 2] }),
    JSON.stringify({ random: Array(32).fill(300) }),
    JSON.stringify({ random: "a".repeat(32) }),
  ]) {
    await page.evaluate((wrong) => sessionStorage.setItem("encounter", wrong), wrong);
    await again(page);
    assert.equal((await encounter(page)).random.split(" ").length, 32, wrong);
  }
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

test("after next the plate is gone, and the vehicle counts for nobody until it is confirmed", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await pick(page);
  assert.match(await page.textContent("#chip-other"), /110 cm³ · 43F1-618\.05/);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  const withVehicle = await page.$$eval("#needs [data-kind]", (all) => all.length);
  assert.ok(withVehicle > 0);
  await next(page);
  assert.ok(!(await everything(page)).includes(PLATE), "the plate of one is not that of the next");
  const chip = (name) => page.getAttribute("#chip-other", name);
  assert.deepEqual([await chip("aria-pressed"), await chip("data-before")], ["false", ""], "outlined, and not picked");
  assert.match(await page.textContent("#chip-other"), /110 cm³$/);
  await audit(page, "the vehicle of the person before");
  await shot(page, "encounter-vehicle");
  const other = country(world.constructor.people()[1]);
  await paste(page, showing(other, POLICE).text);
  await headline(page);
  assert.equal(await page.$("#result .plate .beside"), null, "it counts for nobody");
  assert.doesNotMatch(await everything(page), /vehicle\.plate_differs/, "nobody is held to another's plate");
  await next(page);
  await page.click("#chip-other");
  assert.deepEqual([await chip("aria-pressed"), await chip("data-before")], ["true", null], "one press confirms it");
  assert.match(await page.textContent("#chip-other"), /110 cm³$/);
  await page.click("#chip-other");
  assert.equal(await page.inputValue("#displacementCc"), "110");
  assert.equal(await page.inputValue("#plate"), "");
  await page.click(".foot .main");
  await paste(page, showing(country(world.constructor.people()[2]), POLICE).text);
  await headline(page);
  assert.equal(await page.$$eval("#needs [data-kind]", (all) => all.length), withVehicle, "confirmed, it counts");
  await done(page);
});

test("a scanner at the result screen: the next person's code is not judged beside this one's vehicle", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await pick(page);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  const first = await encounter(page);
  const { text } = showing(country(world.constructor.people()[1]), POLICE, { driving_licence: ["classes"] });
  await scanner(page, text);
  await count(page, "#result .paper", 1);
  assert.notEqual((await encounter(page)).random, first.random);
  assert.doesNotMatch(await everything(page), /vehicle\.plate_differs/);
  assert.equal(await page.$("#result .plate .beside"), null);
  await next(page);
  assert.equal(await page.getAttribute("#chip-other", "aria-pressed"), "false");
  await done(page);
});

test("a scanner over what was opened from a verdict: the next person's too, and what is told ends no check", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", { viewport: { width: 1366, height: 768 } });
  const people = world.constructor.people();
  const text = (person) => showing(country(person), "clinic").text;
  await paste(page, text(people[0]));
  await headline(page);
  for (const [at, open] of [["#settings", "#to-settings"], ["#far", "#far"]]) {
    const before = await encounter(page);
    await page.click(open);
    await page.waitForSelector(`section${at}`);
    await scanner(page, text(people[1]));
    await headline(page);
    assert.notEqual((await encounter(page)).random, before.random, at);
    assert.equal(await page.$(".phones"), null, "one phone, not a second of the same check");
  }
  const before = await encounter(page);
  await scanner(page, text(people[0]).toLowerCase());
  await page.waitForSelector("#result .told:has-text('Caps Lock')");
  assert.equal((await encounter(page)).random, before.random, "the check is as it was");
  await scanner(page, text(people[2]));
  await page.waitForSelector("#result .told:has-text('Caps Lock')", { state: "detached" });
  await headline(page);
  assert.notEqual((await encounter(page)).random, before.random);
  assert.equal(await page.$(".phones"), null);
  await done(page);
});

test("within one check the vehicle stays, for each phone of it", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await pick(page);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.match(await page.textContent("#result .plate .beside"), /110 cm³ · 43F1-618\.05/);
  // Its plate is another's: the number for that comes first, one more phone behind it.
  await page.click("#look-up");
  await page.click(".foot .button:has-text('Thêm điện thoại')");
  await page.waitForSelector("#scan h1:not(.vh)");
  await paste(page, showing(country(world.constructor.people()[1]), POLICE).text);
  await page.waitForSelector("#result .phones");
  assert.match(await page.textContent("#result .plate .beside"), /110 cm³ · 43F1-618\.05/);
  await done(page);
});
