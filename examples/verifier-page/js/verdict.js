// The verdict on the screen. Every word of a finding and every next step comes from the engine's tables; here is only their order.
import { button, el } from "./dom.js";
import { headlineShape, sign } from "./shapes.js";
import { duration, currentLanguage, say } from "./words.js";
/** @import { Headline, NeedState } from "doichieu" */
/** @import { AnswerSeen, Child, MayPress, NeedSeen, PaperSeen, Press, WordedFinding } from "page" */
/** @import { Sign } from "./shapes.js" */
/** @import { Word } from "./words.js" */

const GRAVITY = { note: 0, refer: 1, refuse: 2 };

/**
 * Shape, word and colour, the word in both languages, and the gravest reason; `ours`: it is this device's, and that is said.
 * @param {Headline} headline
 * @param {string | undefined} reason
 * @param {{ ours?: boolean }} [how]
 */
export function plate(headline, reason, { ours = false } = {}) {
  const [word, other] = currentLanguage() === "en" ? [headline.en, headline.vi] : [headline.vi, headline.en];
  return el("div", { class: "plate appear", dataset: { headline: headline.name, size: size(word) } },
    headlineShape(headline.name),
    el("div", {},
      el("h1", { class: "word", tabindex: "-1" }, word),
      el("p", { class: "word-other", lang: currentLanguage() === "en" ? "vi" : "en" }, other)),
    ours && el("p", { class: "pill" }, say("ourSide")),
    reason && el("p", { class: "why" }, reason));
}

/**
 * A short word stands larger: how large goes by all its letters, and by its longest part, which is never broken.
 * @param {string} word
 */
function size(word) {
  if (Math.max(...word.split(" ").map((part) => part.length)) > 8) return "long";
  return word.length <= 4 ? "word" : word.length <= 8 ? "short" : word.length <= 11 ? "line" : "middle";
}

/**
 * What may be done next.
 * @param {string | undefined} text
 */
export function step(text) {
  return text && el("div", { class: "step" }, sign("next"), el("p", {}, el("span", { class: "lead quiet" }, say("whatNext")), text));
}

/**
 * What may be said to the person: one sentence, by whoever speaks with a greeting before it.
 * @param {string | undefined} text
 */
export function aloud(text) {
  return text && el("p", { class: "quiet aloud" }, `${say("maySay")} “${text}”`);
}

/** Our own side first, then the graver. @type {(one: WordedFinding, other: WordedFinding) => number} */
const bySideAndGravity = (one, other) =>
  Number(other.side === "post") - Number(one.side === "post") || GRAVITY[other.gravity] - GRAVITY[one.gravity];

/** What was not proven first, then the graver. @type {(one: WordedFinding, other: WordedFinding) => number} */
const byAxisAndGravity = (one, other) =>
  Number(other.axis === "proof") - Number(one.axis === "proof") || GRAVITY[other.gravity] - GRAVITY[one.gravity];

/**
 * The findings of one paper or of the showing, gravest first and our own side before the citizen's.
 * @param {readonly WordedFinding[]} list
 * @param {{ notes?: boolean }} [which]
 */
export function findings(list, { notes = false } = {}) {
  const chosen = list.filter((finding) => (finding.gravity === "note") === notes).sort(bySideAndGravity);
  return chosen.map((finding) => el("li", { class: "finding", dataset: { gravity: finding.gravity } },
    el("p", {}, finding.text, finding.about && el("span", { class: "quiet" }, ` · ${finding.about}`)),
    !notes && el("p", { class: "quiet" }, finding.step),
    el("p", { class: "quiet" }, [finding.law, aged(finding), finding.code].filter(Boolean).join(" · "))));
}

/** @param {WordedFinding} finding */
const aged = ({ age }) => (age === undefined || age === null ? "" : `${say("age")} ${duration(age)} ${say("old")}`);

/**
 * The decisive finding: what the plate says beside its word.
 * @param {readonly WordedFinding[]} list
 */
export function decisive(list) {
  const graver = [...list].sort(byAxisAndGravity);
  const first = graver.find((finding) => finding.gravity !== "note");
  // Our own clock and lists are told first: they are no matter of the citizen's. But what was not proven is not told by what the law needs.
  /** @param {WordedFinding} finding */
  const alike = (finding) => finding.axis === first?.axis && finding.gravity === first?.gravity;
  return graver.find((finding) => finding.side === "post" && alike(finding)) ?? first ?? null;
}

/** @type {Partial<Record<AnswerSeen["answer"], [Sign, Word]>>} */
const ANSWER = { yes: ["check", "answerYes"], no: ["cross", "answerNo"], not_needed: ["check", "answerNotNeeded"] };

/**
 * What a question came to, in the largest words under the plate. Nothing else of the paper is known to this page.
 * @param {AnswerSeen} seen
 */
