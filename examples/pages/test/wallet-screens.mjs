// Every screen of the wallet in both languages and both themes, at a text size of 100 and 200 % and zoomed: no accessibility fault, nothing
// covered, TEST always in view. Each screen is come to once in a language, and dressed and zoomed there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, fits, pressable, textSize, ZOOMED } from "./audit.mjs";
import { asker, browser, done, open, shot, verifier, wallet } from "./support.mjs";
import { walk } from "./wallet-walk.mjs";

let desk;
let phone;
let chromium;
let officer;
before(async () => {
  desk = await verifier();
  phone = await wallet();
  chromium = await browser();
  officer = await asker(chromium, desk.url, "traffic_police");
});
after(async () => { await chromium?.close(); desk?.server.close(); phone?.server.close(); });

/** The word TEST lies within the window, however far the screen is scrolled, and nothing lies over it. */
async function inView(page, where) {
  for (const share of [0, 0.5, 1]) {
    const seen = await page.evaluate((part) => {
      for (const one of document.querySelectorAll("main, .content")) one.scrollTop = part * (one.scrollHeight - one.clientHeight);
      const word = document.querySelector(".strip .test");
      const { top, bottom, left, right } = word.getBoundingClientRect();
      const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return word.textContent === "TEST" && top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth && word.contains(on);
    }, share);
    assert.ok(seen, `${where}: TEST is in view at ${share}`);
  }
  await page.evaluate(() => { for (const one of document.querySelectorAll("main, .content")) one.scrollTop = 0; });
}

/** What the button in its settings does to the page. */
const themed = (page, theme) => page.evaluate((theme) => { document.documentElement.dataset.theme = theme; }, theme);

/** What scrolls, scrolls one way. */
async function oneWay(page, where) {
  const sideways = await page.$$eval("main, .content", (all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => `#${one.id}: ${one.scrollWidth} of ${one.clientWidth}`));
  assert.deepEqual(sideways, [], `${where}: sideways`);
}

for (const english of [false, true]) {
  const language = english ? "en" : "vi";
  test(`every screen of the wallet, ${english ? "English" : "Vietnamese"}: day and night, text of 100 and 200 %, zoomed to 200 %`, async () => {
    const page = await open(chromium, phone.url, { reducedMotion: "reduce" });
    const faults = [];
    const look = async (of) => {
      try { await of(); } catch (error) { faults.push(error.message); }
      faults.push(...page.faults.splice(0));
    };
    await walk(page, officer.ask, async (at) => {
      for (const size of [100, 200]) {
        await textSize(page, size);
        // Larger letters need less contrast: by night the small ones decide.
        for (const theme of size === 100 ? ["day", "night"] : ["day"]) {
          const name = `${language}-${theme}-${size}`;
          await themed(page, theme);
          await page.evaluate(() => { for (const one of document.querySelectorAll("main, .content")) one.scrollTop = 0; });
          await look(async () => {
            if (english === (theme === "night")) await shot(page, `wallet-${name}-${at}`);
            await audit(page, `${name} ${at}`, { every: true, colours: theme === "night" });
          });
          // What stands where is the same by day and by night.
          if (theme === "day") await look(async () => {
            await pressable(page, "main", `${name} ${at}`);
            await inView(page, `${name} ${at}`);
            await oneWay(page, `${name} ${at}`);
          });
        }
      }
      await textSize(page, 100);
      await themed(page, "day");
      const whole = page.viewportSize();
      for (const [window, size] of Object.entries(ZOOMED)) {
        const name = `zoom-200-${window}-${language}`;
        await page.setViewportSize(size);
        await look(async () => {
          await fits(page, `${name} ${at}`);
          await pressable(page, "main", `${name} ${at}`);
          if (!english) await shot(page, `${name}-wallet-${at}`);
        });
      }
      await page.setViewportSize(whole);
    }, { english });
    assert.deepEqual(faults, []);
    await done(page);
  });
}
