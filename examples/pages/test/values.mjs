// What papers say, on the screen of a desk and of an officer: who sees it, how it gets out, and how it does not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import {
  browser,
  country,
  done,
  everything,
  headline,
  kit,
  next,
  opened,
  paste,
  random,
  shot,
  showing,
  valuesOn,
  verifier,
} from "./support.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** A clinic's desk with a showing on it, its contents unfolded. */
async function atDesk(options = {}) {
  const { page, world } = await opened(chromium, site.url, "clinic", { viewport: { width: 1280, height: 800 }, ...options });
  await paste(page, showing(world, "clinic").text);
  await headline(page);
  assert.deepEqual(await page.$$(".values dd"), [], "folded until somebody asks for it");
  for (const toggle of await page.$$(".paper .button[aria-expanded]")) await toggle.click();
  return { page, world };
}

/** The `dd` of each field with a press before it. */
const PRESSED = ".values dd:has([aria-label^='Nhấn giữ để xem'])";

test("a desk: each field is copied by itself, and is what the clipboard then holds", async () => {
  const { page } = await atDesk();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const rows = await page.$$(".values dd:has(> .button[aria-label^='Sao chép'])");
  assert.ok(rows.length > 3);
  for (const row of rows.slice(0, 3)) {
    const copy = await row.$(".button[aria-label^='Sao chép']");
    await copy.click();
    await page.waitForFunction(
      (label) => document.getElementById("say").textContent === label.replace("Sao chép", "Đã sao chép"),
      await copy.getAttribute("aria-label"),
    );
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await row.$eval("span", (span) => span.textContent));
  }
  const sensitive = await page.$(`${PRESSED} .button[aria-label^='Sao chép']`);
  await sensitive.click();
  assert.notEqual(await page.evaluate(() => navigator.clipboard.readText()), "", "a field behind a press is copied without being shown");
  assert.equal(await page.$eval(`${PRESSED} > span`, (span) => span.textContent), "");
  await audit(page, "desk");
  await page.evaluate(() => window.scrollTo(0, 500));
  await shot(page, "desk");
  await next(page);
  await done(page);
});

test("an officer copies nothing", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.deepEqual(await page.$$("[aria-label^='Sao chép']"), []);
  await done(page);
});

test("a sensitive field is in the document only while it is pressed, by finger or by key", async () => {
  const { page } = await atDesk();
  const fields = await page.$$(PRESSED);
  assert.ok(fields.length > 0);
  for (const field of fields) {
    const [said, peek] = [await field.$("span"), await field.$("[aria-label^='Nhấn giữ để xem']")];
    const text = () => said.textContent();
    assert.equal(await text(), "", "before");
    await peek.dispatchEvent("pointerdown");
    const value = await text();
    assert.notEqual(value, "", "while");
    await peek.dispatchEvent("pointerup");
    assert.equal(await text(), "", "after");
    if (value.length > 5) assert.ok(!(await everything(page)).includes(value), "nowhere else either");
    await peek.focus();
    await page.keyboard.down("Enter");
    assert.equal(await text(), value);
    await page.keyboard.up("Enter");
    assert.equal(await text(), "");
  }
  await done(page);
});

test("printing is off: no value, no verdict, no answer on paper", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 5);
  const seen = () => page.evaluate(() => document.body.innerText);
  assert.ok((await seen()).includes(values[0]));
  await page.emulateMedia({ media: "print" });
  const printed = await seen();
  for (const value of values) assert.ok(!printed.includes(value), "a value would be printed");
  assert.equal(await page.isVisible(".plate"), false);
  await page.emulateMedia({ media: null });
  await next(page);
  await paste(page, PRINTED);
  await page.waitForSelector("#plain");
  await page.emulateMedia({ media: "print" });
  for (const part of ["Nguyễn Thị Ví Dụ", "079196001234"])
    assert.ok(!(await seen()).includes(part), "a printed code's text would be printed");
  await done(page);
});

