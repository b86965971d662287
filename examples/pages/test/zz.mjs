import { test, before, after } from "node:test";
import { browser, country, open, opened, setUp, done, verifier, showing, paste, headline, wallet } from "./support.mjs";
test("timing", async () => {
  const site = await verifier(); const of = await browser();
  const t = [];
  for (let i = 0; i < 8; i += 1) {
    const a = Date.now(); const world = country(); const b = Date.now();
    const page = await open(of, site.url, process.env.SW ? { serviceWorkers: "block" } : {}); await page.waitForSelector("#set-up"); const c = Date.now();
    await setUp(page, world, "traffic_police"); const d = Date.now();
    await paste(page, showing(world, "traffic_police").text); await headline(page); const e = Date.now();
    await done(page); const f = Date.now();
    t.push([b - a, c - b, d - c, e - d, f - e].join(" "));
  }
  console.log("world open setup check close\n" + t.join("\n"));
});
