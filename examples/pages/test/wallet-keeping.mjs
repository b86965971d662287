// Keeping is asked for apart from seeing, and what was agreed to is what the desk finds in the signed consent.
import assert from "node:assert/strict";
import { before } from "node:test";
import { audit } from "./audit.mjs";
import { done, headline, inBoth, onScreen, paste, pasteAsk, shot, verifier, wallet } from "./support.mjs";

const DAY = 86_400;
let desk;
let phone;
before(async () => { desk = await verifier(); phone = await wallet(); });

/** Every text of the code on the screen: one, or the parts of an animated one. */
async function texts(page) {
  const all = new Set([await onScreen(page)]);
  if ([...all][0].startsWith("DC1F:"))
    for (let step = 0; step < 60; step += 1) { await page.waitForTimeout(80); all.add(await onScreen(page)); }
  return [...all];
}

/** A post's own engine in the page: what it asks, and the seconds for which each signed consent lets it keep what it was shown. */
async function post(page, role) {
  // Its engine is the page's own, and ready with it.
  await page.waitForSelector("#home, #consent");
  await page.evaluate(async (of) => {
    const [{ Bundle, ConsentProof, EncounterSeed, Frames, Inspector, Memory, Post, Roots, Scan }, kit] = await Promise.all([
      import("./vendor/doichieu/index.js"), import("./vendor/kit/index.js"),
    ]);
    const random = (/** @type {number} */ count) => crypto.getRandomValues(new Uint8Array(count));
    const world = new kit.World(kit.DEMO_SEED);
    const memory = new Memory();
    const bundle = Bundle.open(world.bundle(), Roots.dangerousTest(world.anchor()), memory);
    const inspector = new Inspector(bundle, Post.open(world.mandate(of), bundle));
    const purpose = /** @type {import("doichieu").Purpose} */ (world.purpose(of));
    const encounter = new EncounterSeed(random(32));
    /** @type {import("doichieu").Ask | undefined} */
    let answered;
    const scan = (/** @type {string[]} */ all) => {
      if (all.length === 1) return Scan.qr(all[0]);
      const frames = new Frames();
      for (const one of all) frames.push(one);
      return frames.scan();
    };
    window.post = {
      ask: async () => {
        const draft = inspector.ask({ purpose, only: "all" }, random(32), encounter);
        const key = await kit.signingKey(world, of);
        const signed = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, draft.toBeSigned());
        const challenge = draft.seal(new Uint8Array(signed));
        answered = challenge.ask;
        return { text: challenge.text, digits: challenge.digits };
      },
      kept: (all) => {
        const now = Math.floor(Date.now() / 1000);
        const seen = inspector.inspect(scan(all), answered ?? inspector.unprompted(purpose, encounter), memory);
        const proof = seen.kind === "unreadable" ? null : ConsentProof.open(seen.consentProof(), now);
        const consents = proof?.kind === "consent" ? proof.consents : [];
        return [...new Set(consents.map(({ retention, displaySeconds }) => `${retention} ${displaySeconds}`))];
      },
    };
  }, role);
}
const kept = (page, all) => page.evaluate((of) => window.post.kept(of), all);

/** Until the guard of the one press is over. */
const guard = (page) => page.waitForTimeout(700);
const history = async (page) => {
  await page.click(".foot .main");
  await page.click("#to-history");
  return (await page.textContent("#history li")).replace(/\s+/g, " ");
};

