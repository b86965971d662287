// The verifier page in a real browser, at the real time: set up as on the first day, then what a shift brings.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  browser,
  country,
  done,
  everything,
  frameText,
  headline,
  open,
  opened,
  paste,
  random,
  readCode,
  setUp,
  shot,
  showing,
  valuesOn,
  verifier,
} from "./support.mjs";
import { LOOKS, pictures } from "./film.mjs";

let site;
let plainBrowser;
before(async () => { site = await verifier(); plainBrowser = await browser(); });
after(async () => { await plainBrowser?.close(); site?.server.close(); });

const POLICE = "traffic_police";

/** A page that is ready for a shift. */
/** @type {(role?: string, how?: { of?: typeof plainBrowser } & Parameters<typeof opened>[3]) => ReturnType<typeof opened>} */
const ready = (role = POLICE, { of = plainBrowser, ...options } = {}) => opened(of, site.url, role, options);

test("another root's bundle is not taken", async () => {
  const page = await open(plainBrowser, site.url);
  const other = new (country().constructor)(new Uint8Array(32).fill(9));
  const world = country();
  await assert.rejects(setUp(page, { ...bound(world), anchor: () => other.anchor() }, POLICE), /not set up: .+setup\./);
  await page.context().close();
});

const bound = (world) => ({ bundle: () => world.bundle(), mandate: (role) => world.mandate(role), postKey: (role) => world.postKey(role) });

test("auto-hide: after the role's time no value is left in the document", async () => {
  const { page, world } = await ready();
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 0);
  await page.evaluate(() => { const now = Date.now.bind(Date); Date.now = () => now() + 3_600_000; });
  await page.waitForFunction(() => document.querySelectorAll(".values dd").length === 0);
  const html = await everything(page);
  for (const value of values) assert.ok(!html.includes(value), `a value stayed: ${value}`);
  await done(page);
});

test("a refused proof leaves no value in the document", async () => {
  const { page, world } = await ready();
  const bytes = showing(world, POLICE).bytes();
  // The last bytes are the holder's signature.
  bytes[bytes.length - 5] ^= 1;
  await paste(page, frameText(bytes));
  const found = await headline(page);
  assert.notEqual(found, "accept");
  assert.deepEqual(await page.$$(".values dd"), []);
  await shot(page, "refused");
  await done(page);
});

