// The code on the wallet's screen: read from a screenshot at every size of window and text, with nothing over it; made anew in time; put
// away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { agree, browser, done, inBoth, onScreen, open, readCode, shot, wallet } from "./support.mjs";
import { syllables, textSize } from "./audit.mjs";

let phone;
let chromium;
before(async () => { phone = await wallet(); chromium = await browser(); });
after(async () => { await chromium?.close(); phone?.server.close(); });

/**
 * A ready-made code for a role; the clock is the test's where `timed`.
 * @param {import("./support.mjs").Opening & { timed?: boolean, place?: number, of?: import("playwright-core").Browser }} [how]
 */
async function shown({ timed = false, place = 0, of = chromium, ...how } = {}) {
  const page = await open(of, phone.url, { reducedMotion: "reduce", ...how });
  await page.waitForSelector("#home");
  if (timed) {
    // Begun by the real clock: one that changes under a page while it starts is at 1970 for a moment.
    await page.clock.install({ time: Date.now() });
    await page.reload();
    await page.waitForSelector("#home");
  }
  await page.click(`#home .stack .button >> nth=${place}`);
  await agree(page);
  await onScreen(page);
  return page;
}

/** The theme by what the page keeps of itself: Debian's Firefox is told of none. The empty page before it can keep nothing. */
const inNight = () => { try { localStorage.setItem("wallet.settings", '{"theme":"night"}'); } catch { /* not the page yet */ } };
const inDay = () => { try { localStorage.setItem("wallet.settings", '{"theme":"day"}'); } catch { /* not the page yet */ } };

/** Where the code is; what its modules measure. */
const place = (page) => page.$eval("#code canvas", (canvas) => {
  const { left, top, right, bottom, width, height } = canvas.getBoundingClientRect();
  return { left, top, right, bottom, width, height, modules: Number(canvas.dataset.modules) };
});

const SIZES = [
  { name: "360x640", viewport: { width: 360, height: 640 }, text: 100 },
  { name: "360x640, text 200 %", viewport: { width: 360, height: 640 }, text: 200, both: true },
  { name: "180x320, zoom 200 %", viewport: { width: 180, height: 320 }, deviceScaleFactor: 2, text: 100, both: true },
  { name: "640x360, zoom 200 %", viewport: { width: 640, height: 360 }, deviceScaleFactor: 2, text: 100 },
  { name: "412x915, a phone of today", viewport: { width: 412, height: 915 }, deviceScaleFactor: 2.625, text: 100 },
];

/** In Chromium alone; what people with poor sight set is read in both browsers. */
const inOne = (title, body) => test(title, () => body({ browser: chromium }));

for (const { name, text, both = false, ...how } of SIZES) {
  for (const night of [false, true]) {
    const title = `whole, as large as the window allows, read from a screenshot: ${name}${night ? ", night" : ""}`;
    (both ? inBoth : inOne)(title, async ({ browser: of }) => {
      const page = await shown({ ...how, of, before: night ? inNight : inDay });
      await textSize(page, text);
      const { width, height } = how.viewport;
      const at = await place(page);
      const side = Math.min(width, height - 120);
      assert.ok(Math.abs(at.width - side) < 1 && Math.abs(at.height - side) < 1, `by the window alone: ${JSON.stringify(at)}`);
      const inside = at.left >= 0 && at.top >= 0 && at.right <= width + 0.5 && at.bottom <= height;
      assert.ok(inside, `whole without scrolling: ${JSON.stringify(at)}`);
      await nothingOver(page, name);
      await syllables(page, name);
      await white(page, at);
      const picture = await page.screenshot();
      await shot(page, `wallet-code-${how.viewport.width}-${text}${night ? "-night" : ""}`);
      assert.equal(await readCode(page, picture), await onScreen(page), "what stands on the screen is what is read from it");
      await done(page);
    });
  }
}

/** At no point of the code is anything else on top; and nothing on the screen is laid over what scrolls. */
async function nothingOver(page, where) {
  for (const share of [0, 1]) {
    const over = await page.evaluate((part) => {
      for (const one of document.querySelectorAll("main, .content")) one.scrollTop = part * (one.scrollHeight - one.clientHeight);
      const canvas = document.querySelector("#code canvas");
      const { left, top, width, height } = canvas.getBoundingClientRect();
      // What scrolls ends where strip and foot begin.
      const clips = [...document.querySelectorAll("main, .content")].map((one) => one.getBoundingClientRect());
      const [from, to] = [Math.max(...clips.map((one) => one.top)), Math.min(...clips.map((one) => one.bottom))];
      const found = [];
      for (let x = 0.02; x < 1; x += 0.06) {
        for (let y = 0.02; y < 1; y += 0.06) {
          const [px, py] = [left + x * width, top + y * height];
          if (px < 0 || px >= innerWidth || py < from || py >= to) continue;
          const there = document.elementFromPoint(px, py);
          if (there !== canvas) found.push(`${there?.localName}.${there?.className}`);
        }
      }
      const isLifted = (one) => ["sticky", "fixed"].includes(getComputedStyle(one).position);
      const lifted = [...document.querySelectorAll(".frame *")].filter(isLifted);
      return [...new Set(found), ...lifted.map((one) => `${one.localName}.${one.className} is lifted`)];
    }, share);
    assert.deepEqual(over, [], `${where}: over the code`);
  }
  await page.evaluate(() => { for (const one of document.querySelectorAll("main, .content")) one.scrollTop = 0; });
}

