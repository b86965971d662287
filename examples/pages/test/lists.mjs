// The signed lists: their age, and how newer ones come: by file, dropped, and by the animated code of another handheld.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, done, dress, drop, everything, file, kit, offer, open, openDevice, openRenewal, opened, paste, says, setUp, shot, take,
  verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

test("the lists: age, a newer bundle by file, an older one refused", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await openRenewal(page);
  const [[good, , , now, after]] = await offer(page, [file("bundle", world.bundle(900))]);
  assert.deepEqual([good, /57/.test(now), /900/.test(after)], ["true", true, true]);
  await take(page);
  assert.match(await page.textContent("#row-lists"), /số 900 · 1 giờ trước/);
  await shot(page, "lists");
  await page.click("#to-renew");
  const [[older, , , , why]] = await offer(page, [file("bundle", world.bundle(2))]);
  assert.equal(older, "false");
  assert.match(why, /bản mới hơn \(900\)/);
  assert.equal(await page.$("#use-files"), null);
  await shot(page, "lists-older-file");
  await done(page);
});

/** Moves the page's clock on, from its next start. */
async function later(page, seconds) {
  await page.addInitScript((by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; }, seconds);
  await page.reload();
  await page.waitForSelector("#scan");
}

/** What the strip says, on one screen after another. */
async function onEveryScreen(page, pattern) {
  for (const [open, screen] of [["#no-code", "#nothing"], ["#more", "#other"], ["#to-settings", "#settings"]]) {
    await page.click(open);
    await page.waitForSelector(screen);
    assert.match(await page.textContent("#fact"), pattern, screen);
    await page.click("#back");
    await page.waitForSelector("#scan");
  }
}

test("old lists are announced on every screen, before their end and after it", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await openDevice(page);
  assert.equal(await page.getAttribute("#device .lead", "data-state"), "good");
  // Their end as the page says it, to the minute.
  const [, at] = /(\d\d:\d\d) (?:hôm nay|ngày mai)/.exec(await page.textContent("#row-lists"));
  // In the demo country that is less than a day.
  await later(page, 12.5 * 3600);
  await onEveryScreen(page, new RegExp(`Danh sách: hết lúc ${at} (hôm nay|ngày mai)`));
  await shot(page, "lists-soon");
  await later(page, 2 * 86_400);
  await onEveryScreen(page, new RegExp(`Danh sách đã hết từ ${at} \\d\\d/\\d\\d/\\d{4}`));
  await openDevice(page);
  assert.match(await page.textContent("#device .lead"), /đã hết từ.*Cần danh sách mới.*chỉ tra cứu/s);
  assert.equal(await page.getAttribute("#row-lists", "data-good"), "false");
  await shot(page, "lists-past-end");
  await done(page);
});

test("a clock that lies before the newest list: both times are named, and nothing beside it is good", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.evaluate(() => { const now = Date.now.bind(Date); Date.now = () => now() - 30 * 86_400_000; });
  await openDevice(page);
  assert.equal(await page.getAttribute("#device .lead", "data-state"), "clock");
  const said = await page.textContent("#device .lead p");
  assert.equal(said.match(/\d\d:\d\d \d\d\/\d\d\/\d{4}/g)?.length, 2, said);
  assert.match(said, /Giờ của máy này là .*Danh sách đã nhận được ký lúc/);
  assert.deepEqual(await page.$$eval("#row-lists, #row-mandate, #row-root", (all) =>
    all.map((row) => /** @type {HTMLElement} */ (row).dataset.good)), ["false", "false", "false"]);
  await audit(page, "clock wrong");
  await shot(page, "clock-wrong");
  await page.click("#back");
  await onEveryScreen(page, /Giờ máy sai/);
  await dress(page, { english: true });
  await openDevice(page);
  assert.match(await page.textContent("#device .lead p"), /This device's time is .*were signed at/);
  await done(page);
});

/** The day until which the law was seen, as the page says it in Vietnamese: seconds at its noon in Viet Nam. */
async function lawSeen(page) {
  const said = (await page.textContent("#row-law")).replaceAll(/\s+/g, " ");
  const [, day, month, year] = said.match(/Quy định đã rà soát đến (\d\d)\/(\d\d)\/(\d{4})/) ?? assert.fail(said);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), 5) / 1000;
}

test("until when the law was seen stands where the lists tell their age", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await openDevice(page);
  const seen = await lawSeen(page);
  const english = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" };
  await page.click("#back");
  await dress(page, { english: true });
  await openDevice(page);
  const day = new Date(seen * 1000).toLocaleDateString("en-GB", /** @type {Intl.DateTimeFormatOptions} */ (english)).replace("Sept", "Sep");
  assert.ok((await page.textContent("#row-law")).replaceAll(/\s+/g, " ").includes(`Law seen up to ${day}`), day);
  await shot(page, "lists-law-seen");
  await done(page);
});

const UNCHECKED = /hơn một năm chưa được rà soát/;

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
  await openDevice(today);
  const seen = await lawSeen(today);
  const on = new Date(seen * 1000);
  const aYearOn = on.setUTCFullYear(on.getUTCFullYear() + 1) / 1000;
  await done(today);
  const { page: still } = await openedAt(aYearOn);
  assert.doesNotMatch(await still.textContent("#fact"), UNCHECKED, "its last day");
  await done(still);
  const { page, world } = await openedAt(aYearOn + 86_400);
  await onEveryScreen(page, UNCHECKED);
  await audit(page, "law unchecked");
  await shot(page, "law-unchecked");
  await openDevice(page);
  assert.equal(await page.getAttribute("#device .lead", "data-state"), "law", "the lists are fresh: nothing else is wrong");
  assert.deepEqual(await page.$$eval("#row-lists, #row-mandate, #row-root, #row-law", (all) =>
    all.map((row) => /** @type {HTMLElement} */ (row).dataset.good)), ["true", "true", "true", "false"]);
  assert.equal(await lawSeen(page), seen);
  assert.match(await page.textContent("#device .lead"), /chưa được rà soát.*Cập nhật danh sách/s);
  await shot(page, "law-unchecked-lists");
  await page.click("#back");
  await dress(page, { english: true });
  assert.match(await page.textContent("#fact"), /not checked for more than a year/);
  // A paper's own dates count on, and the report says what it says above.
  await paste(page, showingAt(world, aYearOn + 86_400));
  await page.waitForSelector("#result .plate");
  assert.match(await everything(page), /post\.law_unchecked/);
  assert.match(await page.textContent("#fact"), /not checked for more than a year/);
  await done(page);
});

/** A showing of that world's time. */
const showingAt = (world, seconds) =>
  world.show(POLICE, { identity: world.preset(POLICE).identity }, crypto.getRandomValues(new Uint8Array(16)), seconds).text;

test("a newer bundle that is dropped on the screen", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await openDevice(page);
  await drop(page, "#device", [{ name: "lists.dcb", bytes: world.anchor() }]);
  await says(page, "#renew tbody tr[data-good=false]", /Đang dùng khóa gốc này/);
  await drop(page, "#renew", [{ name: "lists.dcb", bytes: world.bundle(900) }]);
  await says(page, "#renew tbody tr[data-good=true]", /số 57.*số 900/s);
  await take(page);
  assert.match(await page.textContent("#row-lists"), /900/);
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
  await openDevice(page);
  await page.click("#give");
  await page.waitForSelector("#hand-over canvas[data-part]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#device");
  await page.evaluate(() => window.lit.forEach((yes) => yes({ release: async () => { window.dimmed += 1; } })));
  await page.waitForFunction(() => window.lit.length === 1 && window.dimmed === 1);
  await done(page);
});
