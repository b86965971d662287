// What the tests of the pages share: a demo country at the real time, a browser, a page set up as on the first day.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build, kitFolder } from "../build.mjs";
import { FLAGS } from "../flags.mjs";
import { serve } from "../serve.mjs";
import { lacksFirefox, launchFirefox, ofTheDriver } from "./firefox.mjs";
import { SHOTS } from "./groups.mjs";
/** @import { Browser, BrowserContextOptions, Page } from "playwright-core" */

const folder = kitFolder();
export const kit = await import(pathToFileURL(join(folder, "index.js")).href);
await kit.init(readFileSync(join(folder, "kit_bg.wasm")));

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A demo country now, with one person's phone in it. */
export const country = (person) => new kit.World(kit.DEMO_SEED, person);

/** As many papers as one showing may hold (docs/dc1.md §2). */
const MOST_PAPERS = 4;

/** What a person agrees to show a role: what its preset shows, the last of its papers. */
const agreed = (world, role) => Object.fromEntries(Object.entries(world.preset(role)).slice(-MOST_PAPERS));

/** A showing, made now. `retention`: for how long it may be kept, in seconds, where that is not as the role asks. */
export const showing = (world, role, papers = agreed(world, role), retention = undefined) =>
  world.show(role, papers, random(16), undefined, retention);

/** Built once: by `test/run` for all groups, else by the first test of this process that wants it. */
const builds = new Map();
const built = (page) => {
  if (!builds.has(page)) builds.set(page, build(page));
  return builds.get(page);
};

/** One server of each page in a process: a fresh context of a browser is a fresh device all the same. */
const sites = new Map();
async function site(page, { own = false } = {}) {
  const served = async () => {
    const server = await serve(await built(page));
    return { server, url: `http://127.0.0.1:${server.address().port}/` };
  };
  if (own) return served();
  if (!sites.has(page)) sites.set(page, served());
  return sites.get(page);
}

/** The verifier page, built once, served. `own`: by a server of this test alone, which it may stop. */
export const verifier = (how) => site("verifier", how);

/** The demo wallet page, the same way. */
export const wallet = (how) => site("wallet", how);

/** A partner's page with the verifier's element in it, the same way. */
export const partner = (how) => site("partner", how);

/** Nothing is ticked beforehand: every paper is, then it is agreed to. */
export async function agree(page) {
  await page.waitForSelector("#consent");
  for (const box of await page.$$("#consent .paper .head input")) await box.check();
  await page.click(".foot .main");
}

/** The wallet in another language or theme: by its own settings. */
export async function dressWallet(page, { english = false, night = false }) {
  await page.waitForSelector("#home");
  if (!english && !night) return;
  await page.click("#to-settings");
  if (english) await page.click("#language");
  if (night) await page.click("#theme");
  await page.click(".foot .main");
  await page.waitForSelector("#home");
}

/**
 * Asks of a post, one after another, read from its own screen: what it gives makes a new one, with the digits beside it.
 * @param {Browser} of
 * @param {string} url the verifier page's
 * @param {string} role
 */
export async function asker(of, url, role) {
  const { page } = await opened(of, url, role);
  const ask = async () => {
    await page.click("#ask-first, #ask-new");
    const canvas = await page.waitForSelector("#challenge canvas[data-modules]");
    const text = await readCode(page, await canvas.screenshot());
    return { text, digits: (await page.textContent("#challenge .digits b")).trim() };
  };
  return { page, ask };
}

/** Gives the wallet an ask by its paste screen. */
export async function pasteAsk(page, text) {
  await page.click(".foot .button:first-child");
  await page.fill("#ask", text);
  await page.click(".foot .main");
}

/** Asks first, and a phone agrees to all of it: its answer is given to the desk, with what it may keep. */
export async function askAndAnswer(page, world) {
  await page.click("#ask-first");
  const text = await page.getAttribute("#challenge canvas[data-modules]", "data-text");
  const asked = world.asked(text);
  asked.picked((await page.textContent("#challenge .digits b")).trim());
  await page.click("#answer");
  await paste(page, world.answer(asked, agreed(world, asked.role), random(48)).text);
  return headline(page);
}

