// What papers say, on the screen of a desk and of an officer: who sees it, how it gets out, and how it does not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import {
  askAndAnswer,
  browser,
  clipboardEmpty,
  country,
  done,
  everything,
  headline,
  kit,
  later,
  next,
  opened,
  paste,
  random,
  says,
  scanner,
  shot,
  showing,
  unfold,
  valuesOn,
  verifier,
} from "./support.mjs";

const POLICE = "traffic_police";
/** Least side of what is pressed with a mouse. */
const MOUSE = 24;
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** A clinic's desk with an answer on it, of which the citizen agreed that it is kept. */
async function atDesk(options = {}) {
  const { page, world } = await opened(chromium, site.url, "clinic", { viewport: { width: 1366, height: 768 }, ...options });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  assert.equal(await askAndAnswer(page, world), "accept");
  assert.deepEqual(await page.$$("#fields dd > span:not(.dots)"), [], "covered until somebody asks for it");
  return { page, world };
}

/** What the clipboard holds. */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

test("a desk: each field is copied by itself, covered or shown, and is what the clipboard then holds", async () => {
  const { page } = await atDesk();
  const rows = await page.$$eval("#fields [data-field]", (all) => all.map((row) => /** @type {HTMLElement} */ (row).dataset.field));
  assert.ok(rows.length > 5, rows.join());
  const copied = {};
  for (const row of rows) {
    const button = `#fields [data-field=${row}] .copy`;
    const label = await page.getAttribute(button, "aria-label");
    await page.click(button);
    await says(page, "#say", label.replace("Sao chép", "Đã chép"));
    copied[row] = await clipboard(page);
    assert.ok(copied[row].length > 0, `${row} is copied without being shown`);
  }
  assert.deepEqual(await page.$$("#fields dd > span:not(.dots)"), [], "and nothing was uncovered for it");
  await audit(page, "desk, covered", { least: MOUSE });
  await page.click("#show");
  for (const row of rows) {
    const shown = await page.textContent(`#fields [data-field=${row}] dd span`);
    const plain = (text) => text.replaceAll(/[\s.–-]/g, "");
    assert.equal(plain(shown), plain(copied[row]), row);
  }
  await audit(page, "desk", { least: MOUSE });
  await shot(page, "desk");
  await page.click("#next");
  await page.waitForSelector("#scan");
  await clipboardEmpty(page);
  await done(page);
});

test("a desk: one key copies one line for the hospital's system without showing it; it is gone with its person", async () => {
  const { page } = await atDesk();
  const name = await page.textContent(".who .name");
  await page.keyboard.press("F2");
  await says(page, "#say", /Đã chép: Một dòng cho phần mềm bệnh viện/);
  assert.ok(!(await page.textContent("#say")).includes(name), "a loudspeaker says no name");
  const [heads, line] = (await clipboard(page)).split("\n");
  assert.equal(heads.split("\t").length, line.split("\t").length);
  assert.ok(line.includes(name));
  assert.deepEqual(await page.$$("#fields dd > span:not(.dots)"), []);
  await shot(page, "desk-copied");
  await next(page);
  await clipboardEmpty(page);
  await done(page);
});

test("a desk to which somebody only showed copies nothing", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", { viewport: { width: 1366, height: 768 } });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await paste(page, showing(world, "clinic", undefined, 0).text);
  assert.equal(await headline(page), "accept");
  assert.match(await page.textContent("#only-see"), /chỉ cho xem/);
  await unfold(page);
  assert.deepEqual(await page.$$("[aria-label^='Sao chép'], .copy, #copy-line, #copy-number"), []);
  await page.keyboard.press("F2");
  assert.equal(await clipboard(page), "before");
  await done(page);
});

test("an officer copies nothing", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await unfold(page);
  assert.deepEqual(await page.$$("[aria-label^='Sao chép'], .copy, #copy-line, #copy-number"), []);
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+C");
  assert.equal(await clipboard(page), "before");
  await done(page);
});

test("a desk shows the fields of a visit while somebody wants it: by a press or F8, until then, until Escape, or until nobody is there", async () => {
  const { page } = await atDesk();
  const dots = () => page.$$eval("#fields .dots", (all) => all.length);
  const covered = await dots();
  assert.ok(covered > 5);
  await page.click("#show");
  const values = await valuesOn(page);
  assert.equal(await dots(), 0);
  await page.keyboard.press("F8");
  assert.equal(await dots(), covered);
  const html = await everything(page);
  const [name, ...who] = await Promise.all([page.textContent(".who .name"), page.textContent(".who .of")]);
  for (const value of values.filter((of) => of !== name && !who.some((said) => said.includes(of)))) assert.ok(!html.includes(value), "nowhere else either");
  await page.keyboard.press("F8");
  assert.deepEqual(await valuesOn(page), values);
  await page.keyboard.press("Escape");
  assert.equal(await dots(), covered, "a layer less");
  await page.click("#show");
  await later(page, 61);
  await page.waitForSelector("#fields .dots");
  assert.ok(await page.$("#result .countdown"), "covered, and not ended");
  await done(page);
});

