// A shift by the figures of the design: presses, times, what ends, what is said, what a key or the back button takes away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, clipboardEmpty, done, everything, headline, inBoth, next, opened, paste, random, shot, showing, unfold, until,
  valuesOn, verifier } from "./support.mjs";
import { headlines } from "./verifier-walk.mjs";

const POLICE = "traffic_police";
/** @type {import("playwright-core").BrowserContextOptions} */
const DESK = { viewport: { width: 1366, height: 657 }, permissions: ["clipboard-read", "clipboard-write"] };
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** The device's clock goes on by so many seconds, on top of what it went before. */
const later = (page, seconds) => page.evaluate((more) => {
  const now = Date.now.bind(Date);
  Date.now = () => now() + more * 1000;
}, seconds);
/** A showing made `after` so many seconds. */
const made = (world, role, papers, after = 0) => world.show(role, papers, random(16), Math.floor(Date.now() / 1000) + after);

/** What a scanner that types has given, at once: that its keys are taken, and from where, scans.mjs tries by the clock. */
const scanner = (page, text) => page.evaluate((text) => /** @type {any} */ (document.querySelector("doichieu-verifier")).page.ways.typed(text), text);

/** Counts presses of a person: pointers, and keys that no scanner typed. */
async function counting(page) {
  await page.evaluate(() => {
    window.sent = 0;
    addEventListener("pointerdown", () => { window.sent += 1; }, true);
    addEventListener("keydown", ({ key, isTrusted }) => { if (isTrusted && ["F2", "F8", "Escape"].includes(key)) window.sent += 1; }, true);
  });
  return () => page.evaluate(() => { const { sent } = window; window.sent = 0; return sent; });
}

test("row 5: presses: wedge → verdict 0, number on the clipboard 1, all values seen 1, next person 1, or 0 by a scan", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", DESK);
  const presses = await counting(page);
  await scanner(page, showing(world, "clinic").text);
  assert.equal(await headline(page), "accept");
  assert.equal(await presses(), 0, "scan → verdict");
  await page.keyboard.press("F2");
  await page.waitForSelector("#copy-line:has-text('✓')");
  assert.equal(await presses(), 1, "scan → line on the clipboard");
  const line = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(line, /\t/);
  const number = line.split("\n")[1].split("\t")[0];
  assert.match(number, /^[A-Z]{2}\d{13}$|^\d{10}$/);
  await page.click("[data-field=card_no] .copy");
  assert.equal(await presses(), 1, "one number");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), number);
  assert.deepEqual(await valuesOn(page).then((all) => all.filter((text) => !/•/.test(text))), [], "copying shows nothing");
  await page.keyboard.press("F8");
  assert.ok((await valuesOn(page)).includes(number));
  assert.equal(await presses(), 1, "scan → all values seen");
  await shot(page, "row-5");
  await scanner(page, showing(world, "clinic").text);
  await page.waitForFunction((number) => !document.querySelector("doichieu-verifier").shadowRoot.innerHTML.includes(number), number);
  assert.equal(await headline(page), "accept");
  assert.equal(await presses(), 0, "next person by a scan");
  await clipboardEmpty(page);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#scan");
  assert.equal(await presses(), 1, "next person");
  await done(page);
});

test("row 6, printed and failing nothing: a scanner's Enter → the verdict painted", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", DESK);
  const client = await page.context().newCDPSession(page);
  const times = [];
  for (const slower of [1, 1, 1, 6, 6, 6]) {
    await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
    times.push(await page.evaluate((text) => new Promise((resolve) => {
      const verifier = /** @type {any} */ (document.querySelector("doichieu-verifier"));
      const begun = performance.now();
      // What a scanner's Enter leads to; keys of a driver are slower than any scanner's.
      void verifier.page.ways.typed(text);
      const look = () => {
        if (verifier.shadowRoot.querySelector("#result .plate")) requestAnimationFrame(() => resolve(Math.round(performance.now() - begun)));
        else if (performance.now() - begun > 10_000) resolve(-1);
        else requestAnimationFrame(look);
      };
      look();
    }), showing(world, "clinic").text));
    await next(page);
  }
  console.log(`row 6: scanner's Enter to the verdict painted: ${times.slice(0, 3).join(", ")} ms (bar 100); six times slower: ${times.slice(3).join(", ")} ms`
    + " (bar 250)");
  await done(page);
});

