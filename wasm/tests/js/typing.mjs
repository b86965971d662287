// The helper for scanners that type, in Chromium, with real keys: what the browser itself does to fields, focus and buttons.

import { equal } from "./check.mjs";

const CODE = `DC1:${"6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE8".repeat(2)}`;

/** The page that is typed into; runs there. */
const listening = async () => {
  document.body.innerHTML =
    "<input id=a value=51F-123><textarea id=b>words</textarea><p id=c contenteditable>part</p>"
    + "<select id=d><option>one<option>Dien</select><button id=e>press</button>";
  window.scans = [];
  window.clicks = 0;
  document.getElementById("e").onclick = () => { window.clicks += 1; };
  const { listen } = await import("/doichieu/wedge.js");
  window.wedge = listen(document, (text) => { window.scans.push(text); });
};

const state = () => ({
  scans: window.scans.splice(0),
  focus: document.activeElement.id,
  values: ["a", "b", "d"].map((id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value),
  part: document.getElementById("c").textContent,
  caret: [document.querySelector("input").selectionStart, document.querySelector("input").selectionEnd],
  clicks: window.clicks,
});

/** Lines that failed; `passed` of them did not. */
export const typing = async (browser, origin) => {
  const page = await browser.newPage();
  await page.goto(`${origin}/tests/page.html`);
  await page.evaluate(listening);
  await page.evaluate(() => document.querySelector("input").setSelectionRange(2, 4));
  const untouched = { values: ["51F-123", "words", "one"], part: "part", caret: [2, 4], clicks: 0 };
  const wait = () => page.waitForFunction(() => window.scans.length > 0);
  const failed = [];
  let passed = 0;
  const see = async (says, scans, focus, of = {}) => {
    try {
      equal(await page.evaluate(state), { scans, focus, ...untouched, ...of }, says);
      passed += 1;
    } catch (error) { failed.push(error.message); }
  };
  for (const id of ["a", "b", "c", "d", "e"]) {
    for (const end of [["Enter"], ["Tab"], ["Enter", "Enter"], []]) {
      await page.evaluate((id) => document.getElementById(id).focus(), id);
      await page.keyboard.type(CODE);
      for (const key of end) await page.keyboard.press(key);
      await wait();
      await see(`${id}, ${end.join() || "silence"}`, [CODE], id);
      // Longer than the second of a pair may take.
      await page.waitForTimeout(200);
    }
  }
  await page.focus("#a");
  await page.keyboard.press("Control+]");
  await page.keyboard.type(CODE.toLowerCase());
  await page.keyboard.press("Control+m");
  await wait();
  await see("combinations with Ctrl, and small letters", [CODE.toLowerCase()], "a");
  const ime = await page.context().newCDPSession(page);
  await page.keyboard.type(CODE);
  await ime.send("Input.imeSetComposition", { text: "Đ", selectionStart: 1, selectionEnd: 1 });
  await ime.send("Input.insertText", { text: "Đ" });
  await page.keyboard.press("Enter");
  await wait();
  await see("an input method", [`${CODE}Đ`], "a");
  await page.waitForTimeout(200);
  await page.evaluate(() => { document.querySelector("textarea").value = ""; });
  await page.focus("#b");
  await page.keyboard.type("Người lái: 51F-123", { delay: 70 });
  await page.keyboard.press("Enter");
  await see("a person", [], "b", { values: ["51F-123", "Người lái: 51F-123\n", "one"] });
  await page.focus("#c");
  await page.keyboard.type("DC1:");
  await page.waitForFunction(() => document.getElementById("c").textContent.includes("DC1:"));
  await page.waitForTimeout(700);
  await see("a prefix by hand, given back once", [], "c", { values: ["51F-123", "Người lái: 51F-123\n", "one"], part: "DC1:part" });
  await page.evaluate(() => window.wedge.stop());
  await page.close();
  return { passed, failed };
};
