// Draws the verifier page's icons for systems that take no SVG: `node icons.mjs`, after icons/icon.svg was changed. The pictures are kept.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", "verifier-page", "icons");
/** A system cuts a maskable icon to a shape of its own; what must be seen lies in the inner 80 per cent. */
const ICONS = /** @type {const} */ ([["icon-192", 192, 1], ["icon-512", 512, 1], ["maskable-512", 512, 0.8]]);

const svg = await readFile(join(FOLDER, "icon.svg"), "utf8");
const [, ground] = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, side, part] of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(`<body style="margin:0;background:${ground};display:grid;place-items:center;height:100vh">
    <div style="width:${side * part}px;height:${side * part}px">${svg}</div>`);
  await writeFile(join(FOLDER, `${name}.png`), await page.screenshot());
  await page.close();
}
await browser.close();
