// How things come in and go out beside the camera's picture: dropped files, torch and other camera, what is felt and heard.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  browser, country, done, drop, headline, kit, next, open, opened, paste, photo, says, shot, showing, told, verifier,
} from "./support.mjs";
import { pictures } from "./film.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

test("set up by dropping each file, anywhere on the screen", async () => {
  const page = await open(chromium, site.url);
  const world = country();
  await page.waitForSelector("#set-up");
  const endings = { root: "dcr", bundle: "dcb", mandate: "dcl", postKey: "p8" };
  const give = async (name, bytes, at = ".drop-zone") => {
    await drop(page, `#set-up ${at}`, [{ name: `${name}.${endings[name]}`, bytes }]);
    await says(page, `#has-${name}[data-here=true]`, new RegExp(`${name}\\.${endings[name]}`));
  };
  await give("root", world.anchor());
  assert.equal(await page.isDisabled("#finish"), true);
  assert.match(await page.textContent("#missing"), /Khóa gốc.*Danh sách.*Quyền kiểm tra/, "what is still missing is said: the code was not compared");
  await shot(page, "set-up-compare");
  await page.click("#is-same");
  await give("bundle", world.bundle(), "h1");
  await give("mandate", world.mandate(POLICE));
  await give("postKey", kit.postKeyFile(world, POLICE));
  await shot(page, "set-up-all");
  await page.click("#finish");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

test("a check code that differs: these root keys are not used", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  await drop(page, "#set-up .drop-zone", [{ name: "root", bytes: country().anchor() }]);
  await page.click("#differs");
  await says(page, "#fault", /khác/);
  assert.equal(await page.getAttribute("#has-root", "data-here"), "false");
  assert.equal(await page.$(".fingerprint"), null);
  await done(page);
});

test("a file that is none, dropped on the screen of set-up, is said to be none", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  await drop(page, "#set-up .drop-zone", [{ name: "holiday.jpg", bytes: [1, 2, 3] }]);
  await says(page, "#fault", /holiday\.jpg: .{5}/);
  assert.equal(await page.$(".fingerprint"), null);
  await done(page);
});

test("a file is known by what is in it and whatever its name; what belongs to no set-up is told as what it is", async () => {
  const page = await open(chromium, site.url);
  const world = country();
  await page.waitForSelector("#set-up");
  for (const [bytes, said] of /** @type {[Uint8Array, RegExp][]} */ ([
    [new TextEncoder().encode("<!doctype html><p>"), /1-root\.dcr: trang web/],
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), /1-root\.dcr: .*ảnh/],
  ])) {
    await drop(page, "#set-up .drop-zone", [{ name: "1-root.dcr", bytes: [...bytes] }]);
    await says(page, "#fault", said);
  }
  assert.equal(await page.$(".fingerprint"), null);
  for (const [place, bytes] of /** @type {[string, Uint8Array][]} */ ([
    ["bundle", world.bundle()], ["mandate", world.mandate(POLICE)], ["postKey", kit.postKeyFile(world, POLICE)], ["root", world.anchor()],
  ])) {
    await drop(page, "#set-up .drop-zone", [{ name: "1-root.dcr", bytes: [...bytes] }]);
    await says(page, `#has-${place}[data-here=true]`, /1-root\.dcr/);
  }
  await done(page);
});

test("a file or a picture that is too large is not opened, and that is said", async () => {
  const folder = mkdtempSync(join(tmpdir(), "doichieu-"));
  const file = join(folder, "film.mp4");
  writeFileSync(file, "");
  // One byte above the largest file of lists; it takes no room.
  truncateSync(file, (64 << 20) + 1);
  try {
    const fresh = await open(chromium, site.url);
    await fresh.waitForSelector("#set-up");
    await fresh.setInputFiles("#files", file);
    await says(fresh, "#fault", /film\.mp4: Tệp quá lớn/);
    await done(fresh);
    const { page } = await opened(chromium, site.url, POLICE);
    await photo(page, file);
    await told(page, /Ảnh quá lớn/);
    await done(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a file that is dropped beside its place does not take the page away", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.click("#to-settings");
  await page.waitForSelector("#settings");
  const kept = await page.$eval("#settings h1", (node) =>
    ["dragover", "drop"].map(
      (kind) => !node.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: new DataTransfer() })),
    ),
  );
  assert.deepEqual(kept, [true, true]);
  await done(page);
});

