// What is asked of every screen: no accessibility fault, nothing wider than the screen, nothing too small for a gloved thumb.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Rules: WCAG 2.2 to level AAA, so a contrast of 7:1. */
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"];
/** Zoomed by the browser to 200 %, a laptop and a small phone have half as many CSS pixels each way. */
export const ZOOMED = { laptop: { width: 640, height: 360 }, phone: { width: 180, height: 320 } };
/** Least side of what is pressed. */
const TOUCH = 56;

/**
 * Text as large as a person set it before the page was opened. A container is asked anew for its size in rem only when its size changes.
 * @param {import("playwright-core").Page} page
 * @param {number} percent
 */
export async function textSize(page, percent) {
  await page.evaluate((of) => { document.documentElement.style.fontSize = `${of}%`; }, percent);
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width, height: height - 1 });
  await page.setViewportSize({ width, height });
}

/**
 * No violation, nothing wider than the screen, and nothing too small to press: `least` on a phone, less with a mouse. `every`: by every rule
 * there is, those on trial too. `colours`: the same screen was looked at whole; only its colours are others.
 */
export async function audit(page, where, { least = TOUCH, every = false, colours = false } = {}) {
  await page.evaluate(AXE);
  // Without preload: for style sheets of a shadow tree axe writes styles of its own, which the page's policy forbids.
  // What is still fading in has the colours of neither state.
  await page.evaluate(() => Promise.allSettled([document, ...[...document.querySelectorAll("*")].flatMap((one) => one.shadowRoot ?? [])]
    .flatMap((root) => root.getAnimations()).map((one) => one.finished)));
  const { violations } = await page.evaluate(([rules, all, colours]) => window.axe.run(document, { preload: false, ...(colours
    ? { runOnly: { type: "rule", values: window.axe.getRules(["cat.color"]).map(({ ruleId }) => ruleId) } }
    : all ? { rules: Object.fromEntries(window.axe.getRules().map(({ ruleId }) => [ruleId, { enabled: ruleId !== "css-orientation-lock" }])) }
    : { runOnly: rules }) }), /** @type {const} */ ([RULES, every, colours]));
  assert.deepEqual(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].target} ${nodes[0].any[0]?.message ?? ""}`), []);
  if (colours) return;
  await fits(page, where);
  await unbroken(page, where);
  // A small box is pressed by its label.
  const small = await page.$$eval(
    "button, summary, select, input:not(.vh), textarea, label.pick",
    (all, least) =>
      all
        .map((one) => [one, one.closest("label.choose") ?? one])
        .filter(([one, pressed]) => one.offsetParent && (pressed.offsetHeight < least || pressed.offsetWidth < least))
        .map(([one]) => one.textContent || one.id),
    least,
  );
  assert.deepEqual(small, [], `${where}: too small`);
}

/** What is pressed is read at a glance: none of its words is broken within. */
const unbroken = (page, where) => syllables(page, where, "button, summary, label.pick .button");

/** No word is broken within: Vietnamese breaks at spaces only. `among`: in these elements alone. */
export async function syllables(page, where, among = ".frame") {
  const broken = await page.$$eval(among, (all) =>
    all
      .filter((one) => one.checkVisibility())
      .flatMap((one) => {
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        const words = [];
        while (texts.nextNode()) {
          for (const { 0: word, index } of texts.currentNode.nodeValue.matchAll(/[^\s·-]+/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) words.push(word);
          }
        }
        return words;
      }),
  );
  assert.deepEqual(broken, [], `${where}: broken words`);
}

/** Nothing is wider than the screen, no text is cut off, and a page of ours does not scroll itself: its strip would go with it. */
export async function fits(page, where) {
  const [whole, shown] = await page.evaluate(() => (document.querySelector("doichieu-verifier:not([bare]), body .strip")
    ? [document.documentElement.scrollHeight, innerHeight] : [0, 0]));
  assert.ok(whole <= shown, `${where}: the page scrolls, ${whole} of ${shown}`);
  const wide = await page.$$eval("body, main, .content, .foot, .strip, .card", (all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1)
      .flatMap((one) => [one, ...one.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > one.getBoundingClientRect().right + 1))
      .map((one) => `${one.localName}.${one.getAttribute("class")}`),
  );
  assert.deepEqual(wide, [], `${where}: wider than the screen`);
  const cut = await page.$$eval("body *:not(.vh)", (all) =>
    all
      .filter((one) => one.offsetParent && getComputedStyle(one).overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1)
      .map((one) => `${one.localName}.${one.getAttribute("class")}`),
  );
  assert.deepEqual(cut, [], `${where}: cut off`);
}

/** Each control can be brought into view and is then what is pressed at its middle: nothing lies over it. */
export async function pressable(page, screen, where) {
  const covered = await page.$$eval(`${screen} :is(button, summary, select, textarea, input:not(.vh), label.pick)`, (all) =>
    all
      .filter((one) => one.offsetParent && one.checkVisibility())
      .filter((one) => {
        one.scrollIntoView({ block: "center" });
        const box = one.getBoundingClientRect();
        const root = /** @type {Document | ShadowRoot} */ (one.getRootNode());
        const there = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return !one.contains(there) && !one.closest("label")?.contains(there);
      })
      .map((one) => one.textContent || one.id),
  );
  assert.deepEqual(covered, [], `${where}: covered`);
  await page.evaluate(() => scrollTo(0, 0));
}

/** TEST, or whose device it is, stands in view on every screen, however far it is scrolled. */
export async function testInView(page, where) {
  for (const end of [true, false]) {
    await page.$$eval(".content, main", (all, end) => { for (const one of all) one.scrollTop = end ? one.scrollHeight : 0; }, end);
    const box = await (await page.$(".strip .test")).boundingBox();
    const { width, height } = page.viewportSize();
    assert.ok(box && box.y >= 0 && box.x >= 0 && box.y + box.height <= height && box.x + box.width <= width, `${where}: TEST ${JSON.stringify(box)}`);
  }
}

/** A headline is broken between its words, never within one. */
export async function whole(page, where) {
  const { lines, words } = await page.$eval(".plate .word", (word) => ({
    lines: Math.round(word.clientHeight / parseFloat(getComputedStyle(word).lineHeight)),
    words: word.textContent.split(" ").length,
  }));
  assert.ok(lines <= words, `${where}: ${words} words in ${lines} lines`);
}
