// What was seen, as the screens take it: worded, in one form for one phone or several.
import { citation, fieldText, questions, reasonText, vehicleKinds } from "../vendor/doichieu/index.js";
import { cited, fieldWord, kindWord, lawful, pick, worded } from "./texts.js";
import { valueText } from "./value-text.js";
import { say } from "./words.js";
/** @import { Answer, Finding, Inspector, Kind, Paper, Report, EncounterPaper, EncounterReport, Unreadable } from "doichieu" */
/** @import { AnswerSeen, PaperSeen, Readable, Row, Seen, UnreadableSeen } from "page" */
/** @import { Word } from "./words.js" */

/**
 * Something that is not a document.
 * @param {Pick<Unreadable, "headline" | "code">} of
 * @param {Inspector} inspector
 * @returns {UnreadableSeen}
 */
export function unreadable(of, inspector) {
  const { side } = reasonText(of.code);
  const finding = worded({ code: of.code, gravity: "refer", axis: "proof", side }, null, inspector);
  return { headline: of.headline, code: of.code, findings: [finding] };
}

/**
 * A check: the together judged, with the papers of all phones.
 * @param {{ together: EncounterReport, reports: readonly Report[], inspector: Inspector, now: () => number }} of
 * @returns {Seen}
 */
export function seenOf({ together, reports, inspector, now }) {
  // With several phones their relations are judged by the together; what a report on its own said of them no longer counts.
  const alone = reports.length === 1;
  const ofReports = reports.flatMap((report) => report.findings.filter((finding) => alone || finding.axis === "proof"));
  const whole = once([...ofReports, ...together.findings]).map((finding) => worded(finding, null, inspector));
  const papers = [
    ...together.papers.map((judged) => paperOf(judged, reports, inspector, now)),
    ...reports.flatMap((report) => answers(report, inspector)),
  ];
  const releases = reports.flatMap((report) => report.papers.flatMap(releaseOf));
  /** @param {"until" | "displayUntil"} name */
  const ends = (name) => Math.min(...releases.map((release) => release[name]));
  return {
    headline: together.headline,
    findings: whole,
    notes: whole.some((finding) => finding.gravity === "note"),
    papers,
    phones: together.showings.map(({ headline }) => headline),
    unread: together.unread,
    needs: together.needs.map((need) => ({
      name: kindWord(need.kind), state: need.state, law: cited(need.law), steps: need.state === "shown" ? [] : lawful(need.steps),
    })),
    until: releases.length ? ends("until") : null,
    displayUntil: releases.length ? ends("displayUntil") : null,
    hold: (reason) => {
      const until = releases.map((release) => release.hold(reason));
      return until.length ? Math.min(...until) : null;
    },
  };
}

/**
 * What a paper may be read from, if it was proven.
 * @param {Paper} paper
 */
export const releaseOf = (paper) => (paper.proof === "proven" ? [paper.release] : []);

/**
 * A question: its answer and what keeps it from being one, and no paper beside it.
 * @param {{ report: Report, inspector: Inspector }} of
 * @returns {Seen}
 */
export function answerOf({ report, inspector }) {
  const whole = report.findings.map((finding) => worded(finding, null, inspector));
  const unproven = report.papers.filter((paper) => paper.proof === "unproven")
    .flatMap((paper) => once([...paper.findings, unprovenBy(paper)]));
  return {
    headline: report.headline,
    findings: once([...unproven.map((finding) => worded(finding, null, inspector)), ...whole]),
    notes: whole.some((finding) => finding.gravity === "note"),
    papers: answers(report, inspector),
    needs: [], phones: [], unread: 0, until: null, displayUntil: null, hold: () => null,
  };
}

/**
 * Papers that gave an answer and nothing else.
 * @param {Report} report
 * @param {Inspector} inspector
 * @returns {AnswerSeen[]}
 */
function answers(report, inspector) {
  return report.papers.filter((paper) => paper.proof === "answered").map((paper) => ({
    headline: paper.headline,
    question: pick(questions().find(({ name }) => name === paper.question)),
    answer: paper.answer.answer,
    law: paper.answer.rule ? cited(citation(paper.answer.rule)) : null,
    findings: paper.findings.map((finding) => worded(finding, paper.kind, inspector)),
  }));
}

/**
 * Each finding once, by its code and what it is about.
 * @template {Pick<Finding, "code" | "showing"> & { readonly about?: string | null }} F
 * @param {readonly F[]} findings
 */
function once(findings) {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.about ?? ""} ${finding.showing ?? ""}`, finding])).values()];
}

/** @type {(judged: EncounterPaper, reports: readonly Report[], inspector: Inspector, now: () => number) => PaperSeen} */
function paperOf(judged, reports, inspector, now) {
  const paper = reports[judged.report].papers[judged.paper];
  const found = paper.proof !== "unproven" || judged.findings.length > 0 ? judged.findings : [unprovenBy(paper)];
  return {
    kind: judged.kind,
    name: kindWord(judged.kind),
    headline: judged.headline,
    withheld: paper.proof === "proven" ? paper.withheld : 0,
    phone: reports.length > 1 ? judged.report + 1 : null,
    findings: found.map((finding) => worded(finding, judged.kind, inspector)),
    read: paper.proof === "proven" ? () => rows(paper, now()) : null,
  };
}

/**
 * Why an unproven paper has no values, as a finding.
 * @type {(paper: { reason: Finding["code"] }) => Finding}
 */
const unprovenBy = (paper) => ({ code: paper.reason, gravity: "refer", axis: "proof", side: "paper" });

/**
 * A kind of vehicle in words; a word of the paper that this engine has none for stays as it is.
 * @param {unknown} name
 */
const vehicleWord = (name) => pick(vehicleKinds().find((kind) => kind.name === name)) || String(name);

/**
 * Which law the classes of a licence are those of: the paper's own token, in words where there are some.
 * @type {Partial<Record<string, Word>>}
 */
const REGIMES = { "vn-2008": "classes2008", "vn-2024": "classes2024" };

/** @param {unknown} token */
const regimeWord = (token) => {
  const word = REGIMES[String(token)];
  return word ? say(word) : String(token);
};

/** @type {Partial<Record<string, (token: unknown) => string>>} */
const TOKENS = { vehicle_kind: vehicleWord, regime: regimeWord };

/**
 * What a paper's release gives now; `null` once it has ended.
 * @param {Extract<Paper, { proof: "proven" }>} paper
 * @param {number} now
 * @returns {Row[] | null}
 */
function rows(paper, now) {
  const shown = paper.release.at(now);
  if (shown.kind !== "shown") return null;
  // Whatever its kind is: no field is asked for that it does not name itself.
  const named = /** @type {Readable} */ (/** @type {unknown} */ (shown));
  return named.fields().map((field) => {
    const answer = named.answer(field);
    const sensitive = fieldText(field, paper.kind)?.sensitive ?? false;
    return { name: fieldWord(field, paper.kind), sensitive, text: textOf(answer, field, paper.kind) };
  });
}

/** @type {(answer: Answer<unknown>, field: string, kind: Kind) => string | null} */
function textOf(answer, field, kind) {
  if (answer.kind === "not_shown") return null;
  if (answer.kind === "ended") return valueText({ value: undefined }, kind);
  const token = TOKENS[field];
  return token && answer.value ? token(answer.value) : valueText(answer, kind);
}
