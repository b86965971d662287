// The packed tarball in Chromium: in a page and in a worker, with the tests of Node.

import { files, compare, consumer, tell } from "./files.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";
import { held } from "./tab.mjs";
import { typing } from "./typing.mjs";
import { mkdirSync, writeFileSync } from "node:fs";

const folder = new URL("page/", consumer);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("vectors.json", folder), JSON.stringify(files()));

/** Two tabs of one origin, which know nothing of each other, and one store between them: what the one learns the other does not lose. */
const twoTabs = async (browser, origin) => {
  const failed = [];
  const ways = { "Web Locks": "", "a held transaction": "delete Navigator.prototype.locks;" };
  for (const [way, before] of Object.entries(ways)) {
    const context = await browser.newContext();
    await context.addInitScript(before);
    const open = async () => {
      const tab = await context.newPage();
      await tab.goto(`${origin}/tests/page.html`);
      await tab.evaluate(() => import("/tests/page.mjs").then((page) => page.openTab()));
      return tab;
    };
    const [one, other] = [await open(), await open()];
    const act = (tab, ...of) => tab.evaluate((of) => window.tab.act(...of), of);
    failed.push(...(await held((...of) => Promise.all([act(one, ...of, 0), act(other, ...of, 1)]), () => act(one, "kept"), way)));
    // A tab that does not let go is waited for, and one that is gone has let go.
    await one.evaluate(() => void window.tab.act("stick"));
    await one.waitForFunction(() => window.tab.stuck);
    const busy = await act(other, "busy");
    await one.close();
    const freed = await act(other, "lists", 0, 1);
    if (busy !== "memory.busy" || freed !== "setup.bundle_rolled_back") failed.push(`${way}: a tab that sticks: ${busy}, then ${freed}`);
    await context.close();
  }
  tell("Chromium, two tabs", { passed: failed.length === 0 ? Object.keys(ways).length : 0, failed });
};

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
  tell("Chromium, mistakes", await page.evaluate(() => import("/tests/page.mjs").then((page) => page.mistake())));
  tell("Chromium, worker", await page.evaluate(() => import("/tests/page.mjs").then((page) => page.behaveInWorker())));
  await twoTabs(browser, origin);
  tell("Chromium, typed", await typing(browser, origin));
  compare("Chromium", await page.evaluate(() => import("/tests/page.mjs").then((page) => page.answer())));
} finally {
  await browser.close();
  close();
}
