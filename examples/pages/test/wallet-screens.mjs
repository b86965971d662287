// Every screen of the wallet in both languages and both themes, at a text size of 100 and 200 %: no accessibility fault, nothing covered,
// TEST always in view.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, pressable } from "./audit.mjs";
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

for (const english of [false, true]) {
  for (const night of [false, true]) {
    for (const size of [100, 200]) {
      const name = `${english ? "en" : "vi"}-${night ? "night" : "day"}-${size}`;
      test(`every screen of the wallet: ${name}`, async () => {
        const page = await open(chromium, phone.url, { reducedMotion: "reduce" });
        await page.evaluate((of) => { document.documentElement.style.fontSize = `${of}%`; }, size);
        await walk(page, officer.ask, async (at) => {
          await shot(page, `wallet-${name}-${at}`);
          await audit(page, `${name} ${at}`, { every: true });
          await pressable(page, "main", `${name} ${at}`);
          await inView(page, `${name} ${at}`);
        }, { english, night });
        await done(page);
      });
    }
  }
}
