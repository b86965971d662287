// The page from beginning to end: start the engine, set up once, then scan, see, next.
import { init, pick as meant, reasonText, scannedText, vehicleKinds, whatAltered } from "../vendor/doichieu/index.js";
import { MemoryBusy } from "../vendor/doichieu/memory.js";
import { listen } from "../vendor/doichieu/wedge.js";
import { Decoder } from "./camera.js";
import { LARGEST_FILE } from "./animated.js";
import { challenge } from "./challenge.js";
import { ClockHint } from "./clock-hint.js";
import { Desk } from "./desk.js";
import { button, el } from "./dom.js";
import { handOver } from "./hand-over.js";
import { head as drawHead } from "./head.js";
import { Erased, clock, lookAtRoots } from "./kept.js";
import { lists, updated } from "./lists.js";
import { foreign, nothing, number, paste, settings } from "./others.js";
import { dropKey, keyOfFile, madeKey } from "./post-key.js";
import { plain } from "./plain.js";
import { questions } from "./question.js";
import { renew } from "./renew.js";
import { result } from "./result.js";
import { scanner } from "./scan.js";
import { setUp } from "./setup.js";
import { sign } from "./shapes.js";
import { show, shown } from "./screen.js";
import { unreadable } from "./seen.js";
import { signal } from "./signals.js";
import { hold, keep, recall } from "./store.js";
import { inFull, kindWord, pick } from "./texts.js";
import { inWords, picker } from "./vehicle.js";
import { say, setLanguage } from "./words.js";
/** @import { Picked } from "doichieu" */
/** @import { PickedFrame, Screen, Seen, Settings, UnreadableSeen } from "page" */
/** @import { Word } from "./words.js" */

/** Roles that work at a desk: the page begins in desk mode for them. */
const AT_DESK = ["clinic", "bank", "insurer", "public_service"];

/** What this device was set up with. @type {Desk | null} */
let device = null;
/** The same, for screens that there are only then. */
const desk = () => {
  if (!device) throw new Error("nothing was set up");
  return device;
};
/** @type {Decoder | undefined} */
let decoder;
const eyes = () => decoder ??= new Decoder();
/** @type {Settings} */
let chosen = { language: "vi", night: false, vibration: true, tones: false, mode: null, torch: false };
const clockHint = new ClockHint();

const head = () => drawHead({ device, clockHint, turnLanguage, openSettings, openLists: () => openLists() });

function turnLanguage() {
  change("language", chosen.language === "en" ? "vi" : "en");
  again();
}

/** @type {<N extends keyof Settings>(name: N, value: Settings[N]) => void} */
function change(name, value) {
  chosen[name] = value;
  apply();
  void keep("settings", chosen);
}

function apply() {
  setLanguage(chosen.language);
  document.documentElement.dataset.theme = chosen.night ? "night" : "day";
  if (device) device.mode = chosen.mode ?? (AT_DESK.includes(device.role) ? "desk" : "handheld");
  document.body.classList.toggle("desk", Boolean(device?.atDesk));
  head();
}

/** The kind of vehicle that was picked, in words. */
const vehicle = () => inWords(desk().vehicle, desk().plate);

/** The question that is asked, in words. */
const asked = () => desk().question && desk().questions.find(({ name }) => name === desk().question)?.text;

/** The screen to scan: the one between two checks, or within one when another phone is added. */
function scan() {
  head();
  const adding = desk().phones > 0;
  again = adding || desk().question ? scan : home;
  const another = {
    title: desk().trying ? say("unreadAgain") : `${say("phone")} ${desk().phones + desk().unread + 1}`,
    back: resume,
    cannotRead: () => { if (!desk().trying) desk().addUnread(); resume(); },
  };
  show(scanner({
    decoder: eyes(), found: framed, opened, settings: chosen, aim: say(desk().pending ? "askScan" : "aim"),
    vehicle: vehicle(), chooseVehicle: desk().role === "traffic_police" && (() => chooseVehicle(scan)),
    vehicleBefore: inWords(desk().vehicleBefore), confirmVehicle: () => { desk().confirmVehicle(); scan(); },
    interrupted: desk().interrupted && next,
    question: asked(), dropQuestion: () => { desk().dropChallenge(); desk().question = null; scan(); },
    askQuestion: !adding && desk().questions.length > 0 && openQuestions,
    ready: desk().atDesk && !adding, ask, typeNumber: !adding && typeNumber, paste: openPaste,
    ...(adding ? another : { noCode }),
  }));
}

/** One more phone; or, once more, one whose code could not be read. @param {boolean} trying */
function addPhone(trying) {
  desk().trying = trying;
  scan();
}

/** Back to the check that is under way, or else to its beginning. */
function resume() {
  if (!device) return home();
  device.trying = false;
  if (device.phones > 0) see(device.judged(), { anew: false }); else home();
}

/** The next person. */
function next() {
  desk().next();
  if (last.text) last.at = clock();
  home();
}

/** The screen that a check begins with. */
function home() {
  if (!device) return begin();
  if (device.unprompted || !device.canAsk) scan(); else void ask();
}

