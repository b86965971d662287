// Every case of tests/vectors/, to the byte: what this build of the engine answers.

import { bytes, hex } from "./check.mjs";

/** One line for each case, in the order of the files: its id, a tab, the report's JSON or why there is none. */
export const answers = (doichieu, files, blob) => files.flatMap((cases) => cases.map((of) => `${of.id}\t${answer(doichieu, of, blob)}`));

/** The names of the blobs that cases need. */
export const blobs = (files) =>
  new Set(
    files
      .flat()
      .flatMap((of) => [of.post, of.roots, of.bundle, ...(of.bundlesBefore ?? []), ...(of.before ?? []).map((before) => before.post)]),
  );

const answer = (doichieu, of, blob) => {
  const { AskError, Asked, Bundle, Memory, Roots, SetUpError } = doichieu;
  const times = [...(of.openedAt ?? [])];
  const open = (name, roots, memory) => Bundle.open(blob(name), roots, memory, of.openedAt ? times.shift() : LATE);
  try {
    const roots = of.testRoot ? Roots.dangerousTest(blob(of.roots)) : Roots.fromBytes(blob(of.roots));
    const memory = new Memory();
    for (const before of of.bundlesBefore ?? []) passing("setup.from_the_future", () => open(before, roots, memory));
    const bundle = open(of.bundle, roots, memory);
    if (of.ask !== undefined) {
      const asked = Asked.open(of.ask, bundle, of.at);
      return asked.kind === "asked" ? "genuine" : asked.code;
    }
    const kept = { memory, store: of.store && new Map(), fails: false };
    for (const before of of.before ?? []) see(doichieu, before, bundle, kept, blob);
    kept.fails = of.store === "fails";
    const seen = see(doichieu, of, bundle, kept, blob);
    return seen.kind === "unreadable" ? seen.log : seen.json;
  } catch (error) {
    if (error instanceof SetUpError || error instanceof AskError) return error.code;
    throw new Error(`${of.id}: ${error.stack ?? error}`, { cause: error });
  }
};

/** What is refused with this code is passed over: it leaves in the memory what it leaves. */
const passing = (code, work) => {
  try {
    work();
  } catch (error) {
    if (error.code !== code) throw error;
  }
};

/** Set-up does not turn on the time: a clock that no list is ahead of. */
const LATE = 2 ** 33 - 1;

const PURPOSES = [undefined, "traffic_control", "clinic_admission", "bank_onboarding", "e_wallet", "insurance_claim", "public_service"];

/** Questions by number, as the files write them: this vehicle, or a class. */
const CLASSES = ["a1", "a", "b1", "b", "c1", "c", "d1", "d2", "d", "be", "c1e", "ce", "d1e", "d2e", "de"];
const question = (number) => (number === 1 ? "may_drive_this_vehicle" : `may_drive_${CLASSES[number - 11]}`);

/** `truck:kg=20000,trailer=900,manual` as the files write a vehicle. */
const MEASURES = {
  cc: "displacementCc", w: "powerW", seats: "seats", like: "seatsOfLike", kg: "grossMassKg", payload: "payloadKg", unladen: "unladenMassKg",
};
const vehicle = (text) => {
  const [kind, measures = ""] = text.split(":");
  const vehicle = { kind };
  for (const measure of measures.split(",").filter(Boolean)) {
    const [name, value] = measure.split("=");
    const [, bound, digits] = /^(max|over)?(\d+)$/.exec(value) ?? [];
    const known = digits === undefined ? undefined : Number(digits);
    const number = { max: { atMost: known }, over: { above: known } }[bound] ?? known;
    if (name in MEASURES) vehicle[MEASURES[name]] = number;
    else if (name === "trailer") vehicle.towed = { kind: "trailer", grossMassKg: number };
    else if (name === "semi_trailer" || name === "carriage") vehicle.towed = name;
    else if (name === "manual" || name === "automatic") vehicle.gear = name;
    else throw new Error(`${text}: no such measure`);
  }
  return vehicle;
};

const asked = (inspector, encounter, of) => {
  const purpose = PURPOSES[of.purpose];
  if (of.question !== undefined) return inspector.unprompted(purpose, encounter, { question: question(of.question) });
  if (of.basis !== undefined) return inspector.unprompted(purpose, encounter, { basis: of.basis });
  return of.challenge
    ? inspector.resume(of.challenge.text, bytes(of.challenge.secret), encounter)
    : inspector.unprompted(purpose, encounter);
};

/** What arrives: a text, a frame, or the codes of an animated one. */
const scanned = ({ Frames, Scan }, of) => {
  if (of.codes === undefined) return of.scan === undefined ? Scan.frame(bytes(of.frame)) : Scan.qr(of.scan);
  const frames = new Frames();
  for (const code of of.codes) frames.push(code);
  return frames.scan();
};

/** One inspection: by the memory; or by a store, which the memory then only gives the floor of time. */
const inspect = (inspector, scan, ask, { memory, store, fails }, at) => {
  if (!store) return inspector.inspect(scan, ask, memory, at);
  const unsettled = inspector.inspectShared(scan, ask, memory, at);
  if (unsettled.kind === "unreadable") return unsettled;
  if (fails) return unsettled.settle({ kind: "failed" });
  const { showing } = unsettled;
  const seen = showing && store.get(hex(showing.key));
  if (showing && !seen) store.set(hex(showing.key), showing.bytes);
  return unsettled.settle(seen ? { kind: "seen", bytes: seen } : { kind: "fresh" });
};

const see = (doichieu, of, bundle, kept, blob) => {
  const inspector = new doichieu.Inspector(bundle, doichieu.Post.open(blob(of.post), bundle));
  // Its salt stands in the digests of its reports.
  let ask = asked(inspector, new doichieu.EncounterSeed(new Uint8Array(32).fill(of.encounter ?? 0)), of);
  if (of.vehicle) ask = ask.forVehicle(vehicle(of.vehicle));
  if (of.plate) ask = ask.forPlate(of.plate);
  const scan = scanned(doichieu, of);
  if (!scan) return { kind: "unreadable", log: "frames" };
  const seen = inspect(inspector, scan, ask, kept, of.at);
  const showing = of.stillThisPerson && seen.showing?.();
  return showing ? inspect(inspector, scan, ask.stillThisPerson(showing), kept, of.at) : seen;
};
