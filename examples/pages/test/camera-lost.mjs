// Row 9 of the design: the camera is lost in mid-shift. Told within three seconds, tried again once by itself, and every other way still works.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { film, sheet } from "./film.mjs";
import { browser, done, headline, next, opened, paste, shot, showing, until, verifier } from "./support.mjs";

const POLICE = "traffic_police";
/** Told within so many milliseconds; a muted track counts as lost after two seconds, black pictures after three. */
const TOLD_MS = 3000;
const ROOM_MS = 1500;
let site;
before(async () => { site = await verifier(); });
after(() => site?.server.close());

/** What the browser tells of the camera's track; `unplugged`: it is gone, and there is no other. */
const told = (page, what) => page.evaluate((what) => {
  const { srcObject } = document.querySelector("doichieu-verifier").shadowRoot.querySelector("video");
  const [track] = /** @type {MediaStream} */ (srcObject).getVideoTracks();
  if (what !== "unplugged") return track.dispatchEvent(new Event(what));
  const { mediaDevices } = navigator;
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
  track.stop();
  return mediaDevices.dispatchEvent(new Event("devicechange"));
}, what);

/** Browsers end the track as well; here only the permission changes. */
async function withdrawn(page) {
  const client = await page.context().newCDPSession(page);
  const { targetInfo: { browserContextId } } = await client.send("Target.getTargetInfo");
  await client.send("Browser.setPermission", { permission: { name: "camera" }, setting: "denied", origin: new URL(page.url()).origin, browserContextId });
}

/**
 * How the browser tells each of it. `gone`: the camera is not there when it is tried again. `once`: it cannot be withdrawn twice (and the fake
 * camera asks for no permission when it is opened again).
 */
/** @type {Record<string, { act: (page: any) => Promise<unknown>, gone?: boolean, once?: boolean }>} */
const LOST = {
  "the track ends": { act: (page) => told(page, "ended") },
  "the track is muted": { act: (page) => told(page, "mute") },
  "permission is withdrawn": { act: withdrawn, once: true },
  "it is unplugged": { act: (page) => told(page, "unplugged"), gone: true },
};

/** The page has said, at some time since `watch`, that the camera gives no picture. */
const watch = (page) => page.evaluate(() => {
  window.heard = [];
  const { shadowRoot } = document.querySelector("doichieu-verifier");
  const begun = performance.now();
  new MutationObserver(() => {
    if (/Mất hình từ máy ảnh|chưa được phép|Không thấy máy ảnh/.test(shadowRoot.textContent)) window.heard.push(performance.now() - begun);
  }).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
});

for (const [says, how] of Object.entries(LOST)) {
  test(`row 9: ${says}: told within three seconds, tried again once, other ways go on`, async (t) => {
    const { act, gone = false, once = false } = how;
    const of = await browser({ camera: "pattern" });
    t.after(() => of.close());
    const { page, world } = await opened(of, site.url, POLICE);
    await page.waitForSelector(".eye.on");
    await watch(page);
    await act(page);
    await until(page, () => window.heard.length > 0);
    const ms = await page.evaluate(() => window.heard[0]);
    console.log(`${says}: told after ${Math.round(ms)} ms`);
    assert.ok(ms < TOLD_MS, `${ms} ms`);
    if (gone) {
      await page.waitForTimeout(ROOM_MS);
      assert.ok(await page.$(".eye.off"), "it is not there again");
      await shot(page, `camera-${says.replaceAll(" ", "-")}`);
    } else {
      await page.waitForSelector(".eye.on");
    }
    if (!gone && !once) {
      // Once by itself: then it is a person's press.
      await act(page);
      await page.waitForSelector(".eye.off");
      await page.waitForTimeout(ROOM_MS);
      await shot(page, `camera-${says.replaceAll(" ", "-")}`);
      await page.click("#retry");
      await page.waitForSelector(".eye.on");
      await act(page);
      await page.waitForSelector(".eye.off");
    }
    await paste(page, showing(world, POLICE).text);
    assert.equal(await headline(page), "accept");
    await next(page);
    await done(page);
  });
}

test("row 9: black pictures: told, once they were black for three seconds", async (t) => {
  const of = await browser({ camera: await film("black", [await sheet({ codes: [], ground: "#000", type: "image/jpeg" })]) });
  t.after(() => of.close());
  const { page } = await opened(of, site.url, POLICE);
  await page.waitForSelector(".eye.on");
  const begun = Date.now();
  await page.waitForSelector(".eye.off");
  assert.ok(Date.now() - begun < 3000 + TOLD_MS);
  assert.match(await page.textContent(".eye"), /Mất hình/);
  await done(page);
});

test("row 28: hidden, the page lets go of the camera; seen again, it opens it", async (t) => {
  const of = await browser({ camera: "pattern" });
  t.after(() => of.close());
  const { page, world } = await opened(of, site.url, POLICE);
  await page.waitForSelector(".eye.on");
  const seen = (hidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  const runs = () => page.evaluate(() => {
    const { srcObject } = document.querySelector("doichieu-verifier").shadowRoot.querySelector("video");
    return /** @type {MediaStream | null} */ (srcObject)?.getTracks().some(({ readyState }) => readyState === "live") ?? false;
  });
  const track = await page.evaluateHandle(() => /** @type {MediaStream} */ (document.querySelector("doichieu-verifier").shadowRoot.querySelector("video")
    .srcObject).getVideoTracks()[0]);
  await seen(true);
  assert.equal(await track.evaluate(({ readyState }) => readyState), "ended", "its lamp is out");
  assert.equal(await runs(), false);
  await seen(false);
  await until(page, () => Boolean(document.querySelector("doichieu-verifier").shadowRoot.querySelector(".eye.on")));
  await page.waitForFunction(() => document.querySelector("doichieu-verifier").shadowRoot.querySelector("video").srcObject !== null);
  assert.equal(await runs(), true);
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});