/** The `dd` of each field with a press before it. */
const PRESSED = ".values dd.pressed";

test("in the hand a sensitive field is in the document only while it is pressed, by finger or by key", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic");
  await page.click("#to-settings");
  await page.click("#mode-handheld");
  await page.click("#back");
  await paste(page, showing(world, "clinic").text);
  await headline(page);
  await unfold(page);
  const fields = await page.locator(PRESSED).count();
  assert.ok(fields > 0);
  for (let at = 0; at < fields; at += 1) {
    const field = page.locator(PRESSED).nth(at);
    const [said, peek] = [field.locator("> span"), field.locator(".peek")];
    const text = async () => ((await said.count()) > 0 ? said.textContent() : "");
    assert.equal(await text(), "", "before");
    await peek.dispatchEvent("pointerdown");
    await said.waitFor({ state: "attached" });
    const value = await text();
    assert.notEqual(value, "", "while");
    await peek.dispatchEvent("pointerup");
    await said.waitFor({ state: "detached" });
    if (value.length > 5) assert.ok(!(await everything(page)).includes(value), "nowhere else either");
    await peek.focus();
    await page.keyboard.down("Enter");
    await said.waitFor({ state: "attached" });
    assert.equal(await text(), value);
    await page.keyboard.up("Enter");
    await said.waitFor({ state: "detached" });
  }
  await shot(page, "sensitive");
  await done(page);
});

test("printing is off: no value, no verdict, no answer on paper", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await unfold(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 5);
  const seen = () => page.$$eval("body, .frame", (all) => all.filter((of) => of.checkVisibility())
    .map((of) => /** @type {HTMLElement} */ (of).innerText).join());
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
  await page.click("#add");
  await paste(page, text);
  await page.waitForSelector("#plain .compared");
  return page.$$eval("#plain .compared dd", (all) => all.map((one) => one.textContent));
}

test("a printed code beside a proven paper: field by field, the same or not, and back to the check", async () => {
  const { page, world } = await opened(chromium, site.url, "clinic", { viewport: { width: 1366, height: 768 } });
  await paste(page, showing(world, "clinic").text);
  const verdict = await headline(page);
  const same = await compare(page, cardOf(world));
  assert.ok(same.filter((likeness) => likeness === "khớp").length > 3, same.join());
  assert.ok(!same.some((likeness) => likeness.startsWith("khác")), same.join());
  await audit(page, "printed code, the same", { least: MOUSE });
  await shot(page, "plain-same");
  // A layer less, and another: the scan for one more phone, the check.
  await page.click("#back");
  await page.waitForSelector("#scan");
  await page.click("#back");
  assert.equal(await headline(page), verdict, "back to the check, which is as it was");
  await scanner(page, PRINTED);
  await page.waitForSelector("#plain .compared");
  await page.click("#back");
  assert.equal(await headline(page), verdict, "and from a scanner over it");
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
  const { page, world } = await opened(chromium, site.url, "clinic", { before });
  await paste(page, showing(world, "clinic").text);
  assert.equal(await headline(page), "accept");
  await unfold(page);
  const values = await valuesOn(page);
  const left = async () => {
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await page.textContent(".countdown b"));
    return Number(minutes) * 60 + Number(seconds);
  };
  const begun = await left();
  await page.waitForTimeout(1500);
  await page.click("#turn-language");
  await says(page, "#result .plate h1", /^IN ORDER$/);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.getAttribute("#result .plate .other", "lang"), "vi");
  assert.match(await page.textContent("#show"), /Cover now/);
  assert.deepEqual((await valuesOn(page)).filter((value) => values.includes(value)).length > 2, true, "its values are still there");
  assert.ok(await left() < begun, "and end when they would have");
  assert.equal(await page.evaluate(() => window.felt.length), 1, "what was felt once is not felt again");
  await page.click("#turn-language");
  await says(page, "#result .plate h1", /^ĐẠT$/);
  await done(page);
});

test("a phone that disagrees about the time: this device's clock is looked at", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  // A phone whose clock says a quarter of an hour less than this device's: its code is past its minute.
  const then = Math.floor(Date.now() / 1000) - 900;
  const slow = new world.constructor(kit.DEMO_SEED, undefined, then);
  const early = () => slow.show(POLICE, { driving_licence: ["classes"] }, random(16), then);
  await paste(page, early().text);
  assert.equal(await headline(page), "scan_again");
  assert.match(await page.textContent("#result .why"), /15 phút/, "from the first on");
  await shot(page, "clock-apart");
  await next(page);
  assert.match(await page.textContent("#clock-hint"), /MÁY NÀY cách nhau 15 phút/, "until a phone agrees");
  await audit(page, "clock hint");
  await shot(page, "clock-hint");
  await paste(page, showing(country(), POLICE).text);
  await headline(page);
  await next(page);
  assert.equal(await page.$("#clock-hint"), null);
  await done(page);
});
