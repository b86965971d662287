// An encounter with several phones: each said by itself, one that could not be read kept in mind, and the check that is under way not lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, country, done, everything, headline, later, opened, paste, random, says, shot, showing, told, unfold, valuesOn,
  verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** From a result to the scan screen for another phone. */
async function another(page) {
  await page.click("#add");
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
  const numbers = await page.$$eval(".phones li > .numbered", (all) => all.map((one) => one.getAttribute("aria-label")));
  assert.deepEqual(numbers, ["Điện thoại 1", "Điện thoại 2"]);
  const at = await page.$$eval(".phones li .line", (all) => all.map((one) => one.textContent));
  assert.ok(at.every((line) => /(ĐẠT|CẦN TRA CỨU) lúc \d\d:\d\d$/.test(line)), at.join("; "));
  assert.ok((await page.$$(".paper")).length > 5);
  const phones = await page.$$eval(".paper .fold", (all) => all.map((one) => /Điện thoại (\d)/.exec(one.textContent)[1]));
  assert.deepEqual([...new Set(phones)], ["1", "2"]);
  await shot(page, "several-two-phones");
  await done(page);
});

test("each phone's values end by its own time, its verdict stays, and its code can be shown again", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const other = country(world.constructor.people()[1]);
  await paste(page, showing(world, POLICE).text);
  const first = await headline(page);
  await unfold(page);
  const values = await valuesOn(page);
  await later(page, 60);
  await another(page);
  const [papers, now] = [other.preset(POLICE), Math.floor(Date.now() / 1000) + 60];
  delete papers.identity;
  await paste(page, other.show(POLICE, papers, random(16), now).text);
  await page.waitForSelector("#result .phones");
  assert.match(await page.textContent(".countdown"), /Điện thoại 1/, "the soonest, with its phone");
  await later(page, 62);
  await page.waitForSelector(".phones li[data-ended]");
  assert.deepEqual(await page.$$eval(".phones li", (all) => all.map((one) => one.hasAttribute("data-ended"))), [true, false]);
  assert.equal(await page.getAttribute(".phones li", "data-headline"), first, "what was proven stays");
  await unfold(page);
  const left = await valuesOn(page);
  assert.ok(left.length > 0);
  const theirs = values.filter((value) => !left.includes(value));
  const html = await page.$eval("#result", (one) => one.innerHTML);
  for (const value of theirs) assert.ok(!html.includes(value), "a value stayed: " + value);
  await shot(page, "several-one-ended");
  await page.click(".phones li[data-ended] .again");
  assert.match(await page.textContent("#scan h1"), /Mời hiện lại mã · Điện thoại 1/);
  // Somebody else's code, with less in it, takes no place: it is told, nothing of it is shown, and what was found stands.
  const stranger = country(world.constructor.people()[2]);
  await paste(page, stranger.show(POLICE, { identity: stranger.preset(POLICE).identity }, random(16), now + 62).text);
  await says(page, ".eye .hint", /thiếu giấy tờ/);
  await page.click("#back");
  await page.waitForSelector("#result .phones");
  assert.equal((await page.$$(".phones li")).length, 2);
  assert.equal(await page.getAttribute(".phones li", "data-headline"), first, "the first one stands");
  assert.ok(!(await everything(page)).includes(world.constructor.people()[2]), "nothing of it is in the document");
  // The same phone again: that is what it was asked for.
  await page.click(".phones li[data-ended] .again");
  await paste(page, world.show(POLICE, Object.fromEntries(Object.entries(world.preset(POLICE)).slice(-4)), random(16), now + 62).text);
  await page.waitForSelector("#result .phones");
  assert.equal(await page.$(".phones [data-ended]"), null);
  await done(page);
});

test("a phone of which nothing was proven has no values that could end", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await later(page, 100);
  await another(page);
  // By its clock the code is older than codes are good for.
  await paste(page, showing(country(world.constructor.people()[1]), POLICE).text);
  await page.waitForSelector("#result .phones");
  assert.equal(await page.$(".phones [data-ended]"), null);
  assert.doesNotMatch(await page.textContent(".phones"), /Hết giờ xem/);
  await done(page);
});

test("a second phone that cannot be read: it is said, and nothing is accepted", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  const papers = (await page.$$(".paper")).length;
  await another(page);
  await page.click("#cannot-read");
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
  await page.click("#cannot-read");
  await page.waitForSelector("#result .unread");
  await page.click("#result .unread .button");
  assert.match(await page.textContent("#scan"), /Quét lại máy đó/);
  await page.click("#cannot-read");
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
  await told(page, /Máy này chưa hỗ trợ loại mã này/);
  await page.click("#to-settings");
  await page.click("#back");
  await page.waitForSelector("#scan h1:not(.vh)");
  await page.click("#back");
  assert.equal(await headline(page), "accept", "nor do the settings");
  await done(page);
});