test("a scanner that types slowly, with Enter; through an input method; with Caps Lock", async () => {
  const { page, world } = await ready();
  const { text } = showing(world, POLICE, { driving_licence: ["classes"] });
  const type = (of) => page.evaluate(async (letters) => {
    for (const key of [...letters, "Enter"]) {
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }, of);
  await type(text);
  assert.ok(await headline(page));
  await page.keyboard.press("Escape");
  await page.waitForSelector("#scan");
  const swapped = [...text].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join("");
  await type(swapped);
  await page.waitForFunction(() => /bộ gõ/.test(document.querySelector(".hint")?.textContent));
  await shot(page, "wedge-corrupted");
  // What Telex makes of it: doubled letters and W become one letter with a mark.
  await page.evaluate(() => { document.querySelector(".hint").textContent = ""; });
  await type(text.replaceAll("AA", "Â").replaceAll("DD", "Đ").replaceAll("OO", "Ô").replaceAll("W", "Ư"));
  await page.waitForFunction(() => /bộ gõ/.test(document.querySelector(".hint")?.textContent));
  await done(page);
});

test("no camera: the page says so and goes on", async () => {
  const { page } = await ready();
  await page.waitForFunction(() => /Không thấy máy ảnh/.test(document.querySelector(".hint").textContent));
  await shot(page, "camera-none");
  await done(page);
});

test("photograph by file", async () => {
  const { page, world } = await ready();
  const [picture] = await pictures([showing(world, POLICE).text], LOOKS.tilted);
  await page.setInputFiles("#scan input[type=file]", { name: "photo.jpg", mimeType: "image/jpeg", buffer: picture });
  assert.equal(await headline(page), "accept");
  await done(page);
});

test("ask first: challenge full screen, sealed answer, the key stays in the browser", async () => {
  const { page, world } = await ready("bank");
  await page.waitForSelector(".challenge canvas");
  await shot(page, "challenge");
  const picture = await (await page.$(".challenge canvas")).screenshot();
  const text = await readCode(page, picture);
  const asked = world.asked(text);
  assert.equal(asked.kind, "asked");
  asked.picked((await page.textContent(".challenge .digits b")).trim());
  const answer = world.answer(asked, asked.fields, random(48));
  await page.click(".challenge .main");
  await paste(page, answer.text);
  assert.ok(["accept", "look_up"].includes(await headline(page)));
  await page.click(".paper .button");
  const values = await valuesOn(page);
  assert.ok(values.length > 0);
  await page.click("#result .foot .button:has-text('Giữ')");
  await page.click("[role=group] .button");
  await page.waitForFunction(() => /Đang giữ đến/.test(document.querySelector(".ends").textContent));
  await page.evaluate(() => { const now = Date.now.bind(Date); Date.now = () => now() + 120_000; });
  await page.waitForTimeout(600);
  assert.deepEqual(await valuesOn(page), values, "held past the time of the screen");
  await shot(page, "held");
  const exportable = await page.evaluate(async () => {
    const db = await new Promise((resolve) => {
      const request = indexedDB.open("doichieu", 1);
      request.onsuccess = () => resolve(request.result);
    });
    const key = await new Promise((resolve) => {
      const request = db.transaction("kept").objectStore("kept").get("postKey");
      request.onsuccess = () => resolve(request.result);
    });
    return key.extractable;
  });
  assert.equal(exportable, false);
  await done(page);
});

test("the vehicle is picked by picture, and its papers are listed", async () => {
  const { page, world } = await ready();
  await page.click(".vehicle-now");
  await shot(page, "vehicle");
  await page.click("[data-kind=motorcycle]");
  await page.fill("#displacementCc", "110");
  await page.click("#vehicle .main");
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.ok((await page.$$(".needs li")).length > 0);
  await shot(page, "needs");
  await done(page);
});

test("no code, a typed number: lawful steps, no verdict on the number", async () => {
  const { page } = await ready("clinic");
  await page.click("#scan .foot .button:first-child");
  assert.ok((await page.$$("#nothing li")).length > 0);
  await shot(page, "no-code");
  await page.click("#nothing .foot .button:first-child");
  await page.fill("#number", "079196001234");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#typed [role=status] .card");
  await shot(page, "number");
  await page.click("#typed .foot .main");
  assert.ok(!(await everything(page)).includes("079196001234"));
  await done(page);
});

test("a printed code without a signature never looks like a verdict", async () => {
  const { page } = await ready();
  await paste(page, "079196001234|212345678|Nguyễn Thị Ví Dụ|15051996|Nữ|Số 1 Phố Không Có, Hà Nội|01012022");
  await page.waitForSelector("#plain");
  assert.deepEqual(await page.$$(".plate"), []);
  await shot(page, "plain");
  await done(page);
});

test("without a network after the first visit, and after a new start with the server gone", async () => {
  const own = await verifier({ own: true });
  const page = await open(plainBrowser, own.url);
  const world = country();
  await setUp(page, world, POLICE);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  own.server.closeAllConnections();
  await new Promise((resolve) => own.server.close(resolve));
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await page.reload();
  await page.waitForSelector("#scan");
  const [picture] = await pictures([showing(world, POLICE).text]);
  await page.setInputFiles("#scan input[type=file]", { name: "photo.jpg", mimeType: "image/jpeg", buffer: picture });
  assert.equal(await headline(page), "accept", "engine, worker and decoder");
  await page.context().close();
});
