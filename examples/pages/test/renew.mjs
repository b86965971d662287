// The second week: everything that ends is renewed by files, whatever they are called, and nothing else is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { browser, country, done, file, headline, kit, offer, open, openRenewal, opened, paste, random, setUp, shot, showing, take,
  verifier } from "./support.mjs";

const POLICE = "traffic_police";
const DAY = 86_400;
let site;
let chromium;
before(async () => { site = await verifier(); chromium = await browser(); });
after(async () => { await chromium?.close(); site?.server.close(); });

/** The same page in its second week, and the country then. */
async function secondWeek() {
  const now = Math.floor(Date.now() / 1000);
  const page = await open(chromium, site.url);
  const world = country();
  await setUp(page, world, POLICE);
  await page.waitForSelector("#scan");
  await page.addInitScript((by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; }, 8 * DAY);
  await page.reload();
  await page.waitForSelector("#scan");
  const later = now + 8 * DAY;
  world.update(later);
  const papers = Object.fromEntries(Object.entries(world.preset(POLICE)).slice(-4));
  const code = () => world.show(POLICE, papers, random(16), Math.floor(Date.now() / 1000) + 8 * DAY).text;
  return { page, world, code };
}

test("on the eighth day lists, mandate and key are renewed together, and the page goes on", async () => {
  const { page, world, code } = await secondWeek();
  await paste(page, code());
  assert.notEqual(await headline(page), "accept", "what ended is not gone on with");
  await page.keyboard.press("Escape");
  await openRenewal(page);
  const rows = await offer(page, [
    file("anh.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
    file("licence (3).bin", world.mandate(POLICE)),
    file("empty", []),
    file("a", world.bundle(900)),
    file("key", kit.postKeyFile(world, POLICE)),
    file("other key", kit.postKeyFile(world, "bank")),
  ]);
  assert.deepEqual(rows.map(([good, name]) => [name, good]), [
    ["anh.jpg", "false"], ["licence (3).bin", "true"], ["empty", "false"], ["a", "true"], ["key", "true"], ["other key", "false"],
  ], JSON.stringify(rows, null, 1));
  assert.match(rows[5].at(-1), /Khóa của điểm khác/);
  await audit(page, "renewal");
  await shot(page, "renewal");
  await take(page);
  assert.equal(await page.getAttribute("#device .lead", "data-state"), "good");
  await shot(page, "renewed");
  await page.reload();
  await paste(page, code());
  assert.equal(await headline(page), "accept", `also after a reload: ${await page.textContent("#result")}`);
  await done(page);
});

test("what is in use, older or another post's is told, and nothing is kept before a person says so", async () => {
  const { page, world } = await opened(chromium, site.url, POLICE);
  await openRenewal(page);
  const rows = await offer(page, [
    file("lists", world.bundle(2)), file("mandate", world.mandate(POLICE)), file("root", world.anchor()),
    file("torn", world.bundle().slice(0, 900)),
  ]);
  assert.ok(rows.every(([good]) => good === "false"), JSON.stringify(rows, null, 1));
  assert.equal(await page.$("#use-files"), null);
  await offer(page, [file("clinic", world.mandate("clinic"))]);
  assert.match(await page.textContent("#renew [role=alert]"), /điểm kiểm tra khác/);
  assert.match(await page.textContent("#use-files"), /Đổi điểm kiểm tra: .{5}/);
  await shot(page, "renewal-another");
  await page.reload();
  await paste(page, showing(world, POLICE).text);
  assert.equal(await headline(page), "accept", "still the post that it was");
  await done(page);
});
