// The demo wallet in a real browser, held against the verifier page: what one shows, the other reads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit } from "./audit.mjs";
import { agree, browser, country, headline, onScreen, open, paste, readCode, setUp, shot, verifier, wallet as pageOf } from "./support.mjs";

let desk;
let phone;
let chromium;
before(async () => {
  desk = await verifier();
  phone = await pageOf();
  chromium = await browser();
});
after(async () => { await chromium?.close(); desk?.server.close(); phone?.server.close(); });

async function done(...pages) {
  for (const page of pages) { assert.deepEqual(page.faults, []); await page.context().close(); }
}

test("a code made unprompted is read by the officer, and carries what was ticked", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.waitForSelector("#home");
  assert.match(await wallet.title(), /^TEST/);
  await shot(wallet, "wallet-home");
  await wallet.click("#home .stack .button:first-of-type");
  await wallet.waitForSelector("#consent");
  await shot(wallet, "wallet-consent");
  const ticked = () => wallet.$$eval("#consent .card.choice > label input:checked", (all) => all.length);
  const boxes = await wallet.$$("#consent .card.choice > label input");
  assert.equal(boxes.length, 5, "all that the role is shown");
  assert.equal(await wallet.$$eval("#consent input:checked", (all) => all.length), 0, "nothing is ticked beforehand");
  assert.equal(await wallet.isDisabled("#consent .foot .main"), true, "nothing is chosen");
  for (const box of boxes) await box.check();
  assert.equal(await ticked(), 5);
  await boxes.at(-1).uncheck();
  await wallet.click("#consent .foot .main");
  const text = await onScreen(wallet);
  assert.match(text, /^DC1:/);
  await shot(wallet, "wallet-code");
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  await paste(officer, text);
  assert.equal(await headline(officer), "look_up", "a paper that the vehicle needs was not shown");
  assert.equal(await officer.$$eval("#result .values", (all) => all.length), 4, "and not the one that was unticked");
  await done(wallet, officer);
});

test("what is sensitive is said to be, by name, before the fields are laid open and beside each; nothing of it is ticked", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.waitForSelector("#home");
  await wallet.click("#home .stack .button:nth-of-type(2)");
  await wallet.waitForSelector("#consent");
  await shot(wallet, "wallet-consent-sensitive");
  const told = await wallet.$$eval("#consent .card.choice", (cards) =>
    cards.map((card) => [card.getAttribute("aria-label"), card.querySelector("p.sensitive")?.textContent ?? ""]));
  const of = (name) => told.find(([label]) => label === name)?.[1];
  assert.equal(of("Căn cước điện tử"), "", "nothing in it is sensitive");
  for (const field of ["Dữ liệu cá nhân nhạy cảm", "Mã số BHYT", "Mức hưởng", "Mã đối tượng"])
    assert.ok(of("Thẻ bảo hiểm y tế").includes(field), `${field}: ${of("Thẻ bảo hiểm y tế")}`);
  assert.ok(await wallet.isVisible("#consent p.sensitive"), "and it is seen at once");
  const beside = await wallet.$$eval("#consent .fields .choose", (all) =>
    all.filter((one) => one.querySelector("b.sensitive"))
      .map((one) => ({ ticked: one.querySelector("input").checked, text: one.textContent })));
  assert.ok(beside.length > 0 && beside.every(({ ticked, text }) => !ticked && text.includes("nhạy cảm")), JSON.stringify(beside));
  await audit(wallet, "wallet, a sensitive field asked for");
  await done(wallet);
});

test("more papers than one token holds are a set in one code, animated where it is too long for a still one", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.click("#home .stack .button:first-of-type");
  await agree(wallet);
  const texts = new Set([await onScreen(wallet)]);
  if ([...texts][0].startsWith("DC1F:"))
    for (let step = 0; step < 60; step += 1) {
      await wallet.waitForTimeout(80);
      texts.add(await onScreen(wallet));
    }
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  for (const text of texts) await paste(officer, text).catch(() => {});
  assert.equal(await headline(officer), "accept");
  assert.equal(await officer.$$eval("#result .values", (all) => all.length), 5);
  await done(wallet, officer);
});

