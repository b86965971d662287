// What a person sees and reaches at once: the verdict before all, the next step unmistakable, no word but the page's own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, whole } from "./audit.mjs";
import {
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
  random,
  readCode,
  shot,
  showing,
  verifier,
  wallet,
} from "./support.mjs";

const POLICE = "traffic_police";
/** @type {import("playwright-core").BrowserContextOptions} */
const DESK = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" };
let site;
let phone;
let chromium;
before(async () => { site = await verifier(); phone = await wallet(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); phone?.server.close(); });

const box = async (page, selector) => (await page.$(selector)).boundingBox();
const size = (page, selector = ".plate .word") => page.$eval(selector, (of) => parseFloat(getComputedStyle(of).fontSize));
const root = (world) => ({ name: "1-root.dcr", mimeType: "application/octet-stream", buffer: Buffer.from(world.anchor()) });

test("a field for a file speaks the page's language, by hand and by key, and says what was taken", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  // Chromium's own field says "Choose File" in the language of the browser.
  assert.deepEqual(await page.$$eval("input[type=file]", (all) => all.filter((one) => one.clientWidth > 1).map((one) => one.id)), []);
  assert.deepEqual(await page.$$eval("#set-up .pick .button", (all) => all.map((one) => one.textContent)), Array(4).fill("Chọn tệp"));
  await page.focus("#set-up");
  await page.keyboard.press("Tab");
  for (let step = 0; step < 4 && (await page.evaluate(() => document.activeElement.id)) !== "root"; step += 1)
    await page.keyboard.press("Tab");
  assert.equal(await page.$eval("#root + .pick .button", (one) => getComputedStyle(one).outlineStyle), "solid", "the focus is seen");
  await page.setInputFiles("#root", root(country()));
  await page.waitForSelector(".fingerprint");
  assert.match(await page.textContent(".drop:has(#root)"), /1-root\.dcr/);
  await page.click(".bar .button");
  assert.equal(await page.textContent("#set-up .pick .button"), "Choose file");
  await done(page);
});

for (const english of [false, true]) {
  test(`the answers to a fingerprint are in view above the foot, nobody scrolled, ${english ? "English" : "Vietnamese"}`, async () => {
    const page = await open(chromium, site.url);
    await page.waitForSelector("#set-up");
    if (english) await page.click(".bar .button");
    await page.setInputFiles("#root", root(country()));
    await page.waitForSelector(".fingerprint");
    const foot = await box(page, "#set-up .foot");
    for (const answer of ["main", "plain"]) {
      const of = await box(page, `#set-up .stack .row .button.${answer}`);
      assert.ok(of.y > 0 && of.y + of.height <= foot.y, JSON.stringify({ answer, of, foot }));
    }
    await done(page);
  });
}

test("set-up says what is missing, and Enter alone never says that a fingerprint is the same", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  const missing = () => page.textContent("#missing");
  assert.match(await missing(), /1, 2, 3/);
  await page.setInputFiles("#root", root(country()));
  await page.waitForSelector(".fingerprint");
  await page.keyboard.press("Enter");
  assert.ok(await page.isVisible(".fingerprint"));
  assert.match(await missing(), /1, 2, 3/);
  await page.click("#set-up .stack .row .button.plain");
  await page.waitForSelector("#set-up .told");
  assert.match(await missing(), /1, 2, 3/);
  assert.equal(await page.$(".drop.taken"), null, "what differs was not taken");
  await page.setInputFiles("#root", root(country()));
  await page.click("#set-up .stack .row .button.main");
  assert.match(await missing(), /: 2, 3/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "bundle", "on to the next file");
  // What does not fit is told in view, above the foot.
  await page.setInputFiles("#root", { name: "holiday.jpg", mimeType: "image/jpeg", buffer: Buffer.from([1, 2, 3]) });
  await page.waitForSelector("#set-up [role=alert]:not(:empty)");
  const [told, foot] = [await box(page, "#set-up [role=alert]"), await box(page, "#set-up .foot")];
  assert.ok(told.y >= 0 && told.y + told.height <= foot.y, JSON.stringify({ told, foot }));
  await done(page);
});

