// What was seen, as the screens take it: worded, in one form for one phone or several.
import { citation, questions, reasonText } from "../vendor/doichieu/index.js";
import { cited, kindWord, lawful, pick, worded } from "./texts.js";
import { wanted } from "./wish.js";
/** @import { AnyEntry, Finding, Inspector, Only, Paper, Report, EncounterPaper, EncounterReport, Unreadable } from "doichieu" */
/** @import { AnswerSeen, PaperSeen, Seen, UnreadableSeen } from "page" */

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
 * A check: the together judged, with the papers of all phones. `only`, by phone: of these fields alone are values read.
 * @param {{ together: EncounterReport, reports: readonly Report[], inspector: Inspector, only: readonly (Only | null)[] }} of
 * @returns {Omit<Seen, "ats">}
 */
export function seenOf({ together, reports, inspector, only }) {
  // With several phones their relations are judged by the together; what a report on its own said of them no longer counts.
  const alone = reports.length === 1;
  const ofReports = reports.flatMap((report) => report.findings.filter((finding) => alone || finding.axis === "proof"));
  const whole = once([...ofReports, ...together.findings]).map((finding) => worded(finding, null, inspector));
  const papers = [
    ...together.papers.map((judged) => paperOf(judged, reports, inspector, only[judged.report] ?? null)),
    ...reports.flatMap((report) => answers(report, inspector)),
  ];
  return {
    headline: together.headline,
    findings: whole,
    papers,
    showings: together.showings.map(({ headline, ended }) => ({ headline, ended })),
    unread: together.unread,
    needs: together.needs.map((need) => ({
      kind: need.kind, name: kindWord(need.kind), state: need.state, law: cited(need.law), measure: need.measure ?? null,
      steps: need.state === "shown" ? [] : lawful(need.steps),
    })),
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
 * @returns {Omit<Seen, "ats">}
 */
export function answerOf({ report, inspector }) {
  const whole = report.findings.map((finding) => worded(finding, null, inspector));
  const unproven = report.papers.filter((paper) => paper.proof === "unproven")
    .flatMap((paper) => once([...paper.findings, unprovenBy(paper)]));
  return {
    headline: report.headline,
    findings: once([...unproven.map((finding) => worded(finding, null, inspector)), ...whole]),
    papers: answers(report, inspector),
    needs: [], showings: [{ headline: report.headline, ended: false }], unread: 0,
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

/** @type {(judged: EncounterPaper, reports: readonly Report[], inspector: Inspector, only: Only | null) => PaperSeen} */
function paperOf(judged, reports, inspector, only) {
  const paper = reports[judged.report].papers[judged.paper];
  const found = paper.proof !== "unproven" || judged.findings.length > 0 ? judged.findings : [unprovenBy(paper)];
  return {
    kind: judged.kind,
    name: kindWord(judged.kind),
    headline: judged.headline,
    withheld: paper.proof === "proven" ? paper.withheld : 0,
    phone: judged.report + 1,
    ended: judged.ended ?? false,
    covers: judged.covers ?? null,
    // With the days that the paper says while they may be seen; those are of any field.
    findings: (now) => {
      const release = paper.proof === "proven" && !only ? paper.release : null;
      return found.map((finding) => worded(finding, judged.kind, inspector, release, now));
    },
    read: (now) => (paper.proof === "proven" ? entries(paper, now).filter((entry) => wanted(only, entry)) : []),
  };
}

/**
 * Why an unproven paper has no values, as a finding.
 * @type {(paper: { reason: Finding["code"] }) => Finding}
 */
const unprovenBy = (paper) => ({ code: paper.reason, gravity: "refer", axis: "proof", side: "paper" });

/**
 * What a paper's release gives now; nothing once it has ended.
 * @param {Extract<Paper, { proof: "proven" }>} paper
 * @param {number} now
 * @returns {readonly AnyEntry[]}
 */
function entries(paper, now) {
  const shown = paper.release.at(now);
  return shown.kind === "shown" ? shown.entries() : [];
}
