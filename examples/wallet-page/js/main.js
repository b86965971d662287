// A demo of the citizen's side: who asks and why, what will be shown, agree or decline, then the code. Every person and key is invented.
import { init as engine } from "../vendor/doichieu/index.js";
import { DEMO_SEED, World, init } from "../vendor/kit/index.js";
import { Camera, Decoder } from "./camera.js";
import { code } from "./code.js";
import { consent } from "./consent.js";
import { digits } from "./digits.js";
import { announce, button, byId, el, fill } from "./dom.js";
import { papers } from "./holding.js";
import { show } from "./screen.js";
import { sign } from "./shapes.js";
import { currentLanguage, say, setLanguage, span } from "./words.js";
/** @import { Asked, QuestionWords, Selection, Showing, Taken } from "kit" */
/** @import { Asking, Asks } from "page" */

/** What `code` is told of a showing. @typedef {{ madeFor: string, until: number | null, sealed: boolean, make: () => Showing }} Parts */

/** Whom a code may be made for without being asked: the roles whose profile allows it. */
const UNPROMPTED = ["traffic_police", "clinic"];

/** Who asks a driver something on the road. */
const QUESTIONER = "traffic_police";

const clock = () => Date.now() / 1000;
/** @param {number} length */
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Tokens live for a day; the phone renews them before that. */
const FRESH = 12 * 3600;

/** The phone of the person that is picked, once a screen was shown. @type {World | undefined} */
let phone;
/** @type {string | undefined} */
let person;
/** @type {string | undefined} */
let owner;
let updated = 0;
/** @type {Decoder | undefined} */
let decoder;

/** What the language switch shows again: the screen that is there, as it was when it came. @type {() => void} */
let again = () => home();

/** The phone of the person that is picked. It keeps its stock of one-time tokens, and renews it before they are old. */
function open() {
  if (phone && owner === person) {
    if (clock() - updated > FRESH) update();
    return;
  }
  phone?.free();
  [owner, updated] = [person, Math.floor(clock())];
  phone = new World(DEMO_SEED, person, updated);
}

const world = () => {
  if (!phone) throw new Error("nobody is picked yet");
  return phone;
};

/** What a phone does when it has a network: new lists, new tokens under new keys. */
function update() {
  updated = Math.floor(clock());
  world().update(updated);
}

function head() {
  document.title = `TEST · ${say("title")}`;
  fill(byId("top"), el("p", { class: "test" }, say("test")),
    el("div", { class: "bar" }, el("p", { class: "who" }, el("b", {}, say("title"))),
      button(say("other"), { kind: "plain", lang: otherLanguage(), press: turnLanguage })));
}

const otherLanguage = () => (currentLanguage() === "en" ? "vi" : "en");

function turnLanguage() {
  setLanguage(otherLanguage());
  head();
  again();
}

/** @param {string} [told] */
function home(told) {
  again = () => home();
  open();
  /** @type {HTMLSelectElement} */
  const choose = el("select", { id: "person", onchange: () => { person = choose.value; home(); } },
    World.people().map((name) => el("option", { value: name, selected: name === person }, name)));
  const renew = () => { update(); home(say("updated")); };
  const node = el("section", { id: "home" }, el("h1", { class: "vh" }, say("title")),
    told && el("p", { class: "told", role: "status" }, told),
    el("div", { class: "card" }, el("label", { for: "person" }, say("whose")), choose),
    el("div", { class: "stack" }, el("h2", {}, say("showTo")),
      UNPROMPTED.map((role) => button(say(role), { sign: sign("phone"), press: () => unprompted(role) })),
      hasLicence() && button(say("answerQuestion"), { sign: sign("question"), id: "answer-question", press: chooseQuestion })),
    el("div", { class: "card" }, el("h2", {}, say("papers")), papers(world().holding)),
    el("div", { class: "card" }, el("h2", {}, say("once")), el("p", {}, say("onceWhat")),
      button(say("update"), { id: "update", press: renew })),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("pasteAsk"), { sign: sign("paste"), press: pasteAsk }),
      button(say("scanAsk"), { sign: sign("ask"), kind: "main", press: scanAsk }))));
  show({ node });
}

/** Every question so far is asked of a driving licence. */
const hasLicence = () => "driving_licence" in world().papers;

/**
 * A question of the kit in the language of the page.
 * @param {QuestionWords} question
 * @returns {Asking}
 */
const inWords = (question) => ({ name: question.name, text: question[currentLanguage()], promise: question.promise[currentLanguage()] });

/** What a role asks for, in words. @param {string} role */
const purpose = (role) => say(world().purpose(role) ?? "");

/**
 * The code of what was agreed to, by one token for one onlooker; `parts` puts it in the words of the page.
 * @param {Taken} taken
 * @param {() => Parts} parts
 */
function showCode(taken, parts) {
  again = () => showCode(taken, parts);
  const stop = (/** @type {string | undefined} */ told) => { home(told); taken.free(); };
  show(code({ ...parts(), now: clock, once: { left: taken.left, again: taken.again }, stop }));
}

/**
 * A code for anybody in a role, made anew as long as it is on the screen. `words` say what it carries, `take` takes what is shown.
 * @param {string} role
 * @param {() => { fields?: Selection, question?: Asking }} words
 * @param {(agreed: Selection) => Taken} take
 */
