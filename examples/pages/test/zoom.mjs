// Zoomed by the browser to 200 %: the window has half as many CSS pixels each way, and each is two of the screen. A laptop,
// and a small phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fits, pressable, whole } from "./audit.mjs";
import {
  asker,
  browser,
  country,
  done,
  dress,
  frameText,
  headline,
  next,
  open,
  opened,
  paste,
  shot,
  showing,
  verifier,
  wallet,
} from "./support.mjs";
import { walk } from "./wallet-walk.mjs";

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
    /** A screen: nothing sideways, nothing cut off, every control within reach. */
    const look = async (page, screen) => {
      await page.waitForSelector(screen);
      const where = `${at}-${screen.replace(/[#.]/, "")}`;
      await fits(page, where);
      await pressable(page, screen, where);
      await shot(page, where);
    };

    test(`200 % zoom, ${name}, ${english ? "English" : "Vietnamese"}: the verifier keeps its controls, scrolls one way`, async () => {
      const { page, world } = await opened(chromium, site.url, POLICE, { ...window, reducedMotion: "reduce" });
      await dress(page, { english });
      await look(page, "#scan");
      await look(page, ".bar");
      await page.click(".vehicle-now");
      await page.click("[data-kind=motorcycle]");
      await look(page, "#vehicle");
      await page.click("#vehicle .foot .button:first-child");
      await page.click("#scan .foot .button:first-child");
      await look(page, "#nothing");
      await page.click("#nothing .foot .button:first-child");
      await look(page, "#typed");
      await page.click("#typed .foot .main");
      await page.click("#scan .tiles .button:last-child");
      await look(page, "#questions");
      await page.click("#questions .foot .main");
      await page.click("#scan .foot .main");
      await look(page, ".challenge");
      await page.keyboard.press("Escape");
      await page.click(".bar .button:last-child");
      await look(page, "#settings");
      await page.click("#to-lists");
      await look(page, "#lists");
      await page.click("#lists .foot .main");
      await paste(page, "079196001234|212345678|Nguyễn Thị Ví Dụ|15051996|Nữ|Số 1 Phố Không Có, Hà Nội|01012022");
      await look(page, "#plain");
      await page.click("#plain .foot .main");
      const forged = showing(world, POLICE).bytes();
      // The last bytes are the holder's signature.
      forged[forged.length - 5] ^= 1;
      const verdicts = {
        accept: () => showing(world, POLICE).text,
        look_up: () => showing(world, POLICE, { driving_licence: ["classes"] }).text,
        not_proven: () => frameText(forged),
        not_checked: () => showing(world, "clinic").text,
        scan_again: () => "DC1:6BF",
      };
      for (const [verdict, text] of Object.entries(verdicts)) {
        await paste(page, text());
        assert.equal(await headline(page), verdict);
        const word = await (await page.$(".plate .word")).boundingBox();
        assert.ok(word.y >= 0 && word.y + word.height <= window.viewport.height, `${at} ${verdict}: in view, ${JSON.stringify(word)}`);
        await whole(page, `${at} ${verdict}`);
        await shot(page, `${at}-${verdict}`);
        await look(page, "#result");
        await next(page);
      }
      await done(page);
    });

    test(`200 % zoom, ${name}, ${english ? "English" : "Vietnamese"}: set-up, and every screen of the wallet`, async () => {
      const fresh = await open(chromium, site.url, window);
      await fresh.waitForSelector("#set-up");
      if (english) await fresh.click(".bar .button:first-child");
      await fresh.setInputFiles("#root", { name: "root", mimeType: "application/octet-stream", buffer: Buffer.from(country().anchor()) });
      await fresh.waitForSelector(".fingerprint");
      await look(fresh, "#set-up");
      await done(fresh);
      const page = await open(chromium, phone.url, window);
      await walk(page, ask, async (at) => {
        await fits(page, `${name} ${at}`);
        await pressable(page, "main", `${name} ${at}`);
        await shot(page, `zoom-200-${name}-${english ? "en" : "vi"}-wallet-${at}`);
      }, { english });
      await done(page);
    });
  }
}
