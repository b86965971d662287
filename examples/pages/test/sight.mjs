// What a person sees and reaches at once: the verdict before all, the next step unmistakable, no word but the page's own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, whole } from "./audit.mjs";
import {
  browser, country, done, dress, headline, next, open, opened, paste, random, says, shot, showing, unfold, verifier, wallet,
} from "./support.mjs";
import { forged, withdrawn } from "./verifier-walk.mjs";

const POLICE = "traffic_police";
/** @type {import("playwright-core").BrowserContextOptions} */
const DESK = { viewport: { width: 1366, height: 657 }, reducedMotion: "reduce" };
let site;
let phone;
let chromium;
before(async () => { site = await verifier(); phone = await wallet(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); phone?.server.close(); });

const box = async (page, selector) => (await page.waitForSelector(selector, { state: "attached" })).boundingBox();
const size = (page, selector = ".plate .word") => page.$eval(selector, (of) => parseFloat(getComputedStyle(of).fontSize));
/** What has the focus, inside the element: its id, and of its text the beginning. */
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement.shadowRoot?.activeElement;
  return one ? { id: one.id, text: one.textContent.trim().slice(0, 60), inFoot: Boolean(one.closest(".foot")) } : null;
});
/** A phone that was asked agrees: its answer is given to the desk. */
async function answered(page, world) {
  const asked = world.asked(await page.getAttribute("#challenge canvas[data-modules]", "data-text"));
  asked.picked((await page.textContent("#challenge .digits b")).trim());
  await page.click("#answer");
  await paste(page, world.answer(asked, asked.fields, random(48)).text);
  return headline(page);
}
const root = (world) => ({ name: "1-root.dcr", mimeType: "application/octet-stream", buffer: Buffer.from(world.anchor()) });
/** Above the buttons at the foot, and not above the window. */
const inView = (of, foot, what) => assert.ok(of && of.y >= 0 && of.y + of.height <= foot.y, JSON.stringify({ what, of, foot }));

test("a field for a file speaks the page's language, by hand and by key, and says what was taken", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  // Chromium's own field says "Choose File" in the language of the browser.
  assert.deepEqual(await page.$$eval("input[type=file]", (all) => all.filter((one) => one.clientWidth > 1).map((one) => one.id)), []);
  assert.deepEqual(await page.$$eval("#set-up .drop-zone .button", (all) => all.map((one) => one.textContent.trim())), ["Chọn tệp"]);
  await page.focus("#set-up h1");
  for (let step = 0; step < 3 && (await focused(page))?.id !== "files"; step += 1) await page.keyboard.press("Tab");
  assert.equal((await focused(page))?.id, "files", "by key");
  assert.equal(await page.$eval("#set-up .drop-zone", (one) => getComputedStyle(one).outlineStyle), "solid", "the focus is seen");
  await page.setInputFiles("#files", root(country()));
  await page.waitForSelector("#compare");
  assert.match(await page.textContent("#has-root"), /1-root\.dcr/);
  await page.click("#turn-language");
  assert.equal((await page.textContent("#set-up .drop-zone .button")).trim(), "Choose file");
  await done(page);
});

test("set-up says what is missing; the answers to a check code are in view; Enter alone never says that it is the same", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  const missing = () => page.textContent("#missing");
  const all = /Khóa gốc, Danh sách, Quyền kiểm tra/;
  assert.match(await missing(), all);
  for (const english of [false, true]) {
    if (english) await page.click("#turn-language");
    await page.setInputFiles("#files", []);
    await page.setInputFiles("#files", root(country()));
    await page.waitForSelector("#compare");
    const foot = await box(page, ".foot");
    for (const answer of ["#is-same", "#differs"]) inView(await box(page, answer), foot, `${answer} ${english}`);
  }
  await page.click("#turn-language");
  await says(page, "#missing", all);
  await page.focus("#set-up h1");
  await page.keyboard.press("Enter");
  assert.ok(await page.isVisible(".fingerprint"));
  assert.match(await missing(), all);
  await page.click("#differs");
  await says(page, "#fault", /khác/);
  assert.match(await missing(), all);
  assert.equal(await page.getAttribute("#has-root", "data-here"), "false", "what differs was not taken");
  await page.setInputFiles("#files", root(country()));
  await page.click("#is-same");
  await says(page, "#missing", /: Danh sách, Quyền/);
  assert.match(await missing(), /: Danh sách, Quyền kiểm tra$/);
  assert.ok(await page.isDisabled("#finish"));
  // What does not fit is told in view, above the foot.
  await page.setInputFiles("#files", { name: "holiday.jpg", mimeType: "image/jpeg", buffer: Buffer.from([1, 2, 3]) });
  await says(page, "#fault", /holiday\.jpg/);
  inView(await box(page, "#fault"), await box(page, ".foot"), "fault");
  await done(page);
});