function offer(role, words, take) {
  again = () => offer(role, words, take);
  const all = { who: say(role), why: purpose(role), proven: false, note: say("unprompted"), retention: 0, ...words() };
  /** @param {Selection} agreed */
  const agree = (agreed) => {
    const taken = take(agreed);
    const make = () => taken.show(random(16), Math.floor(clock()));
    showCode(taken, () => ({ madeFor: `${say(role)} · ${purpose(role)}`, until: null, sealed: false, make }));
  };
  show(consent({ asks: all, holding: world().holding, decline: () => home(), agree }));
}

/** @param {string} role */
function unprompted(role) {
  offer(role, () => ({ fields: world().preset(role) }), (agreed) => world().take(role, agreed));
}

/** The question that an officer asked aloud: the phone answers it, and no other. */
function chooseQuestion() {
  again = chooseQuestion;
  /** @param {QuestionWords} question */
  const choose = (question) =>
    offer(QUESTIONER, () => ({ question: inWords(question) }), () => world().takeAnswer(QUESTIONER, question.name));
  const all = World.questions().map((question) => el("li", {},
    button(inWords(question).text, { "data-question": question.name, press: () => choose(question) })));
  const back = button(say("back"), { sign: sign("back"), "data-back": "", kind: "main", press: () => home() });
  show({ node: el("section", { id: "questions" }, el("h1", {}, say("whichQuestion")), el("ul", { class: "stack ask-list" }, all),
    el("div", { class: "foot" }, el("div", { class: "row" }, back))) });
}

/** @param {string} text */
function answered(text) {
  const asked = world().asked(text.trim(), Math.floor(clock()));
  // What is wrong is said by the engine, and whose matter it is: an app that is out of date is no reason to mistrust who asks.
  if (asked.kind === "refused") return home(asked[currentLanguage()]);
  // It was scanned or pasted: no app and no page on this phone called.
  if (asked.origin) return home(say("otherOrigin"));
  if (asked.question && !hasLicence()) return home(say("noLicence"));
  agreeTo(asked);
}

/**
 * Who asks and for what; then the digits of the screen in front of the holder; only then is anything made.
 * @param {Asked} asked
 */
function agreeTo(asked) {
  again = () => agreeTo(asked);
  const who = `${say(asked.role)} · ${asked.post}`;
  const note = asked.listsOverdue ? `${say("listsOld")} ${span(asked.listsAge)}` : null;
  /** @type {Asks} */
  const asks = {
    who, why: say(asked.purpose ?? ""), proven: true, test: asked.isTest, note, retention: asked.retention, fields: asked.fields,
    question: asked.question && inWords(asked.question),
  };
  const three = asked.choices(random(16));
  show(consent({ asks, holding: world().holding, decline: () => home(), agree: (agreed) => pick(asked, three, agreed) }));
}

/** @type {(asked: Asked, three: readonly string[], agreed: Selection) => void} */
function pick(asked, three, agreed) {
  again = () => pick(asked, three, agreed);
  const who = () => `${say(asked.role)} · ${asked.post}`;
  /** @param {string | undefined} chosen */
  const picked = (chosen) => {
    const why = asked.picked(chosen);
    if (why) return home(why[currentLanguage()]);
    const taken = world().takeFor(asked, agreed);
    const make = () => taken.answer(asked, random(48), Math.floor(clock()));
    showCode(taken, () => ({ madeFor: `${who()} · ${say(asked.purpose ?? "")}`, until: asked.until, sealed: true, make }));
  };
  show(digits({ who: who(), three, picked, decline: () => home() }));
}

function pasteAsk() {
  again = pasteAsk;
  const area = el("textarea", { id: "ask", rows: "6", "aria-labelledby": "paste-title", autocomplete: "off", spellcheck: "false" });
  show({ node: el("section", {}, el("h1", { id: "paste-title" }, say("pasteAsk")), area,
    el("div", { class: "foot" }, el("div", { class: "row" },
      button(say("back"), { sign: sign("back"), "data-back": "", press: () => home() }),
      button(say("read"), { sign: sign("check"), kind: "main", press: () => answered(area.value) })))) });
}

function scanAsk() {
  again = scanAsk;
  decoder ??= new Decoder();
  const video = el("video", { muted: true, playsinline: true, "aria-hidden": "true", tabindex: "-1" });
  const hint = el("p", { class: "hint", role: "status" }, say("aim"));
  const camera = new Camera(video, decoder, ({ texts }) => {
    const asks = texts.filter((text) => text.startsWith("DCQ1:"));
    // Of two that ask at once neither is meant.
    if (asks.length === 1) answered(asks[0]);
    return asks.length > 0;
  });
  const eye = el("div", { class: "eye" }, video, sign("cameraOff"), el("div", { class: "corners", "aria-hidden": "true" }), hint);
  camera.start().catch(() => {
    eye.classList.add("off");
    hint.textContent = say("cameraOff");
    announce(say("cameraOff"));
  });
  const back = button(say("back"), { sign: sign("back"), "data-back": "", press: () => home() });
  show({
    node: el("section", {}, el("h1", {}, say("scanAsk")), eye,
      el("div", { class: "foot" }, el("div", { class: "row" }, back, button(say("pasteAsk"), { sign: sign("paste"), press: pasteAsk })))),
    leave: () => camera.stop(),
  });
}

await Promise.all([engine(), init()]);
setLanguage("vi");
head();
home();
