// A demo of the citizen's side: who asks and why, what will be shown, agree or decline, then the code. Every person and key is invented.
import { init as engine } from "../vendor/doichieu/index.js";
import { DEMO_SEED, World, init } from "../vendor/kit/index.js";
import { Camera, Decoder } from "./camera.js";
import { code } from "./code.js";
import { consent } from "./consent.js";
import { announce, button, byId, el, fill } from "./dom.js";
import { papers } from "./holding.js";
import { show } from "./screen.js";
import { sign } from "./shapes.js";
import { currentLanguage, say, setLanguage } from "./words.js";

/** Whom a code may be made for without being asked: the roles whose profile allows it. */
const UNPROMPTED = ["traffic_police", "clinic"];

/** Who asks a driver something on the road. */
const QUESTIONER = "traffic_police";

const clock = () => Date.now() / 1000;
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

let world = null;
let person;
let decoder = null;

/** What the language switch shows again: the screen that is there, as it was when it came. */
let again = () => home();

/** The world at this moment: its tokens are fresh, as after an update. */
function open() {
  world?.free();
  world = new World(DEMO_SEED, person, Math.floor(clock()));
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
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("pasteAsk"), { sign: sign("paste"), press: pasteAsk }), button(say("scanAsk"), { sign: sign("ask"), kind: "main", press: scanAsk }))));
  show({ node });
}

/** Every question so far is asked of a driving licence. */
const hasLicence = () => "driving_licence" in world.papers;

/** A question of the kit in the language of the page. */
const inWords = (question) => ({ name: question.name, text: question[currentLanguage()], promise: question.promise[currentLanguage()] });

/** The code of what was agreed to; `parts` puts it in the words of the page. */
function showCode(parts) {
  again = () => showCode(parts);
  show(code(parts()));
}

/** A code for anybody in a role, made anew as long as it is on the screen. `asks` says what it carries, `make` makes it. */
function offer(role, words, make) {
  again = () => offer(role, words, make);
  const all = { who: say(role), why: say(world.purpose(role)), proven: false, note: say("unprompted"), retention: 0, ...words() };
  show(consent({ asks: all, holding: world.holding, decline: () => home(), agree: (agreed) => showCode(() => ({
    madeFor: `${say(role)} · ${say(world.purpose(role))}`, until: null, sealed: false, now: clock, stop: home,
    // Tokens are minted anew with the world, so that an hour on the screen does not outdate them.
    make: () => { open(); return make(agreed); },
  })) }));
}

function unprompted(role) {
  offer(role, () => ({ fields: world.preset(role) }), (agreed) => world.show(role, agreed, random(16), Math.floor(clock())));
}

/** The question that an officer asked aloud: the phone answers it, and no other. */
function chooseQuestion() {
  again = chooseQuestion;
  const choose = (question) => offer(QUESTIONER, () => ({ question: inWords(question) }), () => world.showAnswer(QUESTIONER, question.name, random(16), Math.floor(clock())));
  const all = World.questions().map((question) => el("li", {}, button(inWords(question).text, { "data-question": question.name, press: () => choose(question) })));
  show({ node: el("section", { id: "questions" }, el("h1", {}, say("whichQuestion")), el("ul", { class: "stack ask-list" }, all),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { sign: sign("back"), "data-back": "", kind: "main", press: () => home() })))) });
}

function answered(text) {
  const asked = world.asked(text.trim(), Math.floor(clock()));
  if (asked.kind === "refused") return home(`${say("notProven")} (${asked.code})`);
  if (asked.question && !hasLicence()) return home(say("noLicence"));
  again = () => answered(text);
  const who = `${say(asked.role)} · ${asked.post}`;
  const asks = { who, why: say(asked.purpose), proven: true, note: asked.origin ?? null, retention: asked.retention, fields: asked.fields, question: asked.question && inWords(asked.question) };
  show(consent({ asks, holding: world.holding, decline: () => home(), agree: (agreed) => showCode(() => ({
    madeFor: `${say(asked.role)} · ${asked.post} · ${say(asked.purpose)}`, until: asked.until, sealed: true, now: clock, stop: home,
    make: () => world.answer(asked, agreed, random(48), Math.floor(clock())),
  })) }));
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
  const camera = new Camera(video, decoder, (text) => { if (text.startsWith("DCQ1:")) answered(text); });
  camera.start().catch(() => { hint.parentElement.classList.add("off"); hint.textContent = say("cameraOff"); announce(say("cameraOff")); });
  show({ node: el("section", {}, el("h1", {}, say("scanAsk")), el("div", { class: "eye" }, video, sign("cameraOff"), el("div", { class: "corners", "aria-hidden": "true" }), hint),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { sign: sign("back"), "data-back": "", press: () => home() }), button(say("pasteAsk"), { sign: sign("paste"), press: pasteAsk })))), leave: () => camera.stop() });
}

await Promise.all([engine(), init()]);
setLanguage("vi");
head();
home();