test("every vehicle stands whole in its picture, no two alike; where none was picked, no vehicle is shown", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  const none = await page.$eval(".vehicle-now svg", (of) => of.innerHTML);
  await page.click(".vehicle-now");
  const drawn = await page.$$eval("#vehicle .vehicles .button", (all) => all.map((one) => {
    const svg = one.querySelector("svg");
    const { x, y, width, height } = svg.getBBox();
    const { width: w, height: h } = svg.viewBox.baseVal;
    return { kind: one.dataset.kind, whole: x >= 1 && y >= 1 && x + width <= w - 1 && y + height <= h - 1, picture: svg.innerHTML };
  }));
  assert.deepEqual(drawn.filter((one) => !one.whole).map(({ kind }) => kind), []);
  assert.equal(new Set([none, ...drawn.map(({ picture }) => picture)]).size, drawn.length + 1);
  // What is to be filled in next comes into view, clear of the buttons at the foot.
  await page.click("[data-kind=motorcycle]");
  const [field, foot] = [await box(page, "#displacementCc"), await box(page, "#vehicle .foot")];
  assert.ok(field.y >= 0 && field.y + field.height <= foot.y, JSON.stringify({ field, foot }));
  await page.fill("#displacementCc", "110");
  await page.fill("#plate", "29-X1 482.17");
  await page.click("#vehicle .main");
  assert.match(await page.textContent(".vehicle-now"), /Xe mô tô · 110 cm³ · 29-X1 482\.17/);
  await done(page);
});

for (const english of [false, true]) {
  test(`the verdict is the largest thing on a phone, and whole, ${english ? "English" : "Vietnamese"}`, async () => {
    const { page, world } = await opened(chromium, site.url, POLICE, { reducedMotion: "reduce" });
    await dress(page, { english });
    await paste(page, showing(world, POLICE).text);
    await headline(page);
    assert.ok(await size(page) >= (english ? 36 : 64), `${await size(page)} px`);
    await next(page);
    const forged = showing(world, POLICE).bytes();
    forged[forged.length - 5] ^= 1;
    for (const text of [frameText(forged), showing(world, "clinic").text, "DC1:6BF"]) {
      await paste(page, text);
      await headline(page);
      await whole(page, await headline(page));
      const others = await page.$$eval("#result *:not(.word)", (all) =>
        Math.max(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))),
      );
      assert.ok(await size(page) > others, `${await size(page)} > ${others}`);
      await next(page);
    }
    await done(page);
  });

  test(`a desk: the verdict fills its side, read from two metres, foot at the bottom, ${english ? "English" : "Vietnamese"}`, async () => {
    const { page, world } = await opened(chromium, site.url, "clinic", DESK);
    await dress(page, { english });
    const forged = showing(world, "clinic").bytes();
    forged[forged.length - 5] ^= 1;
    for (const [name, text] of Object.entries({
      accept: showing(world, "clinic").text,
      not_proven: frameText(forged),
      not_checked: showing(world, POLICE).text,
      scan_again: "DC1:6BF",
    })) {
      await paste(page, text);
      assert.equal(await headline(page), name);
      const [plate, foot] = [await box(page, "#result .plate"), await box(page, "#result .foot")];
      assert.ok(plate.height > 500 && plate.y + plate.height <= foot.y, JSON.stringify({ plate, foot }));
      assert.ok(foot.y + foot.height > 770 && foot.y + foot.height <= 800, JSON.stringify(foot));
      assert.ok((await size(page)) >= 50, `${name}: ${await size(page)} px`);
      const cut = await page.$eval("#result .plate .word", (of) => {
        const text = of.firstChild;
        return [...text.textContent.matchAll(/\S+/g)].filter((word) => {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          return range.getClientRects().length > 1;
        }).map((word) => word[0]);
      });
      assert.deepEqual(cut, [], `${name}: a word is cut in two`);
      await whole(page, name);
      await audit(page, `desk ${name}`);
      await shot(page, `desk-${name}-${english ? "en" : "vi"}`);
      await next(page);
    }
    await done(page);
  });
}

