// Every screen in both languages and both themes: no accessibility fault, nothing too small to press, nothing wider than a small phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, pressable, whole } from "./audit.mjs";
import { browser, country, done, dress, frameText, headline, next, opened, paste, shot, showing, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
let plainBrowser;
before(async () => { site = await verifier(); plainBrowser = await browser(); });
after(async () => { await plainBrowser?.close(); site?.server.close(); });

for (const night of [false, true]) {
  for (const english of [false, true]) {
    test(`every screen: ${english ? "English" : "Vietnamese"}, ${night ? "night" : "day"}: accessible, not wider than 360 px`, async () => {
      const name = `${english ? "en" : "vi"}-${night ? "night" : "day"}`;
      const world = country();
      const { page } = await opened(plainBrowser, site.url, POLICE, { world, reducedMotion: "reduce" });
      if (english) await page.click(".bar .button:first-child");
      await page.waitForSelector("#scan");
      await page.click(".bar .button:last-child");
      if (night) await page.click("#turn-night");
      const see = async (screen) => {
        await page.waitForSelector(screen);
        await audit(page, `${name} ${screen}`);
        await shot(page, `${name}-${screen.slice(1)}`);
      };
      await see("#settings");
      await page.click("#to-lists");
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

for (const night of [false, true]) {
  for (const english of [false, true]) {
    test(`six headlines: ${english ? "English" : "Vietnamese"}, ${night ? "night" : "day"}: each has its word, accessible`, async () => {
      const world = country();
      const revoked = country();
      revoked.setStatus("driving_licence", 1);
      const forged = showing(world, POLICE).bytes();
      // The last bytes are the holder's signature.
      forged[forged.length - 5] ^= 1;
      const codes = {
        accept: [world, () => showing(world, POLICE).text],
        look_up: [world, () => showing(world, POLICE, { driving_licence: ["classes"] }).text],
        not_proven: [world, () => frameText(forged)],
        not_checked: [world, () => showing(world, "clinic").text],
        scan_again: [world, () => "DC1:6BF"],
        not_in_force: [revoked, () => showing(revoked, POLICE).text],
      };
      let page;
      for (const [name, [of, text]] of Object.entries(codes)) {
        if (!page || of === revoked) {
          if (page) await done(page);
          ({ page } = await opened(plainBrowser, site.url, POLICE, { world: of, reducedMotion: "reduce" }));
          await dress(page, { english, night });
        }
        await paste(page, text());
        assert.equal(await headline(page), name);
        assert.ok(await page.isVisible(".plate svg"), "a shape beside the word");
        // What was not proven is why it was not checked, not what the vehicle would need.
        if (name === "not_checked")
          assert.match(await page.textContent(".plate .why"), english ? /made for|someone else/i : /tạo cho|người khác|nơi khác/);
        const where = `headline-${name}-${english ? "en" : "vi"}-${night ? "night" : "day"}`;
        await audit(page, where);
        await whole(page, where);
        await shot(page, where);
        await next(page);
      }
      await done(page);
    });
  }
}

for (const night of [false, true]) {
  for (const english of [false, true]) {
    test(`set-up and paste: ${english ? "English" : "Vietnamese"}, ${night ? "night" : "day"}`, async () => {
      const name = `${english ? "en" : "vi"}-${night ? "night" : "day"}`;
      const { page, world } = await opened(plainBrowser, site.url, POLICE, { reducedMotion: "reduce" });
      await dress(page, { english, night });
      await page.click("#scan .tiles .button:nth-child(2)");
      await page.waitForSelector("#paste");
      await audit(page, `paste ${name}`);
      await shot(page, `${name}-paste`);
      await page.click("#paste .foot .button:first-child");
      await page.click(".bar .button:last-child");
      await page.click("#erase");
      await page.click("#settings .card .button.main");
      await page.waitForSelector("#set-up");
      assert.equal(await page.getAttribute("html", "data-theme"), night ? "night" : "day");
      await audit(page, `set-up ${name}`);
      await page.setInputFiles("#root", { name: "root", mimeType: "application/octet-stream", buffer: Buffer.from(world.anchor()) });
      await page.waitForSelector(".fingerprint");
      await audit(page, `fingerprint ${name}`);
      await shot(page, `${name}-set-up`);
      await done(page);
    });
  }
}

for (const english of [false, true]) {
  test(`twice the text size, ${english ? "English" : "Vietnamese"}: four screens lose nothing and scroll one way`, async () => {
    const { page, world } = await opened(plainBrowser, site.url, POLICE, { reducedMotion: "reduce" });
    await dress(page, { english });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const see = async (screen) => {
      await page.waitForSelector(screen);
      await shot(page, `text-200-${english ? "en" : "vi"}-${screen.slice(1)}`);
      await audit(page, `200 % ${screen}`);
      await pressable(page, screen, `200 % ${screen}`);
    };
    await see("#scan");
    await page.click("#scan .tiles .button:last-child");
    await see("#questions");
    await page.click("#questions .foot .main");
    await page.click(".vehicle-now");
    await see("#vehicle");
    await page.click("#vehicle .foot .button:first-child");
    await paste(page, showing(world, POLICE).text);
    await headline(page);
    await shot(page, `text-200-${english ? "en" : "vi"}-verdict`);
    const word = await (await page.$(".plate .word")).boundingBox();
    assert.ok(word.y >= 0 && word.y + word.height <= 640, `the verdict is in view: ${JSON.stringify(word)}`);
    await whole(page, "200 %");
    await see("#result");
    await done(page);
  });
}

test("a desk: the verdict large on the left, what it says on the right, the next person one key away", async () => {
  const { page, world } = await opened(plainBrowser, site.url, "clinic", {
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await paste(page, showing(world, "clinic").text);
  await headline(page);
  const box = async (selector) => (await page.$(selector)).boundingBox();
  const [plate, rest, foot] = [await box("#result .plate"), await box("#result > .stack"), await box("#result .foot")];
  assert.ok(plate.x + plate.width <= rest.x, "side by side");
  assert.ok(plate.width > 400 && Math.abs(plate.y - rest.y) < 2, JSON.stringify({ plate, rest }));
  assert.ok(parseFloat(await page.$eval(".plate .word", (word) => getComputedStyle(word).fontSize)) >= 56, "read from two metres");
  assert.ok(foot.y + foot.height <= 800, "the next person is in view");
  await audit(page, "desk");
  await next(page);
  await audit(page, "desk, scan");
  await shot(page, "desk-scan");
  await done(page);
});