/** The text of the code that is on the wallet's screen. */
export async function onScreen(page) {
  await page.waitForSelector("#code canvas[data-text]");
  return page.getAttribute("#code canvas", "data-text");
}

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** One plain browser of each kind in a process. @type {Map<string, Promise<Browser>>} */
const browsers = new Map();
const shared = (name, launch) => {
  if (!browsers.has(name)) browsers.set(name, launch());
  return browsers.get(name);
};

/**
 * A browser; `camera` is a film of JPEG pictures, `pattern` for one without a code, `deny`, or nothing for no camera at all. One with a
 * camera is the caller's own; without, it is shared by all tests of the process.
 * @param {{ camera?: string }} [of]
 */
export function browser({ camera } = {}) {
  const flags = [...FLAGS];
  const launch = () => chromium.launch({ executablePath: CHROMIUM, args: flags });
  if (!camera) return shared("chromium", launch);
  flags.push("--use-fake-device-for-media-stream", `--use-fake-ui-for-media-stream${camera === "deny" ? "=deny" : ""}`);
  if (camera !== "deny" && camera !== "pattern") flags.push(`--use-file-for-fake-video-capture=${camera}`);
  return launch();
}

const isFirefox = (of) => of?.browserType().name() === "firefox";

/** Why a test cannot run in a browser; `false`: it can. */
const lacks = { chromium: () => false, firefox: lacksFirefox };

/**
 * A test with one body for Chromium and Firefox. It gets what differs: `open` and `opened` with the browser filled in, and its name. Films
 * and whatever else only Chromium has do not belong here.
 * @param {string} name
 * @param {(of: { engine: "chromium" | "firefox", browser: Browser, open: (url: string, how?: Opening) => ReturnType<typeof open>,
 *   opened: (url: string, role: string, how?: Parameters<typeof opened>[3]) => ReturnType<typeof opened>,
 *   t: import("node:test").TestContext }) => Promise<unknown>} body
 */
export function inBoth(name, body) {
  for (const engine of /** @type {const} */ (["chromium", "firefox"])) {
    test(`${name} (${engine})`, { skip: lacks[engine]() }, async (t) => {
      const of = await (engine === "firefox" ? shared("firefox", launchFirefox) : browser());
      await body({
        engine, browser: of, t, open: (url, how) => open(of, url, how), opened: (url, role, how) => opened(of, url, role, how),
      });
    });
  }
}

/**
 * How a page is opened. `installed`: with its service worker, which puts all its files aside; without, a page is there sooner.
 * @typedef {BrowserContextOptions & { before?: () => void, installed?: boolean }} Opening
 */

/**
 * A page whose errors fail the test that opened it. `before` runs in it before its own code does.
 * @param {Browser} of
 * @param {string} url
 * @param {Opening} [how]
 * @returns {Promise<Page & { faults: string[] }>}
 */
export async function open(of, url, { before, installed = false, ...options } = {}) {
  // Firefox's driver cannot do without.
  /** @type {Pick<BrowserContextOptions, "serviceWorkers">} */
  const workers = installed || isFirefox(of) ? {} : { serviceWorkers: "block" };
  const context = await of.newContext({ viewport: { width: 360, height: 640 }, locale: "vi-VN", ...workers, ...options });
  if (before) await context.addInitScript(before);
  const page = Object.assign(await context.newPage(), { faults: /** @type {string[]} */ ([]) });
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => {
    const told = String(error.stack ?? error);
    if (!ofTheDriver(told)) page.faults.push(told);
  });
  page.on("console", (line) => { if (line.type() === "error" && !ofTheDriver(line.text())) page.faults.push(line.text()); });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("blob:")) page.faults.push(`asked elsewhere: ${request.url()}`);
  });
  await page.goto(url);
  return page;
}

/** A file as one chooses it. */
export const file = (name, bytes) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });

/** The files of set-up, as an authority hands them out. @returns names do not matter */
export const setUpFiles = (world, role, { key = true } = {}) => [
  file("1", world.anchor()), file("2", world.bundle()), file("3", world.mandate(role)), ...(key ? [file("4", kit.postKeyFile(world, role))] : []),
];

