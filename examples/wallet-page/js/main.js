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

/** Whom a code may be made for without being asked: the roles whose profile allows it. */
const UNPROMPTED = ["traffic_police", "clinic"];

/** Who asks a driver something on the road. */
const QUESTIONER = "traffic_police";

const clock = () => Date.now() / 1000;
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Tokens live for a day; the phone renews them before that. */
const FRESH = 12 * 3600;

let world = null;
let person;
let owner;
let updated = 0;
let decoder = null;

/** What the language switch shows again: the screen that is there, as it was when it came. */
let again = () => home();

/** The phone of the person that is picked. It keeps its stock of one-time tokens, and renews it before they are old. */
function open() {
  if (world && owner === person) return clock() - updated > FRESH && update();
  world?.free();
  [owner, updated] = [person, Math.floor(clock())];
  world = new World(DEMO_SEED, person, updated);
}

/** What a phone does when it has a network: new lists, new tokens under new keys. */
function update() {
  updated = Math.floor(clock());
  world.update(updated);
}

function head() {
  document.title = `TEST · ${say("title")}`;
  fill(byId("top"), el("p", { class: "test" }, say("test")),
    el("div", { class: "bar" }, el("p", { class: "who" }, el("b", {}, say("title"))),
      button(say("other"), { kind: "plain", lang: currentLanguage() === "en" ? "vi" : "en", press: () => { setLanguage(currentLanguage() === "en" ? "vi" : "en"); head(); again(); } })));
}

function home(told) {
  again = () => home();
  open();
  const choose = el("select", { id: "person", onchange: () => { person = choose.value; home(); } }, World.people().map((name) => el("option", { value: name, selected: name === person }, name)));
  const node = el("section", { id: "home" }, el("h1", { class: "vh" }, say("title")),
    told && el("p", { class: "told", role: "status" }, told),
    el("div", { class: "card" }, el("label", { for: "person" }, say("whose")), choose),
    el("div", { class: "stack" }, el("h2", {}, say("showTo")), UNPROMPTED.map((role) => button(say(role), { sign: sign("phone"), press: () => unprompted(role) })),
      hasLicence() && button(say("answerQuestion"), { sign: sign("question"), id: "answer-question", press: chooseQuestion })),
    el("div", { class: "card" }, el("h2", {}, say("papers")), papers(world.holding)),
    el("div", { class: "card" }, el("h2", {}, say("once")), el("p", {}, say("onceWhat")), button(say("update"), { id: "update", press: () => { update(); home(say("updated")); } })),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("pasteAsk"), { sign: sign("paste"), press: pasteAsk }), button(say("scanAsk"), { sign: sign("ask"), kind: "main", press: scanAsk }))));
  show({ node });
}

/** Every question so far is asked of a driving licence. */
const hasLicence = () => "driving_licence" in world.papers;

/** A question of the kit in the language of the page. */
const inWords = (question) => ({ name: question.name, text: question[currentLanguage()], promise: question.promise[currentLanguage()] });

/** The code of what was agreed to, by one token for one onlooker; `parts` puts it in the words of the page. */
function showCode(taken, parts) {
  again = () => showCode(taken, parts);
  show(code({ ...parts(), now: clock, once: { left: taken.left, again: taken.again }, stop: (told) => { home(told); taken.free(); } }));
}

/** A code for anybody in a role, made anew as long as it is on the screen. `asks` says what it carries, `take` takes what is shown. */
function offer(role, words, take) {
  again = () => offer(role, words, take);
  const all = { who: say(role), why: say(world.purpose(role)), proven: false, note: say("unprompted"), retention: 0, ...words() };
  const agree = (agreed) => {
    const taken = take(agreed);
    const parts = () => ({ madeFor: `${say(role)} · ${say(world.purpose(role))}`, until: null, sealed: false, make: () => taken.show(random(16), Math.floor(clock())) });
    showCode(taken, parts);
  };
  show(consent({ asks: all, holding: world.holding, decline: () => home(), agree }));
}

function unprompted(role) {
  offer(role, () => ({ fields: world.preset(role) }), (agreed) => world.take(role, agreed));
}

/** The question that an officer asked aloud: the phone answers it, and no other. */
function chooseQuestion() {
  again = chooseQuestion;
  const choose = (question) => offer(QUESTIONER, () => ({ question: inWords(question) }), () => world.takeAnswer(QUESTIONER, question.name));
  const all = World.questions().map((question) => el("li", {}, button(inWords(question).text, { "data-question": question.name, press: () => choose(question) })));
  show({ node: el("section", { id: "questions" }, el("h1", {}, say("whichQuestion")), el("ul", { class: "stack ask-list" }, all),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { sign: sign("back"), "data-back": "", kind: "main", press: () => home() })))) });
}

function answered(text) {
  const asked = world.asked(text.trim(), Math.floor(clock()));
  // What is wrong is said by the engine, and whose matter it is: an app that is out of date is no reason to mistrust who asks.
  if (asked.kind === "refused") return home(asked[currentLanguage()]);
  // It was scanned or pasted: no app and no page on this phone called.
  if (asked.origin) return home(say("otherOrigin"));
  if (asked.question && !hasLicence()) return home(say("noLicence"));
  agreeTo(asked);
}

/** Who asks and for what; then the digits of the screen in front of the holder; only then is anything made. */
function agreeTo(asked) {
  again = () => agreeTo(asked);
  const who = `${say(asked.role)} · ${asked.post}`;
  const note = asked.listsOverdue ? `${say("listsOld")} ${span(asked.listsAge)}` : null;
  const asks = { who, why: say(asked.purpose), proven: true, test: asked.isTest, note, retention: asked.retention, fields: asked.fields, question: asked.question && inWords(asked.question) };
  const three = asked.choices(random(16));
  show(consent({ asks, holding: world.holding, decline: () => home(), agree: (agreed) => pick(asked, three, agreed) }));
}

function pick(asked, three, agreed) {
  again = () => pick(asked, three, agreed);
  const picked = (chosen) => {
    const why = asked.picked(chosen);
    if (why) return home(why[currentLanguage()]);
    const taken = world.takeFor(asked, agreed);
    showCode(taken, () => ({ madeFor: `${say(asked.role)} · ${asked.post} · ${say(asked.purpose)}`, until: asked.until, sealed: true, make: () => taken.answer(asked, random(48), Math.floor(clock())) }));
  };
  show(digits({ who: `${say(asked.role)} · ${asked.post}`, three, picked, decline: () => home() }));
}

function pasteAsk() {
  again = pasteAsk;
  const area = el("textarea", { id: "ask", rows: "6", "aria-labelledby": "paste-title", autocomplete: "off", spellcheck: "false" });
  show({ node: el("section", {}, el("h1", { id: "paste-title" }, say("pasteAsk")), area,
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { sign: sign("back"), "data-back": "", press: () => home() }), button(say("read"), { sign: sign("check"), kind: "main", press: () => answered(area.value) })))) });
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
  camera.start().catch(() => { hint.parentElement.classList.add("off"); hint.textContent = say("cameraOff"); announce(say("cameraOff")); });
  show({ node: el("section", {}, el("h1", {}, say("scanAsk")), el("div", { class: "eye" }, video, sign("cameraOff"), el("div", { class: "corners", "aria-hidden": "true" }), hint),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { sign: sign("back"), "data-back": "", press: () => home() }), button(say("pasteAsk"), { sign: sign("paste"), press: pasteAsk })))), leave: () => camera.stop() });
}

await Promise.all([engine(), init()]);
setLanguage("vi");
head();
home();
