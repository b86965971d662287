// What a picture is and which of its codes is meant, without a browser: the page's own modules.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "../build.mjs";

let page;
let engine;
before(async () => {
  const folder = await build("verifier");
  page = (name) => import(pathToFileURL(join(folder, "js", name)).href);
  engine = await import(pathToFileURL(join(folder, "vendor", "doichieu", "index.js")).href);
  await engine.init(await readFile(join(folder, "vendor", "doichieu", "engine_bg.wasm")));
});

const bytes = (...parts) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part)));
const zeros = (count) => Array(count).fill(0);

test("pictures are known by content, and how large they would become before anything is decoded", async () => {
  const { MOST_PIXELS, look } = await page("picture.js");
  const all = {
    PNG: [bytes([0x89], "PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", [0, 0, 0x3e, 0x80, 0, 0, 0x3e, 0x80], zeros(20)), 16_000 ** 2],
    JPEG: [bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, 0xc2, 0, 17, 8, 0x17, 0x70, 0x1f, 0x40], zeros(20)), 8000 * 6000],
    GIF: [bytes("GIF89a", [0xff, 0xff, 0xff, 0xff], zeros(30)), 65_535 ** 2],
    BMP: [bytes("BM", zeros(12), [40, 0, 0, 0, 0, 4, 0, 0, 0, 0xfd, 0xff, 0xff], zeros(20)), 1024 * 768],
    "WebP, lossy": [bytes("RIFF", zeros(4), "WEBPVP8 ", zeros(10), [0x80, 0x02, 0xe0, 0x01], zeros(10)), 640 * 480],
    "WebP, lossless": [bytes("RIFF", zeros(4), "WEBPVP8L", zeros(4), [0x2f, 0x7f, 0xc2, 0x77, 0], zeros(10)), 640 * 480],
    "WebP, extended": [bytes("RIFF", zeros(4), "WEBPVP8X", zeros(8), [0xff, 0x3f, 0, 0xff, 0x3f, 0], zeros(10)), 16_384 ** 2],
    HEIC: [bytes(zeros(4), "ftypheic", zeros(30), "ispe", zeros(4), [0, 0, 0x10, 0, 0, 0, 0x0c, 0], zeros(20)), 4096 * 3072],
    TIFF: [bytes("II*\0", zeros(40)), null],
    PDF: [bytes("%PDF-1.7", zeros(40)), null],
  };
  for (const [name, [of, pixels]] of Object.entries(all)) {
    const seen = look(of);
    assert.deepEqual([seen.kind, seen.pixels], [name.split(",")[0], pixels], name);
  }
  assert.ok(MOST_PIXELS > 8160 * 6120 && MOST_PIXELS < 16_000 ** 2, "a telephone's fifty megapixels pass");
  for (const text of ["DC1:6BF", "\x02]Q1DC1:6BF\x03\r\n"]) assert.equal(look(bytes(text)).kind, "text");
  assert.equal(look(bytes([0xff, 0xfe, 0xb0, 1, 0xa1, 1])).kind, "text", "ươ in UTF-16");
  for (const other of [[], zeros(100), [0x50, 0x4b, 3, 4, ...zeros(40)], [...Array(40_000).fill(65)]])
    assert.equal(look(bytes(other)).kind, null);
});

test("a picture of random bytes after any head is told something, and never throws", async () => {
  const { look } = await page("picture.js");
  const heads = ["\x89PNG", "\xff\xd8\xff", "RIFF0000WEBPVP8X", "GIF8", "BM", "0000ftypheic", ""];
  for (let time = 0; time < 2000; time += 1) {
    const of = bytes(heads[time % heads.length], [...crypto.getRandomValues(new Uint8Array(time % 80))]);
    assert.ok("kind" in look(of));
  }
});

test("a part of a structured append is no code, and is counted; each text comes once", async () => {
  const { symbols, PHOTO } = await page("symbols.js");
  const code = (text, of = {}) => ({ text, isValid: true, sequenceSize: -1, sequenceIndex: -1, ...of });
  const found = [code("DC1:6BF"), code("DC1:6BF"), code("DC1:NCF", { sequenceSize: 2, sequenceIndex: 0 }), code("", { isValid: false })];
  assert.deepEqual(await symbols(async () => found, null, PHOTO), { texts: ["DC1:6BF"], appended: 1 });
});

test("a photograph is looked at in one view after another, until one has a code of ours: another's may hang beside it", async () => {
  const { inPhoto } = await page("symbols.js");
  const views = async (width, height, transparent, ...seen) => {
    const drawn = [];
    const draw = (scale, ground) => { drawn.push(`${Math.round(width * scale)} ${ground}`); return drawn.length; };
    const reader = async (pixels) => [seen[pixels - 1]].flat().filter(Boolean).map((text) => ({ isValid: true, text, sequenceSize: -1 }));
    const { texts } = await inPhoto(reader, { width, height, draw, isTransparent: () => transparent });
    return [texts, ...drawn];
  };
  const [bank, ours] = ["https://bank.example/pay", "DC1:6BF"];
  assert.deepEqual(await views(800, 600, false, ours), [[ours], "800 white"]);
  assert.deepEqual(await views(800, 600, true, null, ours), [[ours], "800 white", "800 black"]);
  assert.deepEqual(await views(8000, 6000, false), [[], "2600 white", "6000 white", "1300 white"]);
  assert.deepEqual(await views(8000, 6000, false, bank, [bank, ours]), [[bank, ours], "2600 white", "6000 white"]);
  assert.deepEqual(await views(800, 600, true, null, bank), [[bank], "800 white", "800 black", "1600 white"]);
});

test("a code of another kind counts in frames once it was alone in three over 600 ms; ours at once; two of ours at times", async () => {
  const { Watch } = await page("watch.js");
  const [url, ours, other] = ["https://bank.example/pay", "DC1:6BF", "DC1:NCF"];
  const run = (frames) => {
    const watch = new Watch();
    return frames.map(([at, texts, appended = 0]) => watch.frame({ texts, appended }, at).picked?.kind ?? null);
  };
  assert.deepEqual(
    run([
      [0, [url]],
      [300, [url]],
      [599, [url]],
      [650, [url]],
    ]),
    [null, null, null, "foreign"],
  );
  assert.deepEqual(
    run([
      [0, [url]],
      [700, [url]],
      [701, [url]],
    ]),
    [null, null, "foreign"],
    "three frames",
  );
  assert.deepEqual(
    run([
      [0, [url]],
      [300, [url]],
      [500, []],
      [700, [url]],
      [1100, [url]],
      [1200, [url]],
      [1300, [url]],
    ]),
    [null, null, null, null, null, null, "foreign"],
    "in a row",
  );
  assert.deepEqual(
    run([
      [0, [url]],
      [500, [url]],
      [700, [url, ours]],
    ]),
    [null, null, "ours"],
  );
  assert.deepEqual(
    run([
      [0, [ours, other]],
      [100, [ours, other]],
      [2900, [other, ours]],
      [3100, [ours, other]],
      [3200, [ours]],
    ]),
    ["several", null, null, "several", "ours"],
  );
  assert.deepEqual(
    run([
      [0, [], 1],
      [400, [], 1],
      [700, [], 2],
      [800, [], 1],
    ]),
    [null, null, "appended", null],
    "a part of a structured append is named, once",
  );
  assert.equal(new Watch().frame({ texts: [ours], appended: 0 }, 0).find, true);
  assert.equal(new Watch().frame({ texts: [url], appended: 0 }, 0).find, false, "inverted ones are looked for beside it");
});
