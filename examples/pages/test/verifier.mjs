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
  later,
  open,
  opened,
  paste,
  photo,
  random,
  readCode,
  says,
  setUp,
  shot,
  showing,
  told,
  unfold,
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
  await assert.rejects(setUp(page, { ...bound(world), anchor: () => other.anchor() }, POLICE), /not set up: .+khóa gốc/i);
  await page.context().close();
});

const bound = (world) => ({ bundle: () => world.bundle(), mandate: (role) => world.mandate(role), postKey: (role) => world.postKey(role) });

test("the end of viewing: after the role's time no value is left in the document, and the verdict stays", async () => {
  const { page, world } = await ready();
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await unfold(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 0);
  await later(page, 121);
  await page.waitForSelector("#ended");
  assert.equal(await headline(page), "accept", "what was proven stays");
  assert.deepEqual(await page.$$(".values dd"), []);
  assert.equal(await page.$(".countdown"), null);
  const html = await everything(page);
  for (const value of values) assert.ok(!html.includes(value), `a value stayed: ${value}`);
  await shot(page, "ended");
  await later(page, 600);
  await page.waitForSelector("#scan");
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
  await unfold(page);
  assert.deepEqual(await page.$$(".values dd"), []);
  assert.equal(await page.$("#who"), null, "nor a name");
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
  await told(page, /bộ gõ/);
  await shot(page, "wedge-corrupted");
  // What Telex makes of it: doubled letters and W become one letter with a mark.
  await page.click("#no-code");
  await page.click("#back");
  await page.waitForSelector("#scan");
  assert.doesNotMatch(await page.textContent(".eye .hint"), /bộ gõ/);
  await type(text.replaceAll("AA", "Â").replaceAll("DD", "Đ").replaceAll("OO", "Ô").replaceAll("W", "Ư"));
  await told(page, /bộ gõ/);
  await done(page);
});

test("no camera: the page says so and goes on", async () => {
  const { page } = await ready();
  await told(page, /Không thấy máy ảnh/);
  await shot(page, "camera-none");
  await done(page);
});

test("photograph by file", async () => {
  const { page, world } = await ready();
  const [picture] = await pictures([showing(world, POLICE).text], LOOKS.tilted);
  await photo(page, { name: "photo.jpg", mimeType: "image/jpeg", buffer: picture });
  assert.equal(await headline(page), "accept");
  await done(page);
});

test("ask first: challenge full screen, sealed answer, the key stays in the browser", async () => {
  const { page, world } = await ready("bank");
  const canvas = await page.waitForSelector("#challenge canvas[data-modules]");
  await shot(page, "challenge");
  const text = await readCode(page, await canvas.screenshot());
  const asked = world.asked(text);
  assert.equal(asked.kind, "asked");
  asked.picked((await page.textContent("#challenge .digits b")).trim());
  const answer = world.answer(asked, asked.fields, random(48));
  await page.click("#answer");
  await paste(page, answer.text);
  assert.ok(["accept", "look_up"].includes(await headline(page)));
  assert.doesNotMatch(await page.textContent("#fact"), /Đang chờ/, "nothing is waited for any more");
  await unfold(page);
  const values = await valuesOn(page);
  assert.ok(values.length > 0);
  await page.click("#hold");
  await page.click("#hold-why .button");
  await says(page, ".countdown", /Đang giữ/);
  await shot(page, "held");
  // Past the time of the screen, on which a desk covers what nobody looks at.
  await later(page, 120);
  await page.waitForSelector("#fields .dots");
  await page.click("#show");
  assert.deepEqual(await valuesOn(page), values, "held past the time of the screen");
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
  await page.click("#chip-other");
  await page.waitForSelector("#vehicle");
  await shot(page, "vehicle");
  await page.click("[data-kind=motorcycle]");
  await page.fill("#displacementCc", "110");
  await shot(page, "vehicle-measures");
  await page.click(".foot .main");
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  assert.ok((await page.$$("#needs [data-kind]")).length > 0);
  await shot(page, "needs");
  await done(page);
});

test("no code, a typed number: lawful steps, no verdict on the number", async () => {
  const { page } = await ready("clinic");
  await page.click("#no-code");
  assert.ok((await page.$$("#nothing li")).length > 0);
  assert.equal(await page.$(".plate"), null);
  await shot(page, "no-code");
  await page.fill("#number", "079196001234");
  await page.keyboard.press("Enter");
  await says(page, "#grouped", /079/);
  assert.equal(await page.$(".plate"), null);
  await shot(page, "number");
  await page.click("#back");
  await page.waitForSelector("#scan");
  const kept = async () => (await everything(page)).replaceAll(/\s/g, "").includes("079196001234");
  assert.equal(await kept(), false, "the number is gone with its screen");
  await page.fill("#number", "079196001234");
  await page.keyboard.press("Enter");
  await says(page, "#grouped", /079/);
  await page.click("#no-code");
  await page.waitForSelector("#nothing");
  assert.equal(await kept(), false);
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
  const page = await open(plainBrowser, own.url, { installed: true });
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
  await photo(page, { name: "photo.jpg", mimeType: "image/jpeg", buffer: picture });
  assert.equal(await headline(page), "accept", "engine, worker and decoder");
  await page.context().close();
});
