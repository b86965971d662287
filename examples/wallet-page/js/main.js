// A demo of the citizen's side: who asks and why, what will be shown, agree or refuse, then the code. Every person and key is invented.
// Where the wallet is and may go stands in table.js; here is what each step does, and which screen shows it.
import { init as engine } from "../vendor/doichieu/index.js";
import { World, init } from "../vendor/kit/index.js";
import { render } from "../vendor/lit/lit.js";
import { frame } from "../shared/frame.js";
import { keep, kept } from "../shared/kept.js";
import { Machine } from "../shared/machine.js";
import { announce, dress, dropNothing, toHeading } from "../shared/screen.js";
import * as asking from "./asks.js";
import { Choice } from "./choice.js";
import { code, still } from "./code.js";
import { consent } from "./consent.js";
import { Eye } from "./eye.js";
import { history } from "./history.js";
import { Laid, home } from "./home.js";
import { LIFE, OnScreen } from "./on-screen.js";
import { Phone, QUESTIONER, clock, now } from "./phone.js";
import { Proposal, inWords } from "./proposal.js";
import { counted, eraseShown, isKept, noteShown, shownTo } from "./shown.js";
import { BACK, TABLE } from "./table.js";
import { currentLanguage, otherLanguage, say, setLanguage } from "./words.js";
/** @import { Refused, Selection } from "kit" */
/** @import { Language, Noted, Theme, View } from "page" */

/** What this page keeps of itself. @type {{ language?: Language, theme?: Theme }} */
const chosen = kept("wallet.settings", {});
const app = /** @type {HTMLElement} */ (document.getElementById("app"));

await Promise.all([engine(), init()]);

let phone = new Phone();
let laid = new Laid();
/**
 * What the screens are about.
 * @type {{ proposal?: Proposal, choice: Choice, shown?: OnScreen, eye?: Eye, told?: string, why: string, isOld: boolean, sure: boolean }}
 */
const it = { choice: new Choice([]), why: "", isOld: false, sure: false };
const machine = new Machine(TABLE, "home", entered);
/** One entry of the browser's history stands before the page, so that *back* is the screen's way back and does not leave. */
let guarded = false;

/** @param {string} at */
function entered(at) {
  if (at !== "home") delete it.told;
  draw();
  toHeading();
  if (at === "refused") announce(it.why, { now: true });
  if (at === "home" || guarded) return;
  window.history.pushState(null, "");
  guarded = true;
}

function draw() {
  render(frame({ test: say("test"), says: say("title") }, VIEWS[machine.at]()), app);
}

/** The screen of each state. @type {Record<string, () => View>} */
const VIEWS = {
  home: () => home({
    phone, laid, told: it.told, showTo, people: World.people(), redraw: draw, update, pick,
    go: (event) => (event === "scan" ? scan() : machine.go(event)),
  }),
  questions: () => asking.questions({ all: World.questions().map(inWords), choose: chooseQuestion, back }),
  scan: () => asking.scan({ place: (video) => it.eye?.place(video), off: it.eye?.off ?? false, paste: () => machine.go("paste"), back }),
  paste: () => asking.paste({ read, back }),
  refused: () => asking.refused({ why: it.why, isOld: it.isOld, again: scan, back }),
  consent: () => consent({
    asks: proposal().asks, choice: it.choice, now: now(), redraw: draw, agree, decline: back, told: (text) => announce(text),
  }),
  digits: () => asking.digits({ who: proposal().who(), three: proposal().three, picked, decline: back }),
  code: () => code({ shown: shown(), person: person(), redraw: draw, renew, away: back, copy: proposal().mayCopy ? copy : null }),
  still: () => still({ more, away: back }),
  history: () => history({ notes: shownTo(), isKept: isKept(), now: now(), sure: it.sure, erase, back }),
  settings: () => asking.settings({ theme: dress(chosen.theme), language: turnLanguage, turn: turnTheme, back }),
};

/** @template T @param {T | undefined} of @returns {T} */
function there(of) {
  if (of === undefined) throw new Error(`${machine.at}: there is nothing to show`);
  return of;
}
const proposal = () => there(it.proposal);
const shown = () => there(it.shown);

