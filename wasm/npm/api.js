// The public face: what the engine exports, behind the guard. `index.d.ts` says what everything is; where the engine itself comes from,
// the entries say: `index.js` in browsers, `node.js`, `inline.js`.

import * as engine from "./engine.js";
import { guarded } from "./guard.js";

export { ArgumentError, AskError, SetUpError, EncounterError } from "./errors.js";
export { version } from "./version.js";

export const Ask = guarded("Ask", engine.Ask);
export const AskDraft = guarded("AskDraft", engine.AskDraft);
export const Asked = guarded("Asked", engine.Asked);
export const Bundle = guarded("Bundle", engine.Bundle);
export const Challenge = guarded("Challenge", engine.Challenge);
export const Release = guarded("Release", engine.Release);
export const ConsentProof = guarded("ConsentProof", engine.ConsentProof);
export const EncounterSeed = guarded("EncounterSeed", engine.EncounterSeed);
export const Frames = guarded("Frames", engine.Frames);
export const Inspector = guarded("Inspector", engine.Inspector);
export const Memory = guarded("Memory", engine.Memory);
export const Post = guarded("Post", engine.Post);
export const Report = guarded("Report", engine.Report);
export const Roots = guarded("Roots", engine.Roots);
export const Scan = guarded("Scan", engine.Scan);
export const Shown = guarded("Shown", engine.Shown);
export const Encounter = guarded("Encounter", engine.Encounter);
export const UnsignedReading = guarded("UnsignedReading", engine.UnsignedReading);
export const Unsettled = guarded("Unsettled", engine.Unsettled);

export const citation = guarded("citation", engine.citation);
export const citationVi = guarded("citationVi", engine.citationVi);
export const fieldText = guarded("fieldText", engine.fieldText);
export const kindText = guarded("kindText", engine.kindText);
export const kinds = guarded("kinds", engine.kinds);
export const pick = guarded("pick", engine.pick);
export const plainKind = guarded("plainKind", engine.plainKind);
export const questions = guarded("questions", engine.questions);
export const readPlain = guarded("readPlain", engine.readPlain);
export const readShowing = guarded("readShowing", engine.readShowing);
export const reasonText = guarded("reasonText", engine.reasonText);
export const recognise = guarded("recognise", engine.recognise);
export const scannedText = guarded("scannedText", engine.scannedText);
export const setUpText = guarded("setUpText", engine.setUpText);
export const vehicleKinds = guarded("vehicleKinds", engine.vehicleKinds);
export const vehicleMeasures = guarded("vehicleMeasures", engine.vehicleMeasures);
export const whatAltered = guarded("whatAltered", engine.whatAltered);