/** One thing at a time: what is being looked at, or `null`. @type {Promise<void> | null} */
let busy = null;
/** What the language switch shows again. @type {() => void} */
let again = () => home();
/** A code that stays before the camera after *next* is not the next person's. */
const LINGERS = 3;
let last = { text: "", at: 0 };

/** One text alone: pasted, or typed by a scanner. It waits for what is being looked at. @param {string} of */
async function text(of) {
  while (busy) await busy;
  await read(meant([of]), [of]);
}

/**
 * A frame of the camera. While something is being looked at the next frame is soon enough.
 * @param {PickedFrame} picked
 * @param {readonly string[]} texts
 */
function framed(picked, texts) {
  if (busy || (picked.text === last.text && clock() - last.at < LINGERS)) return;
  if (picked.kind === "appended") shown()?.hint?.(say("appended")); else void read(picked, texts);
}

/**
 * Files that were opened, all in one. Resolves to whether there was a code in them.
 * @param {{ texts: string[], bytes: Uint8Array[] }} all
 */
async function opened({ texts, bytes }) {
  while (busy) await busy;
  const written = bytes.map((of) => scannedText(of)).filter((of) => !["foreign", "nothing"].includes(meant([of]).kind));
  const all = [...texts, ...written];
  const picked = meant(all);
  if (picked.kind !== "nothing") await read(picked, all);
  return picked.kind !== "nothing";
}

/**
 * What was picked of one look, from wherever it came; `texts`: all of it, for the parts of an animated code.
 * @param {Picked} picked
 * @param {readonly string[]} texts
 */
function read(picked, texts) {
  return device && looking(() => dealWith(picked, texts, shown()));
}

/** Nothing else is looked at meanwhile. @param {() => Promise<void>} work */
function looking(work) {
  const done = work().catch((error) => {
    if (error instanceof Erased) location.reload();
    else if (error instanceof MemoryBusy) problem(null, pick(error));
    else broken(error);
  }).finally(() => { if (busy === done) busy = null; });
  busy = done;
  return done;
}

/** @type {(picked: Picked, texts: readonly string[], before: Screen | null) => Promise<void>} */
async function dealWith({ kind, text }, texts, before) {
  if (kind === "several") return problem(null, inFull(reasonText("scan.several_codes")));
  if (kind === "nothing") return problem("noCodeInPhoto");
  // Before anything ends: it is this device's own matter.
  if (whatAltered(text)) return problem(null, inFull(reasonText("scan.keyboard_altered")));
  if (kind === "plain") return showPlain(text);
  // A scanner that types, at a desk with a queue: the next person's code ends this one's check.
  if (before?.checked) desk().next();
  for (const one of kind === "parts" ? texts.filter((of) => meant([of]).kind === "parts") : [text]) {
    await lookAt(one, before);
    if (shown() !== before) return;
  }
}

/** @type {(text: string, before: Screen | null) => Promise<void>} */
async function lookAt(text, before) {
  const looked = await desk().look(text);
  if (shown() !== before) return;
  if (looked.progress) before?.progress?.(looked.progress.have, looked.progress.of);
  else if (looked.bundle) openLists(updated(await desk().update(looked.bundle)));
  else if (looked.unreadable) unread(looked.unreadable, before);
  else if (looked.seen) { last = { text, at: clock() }; see(looked.seen); }
}

/** @param {string} text */
function showPlain(text) {
  again = () => showPlain(text);
  show(plain({ text, desk: desk(), back: resume }));
}

/** @type {(word: Word | null, text?: string) => void} */
function problem(word, text = word ? say(word) : "") {
  if (!shown()?.hint) scan();
  shown()?.hint?.(text);
}

/**
 * Not a document: a word over the camera, which goes on; for a code of another kind, a screen that says what may be done. While a phone is
 * added, the check that is under way stays.
 * @param {UnreadableSeen} of
 * @param {Screen | null} before
 */
function unread(of, before) {
  const [finding] = of.findings;
  const told = `${finding.text}. ${finding.step}`;
  const other = of.headline.name === "not_checked";
  if (!other && before?.hint) return before.hint(told);
  if (desk().phones > 0) return problem(null, told);
  signal(of.headline.name, chosen);
  if (other) {
    again = () => unread(unreadable(of, desk().inspector), before);
    show(foreign({ finding, headline: of.headline, steps: desk().nothing().steps, typeNumber, back: backToCheck }));
  } else {
    const seen = { ...of, papers: [], needs: [], phones: [], unread: 0, until: null, displayUntil: null, hold: () => null };
    show(result({ seen, desk: desk(), next, addPhone: null }));
  }
}

/** To the answer that is waited for, or else to the beginning. */
const backToCheck = () => (desk().pending ? scan() : home());

/**
 * A check. `anew`: something was read just now; else it is shown again, in another language or after another screen.
 * @param {Seen} seen
 * @param {{ anew?: boolean }} [how]
 */
function see(seen, { anew = true } = {}) {
  if (anew) { clockHint.after(seen.apart); signal(seen.headline.name, chosen); }
  head();
  again = resume;
  const more = desk().phones < 8 && !desk().question;
  const phone = more ? { addPhone: () => addPhone(false), tryAgain: () => addPhone(true) } : { addPhone: null };
  show(result({ seen, desk: desk(), next, ...phone, samePerson }));
}

