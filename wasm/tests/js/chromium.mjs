// The packed tarball in Chromium: in a page and in a worker, with the tests of Node.

import { files, compare, consumer, tell } from "./files.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";
import { mkdirSync, writeFileSync } from "node:fs";

const folder = new URL("page/", consumer);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("vectors.json", folder), JSON.stringify(files()));

const { origin, close } = await serve({
  doichieu: new URL("node_modules/doichieu/", consumer),
  tests: new URL("./", import.meta.url),
  written: new URL("../../tmp/", consumer),
  page: folder,
  blobs: new URL("../../../tests/vectors/blobs/", import.meta.url),
});
const browser = await launch();
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`page: ${error}`));
  await page.goto(`${origin}/tests/page.html`);
  const ready = await page.evaluate(() => import("/tests/page.mjs").then((page) => page.ready()));
  console.log(`Chromium: ready after ${ready.toFixed(1)} ms, fetch included`);
  tell("Chromium", await page.evaluate(() => import("/tests/page.mjs").then((page) => page.behave())));
  tell("Chromium, worker", await page.evaluate(() => import("/tests/page.mjs").then((page) => page.behaveInWorker())));
  compare("Chromium", await page.evaluate(() => import("/tests/page.mjs").then((page) => page.answer())));
} finally {
  await browser.close();
  close();
}
