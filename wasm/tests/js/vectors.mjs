// Every case of tests/vectors/, to the byte: what this build of the engine answers.

import { bytes } from "./check.mjs";

/** One line for each case, in the order of the files: its id, a tab, the report's JSON or why there is none. */
export const answers = (doichieu, files, blob) => files.flatMap((cases) => cases.map((of) => `${of.id}\t${answer(doichieu, of, blob)}`));

/** The names of the blobs that cases need. */
export const blobs = (files) =>
  new Set(files.flat().flatMap((of) => [of.post, of.roots, of.bundle, ...(of.bundlesBefore ?? []), ...(of.before ?? []).map((before) => before.post)]));

const answer = (doichieu, of, blob) => {
  const { AskError, Bundle, Memory, Roots, SetUpError } = doichieu;
  try {
    const roots = of.testRoot ? Roots.dangerousTest(blob(of.roots)) : Roots.fromBytes(blob(of.roots));
    const memory = new Memory();
    for (const before of of.bundlesBefore ?? []) Bundle.open(blob(before), roots, memory);
    const bundle = Bundle.open(blob(of.bundle), roots, memory);
    for (const before of of.before ?? []) see(doichieu, before, bundle, memory, blob);
    const seen = see(doichieu, of, bundle, memory, blob);
    return seen.kind === "unreadable" ? seen.log : seen.json;
  } catch (error) {
    if (error instanceof SetUpError || error instanceof AskError) return error.code;
    throw new Error(`${of.id}: ${error.stack ?? error}`);
  }
};

const PURPOSES = [undefined, "traffic_control", "clinic_admission", "bank_onboarding", "e_wallet", "insurance_claim", "public_service"];

const see = ({ Inspector, Post, Scan }, of, bundle, memory, blob) => {
  const inspector = new Inspector(bundle, Post.open(blob(of.post), bundle));
  let ask = inspector.unprompted(PURPOSES[of.purpose]);
  if (of.vehicle) ask = ask.forVehicle({ kind: of.vehicle });
  if (of.plate) ask = ask.forPlate(of.plate);
  const scan = of.scan === undefined ? Scan.frame(bytes(of.frame)) : Scan.qr(of.scan);
  return inspector.inspect(scan, ask, memory, of.at);
};
