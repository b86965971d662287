// The two pictures of the repository's README, taken anew: `node pictures.mjs`. Every person in them is invented.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { browser, headline, opened, paste, showing, verifier } from "./test/support.mjs";

const FOLDER = new URL("../../docs/pictures/", import.meta.url);

/** @type {readonly (readonly [name: string, role: string, viewport: { width: number, height: number }])[]} */
const PICTURES = [
  ["officer", "traffic_police", { width: 360, height: 640 }],
  ["clinic", "clinic", { width: 1366, height: 625 }],
];

const [site, chromium] = await Promise.all([verifier(), browser()]);
await mkdir(FOLDER, { recursive: true });
for (const [name, role, viewport] of PICTURES) {
  const { page, world } = await opened(chromium, site.url, role, { viewport, reducedMotion: "reduce" });
  if (await page.$("#chip-car")) await page.click("#chip-car");
  await paste(page, showing(world, role).text);
  await headline(page);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, FOLDER)) });
  await page.context().close();
}
await chromium.close();
process.exit(0);