test("every vehicle stands whole in its picture, no two alike; what is to be filled in next comes into view", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.click("#chip-other");
  const drawn = await page.$$eval("#vehicle .vehicles .button", (all) => all.map((one) => {
    const svg = one.querySelector("svg");
    const { x, y, width, height } = svg.getBBox();
    const { width: w, height: h } = svg.viewBox.baseVal;
    return { kind: one.dataset.kind, whole: x >= 1 && y >= 1 && x + width <= w - 1 && y + height <= h - 1, picture: svg.innerHTML };
  }));
  assert.ok(drawn.length > 5);
  assert.deepEqual(drawn.filter((one) => !one.whole).map(({ kind }) => kind), []);
  assert.equal(new Set(drawn.map(({ picture }) => picture)).size, drawn.length);
  await page.click("[data-kind=motorcycle]");
  inView(await box(page, "#displacementCc"), await box(page, ".foot"), "the first measure");
  await page.fill("#displacementCc", "110");
  await page.fill("#plate", "29-X1 482.17");
  await page.click("#vehicle ~ .foot .main");
  await says(page, "#chip-other", /mô tô/);
  assert.match((await page.textContent("#chip-other")).replaceAll(/\s+/g, " "), /110 cm³ · 29-X1 482\.17/);
  await done(page);
});

for (const english of [false, true]) {
  test(`the verdict is the largest thing on a phone, and whole, ${english ? "English" : "Vietnamese"}`, async () => {
    const { page, world } = await opened(chromium, site.url, POLICE, { reducedMotion: "reduce" });
    await dress(page, { english });
    for (const [is, text] of Object.entries({
      accept: showing(world, POLICE).text, not_proven: forged(world, POLICE), not_checked: showing(world, "clinic").text, scan_again: "DC1:6BF",
    })) {
      await paste(page, text);
      assert.equal(await headline(page), is);
      await whole(page, is);
      const others = await page.$$eval("#result *:not(.word)", (all) => Math.max(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))));
      assert.ok(await size(page) > others, `${is}: ${await size(page)} > ${others}`);
      if (is === "accept") assert.ok(await size(page) >= (english ? 34 : 64), `${await size(page)} px`);
      await next(page);
    }
    await done(page);
  });

  test(`a desk: the verdict fills its side, read from two metres, foot at the bottom, ${english ? "English" : "Vietnamese"}`, async () => {
    const { page, world } = await opened(chromium, site.url, "clinic", DESK);
    await dress(page, { english });
    for (const [name, text] of Object.entries({
      accept: showing(world, "clinic").text, not_proven: forged(world, "clinic"), not_checked: showing(world, POLICE).text, scan_again: "DC1:6BF",
    })) {
      await paste(page, text);
      assert.equal(await headline(page), name);
      const [plate, foot] = [await box(page, "#result .plate"), await box(page, ".foot")];
      assert.ok(plate.height > 450 && plate.y + plate.height <= foot.y, `${name}: ${JSON.stringify({ plate, foot })}`);
      assert.ok(foot.y + foot.height > 640 && foot.y + foot.height <= 657, JSON.stringify(foot));
      assert.ok((await size(page)) >= (english ? 40 : 50), `${name}: ${await size(page)} px`);
      const cut = await page.$eval("#result .plate .word", (of) => {
        const text = [...of.childNodes].find((one) => one.nodeType === Node.TEXT_NODE && one.textContent.trim());
        return [...text.textContent.matchAll(/\S+/g)].filter((word) => {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          return range.getClientRects().length > 1;
        }).map((word) => word[0]);
      });
      assert.deepEqual(cut, [], `${name}: a word is cut in two`);
      await shot(page, `desk-${name}-${english ? "en" : "vi"}`);
      await next(page);
    }
    await done(page);
  });
}

