// The engine's words in the language of the page: reasons, steps, kinds, fields, set-up errors.
import { citation, citationVi, fieldText, kindText, kinds, setUpText } from "../vendor/doichieu/index.js";
import { currentLanguage, say } from "./words.js";
/** @import { FileKind, Finding, Inspector, Kind, LawfulStep, ReasonText, Release, SetUpCode, Text } from "doichieu" */
/** @import { LawfulWords, WordedFinding } from "page" */

/**
 * One of two texts.
 * @param {Text | undefined} text
 */
export const pick = (text) => text?.[currentLanguage()] ?? "";

/**
 * A reason with its step.
 * @param {ReasonText} reason
 */
export const inFull = (reason) => `${pick(reason)}. ${pick(reason.step)}`;

/** The kinds of paper that the engine reads. */
export const kindNames = () => kinds().map(({ name }) => name);

/**
 * A kind that this engine cannot read is a number; its texts are those of no kind.
 * @param {Kind | number | null | undefined} kind
 */
const known = (kind) => (typeof kind === "string" ? kind : undefined);

/**
 * The name of a kind of paper.
 * @param {Kind | number} kind
 */
export const kindWord = (kind) => (typeof kind === "string" ? pick(kindText(kind)) : `${say("otherPaper")} ${kind}`);

/** @param {string | number} purpose */
export const purposeWord = (purpose) => say(`purpose_${purpose}`);

/**
 * An article as the language of the page cites it.
 * @param {string | undefined} law
 */
export const cited = (law) => (law && currentLanguage() === "vi" ? citationVi(law) : null) ?? law ?? null;

/**
 * Lawful steps with their article.
 * @param {readonly LawfulStep[]} steps
 * @returns {LawfulWords[]}
 */
export const lawful = (steps) => steps.map(({ step, law }) => ({ code: step.code, text: pick(step), law: cited(law) }));

/**
 * The name of a field.
 * @param {string} field
 * @param {Kind | number | null | undefined} kind
 */
export const fieldWord = (field, kind) => pick(fieldText(field, known(kind))) || field;

/**
 * A finding with its words. The step is the one that this post's role gives for the reason. Where a release still shows what it says, days
 * and classes stand in them.
 * @param {Finding} finding
 * @param {Kind | number | null} kind
 * @param {Inspector} inspector
 * @param {Pick<Release, "words"> | null} [release]
 * @param {number} [now]
 * @returns {WordedFinding}
 */
export function worded(finding, kind, inspector, release, now) {
  const plain = inspector.words(finding, known(kind));
  const words = release ? release.words(inspector, finding, now) : plain;
  return {
    ...finding,
    // What may be said aloud in a queue: no day of anybody's paper in it.
    plain: { text: pick(plain), step: pick(plain.step) },
    text: pick(words),
    step: pick(words.step),
    aloud: pick(words.aloud),
    law: finding.rule ? cited(citation(finding.rule)) : null,
    about: finding.about ? fieldWord(finding.about, kind) : null,
  };
}

/**
 * Why something was not kept, as a sentence: ours as it is, a browser's own is that of a store that took nothing.
 * @param {unknown} error
 */
export const notKept = (error) => {
  const { vi, en } = /** @type {Partial<Error & Text>} */ (Object(error));
  if (vi && en) return pick({ vi, en });
  return error instanceof Error && !(error instanceof DOMException) ? error.message : say("notKept");
};

/**
 * A set-up error as a sentence; no code stands on the face of a screen.
 * @param {unknown} thrown
 */
export function setUpWords(thrown) {
  const error = /** @type {Partial<Error & Text & { code: SetUpCode, found: FileKind }> | null | undefined} */ (thrown);
  // A browser's own errors have numbers for codes. A wrong file's error says which it is, in place of what its code means.
  const own = error?.vi && error.en ? { vi: error.vi, en: error.en } : undefined;
  const text = typeof error?.code === "string" && ((error.found && own) || (setUpText(error.code) ?? own));
  return text ? pick(text) : String(error?.message ?? thrown);
}