/** The officer says that it is still the same person: judged again, and shown. */
function samePerson() {
  if (busy) return;
  void looking(async () => {
    const seen = await desk().stillThisPerson();
    if (seen) see(seen); else resume();
  });
}

/** @param {() => void} then */
function chooseVehicle(then) {
  again = () => chooseVehicle(then);
  const kinds = vehicleKinds().map(({ name, ...text }) => ({ name, text: pick(text) }));
  show(picker({
    kinds, now: desk().vehicle, plate: desk().plate,
    done: (chosenOne, plate) => { [desk().vehicle, desk().plate] = [chosenOne, plate]; then(); },
  }));
}

function openQuestions() {
  again = openQuestions;
  show(questions({
    questions: desk().questions, vehicle: vehicle(), chooseVehicle: () => chooseVehicle(openQuestions), back: scan,
    done: (name) => { desk().question = name; if (desk().canAsk) void ask(); else scan(); },
  }));
}

async function ask() {
  if (!desk().canAsk) return problem("askNoKey");
  const { text, digits, until } = await desk().challenge();
  show(challenge({
    text, digits, until, test: desk().test, question: asked(), now: clock, answer: scan,
    back: () => { desk().dropChallenge(); scan(); },
  }));
}

function openPaste() {
  again = openPaste;
  show(paste({ found: text, back: scan }));
}

function noCode() {
  again = noCode;
  const { headline, steps } = desk().nothing();
  show(nothing({ headline, steps, typeNumber, back: backToCheck }));
}

function typeNumber() {
  again = typeNumber;
  const kinds = desk().kinds.map((kind) => ({ id: kind, text: kindWord(kind) }));
  show(number({ kinds, check: (kind, of) => desk().number(kind, of), back: resume }));
}

function openSettings() {
  again = openSettings;
  show(settings({ now: chosen, atDesk: desk().atDesk, change, lists: () => openLists(), back: resume, forget: erase }));
}

/** @param {string} [news] */
function openLists(news) {
  head();
  again = () => openLists();
  show(lists({
    ready: desk().readiness(), now: clock(), news, back: resume, scan: receive, renew: () => openRenewal(), give: desk().file.length <= LARGEST_FILE && give,
    take: async (bytes) => { const fault = await desk().update(bytes); head(); return fault; },
  }));
}

/** Newer lists, a mandate, a key: one door, by files. @param {readonly File[]} [files] */
function openRenewal(files) {
  again = () => openRenewal();
  show(renew({
    files, look: (chosen) => desk().renewal(chosen), scan: receive, back: () => openLists(),
    use: async (changed) => { await desk().renew(changed); apply(); }, done: (news) => openLists(news),
  }));
}

/** The lists of another device, from its screen. */
function receive() {
  again = receive;
  show(scanner({
    decoder: eyes(), found: framed, opened, settings: chosen, aim: say("aimLists"), title: say("scanLists"), paste: openPaste,
    back: () => openLists(),
  }));
}

async function give() {
  const { file, test } = desk();
  show(await handOver({ file, test, number: desk().readiness().number, back: () => openLists() }));
}

/** Erases all that this device keeps. */
async function erase() {
  device?.next();
  await Desk.erase();
  device = null;
  chosen = { ...chosen, mode: null };
  apply();
  begin();
}

/** `told`: why what this device keeps does not open. @param {string} [told] */
function begin(told) {
  again = () => begin(told);
  head();
  show(setUp({
    look: lookAtRoots, told, erase: told && erase,
    open: async ({ root, bundle, mandate, postKey, test }) => {
      const key = postKey ? await keyOfFile(postKey) : (await madeKey())?.key;
      const set = new Desk({ root, bundle, mandate, postKey: key, test, memory: await recall("memory") });
      await set.tryKey();
      await set.keepSetUp(root, test);
      await dropKey();
      // Only what is kept is worked with.
      device = set;
      void hold();
      apply();
      home();
    },
  }));
}

/** The engine stopped. A trapped instance is not used again. @param {unknown} error */
function broken(error) {
  console.error(error instanceof Error ? error.name : "unknown");
  const reload = button(say("reload"), { sign: sign("flip"), kind: "main", press: () => location.reload() });
  show({ node: el("section", {}, el("h1", {}, say("broken")), reload) });
}

async function main() {
  chosen = { ...chosen, ...(await recall("settings").catch(() => undefined)) };
  setLanguage(chosen.language);
  await init();
  eyes();
  let told;
  // A fault of set-up is one that a person can mend here; any other is not.
  try { device = await Desk.kept(); } catch (error) {
    if (!(error instanceof Error && error.cause)) throw error;
    told = error.message;
  }
  apply();
  listen(document, text);
  if (device) home(); else begin(told);
}

if ("serviceWorker" in navigator) navigator.serviceWorker.register("./sw.js", { scope: "./" }).catch(() => {});
window.addEventListener("unhandledrejection", ({ reason }) => broken(reason));
main().catch(broken);