export function answer({ question, answer: said, law, findings: of, headline }) {
  const [shape, word] = ANSWER[said] ?? /** @type {const} */ (["eye", "answerUndetermined"]);
  const problems = findings(of);
  return el("article", { class: "card answer", dataset: { headline: headline.name, answer: said } },
    el("h2", {}, question), el("p", { class: "said" }, sign(shape), el("span", {}, say(word))),
    law && el("p", { class: "quiet" }, law),
    problems.length > 0 && el("ul", {}, problems));
}

/**
 * One paper: its name, its state, its findings. `contents` comes from `values.js`, for a proven paper.
 * @param {PaperSeen} seen
 * @param {HTMLElement | null | undefined} contents
 */
export function paper(seen, contents) {
  const word = currentLanguage() === "en" ? seen.headline.en : seen.headline.vi;
  const problems = findings(seen.findings);
  return el("article", { class: "card paper", dataset: { headline: seen.headline.name, kind: seen.kind }, "aria-label": seen.name },
    el("header", {}, headlineShape(seen.headline.name), el("div", {}, el("h2", {}, seen.name), el("p", { class: "state" }, word),
      seen.phone !== null && el("p", { class: "quiet" }, `${say("phone")} ${seen.phone}`))),
    problems.length > 0 && el("ul", {}, problems),
    contents,
    noteList(seen.findings),
    seen.withheld > 0 && el("p", { class: "quiet" }, `${seen.withheld} ${say("withheld")}`));
}

/**
 * Notes, folded: they decide nothing.
 * @param {readonly WordedFinding[]} list
 */
export function noteList(list) {
  const notes = findings(list, { notes: true });
  return notes.length > 0
    && el("details", { class: "notes" }, el("summary", {}, `${say("notes")} (${notes.length})`), el("ul", {}, notes));
}

/** @type {Record<NeedState, [Sign, Word]>} */
const NEED = {
  shown: ["check", "needShown"],
  answered: ["question", "needAnswered"],
  not_proven: ["question", "needNotProven"],
  not_shown: ["missing", "needNotShown"],
  not_applicable: ["minus", "needNotApplicable"],
  undetermined: ["question", "needUndetermined"],
};

/**
 * Which papers this vehicle or visit needs: shown, not shown, not applicable. Green never hides a missing one.
 * @param {readonly NeedSeen[]} list
 * @param {string} title
 */
export function needs(list, title) {
  // One article for all of them is said once.
  const laws = new Set(list.filter(({ law, state }) => law && state !== "shown").map(({ law }) => law));
  const once = laws.size === 1 && list.length > 1;
  return list.length > 0 && el("section", { class: "card needs", "aria-label": title },
    el("h2", {}, title),
    el("ul", {}, list.map(({ name, state, law, steps }) => el("li", { dataset: { state } }, sign(NEED[state][0]),
      el("span", {}, name), el("span", { class: "state" }, say(NEED[state][1])),
      state !== "shown" && el("div", { class: "quiet more" }, law && !once && el("p", {}, law),
        state === "not_shown" && steps.map((one) => el("p", {}, one.text)))))),
    once && el("p", { class: "quiet law" }, [...laws][0]));
}

/**
 * With several phones, what each of them comes to; and those that could not be read.
 * @param {readonly Headline[]} headlines
 * @param {number} unread
 * @param {MayPress} tryAgain
 */
export function phones(headlines, unread, tryAgain) {
  if (headlines.length + unread < 2) return null;
  const lines = headlines.map((headline, place) => el("li", { dataset: { headline: headline.name } }, headlineShape(headline.name),
    el("span", {}, `${say("phone")} ${place + 1}`),
    el("span", { class: "state" }, currentLanguage() === "en" ? headline.en : headline.vi)));
  const missing = unread > 0 && el("li", { class: "unread" }, headlineShape("scan_again"),
    el("span", {}, el("b", {}, `${unread} ${say(unread === 1 ? "unreadOne" : "unread")}`), el("br"),
      el("span", { class: "quiet" }, say("unreadWhy"))),
    tryAgain && el("div", { class: "more" }, button(say("unreadAgain"), { sign: sign("phone"), press: tryAgain })));
  return el("section", { class: "card needs phones", "aria-label": say("phone") }, el("ul", {}, lines, missing));
}

/**
 * The way back, which Escape takes as well.
 * @param {Press} press
 * @param {string} [kind]
 */
export const backButton = (press, kind = "") => button(say("back"), { sign: sign("back"), kind, press, "data-back": "" });

/**
 * A row of buttons at the foot.
 * @param {Child[]} buttons
 */
export function foot(...buttons) {
  return el("div", { class: "foot" }, el("div", { class: "row" }, buttons));
}
