// The clipboard: by a press, emptied with one space, never read, and not written over while another window is in front.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { done, inBoth, verifier } from "./support.mjs";

let site;
before(async () => { site = await verifier(); });
after(() => { site?.server.close(); });

/** A clipboard that tells what was written, and fails the test where it is read. */
const board = () => {
  const told = window;
  told.written = [];
  told.refuse = false;
  const read = () => { throw new Error("the clipboard was read"); };
  const writeText = async (text) => { if (told.refuse) throw new DOMException("no", "NotAllowedError"); told.written.push(text); };
  Object.defineProperty(navigator, "clipboard", { value: { writeText, readText: read, read } });
  Object.defineProperty(document, "hasFocus", { value: () => told.front ?? true });
};

/** Steps in the page, with what is on the clipboard after each. */
const play = (page, steps) => page.evaluate(async (steps) => {
  const { Clipboard } = await import("./js/clipboard.js");
  const told = [];
  const clip = new Clipboard({ told: (what) => told.push(what) });
  const stop = clip.listen();
  window.written.length = 0;
  const all = [];
  for (const step of steps) {
    let said = null;
    if (step === "copy") said = (await clip.copy("GD4790123456789", "mã số BHYT")).outcome;
    if (step === "empty") said = await clip.empty();
    if (step === "refuse") window.refuse = !window.refuse;
    if (step === "blur") { window.front = false; dispatchEvent(new Event("blur")); }
    if (step === "focus") {
      window.front = true;
      dispatchEvent(new Event("focus"));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    all.push([step, said, clip.outstanding, window.written.at(-1) ?? null]);
  }
  stop();
  return { all, told, what: clip.what, warning: clip.warning?.vi ?? null, own: JSON.stringify(clip) };
}, steps);

const NUMBER = "GD4790123456789";

inBoth("copied, emptied at once in front; behind another window when it comes back; a refusal is told", async ({ open }) => {
  const page = await open(site.url, { before: board });
  const once = await play(page, ["empty", "copy", "empty", "empty"]);
  assert.deepEqual(once.all, [
    ["empty", "nothing", false, null], ["copy", "copied", true, NUMBER], ["empty", "emptied", false, " "], ["empty", "nothing", false, " "],
  ]);
  const behind = await play(page, ["copy", "blur", "empty", "focus"]);
  assert.deepEqual(behind.all.slice(1), [["blur", null, true, NUMBER], ["empty", "later", true, NUMBER], ["focus", null, false, " "]]);
  assert.deepEqual(behind.told, ["emptied"]);
  // It was pasted elsewhere and is front again: what lies there now may be another's. Told until the next focus or copy.
  const back = await play(page, ["copy", "blur", "focus", "empty"]);
  assert.deepEqual(back.all.slice(2), [["focus", null, true, NUMBER], ["empty", "later", true, NUMBER]]);
  assert.deepEqual([back.warning, back.what], ["Bảng tạm còn số của người TRƯỚC", "mã số BHYT"]);
  const again = await play(page, ["copy", "blur", "focus", "empty", "copy", "focus"]);
  assert.deepEqual(again.all.at(-1), ["focus", null, true, NUMBER], "the next person's number stays");
  const refused = await play(page, ["refuse", "copy", "refuse", "copy", "refuse", "empty", "refuse", "focus"]);
  assert.deepEqual(refused.all.map(([, said]) => said), [null, "refused", null, "copied", null, "later", null, null]);
  assert.deepEqual(refused.all.at(-1).slice(2), [false, " "]);
  for (const { own } of [once, behind, back, again, refused]) assert.ok(!own.includes(NUMBER));
  await done(page);
});

inBoth("no clipboard at all is a refusal", async ({ open }) => {
  const page = await open(site.url, { before: () => { Object.defineProperty(navigator, "clipboard", { value: undefined }); } });
  const said = await page.evaluate(async () => {
    const { Clipboard } = await import("./js/clipboard.js");
    return new Clipboard().copy("1", "số");
  });
  assert.deepEqual([said.outcome, said.told.vi], ["refused", "Trình duyệt không cho chép. Đọc số trên màn hình."]);
  await done(page);
});
