// The one question: who may see what. Paper by paper and field by field; nothing is chosen beforehand, and what is sensitive is said to be
// (Decree 356/2025 art. 6).
import { html, live, nothing, repeat } from "../vendor/lit/lit.js";
import { button } from "../shared/frame.js";
import { sign } from "../shared/shapes.js";
import { terms } from "./terms.js";
import { valueText } from "./values.js";
import { fieldWord, kindWord, say, shortField, shortKind, span } from "./words.js";
/** @import { Asks, Offer, OfferedField, Press, View } from "page" */
/** @import { Choice } from "./choice.js" */

/** So many fields are named in a row that is folded; laid open it names all. */
const MOST_NAMED = 5;

/** Without these a paper is genuine and says too little: what follows is said when one is not ticked, as it is of every bearing field. */
const DECISIVE = new Set(["classes", "plate", "personal_no", "date_of_birth", "licence_no", "card_no", "vehicle_kind", "displacement_cc"]);

/**
 * The screen. A question is agreed to as a whole: there is nothing to choose.
 * @param {{ asks: Asks, choice: Choice, now: number, redraw: Press, agree: Press, decline: Press, told: (text: string) => void }} of
 * @returns {View}
 */
export function consent({ asks, choice, now, redraw, agree, decline, told }) {
  const none = !asks.question && choice.none;
  const press = () => { if (asks.question || choice.mayAgree(performance.now())) agree(); };
  const label = none ? say("nothing") : say(asks.question ? "agreeAnswer" : "agree");
  return {
    id: "consent",
    content: html`${who(asks, now)}${asks.question
      ? html`<div class="card question stack"><h2>${asks.question.text}</h2><p>${asks.question.promise}</p></div>`
      : preset(asks, choice, redraw, told)}${keeping(asks, choice, redraw)}${asks.question ? nothing : papers(choice, redraw)}`,
    foot: html`<div>${button(say("decline"), { press: decline })}
      ${button(label, { kind: "main", disabled: none, press })}</div>`,
  };
}

/** @type {(asks: Asks, now: number) => unknown} */
const who = (asks, now) => html`<div class="card asks">
  ${asks.proven
    ? html`<p class="quiet proof">${say("proven")}${asks.test ? html` · <b>${say("testAsk")}</b>` : nothing}</p>`
    : html`<p class="quiet">${say("ready")}</p>`}
  <h1 class="who" tabindex="-1">${asks.who}</h1>
  ${asks.post ? html`<p class="post">${asks.post}</p>` : nothing}
  <p>${say("why")} <b>${asks.why}</b></p>
  ${terms(asks, now)}
  ${asks.note ? html`<p class="quiet">${asks.note}</p>` : nothing}</div>`;

/** @type {(asks: Asks, choice: Choice, redraw: Press, told: (text: string) => void) => unknown} */
function preset(asks, choice, redraw, told) {
  const count = choice.preset.length;
  if (count === 0 && choice.none) return nothing;
  const press = () => {
    choice.take(performance.now());
    told(choice.none ? say("nothing") : andKept(say("presetDone", { count }), asks));
    redraw();
  };
  const label = choice.none ? andKept(say(asks.proven ? "presetAsked" : "preset", { count }), asks) : say("unpreset");
  return button(label, { icon: choice.none ? "plus" : "cross", kind: "plain wide", id: "preset", press });
}

/** The one press lets it be kept, too, where that is asked for: it says so. @type {(chosen: string, asks: Asks) => string} */
const andKept = (chosen, { retention }) => (retention > 0 ? say("presetKept", { chosen, span: span(retention) }) : chosen);

/** Keeping is asked for apart from seeing, and declined apart from it. @type {(asks: Asks, choice: Choice, redraw: Press) => unknown} */
function keeping({ retention, role, question }, choice, redraw) {
  if (retention === 0) return nothing;
  const turn = (/** @type {Event & { currentTarget: HTMLInputElement }} */ event) => {
    choice.keeps = event.currentTarget.checked;
    redraw();
  };
  const of = role === "clinic" ? "_clinic" : "";
  const follows = !choice.keeps && (question || !choice.none);
  return html`<div class="card keep"><label class="choose">
    <input type="checkbox" role="switch" id="keep" .checked=${live(choice.keeps)} @change=${turn}>
    <span><b>${say("mayKeep", { span: span(retention) })}</b><span class="quiet">${say(`keeps${of}`)}</span>
      ${follows ? html`<span class="follows">${say(`onlySeen${of}`)}</span>` : nothing}</span></label></div>`;
}