for (const [name, window] of Object.entries({ "a desk": DESK, "a phone": {} })) {
  test(`a code to be scanned from ${name}: heading, code, steps and buttons are in view together, and TEST`, async () => {
    const { page } = await opened(chromium, site.url, "bank", window);
    await page.waitForSelector(".challenge canvas");
    const { height } = page.viewportSize();
    for (const part of ["h1", "canvas", "p:not(.test)", ".button", ".button.main"]) {
      const of = await box(page, `.challenge ${part}`);
      assert.ok(of.y >= 0 && of.y + of.height <= height, `${part}: ${JSON.stringify(of)}`);
    }
    assert.match(await page.textContent(".challenge .test"), /TEST/, "it covers the band of the page");
    assert.ok((await box(page, ".challenge canvas")).width >= 300);
    await shot(page, `challenge-${name.split(" ")[1]}`);
    await done(page);
  });
}

test("with the keyboard alone: nothing that has the focus lies under the buttons at the foot", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic");
  await paste(page, showing(world, "clinic").text);
  await headline(page);
  for (const toggle of await page.$$(".paper .button[aria-expanded]")) await toggle.click();
  await page.focus("#result .plate h1");
  let seen = 0;
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    const is = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one.closest("#result") || one.closest(".foot")) return null;
      return {
        text: one.textContent,
        bottom: one.getBoundingClientRect().bottom,
        foot: document.querySelector(".foot").getBoundingClientRect().top,
      };
    });
    if (is) { seen += 1; assert.ok(is.bottom <= is.foot, JSON.stringify(is)); }
  }
  assert.ok(seen > 8, `${seen}`);
  await done(page);
});

test("with the keyboard alone: Escape goes back from every screen, and nothing behind a code on the whole screen is reached", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  const ways = {
    "#scan .foot .button:first-child": "#nothing",
    "#scan .tiles .button:nth-child(2)": "#paste",
    "#scan .tiles .button:nth-child(3)": "#typed",
    "#scan .tiles .button:last-child": "#questions",
    ".bar .button:last-child": "#settings",
  };
  for (const [to, screen] of Object.entries(ways)) {
    await page.click(to);
    await page.waitForSelector(screen);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#scan");
  }
  await page.click("#scan .foot .main");
  await page.waitForSelector(".challenge canvas");
  const reached = new Set();
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.closest(".frame") !== null));
  }
  assert.deepEqual([...reached], [false]);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#scan");
  await page.click(".bar .button:first-child");
  assert.equal(await page.getAttribute("html", "lang"), "en", "and is reached again after it");
  await done(page);
});

test("a screen that hid itself counts no further", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.ok(await page.$("#result .ends"));
  await page.evaluate(() => { const now = Date.now.bind(Date); Date.now = () => now() + 3_600_000; });
  await page.waitForFunction(() => /Hết giờ xem/.test(document.getElementById("result").innerText));
  assert.equal(await page.$("#result .ends"), null);
  await shot(page, "hidden");
  await done(page);
});

test("holding the screen: one question at a time, said when it is held, and the focus back where it was", async () => {
  const { page, world } = await opened(chromium, site.url, "bank");
  await page.waitForSelector(".challenge canvas");
  const asked = world.asked(await readCode(page, await (await page.$(".challenge canvas")).screenshot()));
  asked.picked((await page.textContent(".challenge .digits b")).trim());
  await page.click(".challenge .main");
  await paste(page, world.answer(asked, asked.fields, random(48)).text);
  await headline(page);
  const hold = "#result .foot .button:has-text('Giữ')";
  await page.click(hold);
  assert.ok(await page.isDisabled(hold), "asked once");
  assert.equal((await page.$$("#result [role=group]")).length, 1);
  // Escape puts the question away and not the check.
  await page.keyboard.press("Escape");
  await page.waitForSelector("#result [role=group]", { state: "detached" });
  assert.ok(await page.$("#result .plate"));
  assert.equal(await page.isDisabled(hold), false);
  await page.click(hold);
  await page.click("#result [role=group] .button");
  await page.waitForFunction(() => /Đang giữ đến/.test(document.getElementById("say").textContent));
  assert.equal(await page.getAttribute(hold, "aria-pressed"), "true");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Giữ/);
  await shot(page, "hold");
  await done(page);
});

