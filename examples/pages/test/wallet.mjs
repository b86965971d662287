// The demo wallet in a real browser, held against the verifier page: what one shows, the other reads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateSync, inflateSync } from "node:zlib";
import { audit } from "./audit.mjs";
import {
  agree, asker, browser, country, dressWallet, everything, frameText, headline, inBoth, onScreen, open, paste, pasteAsk, setUp, shot,
  unframed, unfold, verifier, wallet as pageOf,
} from "./support.mjs";

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

/** The button that shows papers to a role: traffic police, a clinic. */
const showTo = (page, place = 0) => page.click(`#home .stack .button >> nth=${place}`);
const ticked = (page) => page.$$eval("#consent input:checked", (all) => all.length);

inBoth("nothing is ticked; two presses agree to what is needed, and what is optional is not among it", async ({ open, opened }) => {
  const wallet = await open(phone.url);
  await wallet.waitForSelector("#home");
  assert.match(await wallet.title(), /^TEST/);
  let presses = 0;
  const press = async (selector) => { presses += 1; await wallet.click(selector); };
  await showTo(wallet);
  await wallet.waitForSelector("#consent");
  assert.equal(await ticked(wallet), 0, "boxes ticked at opening");
  assert.equal(await wallet.$$eval("#consent .paper", (all) => all.length), 5, "all that the role is shown");
  assert.equal(await wallet.isDisabled(".foot .main"), true, "nothing is chosen");
  assert.equal((await wallet.textContent(".foot .main")).trim(), "Chưa chọn gì");
  const optional = await wallet.$$eval("#consent .paper", (all) =>
    all.filter((one) => one.textContent.includes("không bắt buộc ở đây")).map((one) => /** @type {HTMLElement} */ (one).dataset.paper));
  assert.deepEqual(optional, ["identity"]);
  assert.match(await wallet.textContent("#preset"), /Chọn 4 giấy tờ thường được hỏi/);
  await press("#preset");
  assert.match(await wallet.textContent("#preset"), /Bỏ chọn tất cả/);
  assert.equal(await ticked(wallet), 4);
  for (const kind of optional) assert.equal(await wallet.isChecked(`[data-paper=${kind}] .head input`), false, `${kind} in the one press`);
  await wallet.waitForTimeout(700);
  await press(".foot .main");
  const text = await onScreen(wallet);
  assert.equal(presses, 2);
  assert.match(text, /^DC1:/);
  const { page: officer } = await opened(desk.url, "traffic_police");
  await paste(officer, text);
  assert.equal(await headline(officer), "accept", "all that a car needs");
  await unfold(officer);
  assert.equal(await officer.$$eval("#result .paper", (all) => all.length), 4, "and not the one that was not ticked");
  await done(wallet, officer);
});

test("the press that chooses several papers does not agree to them when the thumb strikes twice", async () => {
  const wallet = await open(chromium, phone.url);
  await showTo(wallet);
  // Without the way of a mouse between the two.
  await wallet.evaluate(() => {
    document.getElementById("preset").click();
    for (const one of document.querySelectorAll("button")) if (one.matches(".main")) one.click();
  });
  await wallet.waitForTimeout(100);
  await wallet.evaluate(() => { for (const one of document.querySelectorAll("button")) if (one.matches(".main")) one.click(); });
  assert.ok(await wallet.$("#consent"), "still asked");
  await wallet.waitForTimeout(600);
  await wallet.click(".foot .main");
  await wallet.waitForSelector("#code");
  await done(wallet);
});