for (const agreed of [true, false]) {
  const name = `a clinic asks to keep, in words: ${agreed ? "agreed to, it may copy" : "declined, it may only look"}`;
  inBoth(name, async ({ open, opened, engine }) => {
    const page = await open(phone.url);
    await post(page, "clinic");
    await page.click("#home .stack .button >> nth=1");
    await page.waitForSelector("#consent");
    assert.equal(await page.isChecked("#keep"), false, "not beforehand");
    assert.match(await page.textContent("#consent .asks"), /Xem tối đa\s+3 phút,\s+xin giữ 1 ngày, đến\s+\d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
    assert.match(await page.textContent("#consent .keep"), /Cho giữ 1 ngày.*Phòng khám chép vào hồ sơ khám bệnh, lưu theo luật\./s);
    assert.equal(await page.$("#consent .keep .follows"), null);
    assert.match(await page.textContent("#preset"), /giấy tờ thường được hỏi, cho giữ 1 ngày/, "the one press says so");
    await page.click("#preset");
    assert.equal(await page.isChecked("#keep"), true);
    if (!agreed) {
      await page.click("#consent .keep .choose");
      assert.match(await page.textContent("#consent .keep .follows"), /chỉ được xem, không được chép vào hồ sơ/);
      await audit(page, "declined", { every: true });
    }
    await shot(page, `wallet-keeping-${agreed ? "agreed" : "declined"}`);
    await guard(page);
    await page.click(".foot .main");
    const all = await texts(page);
    assert.deepEqual(await kept(page, all), [`${agreed ? DAY : 0} 180`], "what is signed");
    const { page: receptionist } = await opened(desk.url, "clinic", { viewport: { width: 1366, height: 657 } });
    for (const text of all) await paste(receptionist, text).catch(() => {});
    assert.equal(await headline(receptionist), "accept", engine);
    const atDesk = await receptionist.$$eval("#only-see, #copy-line", (all) => all.map(({ id }) => id));
    assert.deepEqual(atDesk, [agreed ? "copy-line" : "only-see"], "copying is keeping");
    assert.match(await history(page), agreed
      ? /Ai quét mã lúc \d\d:\d\d–\d\d:\d\d giữ được đến \d\d:\d\d ngày \d\d\/\d\d\/\d{4}$/
      : /Ai quét mã lúc \d\d:\d\d–\d\d:\d\d xem được đến \d\d:\d\d · chỉ xem$/);
    await done(receptionist);
    await done(page);
  });

  inBoth(`an ask that asks to keep: ${agreed ? "agreed to" : "declined"}, its answer says so`, async ({ open }) => {
    const page = await open(phone.url);
    await post(page, "bank");
    const { text, digits } = await page.evaluate(() => window.post.ask());
    await pasteAsk(page, text);
    await page.waitForSelector("#consent .proof");
    const asks = await page.textContent("#consent .asks");
    assert.match(asks, /Ngân hàng.*Quầy giao dịch 5 · Ngân hàng Bến Thành \(hư cấu\).*Xem tối đa\s+1 phút,\s+xin giữ 1 ngày/s);
    await page.click("#preset");
    if (!agreed) await page.click("#consent .keep .choose");
    await guard(page);
    await page.click(".foot .main");
    await page.click(`#digits [data-digits="${digits}"]`);
    assert.deepEqual(await kept(page, await texts(page)), [`${agreed ? DAY : 0} 60`], "what is signed");
    assert.match(await history(page), agreed ? /Được giữ trên máy kiểm tra đến/ : /Xem được đến \d\d:\d\d · chỉ xem$/);
    await done(page);
  });
}

inBoth("papers ticked one by one are kept by nobody; an officer does not ask to", async ({ open }) => {
  const page = await open(phone.url);
  await page.click("#home .stack .button >> nth=0");
  assert.match(await page.textContent("#consent .asks"), /Xem tối đa\s+2 phút,\s+không được giữ lại/);
  assert.equal(await page.$("#keep"), null);
  await page.click(".foot .button:first-child");
  await post(page, "clinic");
  await page.click("#home .stack .button >> nth=1");
  await page.click("[data-paper=health_insurance_card] .head .choose");
  assert.match(await page.textContent("#consent .keep .follows"), /chỉ được xem/);
  await page.click(".foot .main");
  assert.deepEqual(await kept(page, await texts(page)), ["0 180"]);
  await done(page);
});

inBoth("where the phone's own lists are too old, it says so of itself, and a ready-made code is the way on", async ({ open }) => {
  const page = await open(phone.url);
  await page.waitForSelector("#home");
  // Nothing is brought up to date without a network.
  await page.evaluate(() => {
    Object.defineProperty(navigator, "onLine", { value: false });
    const real = Date.now;
    Date.now = () => real() + 40 * 86_400_000;
  });
  const now = await page.evaluate(() => Math.floor(Date.now() / 1000));
  await pasteAsk(page, await page.evaluate(async (at) => {
    const [{ Bundle, EncounterSeed, Inspector, Memory, Post, Roots }, kit] = await Promise.all([
      import("./vendor/doichieu/index.js"), import("./vendor/kit/index.js"),
    ]);
    const random = (/** @type {number} */ count) => crypto.getRandomValues(new Uint8Array(count));
    const world = new kit.World(kit.DEMO_SEED, undefined, at);
    const bundle = Bundle.open(world.bundle(), Roots.dangerousTest(world.anchor()), new Memory(), at);
    const inspector = new Inspector(bundle, Post.open(world.mandate("bank"), bundle));
    const draft = inspector.ask({ purpose: "bank_onboarding", only: "all" }, random(32), new EncounterSeed(random(32)), at);
    const signed = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, await kit.signingKey(world, "bank"), draft.toBeSigned());
    return draft.seal(new Uint8Array(signed)).text;
  }, now));
  await page.waitForSelector("#refused");
  assert.match(await page.textContent("#refused h1"), /^Ứng dụng cần cập nhật để biết ai hỏi.*Có thể dùng mã tạo sẵn\.$/);
  assert.deepEqual(await page.$$eval(".foot button", (all) => all.map((one) => one.textContent.trim())), ["Dùng mã tạo sẵn"]);
  await shot(page, "wallet-lists-old");
  await audit(page, "lists too old", { every: true });
  await page.click(".foot .main");
  assert.equal(await page.isVisible("#home .stack .plain"), true);
  await done(page);
});
