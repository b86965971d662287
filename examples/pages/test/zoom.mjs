// Zoomed by the browser to 200 %: the window has half as many CSS pixels each way, and each is two of the screen. A laptop,
// and a small phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fits, pressable, whole } from "./audit.mjs";
import { asker, browser, done, dress, headline, next, open, opened, paste, shot, verifier, wallet } from "./support.mjs";
import { headlines, walk } from "./verifier-walk.mjs";
import { walk as walkWallet } from "./wallet-walk.mjs";

const POLICE = "traffic_police";
let site;
let phone;
let chromium;
let ask;
before(async () => {
  site = await verifier();
  phone = await wallet();
  chromium = await browser();
  ({ ask } = await asker(chromium, site.url, POLICE));
});
after(async () => { await chromium?.close(); site?.server.close(); phone?.server.close(); });

const ZOOMED = [
  { name: "laptop", viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 },
  { name: "phone", viewport: { width: 180, height: 320 }, deviceScaleFactor: 2 },
];

for (const { name, ...window } of ZOOMED) {
  for (const english of [false, true]) {
    const at = `zoom-200-${name}-${english ? "en" : "vi"}`;

    test(`200 % zoom, ${name}, ${english ? "English" : "Vietnamese"}: the verifier keeps its controls, scrolls one way`, async () => {
      await walk(chromium, site.url, { role: POLICE, english, see: async (page, screen, selector) => {
        await fits(page, `${at}-${screen}`);
        await pressable(page, selector.split(" ")[0], `${at}-${screen}`);
        await pressable(page, ".foot", `${at}-${screen}`);
        if (!english) await shot(page, `${at}-${screen}`);
        assert.deepEqual(page.faults, []);
      } }, window);
      let page;
      let set;
      for (const [verdict, [world, text]] of Object.entries(headlines(POLICE))) {
        if (set !== world) {
          if (page) await done(page);
          ({ page } = await opened(chromium, site.url, POLICE, { world, ...window, reducedMotion: "reduce" }));
          await dress(page, { english });
          set = world;
        }
        await paste(page, text());
        assert.equal(await headline(page), verdict);
        const word = await (await page.$(".plate .word")).boundingBox();
        assert.ok(word.y >= 0 && word.y + word.height <= window.viewport.height, `${at} ${verdict}: in view, ${JSON.stringify(word)}`);
        await whole(page, `${at} ${verdict}`);
        await fits(page, `${at} ${verdict}`);
        if (!english) await shot(page, `${at}-${verdict}`);
        await next(page);
      }
      await done(page);
    });

    test(`200 % zoom, ${name}, ${english ? "English" : "Vietnamese"}: every screen of the wallet`, async () => {
      const page = await open(chromium, phone.url, window);
      await walkWallet(page, ask, async (screen) => {
        await fits(page, `${name} ${screen}`);
        await pressable(page, "main", `${name} ${screen}`);
        if (!english) await shot(page, `${at}-wallet-${screen}`);
      }, { english });
      await done(page);
    });
  }
}