/** Whose phone it is, as its own papers say. */
function person() {
  const woman = phone.holding.some(({ fields }) => fields.some(({ name, value }) => name === "gender" && value === "Nữ"));
  return { name: phone.person, woman };
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Home

/** @param {string} name */
function pick(name) {
  phone.free();
  phone = new Phone(name);
  laid = new Laid();
  draw();
}

function update() {
  phone.update();
  it.told = say("updated");
  machine.go("stay");
}

/** @param {string} role */
function showTo(role) {
  phone.freshen();
  propose("showTo", new Proposal(phone, role));
}

/** @param {string} name */
function chooseQuestion(name) {
  phone.freshen();
  propose("choose", new Proposal(phone, QUESTIONER, { question: World.questions().find((one) => one.name === name) }));
}

/** @type {(event: string, of: Proposal) => void} */
function propose(event, of) {
  it.proposal = of;
  it.choice = new Choice(of.offers, of.retention > 0);
  machine.go(event);
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// A request code

function scan() {
  it.eye = new Eye(read, () => { announce(say("cameraOff")); draw(); });
  machine.go("scan", it.eye);
}

/** @param {string} text */
function read(text) {
  if (!machine.can("read")) return;
  phone.freshen();
  const asked = phone.world.asked(text.trim(), now());
  if (asked.kind === "refused") refuse(whyNot(asked), { isOld: asked.code === "asked.lists_too_old" });
  // It was scanned or pasted: no app and no page on this phone called.
  else if (asked.origin) refuse(say("otherOrigin"));
  else if (asked.question && !phone.hasLicence) refuse(say("noLicence"));
  else propose("read", new Proposal(phone, asked.role, { asked }));
}

/**
 * What is wrong is said by the engine, and whose matter it is: an app that is out of date is no reason to mistrust who asks. A torn code is
 * none either, and has a sentence of its own.
 * @param {Refused} refused
 */
const whyNot = (refused) => (refused.code === "asked.unreadable" ? say("torn") : refused[currentLanguage()]);

/** `isOld`: it is the phone that cannot judge who asks. @type {(why: string, of?: { event?: string, isOld?: boolean }) => void} */
function refuse(why, { event = "refused", isOld = false } = {}) {
  [it.why, it.isOld] = [why, isOld];
  machine.go(event);
}

/** @param {string} [pair] */
function picked(pair) {
  const why = proposal().asked?.picked(pair);
  if (!why) { present("picked", it.choice.selection); return; }
  note("digits");
  refuse(whyNot(why));
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// The code

function agree() {
  if (proposal().asked) machine.go("agree", {}, "digits");
  else present("agree", it.choice.selection);
}

/** @type {(event: string, agreed: Selection) => void} */
function present(event, agreed) {
  const of = proposal();
  const retention = it.choice.keeps ? of.retention : 0;
  const taken = of.take(agreed);
  const change = note(of.asked ? "asked" : "ready", agreed);
  it.shown = new OnScreen({
    who: () => of.who(),
    why: () => of.asks.why,
    until: of.until,
    sealed: of.asked !== undefined,
    left: taken.left,
    again: taken.again,
    now: clock,
    make: () => of.make(taken, retention),
    made: (at) => change(ends(of, at, retention)),
    done: () => taken.free(),
    happens,
  });
  machine.go(event, it.shown, "code");
}

/**
 * When a code that was made then can be scanned, seen and kept no longer.
 * @type {(of: Proposal, made: number, retention: number) => Partial<Noted>}
 */
function ends({ until, display }, made, retention) {
  const scanUntil = until ?? made + LIFE;
  return { scanUntil, viewUntil: scanUntil + display, keepUntil: retention > 0 ? scanUntil + retention : null };
}

/** @param {string} what */
function happens(what) {
  if (what === "tick") draw();
  else if (what === "ended") refuse(say("ended"), { event: "ended" });
  else if (what === "asleep") { shown().cover(); machine.go("asleep", shown()); } else machine.go(what);
}

function renew() {
  shown().renew();
  announce(say("renewed"));
  draw();
}

function more() {
  shown().show();
  machine.go("more", shown());
}

/** In a test alone: for who has one machine. */
async function copy() {
  await navigator.clipboard.writeText(shown().text).then(() => announce(say("copied")), () => announce(say("notCopied"), { now: true }));
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// What was shown

/** @type {(way: Noted["way"], agreed?: Selection) => (of: Partial<Noted>) => void} */
function note(way, agreed = {}) {
  const { role, asked, question } = proposal();
  return noteShown({
    at: clock(), role, post: asked?.post ?? null, way, papers: counted(agreed), question: question ?? null,
    scanUntil: null, viewUntil: null, keepUntil: null,
  });
}

function erase() {
  if (!it.sure) { it.sure = true; draw(); return; }
  it.sure = false;
  eraseShown();
  announce(say("erased"));
  machine.go("erase");
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// The page

function back() {
  const event = BACK[machine.at];
  if (!event) return;
  // Only somebody who asked was refused.
  if (event === "decline" && proposal().asked) note("declined");
  it.sure = false;
  machine.go(event);
}

function turnLanguage() {
  chosen.language = otherLanguage();
  keep("wallet.settings", chosen);
  setLanguage(chosen.language);
  titled();
  machine.go("turn");
}

function turnTheme() {
  chosen.theme = dress(chosen.theme) === "night" ? "day" : "night";
  keep("wallet.settings", chosen);
  dress(chosen.theme);
  machine.go("turn");
}

function titled() { document.title = `${say("test")} · ${say("title")}`; }

addEventListener("keydown", (event) => { if (event.key === "Escape") back(); });
addEventListener("popstate", () => {
  guarded = false;
  back();
});
dropNothing();
dress(chosen.theme);
setLanguage(chosen.language ?? "vi");
titled();
draw();
