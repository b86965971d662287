// How things come in and go out beside the camera's picture: dropped files, torch and other camera, what is felt and heard.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, country, done, drop, headline, kit, next, open, opened, paste, shot, showing, verifier } from "./support.mjs";
import { pictures } from "./film.mjs";

const POLICE = "traffic_police";
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

test("set up by dropping each file on its place", async () => {
  const page = await open(chromium, site.url);
  const world = country();
  await page.waitForSelector("#set-up");
  const endings = { root: "dcr", bundle: "dcb", mandate: "dcl", postKey: "p8" };
  const give = (name, bytes) => drop(page, `#set-up .drop:has(#${name})`, [{ name: `${name}.${endings[name]}`, bytes }]);
  await give("root", world.anchor());
  await page.waitForSelector(".fingerprint");
  assert.match(await page.textContent("#set-up .drop:has(#root)"), /root\.dcr/, "what was taken is said");
  await page.click("#set-up .stack .row .button.main");
  await give("bundle", world.bundle());
  await give("mandate", world.mandate(POLICE));
  await give("postKey", kit.postKeyFile(world, POLICE));
  await page.waitForFunction(() => !document.querySelector("#set-up .foot .main").matches(":disabled"));
  await page.click("#set-up .foot .main");
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept");
  await done(page);
});

test("a file that is none, dropped on the root's place, is said to be none", async () => {
  const page = await open(chromium, site.url);
  await page.waitForSelector("#set-up");
  await drop(page, "#set-up .drop:has(#root)", [{ name: "holiday.jpg", bytes: [1, 2, 3] }]);
  await page.waitForFunction(() => document.querySelector("#set-up [role=alert]").textContent.length > 10);
  assert.equal(await page.$(".fingerprint"), null);
  await done(page);
});

test("a file of another kind is told as what it is, as soon as it is chosen and whatever its name", async () => {
  const page = await open(chromium, site.url);
  const world = country();
  await page.waitForSelector("#set-up");
  for (const [place, bytes, told] of [
    ["root", world.bundle(), "Đây là bộ danh sách, không phải tệp khóa gốc."],
    ["bundle", world.anchor(), "Đây là tệp khóa gốc, không phải bộ danh sách."],
    ["bundle", new TextEncoder().encode("<!doctype html><p>"), "Đây là trang web, không phải bộ danh sách."],
    ["mandate", kit.postKeyFile(world, POLICE), "Đây là khóa bí mật, không phải tệp quyền kiểm tra."],
    ["postKey", world.mandate(POLICE), "Đây là tệp quyền kiểm tra, không phải khóa bí mật."],
  ]) {
    await drop(page, `#set-up .drop:has(#${place})`, [{ name: "1-root.dcr", bytes: [...bytes] }]);
    await page.waitForFunction((told) => document.querySelector("#set-up [role=alert]").textContent.startsWith(told), told);
  }
  assert.equal(await page.$(".fingerprint"), null);
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
    await fresh.setInputFiles("#root", file);
    await fresh.waitForFunction(() => /Tệp quá lớn/.test(document.querySelector("#set-up .drop:has(#root)").textContent));
    await done(fresh);
    const { page } = await opened(chromium, site.url, POLICE);
    await page.setInputFiles("#scan input[type=file]", file);
    await page.waitForFunction(() => /Ảnh quá lớn/.test(document.querySelector("#scan .hint").textContent));
    await done(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a file that is dropped beside its place does not take the page away", async () => {
  const { page } = await opened(chromium, site.url, POLICE);
  await page.click(".bar .button:last-child");
  await page.waitForSelector("#settings");
  const kept = await page.$eval("#settings h1", (node) =>
    ["dragover", "drop"].map(
      (kind) => !node.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() })),
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
  await page.waitForFunction(() => /Chưa thấy mã trong ảnh/.test(document.querySelector("#scan .hint").textContent));
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
  const torch = ".tools .button[aria-pressed]";
  await page.waitForSelector(torch);
  assert.equal(await page.getAttribute(torch, "aria-pressed"), "false");
  await shot(page, "torch");
  await page.click(torch);
  await page.waitForSelector(".tools .button[aria-pressed=true]");
  assert.deepEqual(await page.evaluate(() => window.torch), [true]);
  await paste(page, showing(world, POLICE).text);
  await headline(page);
  await next(page);
  await page.waitForSelector(".tools .button[aria-pressed=true]");
  assert.deepEqual(await page.evaluate(() => window.torch), [true, true], "on again with the camera, after the result");
  await page.click(".tools .button[aria-label='Đổi máy ảnh']");
  await page.waitForSelector(torch, { state: "detached" });
  assert.equal((await page.evaluate(() => window.asked)).at(-1), "user");
  await page.click(".tools .button[aria-label='Đổi máy ảnh']");
  await page.waitForSelector(".tools .button[aria-pressed=true]");
  assert.equal((await page.evaluate(() => window.asked)).at(-1), "environment");
  await page.click(torch);
  await page.waitForSelector(".tools .button[aria-pressed=false]");
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
    const [felt, heard] = await page.evaluate(() => [window.felt.splice(0), window.heard.splice(0)]);
    return { felt: JSON.stringify(felt), heard: JSON.stringify(heard) };
  };
  const silent = await sense("accept");
  assert.deepEqual(silent, { felt: "[[60]]", heard: "[]" });
  const toggle = async (word) => {
    await page.click(".bar .button:last-child");
    await page.click(`#settings .button:has-text("${word}")`);
    await page.click("#settings .foot .main");
  };
  await toggle("Âm báo");
  const all = [];
  for (const name of Object.keys(texts)) all.push(await sense(name));
  assert.equal(new Set(all.map(({ felt }) => felt)).size, all.length, "felt apart");
  assert.equal(new Set(all.map(({ heard }) => heard)).size, all.length, "heard apart");
  assert.ok(all.every(({ felt, heard }) => felt.length > 4 && heard.length > 4));
  await toggle("Rung");
  assert.equal((await sense("accept")).felt, "[]");
  await done(page);
});
