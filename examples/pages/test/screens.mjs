// Every screen in both languages and both themes: no accessibility fault, nothing too small to press, nothing wider than a small phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, country, done, headline, open, opened, paste, setUp, shot, showing, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let plainBrowser;
before(async () => { site = await verifier(); plainBrowser = await browser(); });
after(async () => { await plainBrowser?.close(); site?.server.close(); });

for (const night of [false, true]) {
  for (const english of [false, true]) {
    test(`every screen: ${english ? "English" : "Vietnamese"}, ${night ? "night" : "day"}: no accessibility fault, no sideways scroll at 360 × 640`, async () => {
      const name = `${english ? "en" : "vi"}-${night ? "night" : "day"}`;
      const world = country();
      const { page } = await opened(plainBrowser, site.url, POLICE, { world, reducedMotion: "reduce" });
      if (english) await page.click(".bar .button:nth-child(2)");
      await page.waitForSelector("#scan");
      await page.click(".bar .button:last-child");
      if (night) await page.click("#settings .card.row .button:first-child");
      const see = async (screen) => { await page.waitForSelector(screen); await audit(page, `${name} ${screen}`); await shot(page, `${name}-${screen.slice(1)}`); };
      await see("#settings");
      await page.click("#settings .row .button:first-child:has(svg)");
      await see("#lists");
      await page.click("#lists .foot .main");
      await see("#scan");
      await page.click(".vehicle-now");
      await page.click("[data-kind=car]");
      await see("#vehicle");
      await page.fill("#seats", "5");
      await page.click("#vehicle .main");
      await page.waitForSelector("#scan");
      await page.click("#scan .foot .button:first-child");
      await see("#nothing");
      await page.click("#nothing .foot .button:first-child");
      await see("#typed");
      await page.click("#typed .foot .main");
      await page.waitForSelector("#scan");
      await page.click("#scan .foot .main");
      await page.waitForSelector(".challenge");
      await see(".challenge");
      await page.keyboard.press("Escape");
      await paste(page, showing(world, POLICE).text);
      await see("#result");
      await page.keyboard.press("Escape");
      await paste(page, "079196001234|212345678|Nguyễn Thị Ví Dụ|15051996|Nữ|Số 1 Phố Không Có, Hà Nội|01012022");
      await see("#plain");
      await done(page);
    });
  }
}

test("the set-up screen and twice the text size", async () => {
  const page = await open(plainBrowser, site.url);
  await page.waitForSelector("#set-up");
  await audit(page, "set-up");
  await shot(page, "set-up");
  const world = country();
  await setUp(page, world, POLICE);
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await shot(page, "text-200");
  await done(page);
});
