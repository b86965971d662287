// The signed lists: their age, and how newer ones come: by file, dropped, and by the animated code of another handheld.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, done, drop, everything, kit, open, opened, paste, setUp, shot, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

async function openLists(page) {
  await page.click(".bar .button:last-child");
  await page.click("#to-lists");
  await page.waitForSelector("#lists");
}

const told = (page, words) =>
  page.waitForFunction((words) => document.querySelector("#lists [role=status]")?.textContent.includes(words), words);

test("the lists: age, a newer bundle by file, an older one refused", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await openLists(page);
  const give = (bytes) =>
    page.setInputFiles("#newer", { name: "bundle", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await give(world.bundle(900));
  await told(page, "Đã cập nhật");
  await give(world.bundle(2));
  await told(page, "Chưa cập nhật");
  await shot(page, "lists");
  await done(page);
});

/** Moves the page's clock on, from its next start. */
async function later(page, seconds) {
  await page.addInitScript((by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; }, seconds);
  await page.reload();
  await page.waitForSelector("#scan");
}

test("old lists are announced on every screen, before their end and after it", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  assert.equal(await page.$(".banner"), null);
  await later(page, 5.75 * 86_400);
  await page.waitForFunction(() => /sắp hết hạn|đến hạn/.test(document.querySelector(".banner")?.textContent));
  await later(page, 86_400);
  await page.waitForFunction(() => /hết hạn: chỉ tra cứu/.test(document.querySelector(".banner")?.textContent));
  await shot(page, "lists-past-end");
  await done(page);
});

test("a clock that lies before the newest list: both times are named", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  assert.equal(await page.$("#clock-wrong"), null);
  await page.evaluate(() => { const now = Date.now.bind(Date); Date.now = () => now() - 30 * 86_400_000; });
  await openLists(page);
  const said = await page.textContent("#clock-wrong");
  assert.equal(said.match(/\d\d:\d\d \d\d\/\d\d\/\d{4}/g)?.length, 2, said);
  assert.match(said, /Giờ của máy này là .*Danh sách đã nhận được ký lúc/);
  await audit(page, "clock wrong");
  await page.click(".bar .button:first-child");
  assert.match(await page.textContent("#clock-wrong"), /This device's time is .*were signed at/);
  await done(page);
});

/** The day until which the law was seen, as the page says it in Vietnamese: seconds at its noon in Viet Nam. */
async function lawSeen(page) {
  const said = await page.textContent("#lists .card");
  const [, day, month, year] = said.match(/Quy định đã rà soát đến (\d\d)\/(\d\d)\/(\d{4})/) ?? assert.fail(said);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), 5) / 1000;
}

test("until when the law was seen stands where the lists tell their age", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await openLists(page);
  const seen = await lawSeen(page);
  const english = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" };
  await page.click(".bar .button:first-child");
  const day = new Date(seen * 1000).toLocaleDateString("en-GB", /** @type {Intl.DateTimeFormatOptions} */ (english)).replace("Sept", "Sep");
  assert.ok((await page.textContent("#lists .card")).includes(`Law seen up to ${day}`), day);
  await shot(page, "lists-law-seen");
  await done(page);
});

/** A page and its country at another time, in which the lists are as fresh as ever. */
async function openedAt(seconds) {
  const page = await open(chromium, site.url);
  await page.addInitScript((by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; },
    seconds - Math.floor(Date.now() / 1000));
  await page.reload();
  const world = new kit.World(kit.DEMO_SEED, undefined, seconds);
  await setUp(page, world, POLICE);
  await page.waitForSelector("#scan");
  return { page, world };
}

test("law that nobody looked at for more than a year is told above every screen, and only then", async () => {
  const { page: today } = await opened(chromium, site.url, POLICE);
  await openLists(today);
  const seen = await lawSeen(today);
  const on = new Date(seen * 1000);
  const aYearOn = on.setUTCFullYear(on.getUTCFullYear() + 1) / 1000;
  await done(today);
  const { page: still } = await openedAt(aYearOn);
  assert.equal(await still.$("#law-unchecked"), null, "its last day");
  await done(still);
  const { page, world } = await openedAt(aYearOn + 86_400);
  assert.match(await page.textContent("#law-unchecked"), /hơn một năm chưa được rà soát/);
  assert.equal(await page.$(".banner:not(#law-unchecked)"), null, "the lists are fresh: nothing else is wrong");
  await audit(page, "law unchecked");
  await shot(page, "law-unchecked");
  await page.click("#law-unchecked .button");
  await page.waitForSelector("#lists");
  assert.equal(await lawSeen(page), seen);
  assert.match(await page.textContent("#lists .card"), /chưa được rà soát\. Cập nhật danh sách/);
  await shot(page, "law-unchecked-lists");
  await page.click(".bar .button:first-child");
  assert.match(await page.textContent("#law-unchecked"), /not checked for more than a year/);
  await page.keyboard.press("Escape");
  // A paper's own dates count on, and the report says what it says above.
  await paste(page, showingAt(world, aYearOn + 86_400));
  await page.waitForSelector("#result .plate");
  assert.match(await everything(page), /post\.law_unchecked/);
  assert.ok(await page.isVisible("#law-unchecked"));
  await done(page);
});

/** A showing of that world's time. */
const showingAt = (world, seconds) =>
  world.show(POLICE, { identity: world.preset(POLICE).identity }, crypto.getRandomValues(new Uint8Array(16)), seconds).text;

test("a newer bundle that is dropped on the screen", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await openLists(page);
  await drop(page, "#lists .drop", [{ name: "lists.dcb", bytes: world.anchor() }]);
  await told(page, "Đây là tệp khóa gốc, không phải phần thay đổi của bộ danh sách.");
  await drop(page, "#lists .drop", [{ name: "lists.dcb", bytes: world.bundle(900) }]);
  await told(page, "Đã cập nhật");
  assert.match(await page.textContent("#lists .card"), /57/);
  await done(page);
});

test("a display that the browser keeps lit only after the screen was left is let go dark at once", async () => {
  const before = () => {
    window.lit = [];
    window.dimmed = 0;
    const request = () => new Promise((resolve) => { window.lit.push(resolve); });
    Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request }, configurable: true });
  };
  const { page } = await opened(chromium, site.url, POLICE, { before });
  await openLists(page);
  await page.click("#lists > .button");
  await page.waitForSelector(".challenge canvas[data-part]");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".challenge", { state: "detached" });
  await page.evaluate(() => window.lit.forEach((yes) => yes({ release: async () => { window.dimmed += 1; } })));
  await page.waitForFunction(() => window.lit.length === 1 && window.dimmed === 1);
  await done(page);
});