/** @type {(choice: Choice, redraw: Press) => unknown} */
const papers = (choice, redraw) => html`<ul class="card papers">
  ${repeat(choice.offers, ({ kind }) => kind, (offer) => paper(offer, choice, redraw))}</ul>`;

/** @type {(offer: Offer, choice: Choice, redraw: Press) => unknown} */
function paper(offer, choice, redraw) {
  const { kind, fields } = offer;
  const [some, all, open] = [choice.count(kind), fields.length, choice.open.has(kind)];
  const turn = (/** @type {Event & { currentTarget: HTMLInputElement }} */ event) => {
    choice.paper(kind, event.currentTarget.checked);
    redraw();
  };
  const unfold = () => {
    if (open) choice.open.delete(kind); else choice.open.add(kind);
    redraw();
  };
  const sensitive = fields.filter((field) => field.sensitive).map(({ name }) => fieldWord(name, kind));
  return html`<li class="paper" data-paper=${kind}><div class="head">
      <label class="choose"><input type="checkbox" @change=${turn}
          .checked=${live(some > 0)} .indeterminate=${live(some > 0 && some < all)}>
        <span><b>${title(offer)}</b><span class="quiet">${inIt(offer, some)}</span></span></label>
      <button type="button" class="unfold" aria-expanded=${open} aria-controls=${`fields-${kind}`} @click=${unfold}
        aria-label=${say("openFields", { paper: shortKind(kind) })}>${sign("down")}</button></div>
    ${sensitive.length > 0 ? html`<p class="sensitive"><b>${say("sensitive")}</b>: ${sensitive.join(", ")}</p>` : nothing}
    <ul class="fields" id=${`fields-${kind}`} ?hidden=${!open}>${open
      ? fields.map((one) => html`<li data-field=${one.name}>${field(one, kind, choice, redraw)}</li>`) : nothing}</ul></li>`;
}

/** Which of several: a plate tells one's own vehicles apart. @param {Offer} offer */
function title({ kind, fields }) {
  const plate = kind === "vehicle_registration" && fields.find(({ name }) => name === "plate")?.value;
  return plate ? html`${shortKind(kind)} <span class="no-break">${plate}</span>` : kindName(kind);
}

/** @param {string} kind */
const kindName = (kind) => (shortKind(kind).length < kindWord(kind).length ? shortKind(kind) : kindWord(kind));

/** @type {(offer: Offer, some: number) => string} */
function inIt({ kind, needed, fields }, some) {
  const more = fields.length - MOST_NAMED;
  const said = fields.slice(0, more > 1 ? MOST_NAMED : fields.length).map(({ name }) => shortField(name, kind)).join(", ");
  const names = more > 1 ? say("andMore", { names: said, more }) : said;
  const partly = some > 0 && some < fields.length ? `${say("counted", { some, all: fields.length })}: ` : "";
  return `${needed ? "" : `${say("optional")} · `}${partly}${names}`;
}

/** @type {(of: OfferedField, kind: string, choice: Choice, redraw: Press) => unknown} */
function field(of, kind, choice, redraw) {
  const on = choice.has(kind, of.name);
  const turn = (/** @type {Event & { currentTarget: HTMLInputElement }} */ event) => {
    choice.field(kind, of.name, event.currentTarget.checked);
    redraw();
  };
  // What is behind a press at a desk is not laid open here either.
  const own = of.display === "open" ? html`<span class="quiet own">${valueText(of)}</span>` : nothing;
  const follows = choice.count(kind) > 0 && !on;
  return html`<label class="choose"><input type="checkbox" .checked=${live(on)} @change=${turn}><span>${fieldWord(of.name, kind)}
    ${of.sensitive ? html`<b class="sensitive">${say("sensitive")}</b>` : nothing}${own}
    ${follows ? html`<span class="follows">${consequence(of, kind)}</span>` : nothing}</span></label>`;
}

/** What follows where it is not shown. @type {(of: OfferedField, kind: string) => string} */
function consequence({ name, bearing }, kind) {
  if (name === "full_name") return say("faceless");
  return bearing || DECISIVE.has(name) ? say("lookedUp", { what: shortField(name, kind) }) : say("unseen");
}