/** Sets the page up by its own form, as a person does on the first day: all files at once, then the check code is compared. */
export async function setUp(page, world, role, how) {
  await page.waitForSelector("#set-up");
  await page.setInputFiles("#files", setUpFiles(world, role, how));
  await page.click("#is-same");
  await page.click("#finish");
  await page.waitForSelector("#set-up", { state: "detached" }).catch(async () => {
    throw new Error(`not set up: ${await page.textContent("#fault")}`);
  });
}

/** Drops files on a part of the page, as a hand does with a mouse. */
export function drop(page, selector, files) {
  const plain = files.map(({ name, type = "application/octet-stream", bytes }) => ({
    name,
    type,
    bytes: Buffer.from(bytes).toString("base64"),
  }));
  return page.$eval(selector, (node, files) => {
    const carried = new DataTransfer();
    for (const { name, type, bytes } of files)
      carried.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
    for (const kind of ["dragenter", "dragover", "drop"])
      node.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: carried }));
  }, plain);
}

/** Another language, another theme: by the page's own settings. */
export async function dress(page, { english = false, night = false }) {
  if (!english && !night) return;
  await page.click("#to-settings");
  if (english) await page.click("#language");
  if (night) await page.click("#turn-night");
  await page.click("#back");
}

/**
 * The screen that is there in another language and theme: what its settings do, without leaving it.
 * @param {Page} page
 * @param {{ english?: boolean, night?: boolean }} how
 */
export const redress = (page, { english = false, night = false }) => page.evaluate(async ([language, night]) => {
  const of = /** @type {any} */ (document.querySelector("doichieu-verifier"));
  of.page.change("language", language);
  of.page.change("night", night);
  await of.updateComplete;
}, /** @type {const} */ ([english ? "en" : "vi", night]));

/** On to the next check. */
export async function next(page) {
  await page.keyboard.press("Escape");
  await page.waitForSelector("#scan, #challenge");
}

/**
 * Waits until what is asked in the page resolves to true. A promise is true of itself to `waitForFunction`, which would then wait for nothing.
 * @param {Page} page
 * @param {() => boolean | Promise<boolean>} ask
 */
export async function until(page, ask) {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) if (await page.evaluate(ask)) return;
  throw new Error(`not within ten seconds: ${ask.toString()}`);
}

/** Nothing of anybody is on the clipboard. @param {Page} page */
export const clipboardEmpty = (page) => until(page, async () => (await navigator.clipboard.readText()).trim() === "");

/** Opens every paper of a check, or at a desk shows the visit. */
export async function unfold(page) {
  if (await page.$("#show")) await page.click("#show");
  for (const fold of await page.$$(".paper .fold[aria-expanded=false]")) await fold.click();
}

/** Words for *none*: the page says them elsewhere, too. */
const COMMON = ["không có", "none", "không ghi", "none stated", "không thời hạn", "no end"];
/** The values on the screen, to look for where they must not be. */
export const valuesOn = async (page) =>
  (await page.$$eval(".values dd > span", (all) => all.map((one) => one.textContent))).filter(
    (text) => text.length > 3 && !COMMON.includes(text),
  );

/** Gives a text by the paste screen. */
export async function paste(page, text) {
  await page.waitForSelector("#scan");
  await page.click("#more");
  await page.click("#to-paste");
  await page.fill("#pasted", text);
  await page.click("#check-pasted");
}

/** Opens a picture or another file, as one chooses it from a phone's own. */
export async function photo(page, ...files) {
  await page.click("#more");
  await page.setInputFiles("#photo", ...files);
}

/** Waits until an element says something. */
export const says = (page, selector, pattern) => page.locator(selector, { hasText: pattern }).first().waitFor({ state: "attached" });

/** Waits until this is told over the camera, or at a desk without one on the screen. */
export const told = (page, pattern) => says(page, ".eye .hint, .ready .told", pattern);

/** Waits until there are so many of it. */
export const count = (page, selector, number) => page.waitForFunction(
  ([selector, number]) => document.querySelector("doichieu-verifier").shadowRoot.querySelectorAll(selector).length === number,
  /** @type {const} */ ([selector, number]),
);

/** Moves the page's clock on, in this document. */
export const later = (page, seconds) =>
  page.evaluate((by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; }, seconds);