/** @type {Record<string, import("playwright-core").BrowserContextOptions>} */
const WINDOWS = { "a desk": DESK, "a phone": {} };
for (const [name, window] of Object.entries(WINDOWS)) {
  test(`a code to be scanned from ${name}: heading, code, steps and buttons are in view together`, async () => {
    const { page } = await opened(chromium, site.url, "bank", window);
    await page.waitForSelector("#challenge canvas[data-modules]");
    const { height } = page.viewportSize();
    for (const part of ["#challenge canvas", "#ask-new", "#answer", ...(window.viewport ? ["#challenge h1", "#challenge .steps"] : [])]) {
      const of = await box(page, part);
      assert.ok(of.y >= 0 && of.y + of.height <= height, `${part}: ${JSON.stringify(of)}`);
    }
    const { width } = await box(page, "#challenge canvas");
    assert.ok(width >= (window.viewport ? 440 : 328), `${width}`);
    await shot(page, `challenge-${name.split(" ")[1]}`);
    await done(page);
  });
}

test("with the keyboard alone: nothing that has the focus lies under the buttons at the foot", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await unfold(page);
  await page.focus("#result .plate h1");
  let seen = 0;
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press("Tab");
    const is = await page.evaluate(() => {
      const { shadowRoot } = document.activeElement;
      const one = shadowRoot?.activeElement;
      if (!one?.closest("#result") || one.closest(".foot")) return null;
      return { text: one.textContent.trim().slice(0, 40), bottom: one.getBoundingClientRect().bottom,
        foot: shadowRoot.querySelector(".foot").getBoundingClientRect().top };
    });
    if (is) { seen += 1; assert.ok(is.bottom <= is.foot, JSON.stringify(is)); }
  }
  assert.ok(seen > 5, `${seen}`);
  await done(page);
});

test("holding the screen: one question at a time, Escape puts it away and not the check, and it is said that it is held", async () => {
  const { page, world } = await opened(chromium, site.url, "bank", DESK);
  await page.waitForSelector("#challenge canvas[data-modules]");
  await answered(page, world);
  await page.click("#hold");
  assert.equal((await page.$$("#hold-why")).length, 1, "asked once");
  assert.ok(await page.$eval("main", (of) => of.inert), "nothing behind the question is reached");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#hold-why", { state: "detached" });
  assert.ok(await page.$("#result .plate"), "the check is still there");
  await page.click("#hold");
  await page.click("#hold-why .button:first-of-type");
  await says(page, ".countdown", /Đang giữ · còn/);
  assert.ok(await page.isVisible("#let-go"));
  await shot(page, "hold");
  await done(page);
});

test("settings say on and off in words, and the screen stays while they are changed; to erase is asked once more", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.click("#to-settings");
  const words = () => page.$$eval("#settings [id^=turn-] .state", (all) => all.map((one) => one.textContent));
  assert.deepEqual(await words(), ["tắt", "bật", "tắt", "tắt"]);
  await page.click("#turn-night");
  assert.deepEqual(await words(), ["bật", "bật", "tắt", "tắt"]);
  await page.click("#mode-desk");
  await page.waitForSelector("#mode-desk[aria-pressed=true]");
  assert.ok(await page.$(".frame[data-layout=desk]"));
  await page.click("#erase");
  await page.click("#erasing .button:last-of-type");
  await page.waitForSelector("#erase");
  assert.equal(await page.$("#erase-now"), null);
  await done(page);
});

test("what is told of a code stands out from what is told of the camera", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await page.waitForSelector(".eye.off .hint p");
  const swapped = [...showing(world, POLICE).text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join("");
  await paste(page, swapped);
  await says(page, ".eye .hint p", /bộ gõ/i);
  const [code, camera] = await page.$$eval(".eye .hint p", (all) => all.map((of) => {
    const { color, backgroundColor } = getComputedStyle(of);
    return `${color} on ${backgroundColor}`;
  }));
  assert.ok(code && camera, `${code} / ${camera}`);
  assert.notEqual(code, camera);
  await audit(page, "told of a code");
  await shot(page, "told-of-a-code");
  await done(page);
});