/** Four modules of white around it, black on white in any theme. */
async function white(page, { modules }) {
  const seen = await page.$eval("#code canvas", (canvas, count) => {
    const of = /** @type {HTMLCanvasElement} */ (canvas);
    const quiet = Math.floor((4 * of.width) / count) - 1;
    const { data } = of.getContext("2d").getImageData(0, 0, of.width, of.height);
    const tones = new Set();
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [x, y] = [(at / 4) % of.width, Math.floor(at / 4 / of.width)];
      tones.add(data[at]);
      const border = Math.min(x, y, of.width - 1 - x, of.height - 1 - y) < quiet;
      if (border && data[at] < 255) dark += 1;
    }
    return { dark, tones: [...tones].sort((a, b) => a - b), ground: getComputedStyle(of.parentElement).backgroundColor };
  }, modules);
  assert.deepEqual(seen, { dark: 0, tones: [0, 255], ground: "rgb(255, 255, 255)" });
}

test("the strip says for whom and why; nothing on the screen looks like a verdict", async () => {
  const page = await shown();
  assert.match(await page.textContent(".strip"), /TEST.*Cảnh sát giao thông · kiểm tra giao thông/s);
  assert.equal(await page.$eval(".strip h1", (one) => one === document.activeElement), true, "the heading first");
  const tick = await page.$$eval("#code *, .foot *, .strip *", (all) => all.filter((one) =>
    one.getAttribute("d") === "M4 12l6 6l10-13" || /[✓✔☑]/u.test(one.textContent)).length);
  assert.equal(tick, 0, "no tick");
  const colours = await page.$$eval(".frame *", (all) => all.flatMap((one) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(one);
    return [color, backgroundColor, borderTopColor, one.getAttribute("fill") ?? "", one.getAttribute("stroke") ?? ""];
  }));
  const green = [...new Set(colours)].filter((colour) => {
    const parts = /^#(..)(..)(..)$/.exec(colour)?.slice(1).map((part) => Number.parseInt(part, 16))
      ?? /^rgba?\((\d+), (\d+), (\d+)/.exec(colour)?.slice(1).map(Number);
    return parts && parts[1] > parts[0] + 12 && parts[1] > parts[2] + 12;
  });
  assert.deepEqual(green, [], "no green");
  await done(page);
});

test("the picture of the holder is on the holder's screen, large by a press, and never over the code or in it", async () => {
  const page = await shown();
  const small = await (await page.$(".picture")).boundingBox();
  const at = await place(page);
  assert.equal(Math.round(small.width), 112);
  assert.ok(small.y >= at.bottom, "under the code");
  await page.click(".picture");
  const large = await (await page.$(".picture")).boundingBox();
  assert.ok(large.width > 250, JSON.stringify(large));
  await nothingOver(page, "picture");
  assert.deepEqual(page.faults, []);
  assert.equal(await page.$("img, image"), null, "drawn, not fetched");
  await done(page);
});

test("a code is made anew after 24 seconds, or at once by a press; animated, it runs through its parts", async () => {
  const page = await shown({ timed: true });
  const first = await onScreen(page);
  assert.match(await page.textContent("#code .ends"), /24 giây/);
  await page.clock.runFor(20_000);
  assert.equal(await onScreen(page), first, "not before");
  await page.clock.runFor(5_000);
  const second = await onScreen(page);
  assert.notEqual(second, first);
  await page.click("#renew");
  assert.notEqual(await onScreen(page), second, "by a press");
  await page.click("#animate");
  const parts = new Set();
  for (let step = 0; step < 20; step += 1) { await page.clock.runFor(200); parts.add(await onScreen(page)); }
  assert.ok(parts.size > 1);
  for (const part of parts) assert.match(part, /^DC1F:/);
  await done(page);
});

test("after three minutes it is asked whether it is still needed, with nothing of the code left; unanswered it is put away", async () => {
  const page = await shown({ timed: true });
  await page.clock.runFor(175_000);
  assert.ok(await page.$("#code canvas"), "not before");
  await page.clock.runFor(6_000);
  await page.waitForSelector("#still");
  assert.match(await page.textContent("#still"), /Vẫn cần cho xem\?/);
  assert.ok(!(await page.content()).includes("DC1:"), "nothing of it is left");
  await shot(page, "wallet-still");
  await page.click(".foot .main");
  const again = await onScreen(page);
  assert.match(again, /^DC1:/);
  await page.clock.runFor(181_000);
  await page.waitForSelector("#still");
  await page.clock.runFor(62_000);
  await page.waitForSelector("#home");
  await done(page);
});

test("the display is kept lit as long as the code is there, and no longer", async () => {
  const page = await shown({
    before: () => {
      window.dimmed = 0;
      window.asked = [];
      const wakeLock = {
        request: (/** @type {string} */ what) => {
          window.asked.push(what);
          return Promise.resolve({ release: () => { window.dimmed += 1; return Promise.resolve(); } });
        },
      };
      Object.defineProperty(navigator, "wakeLock", { value: wakeLock });
    },
  });
  assert.deepEqual(await page.evaluate(() => [window.asked, window.dimmed]), [["screen"], 0]);
  await page.click(".foot .main");
  await page.waitForSelector("#home");
  assert.equal(await page.evaluate(() => window.dimmed), 1);
  assert.ok(!(await page.content()).includes("DC1:"), "and nothing of it stays in the document");
  await done(page);
});

test("in a test the code is copied as text, only by a press", async () => {
  const page = await shown({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.click("#copy-code");
  await page.waitForFunction(() => document.getElementById("say").textContent === "Đã chép mã");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await onScreen(page));
  await done(page);
});
