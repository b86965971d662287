// Where what must stand: a verdict in one view, at a desk of 1366 pixels and on the smallest phone (rows 1, 3 and 4 of the design).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { browser, country, done, headline, inBoth, next, opened, paste, redress, shot, showing, verifier } from "./support.mjs";
import { headlines } from "./verifier-walk.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

const bottom = (page, selector) => page.$eval(selector, (of) => Math.round(of.getBoundingClientRect().bottom));

/** What of a plate stands outside it, and what of the screen is scrolled to. */
const outside = (page) => page.$eval("#result", (result) => {
  const plate = result.querySelector(".plate");
  const whole = plate.getBoundingClientRect();
  const parts = [...plate.querySelectorAll("*")].filter((of) => {
    const box = of.getBoundingClientRect();
    return box.width > 0 && (box.left < whole.left - 0.5 || box.right > whole.right + 0.5 || box.top < whole.top - 0.5 || box.bottom > whole.bottom + 0.5);
  });
  const columns = [plate, result.querySelector(".right"), result.querySelector(".side")].filter((of) => of && of.scrollHeight > of.clientHeight + 1);
  return [...parts.map((of) => `outside: ${of.localName}.${of.getAttribute("class")}`), ...columns.map((of) =>
    `scrolls: .${of.getAttribute("class")} ${of.scrollHeight} > ${of.clientHeight}`)];
});

inBoth("row 1: a desk of 1366 × 600 to 768, six headlines, both languages: nothing outside the plate, no column scrolls", async ({ opened }) => {
  const faults = [];
  let page;
  let set;
  for (const [is, [world, text]] of Object.entries(headlines("clinic"))) {
    if (set !== world) {
      if (page) await done(page);
      ({ page } = await opened(site.url, "clinic", { world, viewport: { width: 1366, height: 625 }, reducedMotion: "reduce" }));
      set = world;
    }
    await paste(page, text());
    assert.equal(await headline(page), is);
    for (const english of [false, true]) {
      await redress(page, { english });
      for (const height of [600, 625, 657, 690, 768]) {
        await page.setViewportSize({ width: 1366, height });
        faults.push(...(await outside(page)).map((one) => `${is} at ${height}, ${english ? "English" : "Vietnamese"}: ${one}`));
        if (height === 600) await shot(page, `desk-600-${is}-${english ? "en" : "vi"}`);
      }
    }
    await redress(page, {});
    await page.setViewportSize({ width: 1366, height: 625 });
    await next(page);
  }
  assert.deepEqual(faults, []);
  await done(page);
});

test("row 1: the longest reason of all stands inside the plate, at every height of a desk", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", { viewport: { width: 1366, height: 600 }, reducedMotion: "reduce" });
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "not_checked");
  const table = JSON.parse(await readFile(new URL("../../../wasm/npm/reasons.json", import.meta.url), "utf8"));
  const texts = table.reasons.flatMap(({ vi, en }) => [vi, en]).filter(Boolean);
  assert.ok(texts.length > 150, `${texts.length}`);
  const text = texts.reduce((one, other) => (other.length > one.length ? other : one));
  await page.$eval(".plate .why", (of, text) => { of.textContent = text; }, text);
  for (const height of [600, 768]) {
    await page.setViewportSize({ width: 1366, height });
    assert.deepEqual((await outside(page)).filter((one) => one.startsWith("outside")), [], `${height}: ${text}`);
  }
  await page.context().close();
});

inBoth("row 3: a phone of 360 × 640, in order: verdict, name, number plate, face and needs in one view", async ({ engine, opened }) => {
  const { page, world } = await opened(site.url, POLICE, { reducedMotion: "reduce" });
  await page.click("#chip-car");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  const most = { ".plate": 150, ".who .name": 200, ".number-plate": 270, "#face": 360, "#needs": 470 };
  const found = {};
  for (const selector of Object.keys(most)) found[selector] = await bottom(page, selector);
  for (const [selector, least] of Object.entries(most)) assert.ok(found[selector] <= least, JSON.stringify(found));
  // The head of the first paper is seen, so that scrolling is.
  const [head, foot] = [await page.$eval(".paper", (of) => of.getBoundingClientRect().top), await page.$eval(".foot", (of) => of.getBoundingClientRect().top)];
  assert.ok(head < foot - 20, JSON.stringify({ head, foot }));
  await shot(page, "row-3");
  console.log(`row 3, ${engine}: ${JSON.stringify(found)}`);
  await done(page);
});

inBoth("row 4: a phone of 360 × 640, not in force: reason, step, article, name, number plate and face above the foot", async ({ engine, opened }) => {
  const world = country();
  world.setStatus("car_part", 2);
  const { page } = await opened(site.url, POLICE, { world, reducedMotion: "reduce" });
  await page.click("#chip-car");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "not_in_force");
  const found = {};
  for (const selector of [".plate .why", ".step .do", ".step .law", ".who .name", ".number-plate", "#face"]) found[selector] = await bottom(page, selector);
  await shot(page, "row-4");
  for (const at of Object.values(found)) assert.ok(at <= 530, JSON.stringify(found));
  console.log(`row 4, ${engine}: ${JSON.stringify(found)}`);
  await next(page);
  await done(page);
});
