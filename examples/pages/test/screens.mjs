// Every screen in both languages and both themes, on a phone and at a desk: no accessibility fault, nothing too small to press, nothing wider
// than its window, TEST always in view; and in windows of half the size, as a browser zooms to 200 %. Each screen is come to once, and dressed
// and zoomed there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, fits, pressable, testInView, textSize, whole, ZOOMED } from "./audit.mjs";
import { browser, done, dress, headline, next, opened, paste, redress, shot, showing, verifier } from "./support.mjs";
import { headlines, walk } from "./verifier-walk.mjs";

const POLICE = "traffic_police";
const PHONE = { viewport: { width: 360, height: 640 } };
const DESK = { viewport: { width: 1366, height: 625 } };
/** With a mouse: WCAG 2.2, 2.5.8. */
const MOUSE = 24;
const DRESSES = [false, true].flatMap((english) => [false, true].map((night) => ({
  english, night, name: `${english ? "en" : "vi"}-${night ? "night" : "day"}`,
})));
/** Pictures are kept of these: each language and each theme once. */
const KEPT = new Set(["vi-day", "en-night"]);
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** What is looked at is looked at whole before any of it fails: all that is wrong is told at once. */
class Faults {
  all = [];
  async of(page, look) {
    try { await look(); } catch (error) { this.all.push(error.message); }
    this.all.push(...page.faults.splice(0));
  }
  none() { assert.deepEqual(this.all, []); }
}

/** In every dress, and zoomed in every language. `look` gets the dress by name, `zoomed` the window too. */
async function everyWay(page, faults, { look, zoomed = undefined, window }) {
  for (const { name, ...how } of DRESSES) {
    await redress(page, how);
    await faults.of(page, () => look(name, how));
    if (how.night || !zoomed) continue;
    for (const [at, size] of Object.entries(ZOOMED)) {
      await page.setViewportSize(size);
      await faults.of(page, () => zoomed(`zoom-200-${at}-${how.english ? "en" : "vi"}`, how, size));
    }
    await page.setViewportSize(window.viewport);
  }
  await redress(page, {});
}

test("every screen of a phone: accessible, not wider than 360 px, TEST in view; zoomed, it keeps its controls and scrolls one way", async () => {
  const faults = new Faults();
  await walk(chromium, site.url, { role: POLICE, see: (page, screen, selector) => everyWay(page, faults, {
    window: PHONE,
    async look(name, { night }) {
      if (KEPT.has(name)) await shot(page, `phone-${name}-${screen}`);
      await audit(page, `${name} ${screen}`, { colours: night });
      if (!["set-up", "compare"].includes(screen)) await testInView(page, `${name} ${screen}`);
    },
    async zoomed(at, { english }) {
      await fits(page, `${at}-${screen}`);
      await pressable(page, selector.split(" ")[0], `${at}-${screen}`);
      await pressable(page, ".foot", `${at}-${screen}`);
      if (!english) await shot(page, `${at}-${screen}`);
    },
  }) }, PHONE);
  faults.none();
});

test("every screen of a desk: accessible, TEST in view", async () => {
  const faults = new Faults();
  await walk(chromium, site.url, { role: "clinic", see: (page, screen) => everyWay(page, faults, {
    window: DESK,
    async look(name, { night }) {
      if (KEPT.has(name)) await shot(page, `desk-${name}-${screen}`);
      await audit(page, `${name} desk ${screen}`, { least: MOUSE, colours: night });
      if (!["set-up", "compare"].includes(screen)) await testInView(page, `${name} desk ${screen}`);
    },
  }) }, DESK);
  faults.none();
});

test("six headlines on a phone: each has its word, accessible; zoomed, the word is in view and whole", async () => {
  const faults = new Faults();
  let page;
  let set;
  for (const [is, [world, text]] of Object.entries(headlines(POLICE))) {
    if (set !== world) {
      if (page) await done(page);
      ({ page } = await opened(chromium, site.url, POLICE, { world, reducedMotion: "reduce", ...PHONE }));
      set = world;
    }
    await paste(page, text());
    assert.equal(await headline(page), is);
    assert.ok(await page.isVisible(".plate svg"), "a shape beside the word");
    await everyWay(page, faults, {
      window: PHONE,
      async look(name, { english, night }) {
        if (is === "not_checked") assert.match(await page.textContent(".plate .why"), english ? /made for|someone else/i : /tạo cho|người khác|nơi khác/);
        await audit(page, `${name} ${is}`, { colours: night });
        await whole(page, `${name} ${is}`);
        if (KEPT.has(name)) await shot(page, `headline-${is}-${name}`);
      },
      async zoomed(at, { english }, { height }) {
        const word = await (await page.$(".plate .word")).boundingBox();
        assert.ok(word.y >= 0 && word.y + word.height <= height, `${at} ${is}: in view, ${JSON.stringify(word)}`);
        await whole(page, `${at} ${is}`);
        await fits(page, `${at} ${is}`);
        if (!english) await shot(page, `${at}-${is}`);
      },
    });
    await next(page);
  }
  await done(page);
  faults.none();
});

for (const english of [false, true]) {
  test(`twice the text size, ${english ? "English" : "Vietnamese"}: nothing is lost, and all scrolls one way`, async () => {
    const { page, world } = await opened(chromium, site.url, POLICE, { reducedMotion: "reduce" });
    await dress(page, { english });
    await textSize(page, 200);
    const see = async (screen) => {
      await page.waitForSelector(screen);
      await shot(page, `text-200-${english ? "en" : "vi"}-${screen.slice(1)}`);
      await audit(page, `200 % ${screen}`);
      await pressable(page, screen, `200 % ${screen}`);
    };
    await see("#scan");
    await page.click("#more");
    await page.click("#to-questions");
    await see("#questions");
    await page.click("#back");
    await page.click("#chip-other");
    await see("#vehicle");
    await page.click("#vehicle ~ .foot .plain");
    await paste(page, showing(world, POLICE).text);
    await headline(page);
    const word = await (await page.$(".plate .word")).boundingBox();
    assert.ok(word.y >= 0 && word.y + word.height <= 640, `the verdict is in view: ${JSON.stringify(word)}`);
    await whole(page, "200 %");
    await see("#result");
    await done(page);
  });
}
