// What was seen, as the screens take it: worded, in one form for one phone or several.
import { citation, fieldText, questions, reasonText, vehicleKinds } from "../vendor/doichieu/index.js";
import { cited, fieldWord, kindWord, lawful, pick, worded } from "./texts.js";
import { valueText } from "./value-text.js";
import { say } from "./words.js";

/** Something that is not a document. */
export function unreadable(of, inspector) {
  return { headline: of.headline, code: of.code, findings: [worded({ code: of.code, gravity: "refer", axis: "proof", side: reasonText(of.code).side }, null, inspector)], layer: of.layer, at: of.at };
}

/** A check: the stop judged, with the papers of all phones. */
export function seenOf({ stop, reports, inspector, now }) {
  // With several phones their relations are judged by the stop; what a report on its own said of them no longer counts.
  const alone = reports.length === 1;
  const whole = once([...reports.flatMap((report) => report.findings.filter((finding) => alone || finding.axis === "proof")), ...stop.findings]).map((finding) => worded(finding, null, inspector));
  const papers = [...stop.papers.map((judged) => paperOf(judged, reports, inspector, now)), ...reports.flatMap((report) => answers(report, inspector))];
  const disclosures = reports.flatMap((report) => report.papers.flatMap((paper) => paper.disclosure ?? []));
  const ends = (name) => Math.min(...disclosures.map((disclosure) => disclosure[name]));
  return {
    headline: stop.headline,
    findings: whole,
    notes: whole.some((finding) => finding.gravity === "note"),
    papers,
    phones: stop.showings.map(({ headline }) => headline),
    unread: stop.unread,
    needs: (stop.needs ?? []).map((need) => ({ name: kindWord(need.kind), state: need.state, law: cited(need.law), steps: need.state === "shown" ? [] : lawful(need.steps) })),
    until: disclosures.length ? ends("until") : null,
    displayUntil: disclosures.length ? ends("displayUntil") : null,
    hold: (reason) => { const until = disclosures.map((disclosure) => disclosure.hold(reason)); return until.length ? Math.min(...until) : null; },
  };
}

/** A question: its answer and what keeps it from being one, and no paper beside it. */
export function answerOf({ report, inspector }) {
  const whole = report.findings.map((finding) => worded(finding, null, inspector));
  const unproven = report.papers.filter((paper) => paper.proof !== "answered").flatMap((paper) => once([...paper.findings, unprovenBy(paper)]));
  return {
    headline: report.headline,
    findings: once([...unproven.map((finding) => worded(finding, null, inspector)), ...whole]),
    notes: whole.some((finding) => finding.gravity === "note"),
    papers: answers(report, inspector), needs: [], phones: [], unread: 0, until: null, displayUntil: null, hold: () => null,
  };
}

/** Papers that gave an answer and nothing else. */
function answers(report, inspector) {
  return report.papers.filter((paper) => paper.proof === "answered").map((paper) => ({
    kind: paper.kind, name: kindWord(paper.kind), headline: paper.headline, withheld: 0, read: null,
    question: pick(questions().find(({ name }) => name === paper.question)), answer: paper.answer.answer, law: paper.answer.rule ? cited(citation(paper.answer.rule)) : null,
    findings: paper.findings.map((finding) => worded(finding, paper.kind, inspector)),
  }));
}

/** Each finding once, by its code and what it is about. */
function once(findings) {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.about ?? ""} ${finding.showing ?? ""}`, finding])).values()];
}

function paperOf(judged, reports, inspector, now) {
  const paper = reports[judged.report].papers[judged.paper];
  const proven = paper.proof === "proven";
  return {
    kind: judged.kind, name: kindWord(judged.kind), headline: judged.headline, withheld: paper.withheld ?? 0, phone: reports.length > 1 ? judged.report + 1 : null,
    findings: (proven || judged.findings.length > 0 ? judged.findings : [unprovenBy(paper)]).map((finding) => worded(finding, judged.kind, inspector)),
    read: proven ? () => rows(paper, now()) : null,
  };
}

/** Why an unproven paper has no values, as a finding. */
const unprovenBy = (paper) => ({ code: paper.reason, gravity: "refer", axis: "proof", side: "paper" });

/** A kind of vehicle in words; a word of the paper that this engine has none for stays as it is. */
const vehicleWord = (name) => pick(vehicleKinds().find((kind) => kind.name === name)) || String(name);

/** Which law the classes of a licence are those of: the paper's own token, in words where there are some. */
const REGIMES = { "vn-2008": "classes2008", "vn-2024": "classes2024" };
const TOKENS = { vehicle_kind: vehicleWord, regime: (token) => (REGIMES[token] ? say(REGIMES[token]) : String(token)) };

/** What a paper's disclosure gives now; `null` once it has ended. */
function rows(paper, now) {
  const shown = paper.disclosure.at(now);
  if (shown.kind !== "shown") return null;
  return shown.fields().map((field) => {
    const answer = shown.answer(field);
    const of = fieldText(field, paper.kind);
    return { name: fieldWord(field, paper.kind), sensitive: of?.sensitive ?? false, text: answer.kind === "not_shown" ? null : answer.value && TOKENS[field] ? TOKENS[field](answer.value) : valueText(answer, paper.kind) };
  });
}

