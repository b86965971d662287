// A check on the screen. At the roadside one column; at a desk the plate beside what goes into the hospital's system (visit.js).
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { sheet } from "../frame.js";
import { checkNow } from "../model.js";
import { aged, aloud, findings, step, technical } from "../parts/findings.js";
import { countdown, face, needs, person, phones } from "../parts/pieces.js";
import { plate } from "../parts/plate.js";
import { shape } from "../parts/shapes.js";
import { values } from "../parts/values.js";
import { pick } from "../texts.js";
import { hour, moment, second } from "../times.js";
import { say } from "../words.js";
import { visit } from "./visit.js";
/** @import { AnswerNow, CheckNow, PaperNow, VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** Codes that say what is plain on the screen already: they stand under technical details alone. */
const NOT_ON_FACE = new Set(["held.face_not_compared", "set.member_failed"]);

/** This device's clock is before what it has seen signed. */
const CLOCK = "post.clock_wrong";

/** @type {(page: Page) => VerifierView} */
export function verdict(page) {
  const check = page.check && checkNow(page.check.seen, page.now);
  if (!check) return { id: "result", content: nothing };
  const over = asks(page);
  return page.desk.atDesk ? { ...visit(page, check), over } : { ...handheld(page, check), over };
}

/** @type {(page: Page, check: CheckNow) => VerifierView} */
function handheld(page, check) {
  const { seen, deciding } = check;
  const covers = check.papers.some(({ covers: of, ended }) => of?.answer === "yes" && !ended);
  const good = seen.headline.name === "accept";
  return {
    id: "result",
    content: html`${told(page, check)}${plated(page, check)}
      ${good ? nothing : step(deciding)}
      ${same(page)}
      ${seen.showings.length + seen.unread > 1 ? phones(check, page) : whoCard(check, { drives: covers && good, small: !good })}
      ${relations(check)}
      ${check.answers.length > 0 ? check.answers.map(answer) : check.unchecked ? nothing : face(page)}
      ${good ? step(deciding) : aloud(deciding?.aloud)}
      ${needs(check, page)}
      ${papers(page, check)}${rest(check)}`,
    foot: html`${countdown(page)}<div class="buttons">${left(page, check)}
      ${button(say("next"), { icon: "next", kind: "main", id: "next", press: page.next })}</div>`,
  };
}

/** The plate, with the vehicle that it was judged beside. @type {(page: Page, check: CheckNow) => unknown} */
export function plated(page, { seen, deciding, why }) {
  const at = seen.ats.at(-1) ?? page.now;
  const count = seen.showings.length + seen.unread;
  const vehicle = page.vehicle;
  const many = count > 1 && `${count} ${say("phones")}`;
  const good = seen.headline.name === "accept";
  return plate({
    headline: seen.headline, why: deciding ? why : null, more: secondLine(page, deciding), ours: deciding?.side === "post",
    aside: [many || (good ? second(at) : hour(at))], beside: vehicle && [vehicle.text, vehicle.more].filter(Boolean).join(" · "),
  });
}

/**
 * Both times, where this device's is wrong; how old the data is, unless the reason has said so.
 * @type {(page: Page, deciding: CheckNow["deciding"]) => string | null}
 */
function secondLine(page, deciding) {
  if (!deciding) return null;
  if (deciding.code === CLOCK) {
    const { clock, newestSigned } = page.desk.readiness();
    return `${say("clockShows")} ${moment(clock)}; ${say("clockNoEarlier")} ${moment(newestSigned)}`;
  }
  const age = aged(deciding);
  return age && deciding.text.includes(age) ? null : age;
}

/** Who it is, with one phone. @type {(check: CheckNow, how?: { drives?: boolean, small?: boolean }) => unknown} */
function whoCard({ people }, how) {
  const [who] = people;
  return who?.name || who?.plate ? html`<div class="card" id="who">${person(who, how)}</div>` : nothing;
}

/** What has changed since a code was read. @type {(page: Page, check: CheckNow) => unknown} */
export const told = (page, { seen, seen: { showings }, papers: of, live }) => html`
  ${page.it.told ? html`<p class="card told" role="status">${page.it.told}</p>` : nothing}
  ${seen.renewed ? html`<p class="card told" role="status">${say("renewed")}</p>` : nothing}
  ${page.check?.viewing.covered && live ? html`<div class="card told">${button(say("uncover"), { icon: "eye", kind: "plain wide", id: "uncover", press: () => {
    page.check?.viewing.turn();
    page.draw();
  } })}</div>` : nothing}
  ${of.length > 0 && !live && page.desk.phones === 1 && showings.every(({ ended }) => ended)
    ? html`<p class="card told" id="ended" role="status">${say("hidden")}</p>` : nothing}`;

/** @param {Page} page */
export function same(page) {
  const place = page.desk.check.shownBefore;
  if (place === 0) return nothing;
  const who = [say("samePerson"), page.desk.phones > 1 && `${say("phone")} ${place}`].filter(Boolean).join(" · ");
  return button(who, { icon: "check", kind: "wide", id: "same-person", press: page.samePerson });
}

/** What stands between papers and phones, as sentences. @param {CheckNow} check */
function relations({ seen, deciding }) {
  const all = seen.findings.filter((finding) => finding !== deciding && finding.axis === "standing" && !NOT_ON_FACE.has(finding.code)
    && /^(?:pair|ended|same|owner|guardian)/.test(finding.code));
  return all.length > 0 ? html`<div class="card relations">${findings(all.filter(({ gravity }) => gravity !== "note"))}
    ${all.filter(({ gravity }) => gravity === "note").map(({ text }) => html`<p>${text}</p>`)}</div>` : nothing;
}

