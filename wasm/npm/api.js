// The public face: what the engine exports, behind the guard. `index.d.ts` says what everything is; where the engine itself comes from,
// the entries say: `index.js` in browsers, `node.js`, `inline.js`.

import load, * as engine from "./engine.js";
import { guarded, isOpen, open } from "./guard.js";

export { ArgumentError, AskError, SetUpError, EncounterError } from "./errors.js";
export { version } from "./version.js";

/** @typedef {NonNullable<Parameters<typeof import("./index.js").init>[0]>} Source */

/** @type {Promise<void> | undefined} */
let loading;

/**
 * Loads the engine, once, from what is passed or else from where an entry has it.
 * @param {() => Source} ours
 * @returns {typeof import("./index.js").init}
 */
export const initFrom = (ours) => (source) => {
  if (isOpen()) return Promise.resolve();
  // Nothing may stand in the way of a second try, so what `ours` throws is a refusal, too.
  loading ??= Promise.resolve()
    .then(() => load({ module_or_path: source ?? ours() }))
    .then(open, (reason) => {
      loading = undefined;
      throw reason;
    });
  return loading;
};

export const Ask = guarded(engine.Ask);
export const AskDraft = guarded(engine.AskDraft);
export const Asked = guarded(engine.Asked);
export const Bundle = guarded(engine.Bundle);
export const Challenge = guarded(engine.Challenge);
export const Release = guarded(engine.Release);
export const ConsentProof = guarded(engine.ConsentProof);
export const EncounterSeed = guarded(engine.EncounterSeed);
export const Frames = guarded(engine.Frames);
export const Inspector = guarded(engine.Inspector);
export const Memory = guarded(engine.Memory);
export const Post = guarded(engine.Post);
export const Report = guarded(engine.Report);
export const Roots = guarded(engine.Roots);
export const Scan = guarded(engine.Scan);
export const Shown = guarded(engine.Shown);
export const Encounter = guarded(engine.Encounter);
export const UnsignedReading = guarded(engine.UnsignedReading);
export const Unsettled = guarded(engine.Unsettled);

export const citation = guarded(engine.citation);
export const citationVi = guarded(engine.citationVi);
export const fieldText = guarded(engine.fieldText);
export const kindText = guarded(engine.kindText);
export const kinds = guarded(engine.kinds);
export const pick = guarded(engine.pick);
export const plainKind = guarded(engine.plainKind);
export const questions = guarded(engine.questions);
export const readPlain = guarded(engine.readPlain);
export const readShowing = guarded(engine.readShowing);
export const reasonText = guarded(engine.reasonText);
export const recognise = guarded(engine.recognise);
export const scannedText = guarded(engine.scannedText);
export const setUpText = guarded(engine.setUpText);
export const vehicleKinds = guarded(engine.vehicleKinds);
export const whatAltered = guarded(engine.whatAltered);
