// What of a vehicle is asked for: only what matters for its kind, by keyboard too; and the engine judges by it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, done, dress, everything, headline, next, opened, paste, shot, showing, verifier } from "./support.mjs";

const POLICE = "traffic_police";
const NOT_COVERED = /licence\.class_not_covering/;
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** Opens the picker with a kind chosen. */
async function choose(page, kind) {
  await page.click("#chip-other");
  // The one of before is confirmed by the first press.
  if (!(await page.$("#vehicle"))) await page.click("#chip-other");
  await page.click(`#vehicle [data-kind=${kind}]`);
}

/** The labels that are to be seen. */
const asked = (page) => page.$$eval("#vehicle label", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));

/** The driver shows her licence, of class B: what the whole page says then. */
async function judged(page, world) {
  const { identity, driving_licence } = world.preset(POLICE);
  await paste(page, showing(world, POLICE, { identity, driving_licence }).text);
  await headline(page);
  const said = await everything(page);
  const beside = await page.textContent("#result .plate .beside");
  await next(page);
  return { said, beside };
}

test("three wheels: their unladen mass, and above 400 kg what a car is asked for", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  for (const kind of ["tricycle", "disabled_tricycle"]) {
    await choose(page, kind);
    assert.deepEqual(await asked(page), [
      "khối lượng bản thân (kg)", "dung tích xi lanh (cm³)", "công suất động cơ (W)", "Biển số nhìn thấy",
    ]);
    await page.fill("#unladenMassKg", "400");
    assert.equal(await page.textContent("#measures [role=status]"), "", "up to it, nothing more");
    assert.equal(await page.isVisible("#seats"), false);
    await page.focus("#unladenMassKg");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("401");
    assert.match(await page.textContent("#measures [role=status]"), /trên 400 kg: xe này được tính là ô tô/);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "seats", "next by keyboard");
    await page.keyboard.type("3");
    await page.fill("#grossMassKg", "900");
    await audit(page, `${kind} as a car`);
    await shot(page, `vehicle-${kind}-as-car`);
    await page.click(".foot .main");
    assert.match(await page.textContent("#chip-other"), /3 chỗ · 900 kg · bản thân 401 kg/);
    const { said, beside } = await judged(page, world);
    assert.match(beside, /3 chỗ · 900 kg · bản thân 401 kg/, "the verdict names what it was judged beside");
    assert.doesNotMatch(said, NOT_COVERED, "class B covers it as a car");
  }
  // What is hidden again is not kept.
  await choose(page, "tricycle");
  await page.fill("#unladenMassKg", "401");
  await page.fill("#seats", "3");
  await page.fill("#unladenMassKg", "320");
  assert.equal(await page.isVisible("#seats"), false);
  await page.click(".foot .main");
  const words = await page.textContent("#chip-other");
  assert.match(words, /bản thân 320 kg/);
  assert.doesNotMatch(words, /chỗ/);
  assert.match((await judged(page, world)).said, NOT_COVERED, "class B covers no tricycle");
  await done(page);
});

test("fewer seats than its like: behind a press, by keyboard; then those of its like count", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await choose(page, "car");
  assert.deepEqual(await asked(page), ["số chỗ, kể cả chỗ người lái", "Biển số nhìn thấy"]);
  await page.fill("#seats", "8");
  await page.focus("#seats");
  await page.keyboard.press("Tab");
  const pressed = () => page.$eval("#fewer-seats", (of) => [
    /** @type {ShadowRoot} */ (of.getRootNode()).activeElement === of, of.getAttribute("aria-expanded")]);
  assert.deepEqual(await pressed(), [true, "false"]);
  await page.keyboard.press("Enter");
  assert.deepEqual(await pressed(), [true, "true"]);
  assert.deepEqual((await asked(page))[1], "Số chỗ nhiều nhất của xe cùng loại, cùng cỡ");
  await page.keyboard.press("Tab");
  await page.keyboard.type("16");
  await audit(page, "fewer seats than its like");
  await shot(page, "vehicle-fewer-seats");
  await page.click(".foot .main");
  assert.match(await page.textContent("#chip-other"), /8 chỗ · cùng loại 16 chỗ/);
  // Opened again, what was typed is there to be seen; closed, it does not count.
  await page.click("#chip-other");
  assert.equal(await page.inputValue("#seatsOfLike"), "16");
  assert.equal(await page.isVisible("#seatsOfLike"), true);
  await page.click(".foot .main");
  assert.match((await judged(page, world)).said, NOT_COVERED, "class B covers no 16 seats");
  // The one of before was confirmed with it.
  await choose(page, "car");
  await page.fill("#seats", "8");
  await page.fill("#seatsOfLike", "16");
  await page.click("#fewer-seats");
  assert.equal(await page.isVisible("#seatsOfLike"), false);
  await page.click(".foot .main");
  assert.match(await page.textContent("#chip-other"), /Ô tô chở người 8 chỗ(?! ·)/);
  assert.doesNotMatch((await judged(page, world)).said, NOT_COVERED);
  await done(page);
});

test("no other kind is asked for either, and the words are there in English", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await dress(page, { english: true });
  await page.click("#chip-other");
  const of = {};
  for (const kind of await page.$$eval("#vehicle .vehicles .button", (all) => all.map((one) => one.dataset.kind))) {
    await page.click(`[data-kind=${kind}]`);
    const more = (await page.isVisible("#fewer-seats")) ? ["…"] : [];
    of[kind] = [...(await asked(page)).slice(0, -1), ...more];
  }
  const [engine, wheels] = [["engine displacement (cm³)", "engine power (W)"], "unladen mass (kg)"];
  const [seats, mass] = [["seats, the driver's included", "…"], ["gross mass as designed (kg)", "payload as designed (kg)"]];
  assert.deepEqual(of, {
    moped: [],
    motorcycle: engine,
    tricycle: [wheels, ...engine],
    disabled_tricycle: [wheels, ...engine],
    car: seats,
    sleeper_coach: seats,
    truck: mass,
    four_wheeled_passenger: seats,
    four_wheeled_goods: mass,
    special_purpose: mass,
  });
  await page.click("[data-kind=car]");
  await page.click("#fewer-seats");
  assert.deepEqual((await asked(page)).slice(0, 2), ["seats, the driver's included", "Most seats of its like, same make and size"]);
  assert.equal((await page.textContent("#fewer-seats")).trim(), "Fewer seats than its like?");
  await done(page);
});
