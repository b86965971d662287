// A page of a partner around the element: a bank asks two fields, has them on a press, and nothing else of the paper.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { count, country, done, everything, headline, inBoth, kit, later, partner, random, says, setUp, setUpFiles, shot, showing } from "./support.mjs";

const ASKED = ["full_name", "date_of_birth"];
let site;
before(async () => { site = await partner(); });
after(() => { site?.server.close(); });

const element = "doichieu-verifier";
const shown = (page) => page.evaluate(() => document.querySelector("doichieu-verifier").shown());
const filled = (page) => page.$$eval("form input", (all) => all.map((one) => one.value));

/** What the events said, in their order. */
const listen = () => {
  window.events = [];
  for (const name of ["inspection", "ended"]) addEventListener(name, (event) => window.events.push({ name,
    detail: /** @type {CustomEvent} */ (event).detail }));
};
const events = (page) => page.evaluate(() => window.events);

const there = async (page, selector) => (await page.$$(selector)).length;

/** What the request code on the screen asks for. */
async function asked(page, world) {
  const text = await page.getAttribute("#challenge canvas[data-modules]", "data-text");
  return world.asked(text);
}

/** Agrees to what is asked for; `retention`: for how long it may be kept. */
async function answered(page, world, retention) {
  const of = await asked(page, world);
  of.picked((await page.textContent("#challenge .digits b")).trim());
  await page.click("#answer");
  await page.waitForSelector("#scan");
  await page.click("#more");
  await page.click("#to-paste");
  await page.fill("#pasted", world.answer(of, of.fields, random(48), undefined, retention).text);
  await page.click("#check-pasted");
  return headline(page);
}

/** Every value of the person's identity paper, and of all others, that is none of the two. */
const others = (world) => {
  const all = world.holding.flatMap(({ kind, fields }) => fields.map(({ name, value }) => ({ own: kind === "identity" && ASKED.includes(name),
    value: value ?? "" })));
  const own = all.filter((of) => of.own).map(({ value }) => value);
  return all.filter(({ own: is, value }) => !is && value.length > 6 && !own.some((of) => of.includes(value))).map(({ value }) => value);
};

test("it is a page of less than 60 lines in all, with nothing of its style or script inline", async () => {
  const folder = new URL("../../partner-page/", import.meta.url);
  const files = await readdir(folder);
  assert.deepEqual(files.sort(), ["index.html", "page.css", "page.js"]);
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), "utf8")));
  const lines = texts.reduce((sum, text) => sum + text.trimEnd().split("\n").length, 0);
  assert.ok(lines < 60, `${lines} lines`);
  assert.doesNotMatch(texts[0], /\sstyle=|<style|<script(?![^>]*\ssrc=)|unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
});

inBoth("a bank asks two fields: they are asked for alone, filled in by a press, and nothing else of the paper is in its document",
  async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, { viewport: { width: 1100, height: 760 }, before: listen });
  await setUp(page, world, "bank");
  await page.waitForSelector("#challenge canvas[data-modules]");
  const { fields } = await asked(page, world);
  assert.deepEqual([Object.keys(fields), fields.identity.toSorted()], [["identity"], ASKED.toSorted()]);
  assert.equal(await page.$eval(element, (of) => getComputedStyle(of.shadowRoot.querySelector(".strip")).backgroundColor), "rgb(0, 58, 93)", "its part");
  assert.equal(await page.$eval(element, (of) =>
    of.shadowRoot.querySelector("slot").assignedElements()[0].textContent), "Ngân hàng Mẫu");
  assert.equal(await page.$eval(element, (of) => of.shadowRoot.querySelector(".frame").getAttribute("data-layout")), "handheld", "as its attribute says");
  assert.equal(await page.title(), "Mở tài khoản · Ngân hàng Mẫu", "its title stays its own");
  assert.deepEqual([await page.isDisabled("#fill"), await shown(page)], [true, []]);

  assert.equal(await answered(page, world, undefined), "accept");
  await says(page, "#outcome", /^Giấy tờ đạt$/);
  assert.deepEqual(await filled(page), ["", ""], "not before somebody presses");
  const given = await shown(page);
  assert.deepEqual(given.map(({ kind, name }) => `${kind}.${name}`).sort(), ASKED.map((name) => `identity.${name}`).sort());
  assert.ok(given.every((of) => Object.keys(of).sort().join() === "kind,label,name,text" && of.label && of.text));
  await page.click("#fill");
  const [name, born] = ASKED.map((field) => given.find((of) => of.name === field).text);
  assert.deepEqual(await filled(page), [name, born]);
  await shot(page, "partner");
  const html = await everything(page);
  for (const value of others(world)) assert.ok(!html.includes(value), "a value that was not asked for is in the document");

  const [told, ...more] = await events(page);
  assert.deepEqual([told.name, told.detail.headline, Object.keys(told.detail).sort()], ["inspection", "accept", ["codes", "headline", "json"]]);
  assert.deepEqual(more, []);
  for (const value of [name, born, ...others(world)]) assert.ok(!JSON.stringify(told).includes(value), "no event has a value in it");
  // What happens in the page around is none of the element's: a fault there, its history, its keys, a file dropped on its form.
  await page.evaluate(() => {
    history.pushState(null, "");
    dispatchEvent(new PopStateEvent("popstate"));
    dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: new Error("the bank's own") }));
    const form = document.querySelector("#account");
    form.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    form.dispatchEvent(new DragEvent("drop", { bubbles: true, composed: true, dataTransfer: new DataTransfer() }));
  });
  assert.ok(await page.$("#result .plate"), "the check stands");
  assert.equal(await page.$("#leaving, #broken"), null);
  await page.click("#next");
  await page.waitForSelector("#challenge canvas[data-modules]");
  assert.deepEqual([await shown(page), await page.isDisabled("#fill")], [[], true]);
  assert.deepEqual((await events(page)).slice(1), [{ name: "ended", detail: null }]);
  await done(page);
});

