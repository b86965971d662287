// How this desk asks: for papers, for some of their fields, or for the answer to one question.
import { say } from "./words.js";
/** @import { Ask, AskDraft, Challenge, EncounterSeed, Inspector, Only, Purpose, QuestionName } from "doichieu" */

/**
 * `retention`: for how many seconds it may be kept, where that is less than the mandate allows.
 * @typedef {{ purpose: Purpose, question: QuestionName | null, only: Only | "all", retention?: number }} Wanted
 */

/**
 * What a citizen shows unprompted. An answer is read out as papers are: each says itself what it shows.
 * @param {Inspector} inspector
 * @param {Omit<Wanted, "only">} wanted
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
export const draft = (inspector, { purpose, question, only, ...kept }, { seed, encounter, at }) => {
  // Which fields they are is known when it runs, not when it compiles.
  const made = /** @type {unknown} */ (question ? inspector.ask({ purpose, question, ...kept }, seed, encounter, at)
    : only === "all" ? inspector.ask({ purpose, only, ...kept }, seed, encounter, at) : inspector.ask({ purpose, only, ...kept }, seed, encounter, at));
  return /** @type {AskDraft} */ (made);
};

/**
 * A challenge, signed by the post's key, which cannot leave the browser. Throws a sentence where it is not the one in the mandate.
 * @param {Inspector} inspector
 * @param {Wanted} wanted
 * @param {{ encounter: EncounterSeed, at: number, key: CryptoKey | null }} of
 * @returns {Promise<Challenge>}
 */
export async function sealed(inspector, wanted, { encounter, at, key }) {
  const drafted = draft(inspector, wanted, { seed: crypto.getRandomValues(new Uint8Array(32)), encounter, at });
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, /** @type {CryptoKey} */ (key), drafted.toBeSigned());
  try { return drafted.seal(new Uint8Array(signature)); } catch (cause) { throw new Error(say("keyDiffers"), { cause }); }
}