test("settings say on and off in words, and the screen stays while they are changed", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.click(".bar .button:last-child");
  const words = () => page.$$eval("#settings [id^=turn-] .state", (all) => all.map((one) => one.textContent));
  assert.deepEqual(await words(), ["tắt", "bật", "tắt"]);
  await page.click("#turn-night");
  assert.deepEqual(await words(), ["bật", "bật", "tắt"]);
  await page.click("#settings [role=group] .button:last-child");
  assert.equal(await page.getAttribute("#settings [role=group] .button:last-child", "aria-pressed"), "true");
  assert.ok(await page.$("body.desk"));
  // To erase is asked once more, and can be gone back on.
  await page.click("#erase");
  await page.click("#settings .card .row .button:last-child:has-text('Quay lại')");
  assert.ok(await page.isVisible("#erase"));
  await done(page);
});

test("what is told of a code stands out from what is told of the camera", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const colour = () => page.$eval("#scan .hint", (of) => getComputedStyle(of).backgroundColor);
  await page.waitForSelector(".eye.off");
  const plain = await colour();
  const swapped = [...showing(world, POLICE).text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join("");
  await paste(page, swapped);
  await page.waitForFunction(() => /bộ gõ/.test(document.querySelector("#scan .hint")?.textContent));
  assert.notEqual(await colour(), plain);
  await audit(page, "told of a code");
  await shot(page, "told-of-a-code");
  await done(page);
});

test("a desk's fields on a phone: the value and its copy in one line, named for who hears it", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic");
  await paste(page, showing(world, "clinic").text);
  await headline(page);
  await page.click(".paper .button[aria-expanded]");
  const rows = await page.$$eval(".values dd:has(> .copy):not(.pressed)", (all) => all.map((one) => {
    const [value, copy] = [one.querySelector("span"), one.querySelector(".copy")].map((of) => of.getBoundingClientRect());
    return { label: one.querySelector(".copy").ariaLabel, beside: copy.left >= value.right && copy.width >= 56 && copy.height >= 56 };
  }));
  assert.ok(rows.length > 3 && rows.every(({ label, beside }) => beside && /^Sao chép: ./.test(label)), JSON.stringify(rows));
  await audit(page, "a desk on a phone");
  await shot(page, "desk-on-a-phone");
  await done(page);
});

test("values in words: which law the classes are of, and each part of a licence on its lines", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  const values = await page.$$eval("[data-kind=driving_licence] dd > span", (all) => all.map((one) => one.textContent));
  assert.ok(values.includes("Luật 2024"), values.join("|"));
  assert.ok(!values.includes("–"), "nothing is a dash: an empty list is said to be none");
  assert.ok(values.some((text) => text.split("\n").length > 1));
  await done(page);
});

test("what was not shown is named beside the verdict, an article for all is said once, and nothing withheld is called false", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await page.click(".vehicle-now");
  await page.click("[data-kind=motorcycle]");
  await page.fill("#displacementCc", "110");
  await page.click("#vehicle .main");
  await paste(page, showing(world, POLICE, { driving_licence: ["classes"] }).text);
  assert.equal(await headline(page), "look_up");
  const [why, lacking] = [
    await page.textContent(".plate .why"),
    await page.$$eval(".needs [data-state=not_shown] > span:first-of-type", (all) => all.map((one) => one.textContent)),
  ];
  assert.ok(lacking.length > 0 && lacking.every((name) => why.includes(name)), `${why} / ${lacking.join()}`);
  await page.waitForFunction((why) => document.getElementById("say-now").textContent.includes(why), why);
  const laws = await page.$$eval(".needs :is(.law, .more > p:first-child)", (all) =>
    all.map((one) => one.textContent).filter((text) => /Điều 56/.test(text)),
  );
  assert.equal(new Set(laws).size, laws.length, laws.join("|"));
  assert.ok(!/giả/.test(await page.textContent("#result")), "withheld fields are not called false");
  await done(page);
});

test("the wallet: to show comes first, in view without scrolling", async () => {
  const page = await open(chromium, phone.url);
  await page.waitForSelector("#home");
  const [show, foot] = [await box(page, "#home .stack .button"), await box(page, ".foot")];
  assert.ok(show.y + show.height <= foot.y);
  await done(page);
});