test("the holder sees his own papers; a folded one has no value in the document, and a sensitive one is behind a press", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.waitForSelector("#home");
  const [identity, insured] = ["identity", "health_insurance_card"].map((kind) => country().holding.find((paper) => paper.kind === kind));
  const name = identity.fields.find((field) => field.name === "full_name").value;
  const papers = () => wallet.textContent(".paper-list");
  assert.ok(!(await papers()).includes(name));
  await wallet.click(".paper-list [data-kind=identity] summary");
  await wallet.waitForSelector(".paper-list [data-kind=identity] dd");
  assert.ok((await papers()).includes(name));
  assert.match(await papers(), /12\/04\/1991/);
  await shot(wallet, "wallet-paper");
  await wallet.click(".paper-list [data-kind=identity] summary");
  await wallet.waitForSelector(".paper-list [data-kind=identity] dd", { state: "detached" });
  await wallet.click(".paper-list [data-kind=health_insurance_card] summary");
  const sensitive = insured.fields.filter(({ display, value }) => display === "behind a press" && value);
  assert.ok(sensitive.length > 0, "the demo card has one");
  await wallet.waitForSelector(".paper-list dd .button");
  for (const { value } of sensitive)
    assert.ok(!(await wallet.$$eval(".paper-list dd > span", (all) => all.map((one) => one.textContent))).includes(value));
  await wallet.click(".paper-list dd .button");
  assert.notEqual(await wallet.$eval(".paper-list dd:has(.button) > span", (one) => one.textContent), "");
  await shot(wallet, "wallet-paper-health");
  await audit(wallet, "wallet home, a sensitive value shown");
  await audit(wallet, "wallet home, a paper open");
  await done(wallet);
});

for (const english of [false, true]) {
  test(`every screen of the wallet, ${english ? "English" : "Vietnamese"}`, async () => {
    const wallet = await open(chromium, phone.url);
    await wallet.waitForSelector("#home");
    if (english) await wallet.click(".bar .button");
    const see = async (screen, name) => {
      await wallet.waitForSelector(screen);
      await audit(wallet, name);
      await shot(wallet, `wallet-${english ? "en" : "vi"}-${name}`);
    };
    await see("#home", "home");
    await wallet.click("#answer-question");
    await see("#questions", "questions");
    await wallet.click("#questions [data-question]");
    await see("#consent .question", "question");
    await wallet.click("#consent .foot .button:first-child");
    await wallet.click("#home .stack .button:first-of-type");
    await wallet.click("#consent summary");
    await see("#consent .fields .own", "consent");
    await agree(wallet);
    await see("#code canvas", "code");
    await done(wallet);
  });
}

test("an ask says who asks and why; its answer is sealed and read by that desk alone", async () => {
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  await officer.click("#scan .foot .main");
  const ask = await readCode(officer, await (await officer.waitForSelector(".challenge canvas")).screenshot());
  const wallet = await open(chromium, phone.url);
  await wallet.click("#home .foot .button:first-child");
  await wallet.fill("#ask", ask);
  await wallet.click(".foot .main");
  await wallet.waitForSelector("#consent .proof");
  await shot(wallet, "wallet-ask");
  await wallet.check("#consent .card.choice > label input");
  assert.match(await wallet.textContent("#consent .proof"), /THỬ NGHIỆM/);
  await wallet.click("#consent .foot .main");
  await wallet.waitForSelector("#digits");
  await audit(wallet, "wallet digits");
  await shot(wallet, "wallet-digits");
  const onTheirs = (await officer.textContent(".challenge .digits b")).trim();
  assert.equal((await wallet.$$("#digits .three .button")).length, 3);
  await wallet.click(`#digits [data-digits="${onTheirs}"]`);
  const answer = await onScreen(wallet);
  assert.match(answer, /^DC1S:/);
  await shot(wallet, "wallet-answer");
  await officer.click(".challenge .main");
  await paste(officer, answer);
  await headline(officer);
  assert.equal(await officer.$$eval("#result .values", (all) => all.length), 1);
  const other = await open(chromium, desk.url);
  await setUp(other, country(), "traffic_police");
  await paste(other, answer);
  assert.equal(await other.$$eval("#result .values", (all) => all.length), 0, "a desk that did not ask reads nothing");
  await other.context().close();
  await done(wallet, officer);
});

