// Every screen in both languages and both themes, on a phone and at a desk: no accessibility fault, nothing too small to press, nothing wider
// than its window, TEST always in view.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, pressable, testInView, textSize, whole } from "./audit.mjs";
import { browser, done, dress, headline, next, opened, paste, shot, showing, verifier } from "./support.mjs";
import { headlines, walk } from "./verifier-walk.mjs";

const POLICE = "traffic_police";
const DESK = { viewport: { width: 1366, height: 625 } };
/** Pictures are kept of these: each language and each theme once. */
const KEPT = new Set(["vi-day", "en-night"]);
/** With a mouse: WCAG 2.2, 2.5.8. */
const MOUSE = 24;
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** Every screen is looked at before any of them fails: all that is wrong is told at once. */
async function all(walking) {
  const faults = [];
  await walking((looking) => async (page, screen) => {
    try { await looking(page, screen); } catch (error) { faults.push(error.message); }
    faults.push(...page.faults.splice(0));
  });
  assert.deepEqual(faults, []);
}

const each = [false, true].flatMap((night) => [false, true].map((english) => ({
  night, english, name: `${english ? "en" : "vi"}-${night ? "night" : "day"}`,
})));

for (const { name, ...how } of each) {
  test(`every screen of a phone, ${name}: accessible, not wider than 360 px, TEST in view`, () => all((see) =>
    walk(chromium, site.url, { role: POLICE, ...how, see: see(async (page, screen) => {
      if (KEPT.has(name)) await shot(page, `phone-${name}-${screen}`);
      await audit(page, `${name} ${screen}`);
      if (!["set-up", "compare"].includes(screen)) await testInView(page, `${name} ${screen}`);
    }) })));

  test(`every screen of a desk, ${name}: accessible, TEST in view`, () => all((see) =>
    walk(chromium, site.url, { role: "clinic", ...how, see: see(async (page, screen) => {
      if (KEPT.has(name)) await shot(page, `desk-${name}-${screen}`);
      await audit(page, `${name} desk ${screen}`, { least: MOUSE });
      if (!["set-up", "compare"].includes(screen)) await testInView(page, `${name} desk ${screen}`);
    }) }, DESK)));

  test(`six headlines on a phone, ${name}: each has its word, accessible`, async () => {
    let page;
    let set;
    for (const [is, [world, text]] of Object.entries(headlines(POLICE))) {
      if (set !== world) {
        if (page) await done(page);
        ({ page } = await opened(chromium, site.url, POLICE, { world, reducedMotion: "reduce" }));
        await dress(page, how);
        set = world;
      }
      await paste(page, text());
      assert.equal(await headline(page), is);
      assert.ok(await page.isVisible(".plate svg"), "a shape beside the word");
      if (is === "not_checked") assert.match(await page.textContent(".plate .why"), how.english ? /made for|someone else/i : /tạo cho|người khác|nơi khác/);
      await audit(page, `${name} ${is}`);
      await whole(page, `${name} ${is}`);
      if (KEPT.has(name)) await shot(page, `headline-${is}-${name}`);
      await next(page);
    }
    await done(page);
  });
}

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