/** One folded card a paper; it opens in place. @type {(page: Page, check: CheckNow) => unknown} */
function papers(page, check) {
  const viewing = page.check?.viewing;
  if (!viewing) return nothing;
  return check.papers.map((paper, at) => {
    const id = `${at}.${paper.kind}`;
    const isOpen = viewing.open.has(id);
    const turn = () => { if (isOpen) viewing.open.delete(id); else viewing.open.add(id); page.draw(); };
    return html`<article class="card paper" data-headline=${paper.headline.name} data-kind=${paper.kind} aria-label=${paper.name}>
      <button type="button" class="fold" aria-expanded=${isOpen} @click=${turn}>${shape(paper.headline.name)}
        <span class="grow"><b>${paper.name}</b><span class="quiet">${stateOf(paper, page.desk.phones)}</span></span>${sign("down")}</button>
      ${findings(paper.told.filter((finding) => finding !== check.deciding))}
      ${isOpen ? html`${paper.entries.length > 0 && !viewing.covered
        ? values(paper.entries, { id, viewing, redraw: () => page.draw(), part: partOf(page) }) : nothing}
        ${paper.withheld > 0 ? html`<p class="quiet">${paper.withheld} ${say("withheld")}</p>` : nothing}
        ${notes(paper)}` : nothing}</article>`;
  });
}

/** @param {PaperNow} paper */
function notes({ told: list }) {
  const of = list.filter(({ gravity, code }) => gravity === "note" && !NOT_ON_FACE.has(code));
  return of.length > 0 ? html`<div class="notes"><p class="quiet lead">${say("notes")}</p>${findings(of, { notes: true })}</div>` : nothing;
}

/** @type {(paper: PaperNow, phones: number) => string} */
const stateOf = ({ headline, phone, ended }, phones) =>
  [pick(headline), phones > 1 && `${say("phone")} ${phone}`, ended && say("viewingEnded")].filter(Boolean).join(" · ");

/** The part of a licence that the vehicle counts by. @param {Page} page */
function partOf(page) {
  const kind = page.desk.vehicle?.kind;
  if (!kind) return null;
  return ["moped", "motorcycle", "tricycle", "disabled_tricycle"].includes(kind) ? "motorcycle_part" : "car_part";
}

/** What a question came to. Nothing else of the paper is known to this page. @param {AnswerNow} seen */
export function answer({ question, answer: said, law, told: list, headline }) {
  const [picture, word] = /** @type {const} */ ({ yes: ["check", "answerYes"], no: ["cross", "answerNo"], not_needed: ["check", "answerNotNeeded"] })[
    /** @type {"yes"} */ (said)] ?? /** @type {const} */ (["eye", "answerUndetermined"]);
  return html`<article class="card answer" data-headline=${headline.name} data-answer=${said}><h2>${question}</h2>
    <p class="said">${sign(picture)}<span>${say(word)}</span></p>${law ? html`<p class="quiet">${law}</p>` : nothing}${findings(list)}</article>`;
}

/** What else was found; and all of it with codes, for whoever asks. @param {CheckNow} check */
export function rest({ seen, deciding, told: all }) {
  const more = seen.findings.filter((finding) => finding !== deciding && !NOT_ON_FACE.has(finding.code) && finding.gravity !== "note"
    && !/^(?:pair|ended|same|owner|guardian)/.test(finding.code));
  return html`${more.length > 0 ? html`<div class="card">${findings(more)}</div>` : nothing}${technical(all)}`;
}

/** What else may be done, on the left: another phone; or, where it is to be looked up, the number for that. @type {(page: Page, check: CheckNow) => unknown} */
function left(page, { seen, deciding }) {
  const add = button(say("addPhone"), { icon: "phone", id: "add", press: () => page.add() });
  if (seen.headline.name === "accept" || deciding?.code === "papers.not_shown" || /^(?:ended|pair)/.test(deciding?.code ?? "")) return page.mayAdd ? add
    : nothing;
  // Another phone's clock, another audience, an old code: an answer to a request of this post settles it.
  const presenters = ["not_checked", "scan_again"].includes(seen.headline.name) && deciding?.side !== "post";
  if (presenters && page.desk.canAsk) return button(say("askFirst"), { icon: "ask", id: "ask-first", press: () => page.requests.ask() });
  return button(say("lookUp"), { icon: "number", id: "look-up", press: () => page.go("lookUp") });
}

/** Asked over it: is this the end; for what reason is it held. @param {Page} page */
function asks(page) {
  const viewing = page.check?.viewing;
  if (viewing?.leaving) {
    return sheet({ id: "leaving", title: say("leavingTitle"), content: html`<div class="buttons">
      ${button(say("stay"), { press: () => { viewing.leaving = false; page.draw(); } })}
      ${button(say(page.desk.atDesk ? "nextPerson" : "next"), { kind: "main", press: page.next })}</div>` });
  }
  if (!viewing?.asking) return undefined;
  const both = /** @type {const} */ ([["hold.writing_record", "holdRecord"], ["hold.handing_over", "holdHandOver"]]);
  const reasons = page.desk.atDesk ? [both[1], both[0]] : [both[0], both[1]];
  return sheet({ id: "hold-why", title: say("holdWhy"), content: html`
    ${reasons.map(([code, word]) => button(say(word), { icon: "hold", kind: "wide", press: () => page.hold(code) }))}
    ${button(say("back"), { icon: "back", kind: "plain wide", press: () => { viewing.asking = false; page.draw(); } })}` });
}