inBoth("row 10: a second phone 33 s, 2 min and 10 min after the first: its verdict stands, none of its values is in the document", async ({ opened }) => {
  for (const after of [33, 121, 600]) {
    const { page, world } = await opened(site.url, POLICE);
    const all = world.preset(POLICE);
    const [first, second] = [{ driving_licence: all.driving_licence }, { vehicle_registration: all.vehicle_registration }];
    await page.click("#chip-car");
    await paste(page, made(world, POLICE, first).text);
    await headline(page);
    await unfold(page);
    const values = (await valuesOn(page)).filter((text) => text.length > 5);
    assert.ok(values.length > 2);
    await later(page, after / 2);
    // Somebody is there: a verdict that nobody touches for ten minutes goes back to scanning.
    await page.click("#face");
    await later(page, after / 2);
    if (after > 120) await page.waitForSelector("#ended");
    await page.click("#add");
    await paste(page, made(world, POLICE, second, after).text);
    await page.waitForSelector(".phones");
    const [one] = await page.$$eval(".phones li[data-headline]", (lines) => lines.map((line) => line.getAttribute("data-headline")));
    assert.notEqual(one, "scan_again");
    assert.equal(await page.$eval("#needs [data-kind=driving_licence]", (need) => need.getAttribute("data-state")), "shown",
      `${after} s: what it proved stands`);
    if (after > 120) {
      assert.match(await page.textContent(".phones li:first-child"), /Hết giờ xem/);
      const document = await everything(page);
      await unfold(page);
      // What both phones say may stand there by the second.
      const theirs = new Set(await valuesOn(page));
      assert.deepEqual(values.filter((text) => !theirs.has(text) && document.includes(text)), [], `${after} s`);
    }
    await shot(page, `row-10-${after}`);
    await page.context().close();
  }
});

test("row 11: after end, cover, next and reload none of the values is in document, clipboard, storage, caches or log", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", { ...DESK, installed: true });
  await scanner(page, showing(world, "clinic").text);
  await headline(page);
  await page.keyboard.press("F8");
  await page.waitForSelector("#fields .row dd > span:not(.dots)");
  const values = (await valuesOn(page)).filter((text) => text.length > 3 && !/•/.test(text));
  assert.ok(values.length > 6, values.join());
  const kept = () => page.evaluate(async () => {
    const said = [];
    for (const { name } of await indexedDB.databases()) {
      const base = await new Promise((resolve) => { const ask = indexedDB.open(name); ask.onsuccess = () => resolve(ask.result); });
      for (const store of base.objectStoreNames) {
        const all = await new Promise((resolve) => { const ask = base.transaction(store).objectStore(store).getAll(); ask.onsuccess = () =>
          resolve(ask.result); });
        const decoder = new TextDecoder("latin1");
        const told = (of) => (of instanceof Uint8Array ? decoder.decode(of) : of && typeof of === "object" ? Object.values(of).map(told).join(" ")
          : String(of));
        said.push(all.map(told).join(" "));
      }
      base.close();
    }
    for (const name of await caches.keys()) said.push((await (await caches.open(name)).keys()).map(({ url }) => url).join(" "));
    return [...said, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join("\n");
  });
  const found = async () => {
    const [shown, stored] = [await everything(page), await kept()];
    const utf8 = (text) => Buffer.from(text, "utf8").toString("latin1");
    return values.filter((text) => shown.includes(text) || stored.includes(text) || stored.includes(utf8(text)));
  };
  await page.keyboard.press("F8");
  assert.deepEqual(await found(), [], "covered");
  await page.keyboard.press("F2");
  await page.waitForSelector("#copy-line:has-text('✓')");
  await later(page, 181);
  await page.waitForSelector("#ended");
  assert.deepEqual(await found(), [], "ended");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await clipboardEmpty(page);
  await next(page);
  assert.deepEqual(await found(), [], "next");
  await scanner(page, made(world, "clinic", Object.fromEntries(Object.entries(world.preset("clinic")).slice(-4)), 181).text);
  await headline(page);
  await page.keyboard.press("F8");
  await page.reload();
  await page.waitForSelector("#scan");
  assert.deepEqual(await found(), [], "reload");
  assert.equal((await clipboard()).trim(), "");
  await done(page);
});

inBoth("row 12: holding: three minutes a press, a quarter of an hour at most, never past the grant, its release always in view", async ({ opened }) => {
  const { page, world } = await opened(site.url, "clinic", { viewport: DESK.viewport });
  await scanner(page, showing(world, "clinic").text);
  await headline(page);
  const seconds = async () => {
    const [, minutes, rest] = /(\d+):(\d+)/.exec(await page.textContent(".countdown p"));
    return Number(minutes) * 60 + Number(rest);
  };
  assert.ok(Math.abs((await seconds()) - 180) < 5, `${await seconds()}`);
  await page.click("#hold");
  await page.click("#hold-why .button:first-of-type");
  const box = await (await page.waitForSelector("#let-go")).boundingBox();
  assert.ok(box.y > 0 && box.y + box.height <= 657, JSON.stringify(box));
  assert.ok(Math.abs((await seconds()) - 360) < 8, `three minutes more: ${await seconds()}`);
  for (let press = 0; press < 6; press += 1) { const more = await page.$("#hold"); if (!more) break; await more.click(); }
  assert.ok((await seconds()) <= 180 + 900, `${await seconds()}`);
  assert.ok((await seconds()) > 900, `${await seconds()}`);
  await shot(page, "row-12");
  await page.click("#let-go");
  assert.equal(await page.$("#let-go"), null);
  assert.ok((await seconds()) <= 180);
  await next(page);
  // Police keep nothing: nothing may be held past what was agreed to.
  await done(page);
  const stop = await opened(site.url, POLICE);
  await paste(stop.page, showing(stop.world, POLICE).text);
  await headline(stop.page);
  if (await stop.page.$("#hold")) {
    await stop.page.click("#hold");
    await stop.page.click("#hold-why .button:first-of-type");
  }
  const until = await stop.page.textContent(".countdown p");
  assert.match(until, /[0-4]:\d\d/, "never past the grant");
  await done(stop.page);
});

