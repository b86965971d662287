// How many pictures of a folder are read, by whom, and how fast: rates FOLDER [--json] [--handheld BINARY | --handheld none]
//
//   zxing     zxing-wasm of the version that the page ships, with all it can try, on the whole picture
//   page      the page's own decoder: its worker, its files, in Chromium, from the file's bytes on
//   handheld  the command line: `BINARY rates FOLDER --json`, or what cargo builds of it
//
// Where NAME.txt stands beside NAME.png a code counts only with that text.
// Named is each picture that zxing reads and one of ours does not; then it exits 1.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { build } from "./build.mjs";
import { FLAGS } from "./flags.mjs";
import { serve } from "./serve.mjs";

const PICTURES = new Set([".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".avif"]);
/** What the command line prints is some hundred bytes for each picture. */
const MOST_OUTPUT = 256 << 20;

const {
  values: chosen,
  positionals: [folder],
} = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" }, handheld: { type: "string" } } });
if (!folder) { console.error("rates FOLDER [--json] [--handheld BINARY | --handheld none]"); process.exit(2); }
const root = resolve(folder);

/** Pictures below the folder, by their paths from there. */
async function pictures() {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && PICTURES.has(extname(entry.name).toLowerCase()));
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")).sort();
}

/** The text that a picture is known to hold; `null`: nobody says. */
function known(file) {
  const beside = join(root, file.slice(0, -extname(file).length) + ".txt");
  return existsSync(beside) ? readFileSync(beside, "utf8") : null;
}

const withoutEnd = (text) => text.replace(/\r?\n$/, "");
const answer = (texts, expected, ms) => ({
  read: texts.length > 0,
  same: expected === null ? null : texts.some((text) => withoutEnd(text) === withoutEnd(expected)),
  codes: texts.length,
  ms,
});

/** Reads one picture twice: runs in the page, so it names nothing from here. */
async function readBoth(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  globalThis.rates ??= await (async () => {
    const { prepareZXingModule, readBarcodes } = await import("./vendor/zxing/reader.js");
    await prepareZXingModule({
      overrides: { locateFile: () => new URL("./vendor/zxing/zxing_reader.wasm", location.href).href },
      fireImmediately: true,
    });
    const { Decoder } = await import("./js/camera.js");
    return { readBarcodes, decoder: new Decoder() };
  })();
  const { readBarcodes, decoder } = globalThis.rates;
  const timed = async (work) => {
    const begun = performance.now();
    const texts = await work().catch(() => []);
    return { texts, ms: performance.now() - begun };
  };
  const zxing = await timed(async () => {
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    const options = {
      formats: ["QRCode"],
      tryHarder: true,
      tryRotate: true,
      tryInvert: true,
      tryDownscale: true,
      tryDenoise: true,
      maxNumberOfSymbols: 255,
      textMode: "Plain",
    };
    const found = await readBarcodes(context.getImageData(0, 0, bitmap.width, bitmap.height), options);
    return found.filter(({ isValid }) => isValid).map(({ text }) => text);
  });
  const page = await timed(async () => (await decoder.read(new Blob([bytes]))).texts);
  return { zxing, page };
}

/** What the command line says of the folder, by file; `null` where there is none that knows how. */
function handheld() {
  if (chosen.handheld === "none") return null;
  const [binary, before] = chosen.handheld ? [chosen.handheld, []] : ["cargo", ["run", "--quiet", "-p", "handheld", "--"]];
  const cwd = chosen.handheld ? undefined : import.meta.dirname;
  /** @type {import("node:child_process").ExecFileSyncOptionsWithStringEncoding} */
  const options = { encoding: "utf8", maxBuffer: MOST_OUTPUT, stdio: ["ignore", "pipe", "inherit"], cwd };
  let printed;
  try { printed = execFileSync(binary, [...before, "rates", root, "--json"], options); } catch (error) { printed = error.stdout ?? ""; }
  const lines = printed.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line)).filter(({ file }) => file);
  if (lines.length === 0) return null;
  return new Map(lines.map((line) => [relative(root, resolve(root, line.file)).split(sep).join("/"), line]));
}

const median = (of) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)];
const right = (one) => Boolean(one && (one.same ?? one.read));

async function inBrowser(files, told) {
  const server = await serve(await build("verifier"));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const rows = [];
    for (const file of files) {
      const { zxing, page: ours } = await page.evaluate(readBoth, readFileSync(join(root, file)).toString("base64"));
      const expected = known(file);
      rows.push({ file, zxing: answer(zxing.texts, expected, zxing.ms), page: answer(ours.texts, expected, ours.ms) });
      told(rows.length);
    }
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}

const files = await pictures();
if (files.length === 0) { console.error(`no pictures in ${folder}`); process.exit(2); }
const told = (done) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${files.length}${done === files.length ? "\n" : ""}`);
};
const rows = await inBrowser(files, told);
const native = handheld();
for (const row of rows) Object.assign(row, { handheld: native?.get(row.file) ?? null });

const readers = ["zxing", "page", ...(native ? ["handheld"] : [])];
const behind = rows.flatMap((row) =>
  readers
    .slice(1)
    .filter((name) => right(row.zxing) && !right(row[name]))
    .map((name) => ({ file: row.file, by: name })),
);
if (chosen.json) {
  for (const row of rows) console.log(JSON.stringify(row));
} else {
  console.log(`${"".padEnd(10)}${"read".padStart(6)}${"same text".padStart(11)}${"of".padStart(6)}${"median ms".padStart(11)}`);
  for (const name of readers) {
    const all = rows.map((row) => row[name]).filter(Boolean);
    const texts = all.filter(({ same }) => same !== null && same !== undefined);
    const [read, same, of] = [all.filter(({ read }) => read).length, texts.filter(({ same }) => same).length, rows.length];
    const ms = median(all.map((one) => one.ms)).toFixed(1);
    const alike = texts.length > 0 ? String(same) : "–";
    console.log(`${name.padEnd(10)}${String(read).padStart(6)}${alike.padStart(11)}${String(of).padStart(6)}${ms.padStart(11)}`);
  }
  for (const { file, by } of behind) console.log(`zxing reads it, ${by} does not: ${file}`);
}
if (!native && chosen.handheld !== "none") console.error("the command line was not measured: it has no `rates` yet, or was not built");
process.exit(behind.length > 0 ? 1 : 0);
