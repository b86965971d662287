// An encounter with several phones: each said by itself, one that could not be read kept in mind, and the check that is under way not lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, country, done, headline, opened, paste, shot, showing, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** From a result to the scan screen for another phone. */
async function another(page) {
  await page.click("#result .foot .button:first-child");
  await page.waitForSelector("#scan h1:not(.vh)");
}

test("several phones in one check: what each comes to, and whose paper is whose", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const other = country(world.constructor.people()[1]);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.equal(await page.$(".phones"), null, "one phone needs no list");
  await another(page);
  assert.match(await page.textContent("#scan h1"), /Điện thoại 2/);
  await audit(page, "adding a phone");
  await shot(page, "several-adding");
  await paste(page, showing(other, POLICE).text);
  await headline(page);
  assert.deepEqual(await page.$$eval(".phones li > span:first-of-type", (all) => all.map((one) => one.textContent)), [
    "Điện thoại 1",
    "Điện thoại 2",
  ]);
  assert.ok((await page.$$(".paper")).length > 5);
  assert.match(await page.textContent(".paper:last-of-type header"), /Điện thoại 2/);
  await shot(page, "several-two-phones");
  await done(page);
});

test("a second phone that cannot be read: it is said, and nothing is accepted", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  const papers = (await page.$$(".paper")).length;
  await another(page);
  await page.click("#scan .foot .button:nth-child(2)");
  await page.waitForSelector("#result .unread");
  assert.equal(await headline(page), "scan_again");
  assert.match(await page.textContent("#result .unread"), /1 điện thoại chưa đọc được mã/);
  assert.equal((await page.$$(".paper")).length, papers, "what the first phone showed is still there");
  await audit(page, "a phone not read");
  await shot(page, "several-unread");
  await page.keyboard.press("Escape");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept", "the next check begins without it");
  await done(page);
});

test("a phone that could not be read is read after all: nothing stays open", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await another(page);
  await page.click("#scan .foot .button:nth-child(2)");
  await page.waitForSelector("#result .unread");
  await page.click("#result .unread .button");
  assert.match(await page.textContent("#scan"), /Quét lại máy đó/);
  await page.click("#scan .foot .button:nth-child(2)");
  assert.match(await page.textContent("#result .unread"), /1 điện thoại/, "tried in vain, it is still one");
  await page.click("#result .unread .button");
  await paste(page, showing(country(world.constructor.people()[1]), POLICE).text);
  await page.waitForSelector("#result .phones");
  assert.equal(await page.$("#result .unread"), null);
  assert.equal((await page.$$("#result .phones li")).length, 2);
  await shot(page, "several-read-after-all");
  await done(page);
});

test("a code that is no document does not end the check under way, and back leads to it", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await another(page);
  await paste(page, "https://example.vn/khong-phai-giay-to-dien-tu");
  await page.waitForFunction(() => /Máy này chưa hỗ trợ loại mã này/.test(document.querySelector("#scan .hint")?.textContent));
  await page.click("#scan .foot .button:first-child");
  assert.equal(await headline(page), "accept");
  await page.click(".bar .button:last-child");
  await page.click("#settings .foot .main");
  assert.equal(await headline(page), "accept", "nor do the settings");
  await done(page);
});