inBoth("row 20: back never loses a check by one press, and Escape leaves only where it says", async ({ opened }) => {
  const { page, world } = await opened(site.url, POLICE);
  for (const [press, screen] of [["#no-code", "#nothing"], ["#type-number", "#typed"], ["#more", "#other"], ["#to-settings", "#settings"]]) {
    await page.click(press);
    await page.waitForSelector(screen);
    await page.goBack().catch(() => {});
    await page.waitForSelector("#scan");
    await page.click(press);
    await page.waitForSelector(screen);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#scan");
  }
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await page.goBack().catch(() => {});
  await page.waitForSelector("#leaving");
  await shot(page, "row-20-leaving");
  await page.click("#leaving .button:first-of-type");
  assert.ok(await page.$("#result .plate"), "the check is still there");
  await page.goBack().catch(() => {});
  await page.waitForSelector("#leaving");
  await page.click("#leaving .main");
  await page.waitForSelector("#scan");
  await done(page);
});

inBoth("row 24: what is announced of a verdict: headline, reason, step and face; no name and no number", async ({ opened }) => {
  for (const [is, [world, text]] of Object.entries(headlines(POLICE))) {
    if (is === "scan_again") continue;
    const { page } = await opened(site.url, POLICE, { world });
    await paste(page, text());
    assert.equal(await headline(page), is);
    await page.waitForFunction(() => document.querySelector("doichieu-verifier").shadowRoot.getElementById("say-now").textContent.length > 3);
    const said = await page.$eval("#say-now", (of) => of.textContent);
    const [word, step] = [await page.textContent(".plate .word"), await page.$eval(".step .do", (of) => of.textContent).catch(() => "")];
    assert.ok(said.startsWith(word), said);
    if (step) assert.ok(said.includes(step.slice(0, 20)), `${said} / ${step}`);
    // Where nothing was checked there is nobody to compare.
    if (is === "not_checked") assert.doesNotMatch(said, /Đối chiếu khuôn mặt/); else assert.match(said, /Đối chiếu khuôn mặt/);
    assert.equal(Boolean(await page.$("#face")), is !== "not_checked");
    await unfold(page);
    const values = (await valuesOn(page)).filter((of) => of.length > 5);
    assert.deepEqual(values.filter((of) => said.includes(of)), [], said);
    assert.doesNotMatch(said, /\d{6}/);
    await done(page);
  }
});

test("row 27: printed, every screen is one sentence and no value", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await unfold(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible(".frame"), false);
  const said = await page.evaluate(() => getComputedStyle(document.querySelector("doichieu-verifier"), "::before").content);
  assert.match(said, /không in/);
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.isVisible(".frame"), true);
  await done(page);
});

test("row 28: 160 scans in eight hours: each accepted, nodes and memory do not grow", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", DESK);
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    window.sent = 0;
    Date.now = () => now() + window.sent * 1000;
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const measured = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name) => metrics.find((one) => one.name === name).value;
    return { nodes: of("Nodes"), heap: of("JSHeapUsedSize") };
  };
  // Three minutes a person. No handle of an element is held here: each would keep its whole screen (`waitForSelector` gives one).
  let seconds = 0;
  const round = async (count) => {
    for (let scan = 0; scan < count; scan += 1) {
      seconds += 180;
      const { text } = made(world, "clinic", world.preset("clinic"), seconds);
      await page.evaluate(([text, seconds]) => {
        window.sent = seconds;
        /** @type {any} */ (document.querySelector("doichieu-verifier")).page.ways.typed(text);
      }, [text, seconds]);
      await until(page, () => Boolean(document.querySelector("doichieu-verifier").shadowRoot.querySelector("#result .plate")));
      const is = await page.evaluate(() =>
        document.querySelector("doichieu-verifier").shadowRoot.querySelector("#result .plate").getAttribute("data-headline"));
      assert.equal(is, "accept", `scan after ${seconds} s`);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("doichieu-verifier")).page.next());
      await until(page, () => Boolean(document.querySelector("doichieu-verifier").shadowRoot.querySelector("#scan")));
    }
    return measured();
  };
  const begun = await round(40);
  const ended = await round(120);
  console.log(`row 28: after 40 scans ${JSON.stringify(begun)}, after 160 ${JSON.stringify(ended)}`);
  assert.ok(ended.nodes < begun.nodes + 100, JSON.stringify({ begun, ended }));
  assert.ok(ended.heap < begun.heap * 1.3 + 1_000_000, JSON.stringify({ begun, ended }));
  await done(page);
});