test("each field can be kept back, and what follows is said; refusing is as large as agreeing, and nothing is asked after it", async () => {
  const wallet = await open(chromium, phone.url);
  await showTo(wallet);
  await wallet.check("[data-paper=driving_licence] .head input");
  await wallet.click("[data-paper=driving_licence] .unfold");
  assert.equal(await wallet.$$eval("#consent .follows", (all) => all.length), 0);
  await wallet.uncheck("[data-paper=driving_licence] [data-field=classes] input");
  assert.equal(await wallet.textContent("#consent .follows"), "Không có hạng xe: họ sẽ phải tra cứu.");
  const sizes = await wallet.$$eval(".foot .button", (all) => all.map((one) => {
    const { fontSize, fontWeight } = getComputedStyle(one);
    return [fontSize, fontWeight];
  }));
  assert.deepEqual(sizes[0], sizes[1], "the same size of words");
  await wallet.waitForTimeout(50);
  await wallet.click(".foot .main");
  const text = await onScreen(wallet);
  const officer = await open(chromium, desk.url);
  await setUp(officer, country(), "traffic_police");
  await paste(officer, text);
  await headline(officer);
  assert.ok(!(await officer.textContent("#result")).includes("A1"), "it was kept back");
  await wallet.click(".foot .main");
  await showTo(wallet);
  await wallet.click(".foot .button:first-child");
  await wallet.waitForSelector("#home");
  assert.equal(await wallet.$("[role=dialog], dialog"), null);
  await done(wallet, officer);
});

test("what is sensitive is said to be, by name, before the fields are laid open and beside each; nothing of it is ticked", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.waitForSelector("#home");
  await showTo(wallet, 1);
  await wallet.waitForSelector("#consent");
  await wallet.click("[data-paper=health_insurance_card] .unfold");
  await shot(wallet, "wallet-consent-sensitive");
  const told = Object.fromEntries(await wallet.$$eval("#consent .paper", (papers) =>
    papers.map((paper) => [/** @type {HTMLElement} */ (paper).dataset.paper, paper.querySelector("p.sensitive")?.textContent ?? ""])));
  assert.equal(told.identity, "", "nothing in it is sensitive");
  for (const field of ["Dữ liệu cá nhân nhạy cảm", "Mã số BHYT", "Mức hưởng", "Mã đối tượng"])
    assert.ok(told.health_insurance_card.includes(field), `${field}: ${told.health_insurance_card}`);
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
  await showTo(wallet);
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
  await unfold(officer);
  assert.equal(await officer.$$eval("#result .paper", (all) => all.length), 5);
  await done(wallet, officer);
});