inBoth("values end by themselves, and the page around is told once; those that may only be seen it never gets", async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, { viewport: { width: 1100, height: 760 }, before: listen });
  await setUp(page, world, "bank");
  await page.waitForSelector("#challenge canvas[data-modules]");
  assert.equal(await answered(page, world, 0), "accept");
  assert.deepEqual(await shown(page), [], "only seen");
  await page.click("#fill");
  assert.deepEqual(await filled(page), ["", ""]);
  await page.click("#next");
  await page.waitForSelector("#challenge canvas[data-modules]");
  assert.equal(await answered(page, world, undefined), "accept");
  assert.equal((await shown(page)).length, 2);
  await later(page, 400);
  await page.waitForFunction(() => window.events.filter(({ name }) => name === "ended").length === 2);
  assert.deepEqual([await shown(page), await headline(page)], [[], "accept"], "what was proved stands");
  await page.waitForTimeout(1500);
  assert.deepEqual((await events(page)).map(({ name }) => name), ["inspection", "ended", "inspection", "ended"]);
  await done(page);
});

inBoth("a wish that cannot be asked for is told in words, asks for nothing and reads nothing; put right, the next ask has it", async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, { viewport: { width: 1100, height: 760 } });
  const wish = (only) => page.$eval(element, (of, value) => { of.only = value; }, only);
  await page.waitForSelector("#set-up");
  await wish("identity.full_name identity.fullname");
  await setUp(page, world, "bank");
  await says(page, "#wrong", /mục không có: identity\.fullname\. Chưa hỏi/);
  assert.equal(await there(page, "#challenge"), 0);
  await page.click("#ask-first");
  await says(page, "#say-now", /mục không có/);
  assert.equal(await there(page, "#challenge"), 0, "nothing is asked for");
  for (const [only, words] of /** @type {[unknown, RegExp][]} */ ([
    ["health_insurance_card.card_no", /không cho hỏi mục này: .+ \(.+\)\. Chưa hỏi/], ["", /không ghi cần hỏi mục nào/], [["identity"], /không ghi/],
    ["driver.full_name", /mục không có: driver\.full_name/], ["identity.full_name.x", /mục không có/],
  ])) {
    await wish(only);
    await says(page, "#wrong", words);
    await page.click("#ask-first");
    assert.equal(await there(page, "#challenge"), 0, String(only));
  }
  await wish("identity.full_name");
  await count(page, "#wrong", 0);
  await page.click("#ask-first");
  await page.waitForSelector("#challenge canvas[data-modules]");
  const fields = async () => Object.entries((await asked(page, world)).fields).map(([kind, fields]) => `${kind}: ${fields.join()}`);
  assert.deepEqual(await fields(), ["identity: full_name"]);
  await wish("identity.date_of_birth");
  assert.deepEqual(await fields(), ["identity: full_name"], "what was asked stays asked");
  const before = await page.getAttribute("#challenge canvas", "data-text");
  await page.click("#ask-new");
  await page.waitForFunction((text) =>
    document.querySelector("doichieu-verifier").shadowRoot.querySelector("#challenge canvas").getAttribute("data-text") !== text, before);
  assert.deepEqual(await fields(), ["identity: date_of_birth"], "the attribute counts from the next ask on");
  await done(page);
});

inBoth("of what is shown unasked nothing else is looked at; a wish that is wrong reads none of it", async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, { viewport: { width: 1100, height: 760 } });
  await page.waitForSelector("#set-up");
  await page.$eval(element, (of) => of.setAttribute("only", "identity.full_name"));
  await setUp(page, world, "clinic");
  const give = async (text) => {
    await page.click("#more");
    await page.click("#to-paste");
    await page.fill("#pasted", text);
    await page.click("#check-pasted");
  };
  await give(showing(world, "clinic").text);
  assert.equal(await headline(page), "accept");
  for (const fold of await page.$$(".paper .fold[aria-expanded=false]")) await fold.click();
  const html = await everything(page);
  for (const value of others(world)) assert.ok(!html.includes(value), "a value beside what is wanted");
  assert.deepEqual((await shown(page)).map(({ kind, name }) => `${kind}.${name}`), ["identity.full_name"]);
  await page.click("#next");
  await page.waitForSelector("#scan");
  await page.$eval(element, (of) => of.setAttribute("only", "identity.nothing"));
  await page.click("#more");
  await page.click("#to-paste");
  await page.fill("#pasted", showing(world, "clinic").text);
  await page.click("#check-pasted");
  await says(page, "#say-now", /Chưa hỏi và chưa đọc gì/);
  assert.equal(await there(page, "#result"), 0);
  await done(page);
});