/** What stands in the code of an older card: an invented person. */
const PRINTED = "079196001234|212345678|Nguyễn Thị Ví Dụ|15051996|Nữ|Số 1 Phố Không Có, Hà Nội|01012022";

/** The code of a card of the demo person. */
function cardOf(world) {
  const identity = world.holding.find(({ kind }) => kind === "identity").fields;
  const of = (name) => identity.find((field) => field.name === name).value;
  const day = (name) => of(name).split("-").reverse().join("");
  return [of("personal_no"), "", of("full_name"), day("date_of_birth"), of("gender"), of("residence"), day("issued_on")].join("|");
}

/** Holds a printed code against the check that is under way; answers what each field comes to. */
async function compare(page, text) {
  await page.click("#result .foot .button:first-child");
  await paste(page, text);
  await page.waitForSelector("#plain .compared");
  return page.$$eval("#plain .compared dd", (all) => all.map((one) => one.textContent));
}

test("a printed code beside a proven paper: field by field, the same or not, and back to the check", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic");
  await paste(page, showing(world, "clinic").text);
  const verdict = await headline(page);
  const same = await compare(page, cardOf(world));
  assert.ok(same.filter((likeness) => likeness === "khớp").length > 3, same.join());
  assert.ok(!same.some((likeness) => likeness.startsWith("khác")), same.join());
  await audit(page, "printed code, the same");
  await shot(page, "plain-same");
  await page.click("#plain .foot .main");
  assert.equal(await headline(page), verdict, "back to the check, which is as it was");
  const other = await compare(page, PRINTED);
  assert.ok(other.some((likeness) => likeness.startsWith("khác")), other.join());
  assert.deepEqual(await page.$$(".plate"), [], "and still no verdict");
  await shot(page, "plain-differs");
  await done(page);
});

test("the language is switched on a result: the same check in other words, not begun again", async () => {
  const before = () => {
    window.felt = [];
    Navigator.prototype.vibrate = (pattern) => { window.felt.push(pattern); return true; };
  };
  const { page, world } = await opened(chromium, site.url, POLICE, { before });
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  const values = await valuesOn(page);
  const left = Number(/\d+/.exec(await page.textContent(".ends"))[0]);
  await page.waitForTimeout(1500);
  await page.click(".bar .button:first-child");
  await page.waitForFunction(() => document.querySelector("#result .plate h1")?.textContent === "IN ORDER");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.getAttribute("#result .word-other", "lang"), "vi");
  assert.match(await page.textContent("#result .needs"), /This vehicle needs/);
  assert.deepEqual((await valuesOn(page)).filter((value) => values.includes(value)).length > 5, true, "its values are still there");
  assert.ok(Number(/\d+/.exec(await page.textContent(".ends"))[0]) < left, "and end when they would have");
  assert.equal(await page.evaluate(() => window.felt.length), 1, "what was felt once is not felt again");
  await page.click(".bar .button:first-child");
  await page.waitForFunction(() => document.querySelector("#result .plate h1")?.textContent === "ĐẠT");
  await done(page);
});

test("a phone that disagrees about the time: this device's clock is looked at", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  // A phone whose clock says a quarter of an hour less than this device's: its code is past its minute.
  const then = Math.floor(Date.now() / 1000) - 900;
  const slow = new world.constructor(kit.DEMO_SEED, undefined, then);
  const early = () => slow.show(POLICE, { driving_licence: ["classes"] }, random(16), then);
  const hint = () => page.$$eval(".banner", (all) => all.some((one) => /MÁY NÀY/.test(one.textContent)));
  await paste(page, early().text);
  assert.equal(await headline(page), "scan_again");
  assert.equal(await hint(), true, "from the first on");
  assert.match(await page.textContent(".banner"), /cách nhau 15 phút/);
  await audit(page, "clock hint");
  await shot(page, "clock-hint");
  await next(page);
  assert.equal(await hint(), true, "until a phone agrees");
  await paste(page, showing(country(), POLICE).text);
  await headline(page);
  assert.equal(await hint(), false);
  await done(page);
});