test("the holder sees his own papers; a folded one has no value in the document, and a sensitive one is behind a press", async () => {
  const wallet = await open(chromium, phone.url);
  await wallet.waitForSelector("#home");
  const [identity, insured] = ["identity", "health_insurance_card"].map((kind) => country().holding.find((paper) => paper.kind === kind));
  const name = identity.fields.find((field) => field.name === "full_name").value;
  const papers = () => wallet.textContent(".paper-list");
  assert.ok(!(await papers()).includes(name));
  await wallet.click(".paper-list [data-kind=identity] .fold");
  await wallet.waitForSelector(".paper-list [data-kind=identity] dd");
  assert.ok((await papers()).includes(name));
  assert.match(await papers(), /12\/04\/1991/);
  await shot(wallet, "wallet-paper");
  await wallet.click(".paper-list [data-kind=identity] .fold");
  await wallet.waitForSelector(".paper-list [data-kind=identity] dd", { state: "detached" });
  await wallet.click(".paper-list [data-kind=health_insurance_card] .fold");
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

test("an ask says who asks, why and how long; its answer is sealed and read by that desk alone", async () => {
  const { page: officer, ask } = await asker(chromium, desk.url, "traffic_police");
  const { text, digits } = await ask();
  const wallet = await open(chromium, phone.url);
  await pasteAsk(wallet, text);
  await wallet.waitForSelector("#consent .proof");
  assert.match(await wallet.textContent("#consent .proof"), /THỬ NGHIỆM/);
  const asks = await wallet.textContent("#consent .asks");
  assert.match(asks, /Cảnh sát giao thông.*Để\s+kiểm tra giao thông.*Xem tối đa\s+\d+ (phút|giây).*giữ 20 phút, đến/s);
  await wallet.check("#consent [data-paper=driving_licence] .head input");
  await wallet.click(".foot .main");
  await wallet.waitForSelector("#digits");
  assert.equal((await wallet.$$("#digits .three .button")).length, 3);
  await wallet.click(`#digits [data-digits="${digits}"]`);
  const answer = await onScreen(wallet);
  assert.match(answer, /^DC1S:/);
  // As a scanner types it: the desk listens while it waits.
  await officer.keyboard.type(answer);
  await officer.keyboard.press("Enter");
  await headline(officer);
  await unfold(officer);
  assert.equal(await officer.$$eval("#result .paper", (all) => all.length), 1);
  const other = await open(chromium, desk.url);
  await setUp(other, country(), "traffic_police");
  await paste(other, answer);
  assert.equal(await other.$$eval("#result .paper", (all) => all.length), 0, "a desk that did not ask reads nothing");
  await other.context().close();
  await done(wallet, officer);
});

test("digits that are not those of the asker's screen end the ask: nothing is answered, and there is no second try", async () => {
  const { page: officer, ask } = await asker(chromium, desk.url, "traffic_police");
  const { text } = await ask();
  const wallet = await open(chromium, phone.url);
  await pasteAsk(wallet, text);
  await agree(wallet);
  await wallet.click("#digits [data-digits=none]");
  await wallet.waitForSelector("#refused");
  assert.match(await wallet.textContent("#refused"), /Hai số không khớp/);
  await wallet.click(".foot .main");
  await pasteAsk(wallet, text);
  await wallet.waitForSelector("#refused");
  assert.match(await wallet.textContent("#refused"), /Hai số không khớp/);
  await wallet.click(".foot .main");
  await wallet.click("#to-history");
  assert.match(await wallet.textContent("#history li"), /hai số không khớp.*Không có gì được gửi đi/s);
  await done(wallet, officer);
});

test("each code is shown to one only; when there are no more, the wallet says that it shows one again", async () => {
  const wallet = await open(chromium, phone.url);
  const seen = [];
  for (let showing = 0; showing < 5; showing += 1) {
    await showTo(wallet);
    await agree(wallet);
    await onScreen(wallet);
    seen.push(await wallet.$eval("#code .once", ({ dataset }) => [dataset.left, dataset.again]));
    if (showing === 4) { await shot(wallet, "wallet-again"); await audit(wallet, "wallet, a token shown again"); }
    await wallet.click(".foot .main");
  }
  assert.deepEqual(seen, [["3", "false"], ["2", "false"], ["1", "false"], ["0", "false"], ["0", "true"]]);
  await wallet.click("#update");
  await showTo(wallet);
  await agree(wallet);
  await onScreen(wallet);
  assert.deepEqual(await wallet.$eval("#code .once", ({ dataset }) => dataset.again), "false");
  await done(wallet);
});

test("a torn code has its own sentence; an asker that is not known cannot be agreed to", async () => {
  const { page: officer, ask } = await asker(chromium, desk.url, "traffic_police");
  const { text } = await ask();
  const wallet = await open(chromium, phone.url);
  const why = async (given) => {
    await pasteAsk(wallet, given);
    await wallet.waitForSelector("#refused");
    const said = await wallet.textContent("#refused h1");
    assert.equal(await wallet.$("#consent, #digits, #code"), null);
    const presses = await wallet.$$eval("#refused button, .foot button", (all) => all.map((one) => one.textContent.trim()));
    assert.deepEqual(presses, ["Quét lại", "Quay lại"]);
    await wallet.click(".foot .main");
    return said;
  };
  assert.equal(await why("DCQ1:AAAA"), "Mã bị thiếu, quét lại.");
  assert.equal(await why(text.slice(0, -40)), "Mã bị thiếu, quét lại.");
  const bytes = inflateSync(unframed(text));
  // The last bytes are the signature of the post's key.
  bytes[bytes.length - 5] ^= 1;
  assert.equal(await why(frameText(deflateSync(bytes)).replace("DC1:", "DCQ1:")), "Không rõ ai hỏi. Đừng cho xem.");
  await done(wallet, officer);
});

test("who was shown what is kept on this device alone, without a value, and is erased by two presses", async () => {
  const { page: officer, ask } = await asker(chromium, desk.url, "traffic_police");
  const wallet = await open(chromium, phone.url);
  await showTo(wallet);
  await agree(wallet);
  await onScreen(wallet);
  await wallet.click(".foot .main");
  const { text, digits } = await ask();
  await pasteAsk(wallet, text);
  await wallet.check("#consent [data-paper=driving_licence] .head input");
  await wallet.click(".foot .main");
  await wallet.click(`#digits [data-digits="${digits}"]`);
  await onScreen(wallet);
  await wallet.click(".foot .main");
  await pasteAsk(wallet, (await ask()).text);
  await wallet.waitForSelector("#consent");
  await wallet.click(".foot .button:first-child");
  await wallet.reload();
  await wallet.click("#to-history");
  const notes = await wallet.$$eval("#history li", (all) => all.map((one) => one.textContent.replace(/\s+/g, " ")));
  assert.equal(notes.length, 3);
  assert.match(notes[0], /đã từ chối.*Không có gì được gửi đi/);
  assert.match(notes[1], /có mã yêu cầu, đã xác (?:minh|thực).*Giấy phép lái xe \(\d+ mục\).*Xem được đến \d\d:\d\d · chỉ xem/);
  assert.match(notes[2], /mã tạo sẵn.*Ai quét mã lúc \d\d:\d\d–\d\d:\d\d xem được đến \d\d:\d\d/);
  const kept = await wallet.evaluate(() => JSON.stringify(localStorage));
  const html = await everything(wallet);
  for (const paper of country().holding)
    for (const { value } of paper.fields)
      if (value && value.length > 4) assert.ok(!kept.includes(value) && !html.includes(value), "a value in the log");
  await wallet.click("#erase");
  assert.equal(await wallet.$$eval("#history li", (all) => all.length), 3, "one press erases nothing");
  await wallet.click("#erase");
  assert.equal(await wallet.$$eval("#history li", (all) => all.length), 0);
  assert.equal(await wallet.evaluate(() => localStorage.getItem("wallet.shown")), null);
  await done(wallet, officer);
});

test("Escape and Back are the screen's way back on every screen, and lose nobody his page", async () => {
  const wallet = await open(chromium, phone.url);
  const steps = [["#to-history", "#history"], ["#to-settings", "#settings"], ["#answer-question", "#questions"], [".foot .main", "#scan"]];
  for (const [press, screen] of steps) {
    for (const way of [() => wallet.keyboard.press("Escape"), () => wallet.goBack()]) {
      await wallet.click(press);
      await wallet.waitForSelector(screen);
      await way();
      await wallet.waitForSelector("#home");
    }
  }
  await showTo(wallet);
  await agree(wallet);
  await onScreen(wallet);
  await wallet.keyboard.press("Escape");
  await wallet.waitForSelector("#home");
  await done(wallet);
});

test("language and colours are switched in the settings and kept; the system's theme is the first", async () => {
  const wallet = await open(chromium, phone.url, { colorScheme: "dark" });
  await wallet.waitForSelector("#home");
  assert.equal(await wallet.getAttribute("html", "data-theme"), "night");
  await dressWallet(wallet, { english: true, night: true });
  assert.deepEqual([await wallet.getAttribute("html", "data-theme"), await wallet.getAttribute("html", "lang")], ["day", "en"]);
  assert.match(await wallet.textContent("#home"), /Show to traffic police/);
  await wallet.reload();
  await wallet.waitForSelector("#home");
  assert.deepEqual([await wallet.getAttribute("html", "data-theme"), await wallet.getAttribute("html", "lang")], ["day", "en"]);
  await done(wallet);
});