/** What is pressed to type by a scanner: keys that come as fast as from one. */
export const scanner = (page, text) => page.evaluate((letters) => {
  for (const key of [...letters, "Enter"])
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}, text);

/** The screen of this device, from the scan. */
export async function openDevice(page) {
  await page.click("#to-settings");
  await page.click("#to-device");
  await page.waitForSelector("#device");
}

/** The door by which all of it is renewed. */
export async function openRenewal(page) {
  await openDevice(page);
  await page.click("#to-renew");
  await page.waitForSelector("#renew");
}

/** Gives files by that door; the rows of its table: whether it would be used, name, what it is, in use, after. */
export async function offer(page, files) {
  await page.setInputFiles("#renewing", files);
  await count(page, "#renew tbody tr", files.length);
  return page.$$eval("#renew tbody tr", (rows) => rows.map((row) => [
    /** @type {HTMLElement} */ (row).dataset.good, ...[...row.children].map((cell) => cell.textContent.trim()),
  ]));
}

/** Uses what was offered. */
export async function take(page) {
  await page.click("#use-files");
  await says(page, "#device #told", /Đã gia hạn/);
}

/** The headline on the screen. */
export async function headline(page, selector = "#result .plate") {
  await page.waitForSelector(selector, { timeout: 20_000 });
  return page.getAttribute(selector, "data-headline");
}

/** Keeps a picture of the screen, as an output of the run: `test/run` says where. */
export async function shot(page, name) {
  const path = join(SHOTS, `${name}${isFirefox(page.context().browser()) ? "-firefox" : ""}.png`);
  await mkdir(dirname(path), { recursive: true });
  // What is still fading in has the colours of neither state.
  await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return Promise.allSettled(roots.flatMap((of) => of.getAnimations()).map((one) => one.finished));
  });
  // The caret as it is: to hide it takes a style, and the page's policy forbids it.
  await page.screenshot({ path, caret: "initial" });
}

/** All text and all attributes of the document, and of the element in it: where a value could hide. */
export const everything = (page) =>
  page.evaluate(() => {
    const inside = [...document.querySelectorAll("*")].flatMap((node) => node.shadowRoot ?? []);
    const fields = [document, ...inside].flatMap((of) => [...of.querySelectorAll("input, textarea")]);
    const typed = fields.map((input) => /** @type {HTMLInputElement} */ (input).value);
    return [document.documentElement.outerHTML, ...inside.map((of) => of.innerHTML), ...typed].join("\n");
  });

/**
 * A page that is ready for a shift.
 * @param {Browser} of
 * @param {string} url
 * @param {string} role
 * @param {Opening & { world?: ReturnType<typeof country> }} [how]
 */
export async function opened(of, url, role, { world = country(), ...options } = {}) {
  const page = await open(of, url, options);
  await setUp(page, world, role);
  return { page, world };
}

/** The end of a test: nothing went wrong unseen. */
export async function done(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

/** Reads a code from a picture with the page's own decoder. */
export function readCode(page, picture) {
  return page.evaluate(async (bytes) => {
    const { Decoder } = await import("./js/camera.js");
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    return (await new Decoder().read(bitmap, "photo")).texts[0];
  }, [...picture]);
}

/** Base45 (RFC 9285), for frames that the kit would not make. */
export function frameText(bytes) {
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  let text = "DC1:";
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    let rest = pair ? bytes[at] * 256 + bytes[at + 1] : bytes[at];
    for (let letter = 0; letter < (pair ? 3 : 2); letter += 1) { text += LETTERS[rest % 45]; rest = Math.floor(rest / 45); }
  }
  return text;
}

/** The bytes of such a text, whatever it begins with. */
export function unframed(text) {
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const letters = Array.from(text.slice(text.indexOf(":") + 1), (letter) => LETTERS.indexOf(letter));
  const bytes = [];
  for (let at = 0; at < letters.length; at += 3) {
    const part = letters.slice(at, at + 3);
    const value = part.reduce((sum, letter, place) => sum + letter * 45 ** place, 0);
    bytes.push(...(part.length === 3 ? [value >> 8, value & 255] : [value]));
  }
  return Uint8Array.from(bytes);
}
