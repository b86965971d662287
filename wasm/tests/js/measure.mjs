// Prints size and pace beside the figures to hold. See wasm/measure.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { consumer } from "./files.mjs";
import { launch } from "./launch.mjs";
import { pace } from "./pace.mjs";
import { serve } from "./serve.mjs";
import { brotli, packed, SCRIPTS } from "./size.mjs";

const js = new URL("../", consumer);
/** Starts of which the median counts. */
const STARTS = 5;
const missed = [];

const row = (cells) => console.log(`| ${cells.join(" | ")} |`);

/** A figure beside its bar. */
const held = (name, figure, bar, unit, digits = 0) => {
  const over = bar !== undefined && figure > bar;
  if (over) missed.push(name);
  row([name, `${figure.toFixed(digits)}${unit}`, bar === undefined ? "" : `≤ ${bar}${unit}`, over ? "MISSED" : ""]);
};

const size = () => {
  const wasm = packed("engine_bg.wasm");
  console.log("\n| size | kB | to hold | |\n|---|---|---|---|");
  held("engine_bg.wasm, brotli", brotli(wasm) / 1000, 181, "", 1);
  held("engine_bg.wasm, gzip", gzipSync(wasm, { level: 9 }).length / 1000, undefined, "", 1);
  held("engine_bg.wasm", wasm.length / 1000, undefined, "", 1);
  for (const name of SCRIPTS) held(`${name}, brotli`, brotli(packed(name)) / 1000, undefined, "", 1);
  row(["closest peer (docs of 2026), brotli", "186–206", "", ""]);
};

/** Bars: an inspection ÷ its bare checks in the same page; ÷ the native one, by the phone's algorithm. */
const BARE = 1.15;
const NATIVE = { Ed25519: 2.4, "P-256": 3.2 };

const report = (where, rows) => {
  console.log(
    `\n${where}\n\n| phone, showing | ÷ bare | to hold | ÷ native | to hold | bare ÷ native bare | µs | bare µs | native µs | |\n`
      + "|---|---|---|---|---|---|---|---|---|---|",
  );
  for (const { phone, name, ratio, whole, bare, native, nativeBare } of rows) {
    const late = [ratio > BARE && "÷ bare", whole / native > NATIVE[phone] && "÷ native"].filter(Boolean);
    if (late.length > 0) missed.push(`${where}: ${phone}, ${name}`);
    const figures = [
      ratio.toFixed(3),
      BARE,
      (whole / native).toFixed(2),
      NATIVE[phone],
      (bare / nativeBare).toFixed(2),
      whole.toFixed(0),
      bare.toFixed(0),
      native.toFixed(0),
    ];
    row([`${phone}, ${name}`, ...figures, late.length > 0 ? `MISSED ${late.join(", ")}` : ""]);
  }
};

const inNode = async (showings) => {
  const bench = await import(new URL("bench/bench.js", js).href);
  bench.initSync({ module: readFileSync(new URL("bench/bench_bg.wasm", js)) });
  return pace(bench, showings);
};

const { origin, close } = await serve({
  tests: new URL("./", import.meta.url),
  bench: new URL("bench/", js),
  doichieu: new URL("package/", js),
});

/** Opens an empty page in a browser of its own, which has compiled nothing before. */
const inPage = async (ask) => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/tests/page.html`);
    return await page.evaluate(ask);
  } finally {
    await browser.close();
  }
};

const start = async () => {
  const rounds = [];
  for (let round = 0; round < STARTS; round += 1) {
    rounds.push(await inPage(() => import("/tests/start.mjs").then(({ start }) => start("/doichieu/engine_bg.wasm"))));
  }
  return rounds.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)];
};

const inChromium = () =>
  inPage(async () => {
    const [bench, { pace }] = await Promise.all([import("/bench/bench.js"), import("/tests/pace.mjs")]);
    await bench.default();
    return pace(bench, await (await fetch("/bench/native.json")).json());
  });

const showings = JSON.parse(readFileSync(new URL("bench/native.json", js), "utf8"));
size();
console.log("\n| start, Chromium | ms | to hold | |\n|---|---|---|---|");
held("compile, instantiate, first call; without fetch", await start(), 50, "", 1);
report("Chromium", await inChromium());
report("Node", await inNode(showings));
close();
if (missed.length > 0) console.log(`\nMissed: ${missed.join("; ")}`);
process.exitCode = missed.length > 0 && process.env.DOICHIEU_STRICT === "1" ? 1 : 0;
