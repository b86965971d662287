// What was found, what to do about it, and what may be said to the person.
import { html, nothing } from "../../vendor/lit/lit.js";
import { bySideAndGravity } from "../decisive.js";
import { duration } from "../times.js";
import { say } from "../words.js";
/** @import { LawfulWords, WordedFinding } from "page" */

/** @param {WordedFinding} finding */
export const aged = ({ age }) => (age === undefined || age === null ? null : `${say("age")} ${duration(age)} ${say("old")}`);

/**
 * What to do next: one sentence, with its article where it may end in a measure.
 * @param {WordedFinding | null | undefined} finding
 * @param {{ steps?: readonly LawfulWords[] }} [more]
 */
export function step(finding, { steps = [] } = {}) {
  const first = finding?.step;
  if (!first && steps.length === 0) return nothing;
  const all = [...(first ? [{ text: first, law: finding?.law ?? null }] : []), ...steps];
  return html`<div class="card step"><p class="quiet lead">${say("whatNext")}</p>${all.length === 1
    ? one(all[0])
    : html`<ol>${all.map((of) => html`<li>${one(of)}</li>`)}</ol>`}</div>`;
}

/** @param {{ text: string, law: string | null }} of */
const one = ({ text, law }) => html`<div><p class="do">${text}</p>${law ? html`<p class="quiet law">${law}</p>` : nothing}</div>`;

/**
 * Lawful steps in order, each with its article.
 * @param {readonly LawfulWords[]} steps
 */
export const stepList = (steps) => (steps.length > 0 ? html`<ol class="card steps">${steps.map((of) => html`<li>${one(of)}</li>`)}</ol>` : nothing);

/**
 * What may be said to the person: one sentence, by whoever speaks with a greeting before it.
 * @param {string | null | undefined} text
 */
export const aloud = (text) => (text
  ? html`<div class="card aloud"><p class="quiet lead">${say("maySay")}</p><p>“${text}”</p></div>` : nothing);

/**
 * The findings of one paper or of the showing, gravest first and our own side before the citizen's.
 * @param {readonly WordedFinding[]} list
 * @param {{ notes?: boolean }} [which]
 */
export function findings(list, { notes = false } = {}) {
  const chosen = list.filter((finding) => (finding.gravity === "note") === notes).sort(bySideAndGravity);
  return chosen.length === 0 ? nothing : html`<ul class="findings">${chosen.map((finding) => html`<li class="finding" data-gravity=${finding.gravity}>
    <p>${finding.text}${finding.about ? html`<span class="quiet"> · ${finding.about}</span>` : nothing}</p>
    ${notes || !finding.step ? nothing : html`<p class="quiet">${finding.step}</p>`}
    ${finding.law && !notes ? html`<p class="quiet law">${finding.law}</p>` : nothing}</li>`)}</ul>`;
}

/**
 * What decides nothing and helps nobody in a queue: notes, codes, ages. Folded.
 * @param {readonly WordedFinding[]} list
 */
export function technical(list) {
  const all = [...new Map(list.map((finding) => [`${finding.code} ${finding.about ?? ""} ${finding.showing ?? ""}`, finding])).values()];
  return all.length === 0 ? nothing : html`<details class="card technical"><summary>${say("technical")}</summary><ul>${all.map((finding) => html`
    <li><p>${finding.text}</p><p class="quiet">${[finding.code, finding.law, aged(finding)].filter(Boolean).join(" · ")}</p></li>`)}</ul></details>`;
}
