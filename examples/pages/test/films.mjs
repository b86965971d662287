// What a camera sees: films played to Chromium's fake camera, and a camera that is denied. Against the clock: run alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { film, LOOKS, pictures, sheet } from "./film.mjs";
import { browser, country, done, everything, headline, openDevice, opened, paste, readCode, says, shot, showing, take, told, verifier } from "./support.mjs";

const POLICE = "traffic_police";
const URL_CODE = "https://bank.example/pay?account=0123456789012345";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** A page that is ready for a shift. */
/** @type {(role?: string, how?: { of?: typeof chromium } & Parameters<typeof opened>[3]) => ReturnType<typeof opened>} */
const ready = (role = POLICE, { of = chromium, ...options } = {}) => opened(of, site.url, role, options);

const text = (world, fields) => showing(world, POLICE, fields).text;
/** A short code of ours: small enough for two in one frame. */
const short = (world) => text(world, { driving_licence: ["classes"] });

const left = { x: 20, y: 40, side: 600 };
const right = { x: 660, y: 40, side: 600 };

test("camera denied: the page says so and goes on", async (t) => {
  const of = await browser({ camera: "deny" });
  t.after(() => of.close());
  const { page, world } = await ready(POLICE, { of });
  await told(page, /chưa được phép/);
  await shot(page, "camera-denied");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

for (const look of Object.keys(LOOKS)) {
  test(`film, still code, ${look}: from the camera to the verdict`, async (t) => {
    const world = country();
    const path = await film(look, await pictures([showing(world, POLICE).text], LOOKS[look]));
    const of = await browser({ camera: path });
    t.after(() => of.close());
    const { page } = await ready(POLICE, { of, world });
    const begun = Date.now();
    assert.equal(await headline(page), "accept");
    console.log(`${look}: verdict ${Date.now() - begun} ms after the scan screen`);
    await done(page);
  });
}

test("film, animated code with lost frames: progress, then the verdict", async (t) => {
  const world = country();
  const texts = showing(world, POLICE).animated(400);
  assert.ok(texts.length > 2);
  const shots = await pictures(texts);
  // Every third picture is lost, another one each round.
  const rounds = [0, 1, 2].flatMap((lost) => shots.filter((_, place) => place % 3 !== lost));
  const of = await browser({ camera: await film("animated", rounds) });
  t.after(() => of.close());
  const { page } = await ready(POLICE, { of, world });
  assert.equal(await headline(page), "accept");
  await done(page);
});

/** The demo country of the films. @type {ReturnType<typeof country>} */
let filmed;

const live = async (t, says, shots, act, held) => {
  const of = await browser({ camera: await film(says, shots, held) });
  t.after(() => of.close());
  const { page, world } = await opened(of, site.url, POLICE, { world: filmed });
  await act(page, world);
  await done(page);
};

test("before the camera: ours beside a bank's code; light on dark; two of ours; a bank's code alone, and only in passing", async (t) => {
  const world = country();
  filmed = world;
  const jpeg = (codes, of = {}) => sheet({ codes, type: "image/jpeg", ...of });
  const blank = await jpeg([]);
  const bank = await jpeg([{ text: URL_CODE, ...left, side: 400 }]);
  await live(
    t,
    "beside",
    [
      await jpeg([
        { text: URL_CODE, ...left, side: 300 },
        { text: text(world), ...right },
      ]),
    ],
    async (page) => assert.equal(await headline(page), "accept"),
  );
  await live(t, "inverted", [await jpeg([{ text: text(world), ...left, ink: "#fff", paper: "#000" }], { ground: "#000" })], async (page) =>
    assert.equal(await headline(page), "accept"),
  );
  await live(t, "several", [await jpeg([{ text: short(world), ...left }, { text: short(world), ...right }])], async (page) => {
    await told(page, /hai mã khác nhau.*một mã vào khung/);
    assert.equal(await page.$("#result"), null);
    assert.equal(await page.$eval("video", (video) => video.srcObject.active), true, "the camera goes on");
  });
  await live(t, "foreign", [bank], async (page) => {
    assert.equal(await headline(page), "not_checked");
    assert.ok(!(await everything(page)).includes("bank.example"));
  });
  // A third of a second of it in each two seconds.
  await live(t, "passing", [bank, ...Array(5).fill(blank)], async (page) => {
    await page.waitForTimeout(5000);
    assert.equal(await page.$("#result"), null, "silence");
  }, 10);
});

test("from handheld to handheld: one shows its lists as an animated code, the other reads it from its camera", async (t) => {
  const world = country();
  const { page: giver } = await opened(chromium, site.url, POLICE, { world: newer(world, 900) });
  await openDevice(giver);
  await giver.click("#give");
  await giver.waitForSelector("#hand-over canvas[data-part]");
  await audit(giver, "handing lists over");
  await shot(giver, "lists-give");
  const texts = await partsOf(giver);
  assert.ok(texts.length > 2 && texts.every((text) => text.startsWith("DC1F:")), `${texts.length} parts`);
  const camera = await browser({ camera: await film("lists", await pictures(texts)) });
  t.after(() => camera.close());
  const { page: taker } = await opened(camera, site.url, POLICE, { world });
  // Its lists are older than those that its camera sees from the first screen on: they are kept aside until somebody looks.
  await taker.waitForSelector("#scan #lists-came", { timeout: 30_000 });
  await shot(taker, "lists-came");
  await taker.click("#lists-came .button");
  await says(taker, "#renew tbody tr[data-good=true]", /số 57.*số 900/s);
  await shot(taker, "lists-received");
  await take(taker);
  await says(taker, "#row-lists", /số 900/);
  await taker.reload();
  await taker.waitForSelector("#scan");
  await openDevice(taker);
  await says(taker, "#row-lists", /số 900/);
  await done(giver);
  await done(taker);
});

test("an animated code of older lists is refused, and says why", async (t) => {
  const world = country();
  const { page } = await opened(chromium, site.url, POLICE, { world: newer(world, 2) });
  await openDevice(page);
  await page.click("#give");
  await page.waitForSelector("#hand-over canvas[data-part]");
  const camera = await browser({ camera: await film("old-lists", await pictures(await partsOf(page))) });
  t.after(() => camera.close());
  const { page: taker } = await opened(camera, site.url, POLICE, { world });
  await openDevice(taker);
  await taker.click("#scan-lists");
  await taker.waitForSelector("#receive, #renew");
  await taker.waitForSelector("#renew tbody tr[data-good=false]", { timeout: 30_000 });
  assert.match(await taker.textContent("#renew tbody tr td:last-child"), /bản mới hơn \(57\)/);
  assert.equal(await taker.$("#use-files"), null);
  await shot(taker, "lists-older");
  await done(page);
  await done(taker);
});

/** A world whose bundle has another number. */
const newer = (world, number) => ({
  anchor: () => world.anchor(),
  bundle: () => world.bundle(number),
  mandate: (role) => world.mandate(role),
  postKey: (role) => world.postKey(role),
});

/** Every part of the animated code on the screen, read from pictures of it as another device would. */
async function partsOf(page) {
  const count = Number((await page.getAttribute("#hand-over canvas", "data-part")).split("/")[1]);
  const texts = new Map();
  for (let shots = 0; texts.size < count && shots < 20 * count; shots += 1) {
    const place = await page.getAttribute("#hand-over canvas", "data-part");
    if (texts.has(place)) { await page.waitForTimeout(40); continue; }
    const picture = await page.$eval("#hand-over canvas", (/** @type {HTMLCanvasElement} */ canvas) =>
      canvas.toDataURL("image/png").split(",")[1]);
    if (place !== await page.getAttribute("#hand-over canvas", "data-part")) continue;
    texts.set(place, await readCode(page, Buffer.from(picture, "base64")));
  }
  return [...texts.values()];
}
