// The post's key as the browser makes it: it cannot be taken out, its public half is given out and signed, and only then it is used.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { readFile } from "node:fs/promises";
import { publicHalf } from "../set-up.mjs";
import { audit } from "./audit.mjs";
import { country, done, file, inBoth, kit, paste, random, says, shot, unfold, verifier } from "./support.mjs";

const POLICE = "traffic_police";
let site;
before(async () => { site = await verifier(); });
after(() => { site?.server.close(); });

async function giveAll(page, world, mandate) {
  await page.setInputFiles("#files", [file("root", world.anchor()), file("bundle", world.bundle()), file("mandate", mandate)]);
  await page.waitForSelector(".fingerprint");
  await page.click("#is-same");
}

/** What the page keeps of its keys. */
const keys = (page) => page.evaluate(async () => {
  const { recall } = await import("./js/store.js");
  const [made, used] = await Promise.all([recall("madeKey"), recall("postKey")]);
  return {
    made: made && {
      name: made.name, spki: [...made.spki], extractable: made.key.extractable, type: made.key.type, usages: made.key.usages,
    },
    used: used && { extractable: used.extractable, usages: used.usages },
  };
});

inBoth("a key made here waits for its mandate over a reload, is tried against it, and signs the request code", async ({ engine, open }) => {
  const world = country();
  const before = () => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { document.body.dataset.copied = text; } } });
  };
  const page = await open(site.url, { before });
  await page.waitForSelector("#make-key");
  // Firefox gives no download to WebDriver BiDi.
  const downloads = engine === "chromium" ? [page.waitForEvent("download")] : [];
  await page.click("#make-key");
  const name = await page.textContent("#key-name");
  await audit(page, "a key was made");
  await shot(page, "post-key");
  const { made, used } = await keys(page);
  assert.deepEqual([made.extractable, made.type, made.usages, used], [false, "private", ["sign"], undefined]);
  for (const saved of await Promise.all(downloads)) {
    assert.equal(saved.suggestedFilename(), `khoa-cong-khai-${name}.pem`);
    const half = await publicHalf(await readFile(await saved.path()));
    assert.equal(half.name, name, "the name on the page is the one that the signer sees");
    assert.deepEqual([...half.point], made.spki.slice(-65));
  }
  await page.reload();
  await page.waitForSelector("#key-name");
  assert.equal(await page.textContent("#key-name"), name, "it waits for its mandate");

  await giveAll(page, world, world.mandate(POLICE));
  await page.click("#finish");
  await says(page, "#fault", /không phải khóa ghi/);
  assert.equal((await keys(page)).used, undefined, "a key of no use is not kept");
  await page.setInputFiles("#files", file("mandate", world.mandateFor(POLICE, Uint8Array.from(made.spki.slice(-65)))));
  await page.click("#finish");
  await page.waitForSelector("#scan");
  assert.deepEqual(await keys(page), { made: undefined, used: { extractable: false, usages: ["sign"] } });

  await page.click("#ask-first");
  await page.click("#copy-ask");
  await says(page, "#say", /Đã (?:sao )?chép/);
  const asked = world.asked(await page.getAttribute("body", "data-copied"));
  assert.equal(asked.kind, "asked", "what was copied is what the wallet takes");
  asked.picked((await page.textContent("#challenge .digits b")).trim());
  await page.click("#answer");
  await paste(page, world.answer(asked, { driving_licence: asked.fields.driving_licence }, random(48)).text);
  await page.waitForSelector("#result .plate");
  await unfold(page);
  assert.ok((await page.$$("#result .values")).length > 0, "and its answer is read");
  await done(page);
});

inBoth("a key that is wanted no more is discarded; a key of a file is tried too", async ({ open }) => {
  const world = country();
  const page = await open(site.url);
  await page.click("#make-key");
  await page.click("#drop-key");
  await page.waitForSelector("#make-key");
  assert.equal((await keys(page)).made, undefined);
  await giveAll(page, world, world.mandate(POLICE));
  await page.setInputFiles("#files", file("key", kit.postKeyFile(world, "clinic")));
  await page.click("#finish");
  await says(page, "#fault", /không phải khóa/);
  const torn = Buffer.concat([Buffer.from(kit.postKeyFile(world, POLICE)).subarray(0, 60), Buffer.alloc(60)]);
  await page.setInputFiles("#files", file("key", torn));
  await page.click("#finish");
  await says(page, "#fault", /tệp khóa hỏng/);
  await page.setInputFiles("#files", file("key", kit.postKeyFile(world, POLICE)));
  await page.click("#finish");
  await page.waitForSelector("#scan");
  await done(page);
});