/** Bytes as a page has them. */
const parts = (world, role) => {
  const [roots, lists, mandate, key] = setUpFiles(world, role).map(({ buffer }) => [...buffer]);
  return { roots, lists, mandate, key };
};
const hand = (page, of) => page.$eval(element, (node, { fingerprint, ...bytes }) => {
  node.setUp = /** @type {any} */ ({ ...Object.fromEntries(Object.entries(bytes).map(([name, all]) => [name, new Uint8Array(all)])), ...(fingerprint
    && { fingerprint }) });
}, of);
/** The check code, as a person would know it from elsewhere. */
async function checkCode(page, bytes) {
  return page.evaluate(async (roots) => {
    const { Roots } = await import(new URL("verifier/vendor/doichieu/index.js", location.href).href);
    return Roots.dangerousTest(new Uint8Array(roots)).fingerprint;
  }, bytes);
}

inBoth("set-up that the page hands out: a person compares the check code, unless the page's own maker did", async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, { viewport: { width: 1100, height: 760 } });
  await page.waitForSelector("#set-up");
  const of = parts(world, "bank");
  const code = await checkCode(page, of.roots);
  // Another code than the file's: nothing is taken.
  await hand(page, { ...of, fingerprint: code.replace(/[0-9a-z]/i, (sign) => (sign === "2" ? "3" : "2")) });
  await says(page, "#fault", /Mã đối chiếu của khóa gốc khác/);
  assert.ok(await page.isVisible("#set-up"));
  await hand(page, of);
  await page.waitForSelector("#is-same");
  assert.equal(await there(page, "#challenge"), 0, "nobody has compared it");
  await hand(page, { ...of, fingerprint: code });
  await page.waitForSelector("#challenge canvas[data-modules]");
  assert.match(await page.textContent(".strip .test"), /TEST/);
  // Kept: the next start asks nobody. Lists that are newer are taken, other root keys are shown to a person.
  await page.reload();
  await page.waitForSelector("#challenge canvas[data-modules]");
  await done(page);
});

inBoth("newer lists that the page hands out are taken between two checks; other root keys never by themselves", async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, { viewport: { width: 1100, height: 760 } });
  await page.waitForSelector("#set-up");
  const of = parts(world, "clinic");
  await hand(page, { ...of, fingerprint: await checkCode(page, of.roots) });
  await page.waitForSelector("#scan");
  await page.$eval(element, (node) => node.removeAttribute("only"));
  const number = () => page.evaluate(() => /** @type {any} */ (document.querySelector("doichieu-verifier")).page.desk.readiness().number);
  const before = await number();
  await hand(page, { ...of, lists: [...world.bundle(before + 1)] });
  await page.waitForFunction((than) => /** @type {any} */ (document.querySelector("doichieu-verifier")).page.desk.readiness().number > than, before);
  const stranger = new kit.World(random(32), undefined);
  await hand(page, { ...parts(stranger, "clinic"), fingerprint: "" });
  await page.waitForSelector("#renew");
  assert.equal(await number(), before + 1);
  await done(page);
});

inBoth("transient: nothing is kept in the browser, and the next start begins anew", async ({ open: opening }) => {
  const world = country();
  const page = await opening(site.url, {
    viewport: { width: 1100, height: 760 },
    before: () => {
      window.events = [];
      addEventListener("inspection", (event) => window.events.push({ name: "inspection", detail: /** @type {CustomEvent} */ (event).detail }));
      // Before scripts run that come at the end.
      document.addEventListener("readystatechange", () => document.querySelector("doichieu-verifier").setAttribute("transient", ""), { once: true });
    },
  });
  await page.waitForSelector("#set-up");
  const of = parts(world, "bank");
  await hand(page, { ...of, fingerprint: await checkCode(page, of.roots) });
  await page.waitForSelector("#challenge canvas[data-modules]");
  // What was shown before this start nobody knows.
  assert.equal(await answered(page, world, undefined), "look_up");
  assert.ok((await events(page))[0].detail.codes.includes("post.memory_gap"));
  const kept = await page.evaluate(async () => ({ stores: (await indexedDB.databases()).map(({ name }) => name), local: Object.keys(localStorage) }));
  assert.deepEqual(kept, { stores: [], local: [] });
  await page.reload();
  await page.waitForSelector("#set-up");
  await done(page);
});
