// The engine's words in the language of the page: reasons, steps, kinds, fields, set-up errors.
import { citation, citationVi, fieldText, kindText, reasonText, setUpText } from "../vendor/doichieu/index.js";
import { currentLanguage, say } from "./words.js";

/** One of two texts. */
export const pick = (text) => text?.[currentLanguage()] ?? "";

/** The kinds of paper the engine reads, by its names. */
export const KINDS = ["identity", "driving_licence", "vehicle_registration", "health_insurance_card", "inspection_certificate", "liability_insurance", "foreigner_identity", "dependant", "foreign_driving_licence"];

/** A kind that this engine cannot read is a number; its texts are those of no kind. */
const known = (kind) => (typeof kind === "string" ? kind : undefined);

/** The name of a kind of paper. */
export const kindWord = (kind) => (known(kind) ? pick(kindText(kind)) : `${say("otherPaper")} ${kind}`);

/** An article as the language of the page cites it. */
export const cited = (law) => (law && currentLanguage() === "vi" ? citationVi(law) : null) ?? law ?? null;

/** Lawful steps with their article. */
export const lawful = (steps) => steps.map(({ step, law }) => ({ code: step.code, text: pick(step), law: cited(law) }));

/** The name of a field. */
export const fieldWord = (field, kind) => pick(fieldText(field, known(kind))) || field;

/** A finding with its words. The step is the one that this post's role gives for the reason. */
export function worded(finding, kind, inspector) {
  return {
    ...finding,
    text: pick(reasonText(finding.code, finding.about, known(kind))),
    step: pick(inspector.step(finding.code)),
    law: finding.rule ? cited(citation(finding.rule)) : null,
    about: finding.about ? fieldWord(finding.about, kind) : null,
  };
}

/** A set-up error as a sentence. */
export function setUpWords(error) {
  // A browser's own errors have numbers for codes.
  const text = typeof error?.code === "string" && (setUpText(error.code) ?? (error.vi && error));
  return text ? `${pick(text)} (${error.code})` : String(error?.message ?? error);
}