test("digits that are not those of the asker's screen end the ask: nothing is answered, and there is no second try", async () => {
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  await officer.click("#scan .foot .main");
  const ask = await readCode(officer, await (await officer.waitForSelector(".challenge canvas")).screenshot());
  const wallet = await open(chromium, phone.url);
  const paste = async () => {
    await wallet.click("#home .foot .button:first-child");
    await wallet.fill("#ask", ask);
    await wallet.click(".foot .main");
  };
  await paste();
  await agree(wallet);
  await wallet.click("#digits [data-digits=none]");
  await wallet.waitForSelector("#home [role=status]");
  assert.match(await wallet.textContent("#home [role=status]"), /Hai số không khớp/);
  await paste();
  await wallet.waitForSelector("#home [role=status]");
  assert.match(await wallet.textContent("#home [role=status]"), /Hai số không khớp/);
  assert.equal(await wallet.$("#consent"), null);
  await done(wallet, officer);
});

test("each code is shown to one only; when there are no more, the wallet says that it shows one again", async () => {
  const wallet = await open(chromium, phone.url);
  const seen = [];
  for (let showing = 0; showing < 5; showing += 1) {
    await wallet.click("#home .stack .button:first-of-type");
    await agree(wallet);
    await onScreen(wallet);
    seen.push(await wallet.$eval("#code .once", ({ dataset }) => [dataset.left, dataset.again]));
    if (showing === 4) { await shot(wallet, "wallet-again"); await audit(wallet, "wallet, a token shown again"); }
    await wallet.click("#code .foot .main");
  }
  assert.deepEqual(seen, [["3", "false"], ["2", "false"], ["1", "false"], ["0", "false"], ["0", "true"]]);
  await wallet.click("#update");
  await wallet.click("#home .stack .button:first-of-type");
  await agree(wallet);
  await onScreen(wallet);
  assert.deepEqual(await wallet.$eval("#code .once", ({ dataset }) => dataset.again), "false");
  await done(wallet);
});

test("an ask that cannot be proven shows nothing", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.click("#home .foot .button:first-child");
  await wallet.fill("#ask", "DCQ1:AAAA");
  await wallet.click(".foot .main");
  await wallet.waitForSelector("#home [role=status]");
  assert.match(await wallet.textContent("#home [role=status]"), /Quét lại/, "a torn paste is no unknown asker");
  await done(wallet);
});

test("a code is made anew every 30 seconds; animated, it runs through its parts", async () => {
  const wallet = await open(chromium, phone.url);
  // Begun by the real clock: one that changes under a page while it starts is at 1970 for a moment.
  await wallet.waitForSelector("#home");
  await wallet.clock.install({ time: Date.now() });
  await wallet.reload();
  await wallet.click("#home .stack .button:first-of-type");
  await agree(wallet);
  const first = await onScreen(wallet);
  await wallet.clock.runFor(31_000);
  const second = await onScreen(wallet);
  assert.notEqual(second, first);
  await wallet.click("#code .foot .button:first-child");
  const parts = new Set();
  for (let step = 0; step < 20; step += 1) { await wallet.clock.runFor(200); parts.add(await onScreen(wallet)); }
  assert.ok(parts.size > 1);
  for (const part of parts) assert.match(part, /^DC1F:/);
  await done(wallet);
});