test("a desk's fields on a phone: the value and its copy in one line, named for who hears it", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic");
  await paste(page, showing(world, "clinic").text);
  await headline(page);
  await unfold(page);
  const rows = await page.$$eval("#fields .row", (all) => all.map((one) => {
    const [value, copy] = [one.querySelector("dd span"), one.querySelector(".copy")].map((of) => of.getBoundingClientRect());
    return { label: one.querySelector(".copy").ariaLabel, beside: copy.left >= value.right && copy.top < value.bottom && copy.bottom > value.top
      && copy.height >= 32 };
  }));
  assert.ok(rows.length > 3 && rows.every(({ label, beside }) => beside && /^Sao chép: ./.test(label)), JSON.stringify(rows));
  await shot(page, "desk-on-a-phone");
  await done(page);
});

test("values in words: which law the classes are of, and nothing is a dash", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await unfold(page);
  const values = await page.$$eval("[data-kind=driving_licence] dd > span", (all) => all.map((one) => one.textContent));
  assert.ok(values.includes("Luật 2024"), values.join("|"));
  assert.ok(!values.includes("–"), "an empty list is said to be none");
  assert.ok(await page.$$eval("[data-kind=driving_licence] .part", (all) => all.length) > 1, "each part of a licence on its own");
  await done(page);
});

test("what was not shown is named, an article for all is said once, and nothing withheld is called false", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await page.click("#chip-small");
  await paste(page, showing(world, POLICE, { driving_licence: ["classes"] }).text);
  assert.equal(await headline(page), "look_up");
  const why = (await page.textContent(".plate .why")).trim();
  const lacking = await page.$$eval("#needs [data-state=not_shown] b", (all) => all.map((one) => one.textContent));
  assert.ok(lacking.length > 0 && why.length > 3, `${why} / ${lacking.join()}`);
  await says(page, "#say-now", new RegExp(why.slice(0, 14).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  const laws = await page.$$eval("#needs .law", (all) => all.map((one) => one.textContent));
  assert.equal(new Set(laws).size, laws.length, laws.join("|"));
  assert.ok(!/giả/.test(await page.textContent("#result")), "withheld fields are not called false");
  await done(page);
});

for (const [role, kind, window] of /** @type {const} */ ([["clinic", "health_insurance_card", DESK], [POLICE, "driving_licence", {}]])) {
  test(`what was shown and is not in force has no tick among what is needed (${role})`, async () => {
    const world = withdrawn(role);
    const { page } = await opened(chromium, site.url, role, { world, ...window });
    await paste(page, showing(world, role).text);
    assert.equal(await headline(page), "not_in_force");
    const need = await page.$eval(`#needs [data-kind=${kind}]`, (of) => ({ is: of.getAttribute("data-headline"), chip: of.localName, text: of.textContent }));
    assert.deepEqual([need.is, need.chip], ["not_in_force", "div"]);
    assert.match(need.text, /KHÔNG ĐÁP ỨNG/);
    const [shown, all] = (await page.textContent("#needs .count")).match(/\d+/g).map(Number);
    assert.equal(shown, all - 1, "it does not count as enough");
    await shot(page, `needs-not-in-force-${role}`);
    await done(page);
  });
}

test("where nothing was checked a desk shows what may be done, nobody's face and nothing of needs", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", DESK);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "not_checked");
  assert.deepEqual([await page.$("#face"), await page.$("#needs"), await page.$(".right .who")], [null, null, null]);
  assert.ok(await page.isVisible("#number-form"));
  await page.click("#no-code");
  await page.waitForSelector("#nothing");
  await page.click("#back");
  assert.equal(await headline(page), "not_checked", "the check is still there");
  await done(page);
});

test("of two phones one was not checked: who the other is, the face and what is needed stay", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await page.click("#add");
  await paste(page, showing(world, "clinic").text);
  await page.waitForSelector(".phones");
  assert.equal(await headline(page), "not_checked");
  assert.ok(await page.$("#face"));
  assert.ok(await page.$("#needs"));
  await done(page);
});

test("the wallet: to show comes first, in view without scrolling", async () => {
  const page = await open(chromium, phone.url);
  await page.waitForSelector("#home");
  const foot = await page.$eval(".foot", (of) => of.getBoundingClientRect().top);
  const first = await page.$$eval("#home .button", ([one, two]) => [one, two].map((of) => of.getBoundingClientRect().bottom));
  assert.ok(first.every((bottom) => bottom <= foot), JSON.stringify({ first, foot }));
  await done(page);
});