test("a photograph dropped on the scan screen; one without a code", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  const [picture] = await pictures([showing(world, POLICE).text]);
  await drop(page, "#scan", [{ name: "photo.jpg", type: "image/jpeg", bytes: picture }]);
  assert.equal(await headline(page), "accept");
  await next(page);
  await drop(page, "#scan", [{ name: "notes.txt", type: "text/plain", bytes: [65, 66] }]);
  await told(page, /Chưa thấy mã trong ảnh/);
  // What renews this device is looked at wherever it is dropped.
  await drop(page, "#scan", [{ name: "notes.txt", type: "text/plain", bytes: world.bundle(900) }]);
  await says(page, "#renew tbody tr[data-good=true]", /900/);
  await done(page);
});

/** A phone with two cameras, the one at the back with a torch: what Chromium's own test camera does not have. */
const twoCameras = () => {
  window.asked = [];
  window.torch = [];
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  let facing = null;
  navigator.mediaDevices.getUserMedia = ({ video }) => {
    facing = /** @type {{ facingMode: { ideal: string } }} */ (video).facingMode.ideal;
    window.asked.push(facing);
    return open({ video: true });
  };
  MediaStreamTrack.prototype.getCapabilities = () => /** @type {object} */ (facing === "environment" ? { torch: true } : {});
  MediaStreamTrack.prototype.applyConstraints = async ({ advanced: [of] }) => {
    window.torch.push(/** @type {{ torch: boolean }} */ (of).torch);
  };
};

test("torch and other camera: the torch stays as it was left over scans, and is not offered where there is none", async (t) => {
  const of = await browser({ camera: "pattern" });
  t.after(() => of.close());
  const { page, world } = await opened(of, site.url, POLICE, { before: twoCameras });
  const torch = "#torch";
  await page.waitForSelector(torch);
  assert.equal(await page.getAttribute(torch, "aria-pressed"), "false");
  await shot(page, "torch");
  await page.click(torch);
  await page.waitForSelector("#torch[aria-pressed=true]");
  assert.deepEqual(await page.evaluate(() => window.torch), [true]);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await next(page);
  await page.waitForSelector("#torch[aria-pressed=true]");
  assert.deepEqual(await page.evaluate(() => window.torch), [true, true], "on again with the camera, after the result");
  await page.click("#more");
  await page.click("#flip");
  await page.waitForSelector(torch, { state: "detached" });
  assert.equal((await page.evaluate(() => window.asked)).at(-1), "user");
  await page.click("#more");
  await page.click("#flip");
  await page.waitForSelector("#torch[aria-pressed=true]");
  assert.equal((await page.evaluate(() => window.asked)).at(-1), "environment");
  await page.click(torch);
  await page.waitForSelector("#torch[aria-pressed=false]");
  assert.equal((await page.evaluate(() => window.torch)).at(-1), false);
  await done(page);
});

/** What is felt and heard, written down. */
const senses = () => {
  window.felt = [];
  window.heard = [];
  Navigator.prototype.vibrate = (pattern) => { window.felt.push(pattern); return true; };
  const Quiet = class {
    currentTime = 0;
    createOscillator() {
      const tone = { frequency: { value: 0 }, connect: (to) => to, start: () => window.heard.push(tone.frequency.value), stop() {} };
      return tone;
    }
    createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to }; }
  };
  window.AudioContext = /** @type {typeof AudioContext} */ (/** @type {unknown} */ (Quiet));
};

test("each headline has a pattern, to feel and to hear; tones once they are switched on, vibration until it is switched off", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE, { before: senses });
  const texts = {
    accept: () => showing(world, POLICE).text,
    look_up: () => showing(world, POLICE, { driving_licence: ["classes"] }).text,
    not_checked: () => showing(world, "clinic").text,
    scan_again: () => "DC1:6BF",
  };
  const sense = async (name) => {
    await paste(page, texts[name]());
    assert.equal(await headline(page), name);
    await next(page);
    await page.waitForSelector("#scan");
    const [felt, heard] = await page.evaluate(() => [window.felt.splice(0), window.heard.splice(0)]);
    return { felt: JSON.stringify(felt), heard: JSON.stringify(heard) };
  };
  const silent = await sense("accept");
  assert.deepEqual(silent, { felt: "[[60]]", heard: "[]" });
  const toggle = async (name) => {
    await page.click("#to-settings");
    await page.click(`#turn-${name}`);
    await page.click("#back");
  };
  await toggle("tones");
  const all = [];
  for (const name of Object.keys(texts)) all.push(await sense(name));
  assert.equal(new Set(all.map(({ felt }) => felt)).size, all.length, "felt apart");
  assert.equal(new Set(all.map(({ heard }) => heard)).size, all.length, "heard apart");
  assert.ok(all.every(({ felt, heard }) => felt.length > 4 && heard.length > 4));
  await toggle("vibration");
  assert.equal((await sense("accept")).felt, "[]");
  await done(page);
});
