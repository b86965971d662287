// How this desk asks: for papers, or for the answer to one question.
/** @import { Ask, AskDraft, EncounterSeed, Inspector, OnlyAnswer, Purpose, QuestionName } from "doichieu" */

/** @typedef {{ purpose: Purpose, question: QuestionName | null }} Wanted */

/**
 * What a citizen shows unprompted. An answer is read out as papers are: each says itself what it shows.
 * @param {Inspector} inspector
 * @param {Wanted} wanted
 * @param {EncounterSeed} encounter
 * @returns {Ask}
 */
export const unprompted = (inspector, { purpose, question }, encounter) => {
  const ask = question ? inspector.unprompted(purpose, encounter, { question }) : inspector.unprompted(purpose, encounter);
  return /** @type {Ask} */ (ask);
};

/**
 * A challenge, to be signed by the post's key.
 * @param {Inspector} inspector
 * @param {Wanted} wanted
 * @param {{ seed: Uint8Array, encounter: EncounterSeed, at: number }} of
 * @returns {AskDraft}
 */
export const draft = (inspector, { purpose, question }, { seed, encounter, at }) => {
  /** @type {AskDraft | AskDraft<OnlyAnswer>} */
  const made = question
    ? inspector.ask({ purpose, question }, seed, encounter, at)
    : inspector.ask({ purpose, only: "all" }, seed, encounter, at);
  return /** @type {AskDraft} */ (made);
};
