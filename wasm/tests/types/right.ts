// What must compile.

import { ArgumentError, AskError, Asked, Bundle, ConsentProof, EncounterSeed, Frames, Inspector, Memory, Post, Roots, Scan, SetUpError, Encounter, EncounterError, init, pick, plainKind, readPlain, readShowing, reasonText, recognise, scannedText, vehicleKinds, whatAltered } from "doichieu";
import { Keeper, MemoryBusy } from "doichieu/memory";
import * as inline from "doichieu/inline";
import { version } from "doichieu";
import engine from "doichieu/engine_bg.wasm";
import { listen } from "doichieu/wedge";
import { inspectShared, postgresStore, redisStore } from "doichieu/stores";
import type { Kept } from "doichieu/memory";
import type { SeenStore } from "doichieu/stores";
import type { Answer, ArgumentCode, Ask, DateValue, FileKind, Release, Finding, Kind, MandateChange, Paper, ProvenPaper, Report, Seen, Showing, VehicleMeasure } from "doichieu";

declare const file: Uint8Array;
declare const seed: Uint8Array;
declare const key: CryptoKey;
declare const encounterSeed: EncounterSeed;

export const whole = async (text: string): Promise<string> => {
  await init();
  const roots = Roots.fromBytes(file);
  const memory = new Memory();
  const bundle = Bundle.open(file, roots, memory);
  const inspector = new Inspector(bundle, Post.open(file, bundle));
  const seen = inspector.inspect(Scan.qr(text), inspector.unprompted("traffic_control", new EncounterSeed(seed)).forVehicle({ kind: "car", seats: 5 }), memory);
  switch (seen.kind) {
    case "accept":
    case "refer":
    case "refuse":
      return seen.papers.map(read).join() + seen.findings.map((of) => said(of) + inspector.words(of).step.vi).join() + seen.json;
    case "unreadable":
      return `${seen.code} ${seen.layer} ${seen.at}`;
    default:
      return seen satisfies never;
  }
};

// Over the union of papers, as everybody would write it: no cast, no switch over kinds.
export const everything = (inspector: Inspector, seen: Report): string => {
  const lines: string[] = [];
  for (const paper of seen.papers) {
    if (paper.proof !== "proven") continue;
    const shown = paper.release.at();
    if (shown.kind === "ended") continue;
    for (const entry of shown.entries()) {
      if (entry.display === "open") lines.push(`${entry.kind} ${entry.name} ${entry.label.vi}: ${entry.text.vi}`);
      for (const below of entry.below) lines.push(`${below.label.en}: ${below.text.en} ${JSON.stringify(below.value)}`);
      if (entry.name === "classes") lines.push(...(entry.value satisfies readonly { class: string }[]).map((of) => of.class));
      if (entry.kind === "identity" && entry.name === "date_of_birth") lines.push((entry.value satisfies DateValue).earliest);
    }
    for (const finding of paper.findings) lines.push(paper.release.words(inspector, finding).vi, paper.release.words(inspector, finding, 1_800_000_000).step.en);
  }
  return lines.join("\n");
};

export const narrow = (release: Release<"identity", "full_name">): readonly ("full_name" | string)[] => {
  const shown = release.at();
  return shown.kind === "ended" ? [] : shown.entries().map((entry) => `${entry.name satisfies "full_name"} ${entry.value satisfies string}`);
};

interface Device extends Kept {
  readonly bundle?: Uint8Array;
}

export const inTurn = async (inspector: Inspector, roots: Roots, device: Device): Promise<string> => {
  const keeper = new Keeper<Device>({ read: async () => device, write: async ({ memory, bundle }) => void [memory, bundle] }, { name: "desk 1", patience: 500 });
  const seen = await keeper.turn((memory) => inspector.inspect(Scan.qr(""), inspector.unprompted("traffic_control", encounterSeed), memory));
  if (seen.kind === "unreadable") return keeper.reach;
  const number = await keeper.turn(async (memory, { kept, keep }) => {
    const bundle = Bundle.open(kept.bundle ?? file, roots, memory, 1_800_000_000);
    keep({ bundle: file });
    return bundle.apply(file, roots, memory, 1_800_000_001).number;
  });
  const locked = new Keeper({ read: async () => undefined, write: async () => {} }, { locks: navigator.locks });
  const error = await locked.turn(() => 1).catch((error: unknown) => error);
  return error instanceof MemoryBusy ? error.vi : String(number);
};

interface Pool {
  query(text: string, params: unknown[]): Promise<{ rows: { again?: boolean }[]; rowCount: number }>;
}

export const shared = async (inspector: Inspector, memory: Memory, pool: Pool, call: (name: string, ...of: string[]) => Promise<unknown>): Promise<string> => {
  const kept = postgresStore((text, params) => pool.query(text, params), { table: "desk.showings", patience: 500 });
  const stores: SeenStore[] = [kept, redisStore(call, { prefix: "desk:" })];
  const ask = inspector.unprompted("traffic_control", encounterSeed);
  const [store] = stores;
  if (store === undefined) return String(await kept.purge());
  const seen = await inspectShared({ inspector, scan: Scan.qr(""), ask, memory, store });
  if (seen.kind === "unreadable") return seen.code;
  return seen.consumed ? seen.json : String(seen.showing()?.until);
};

export const byHand = (inspector: Inspector, memory: Memory, map: Map<string, Showing>): string => {
  const unsettled = inspector.inspectShared(Scan.qr(""), inspector.unprompted("traffic_control", encounterSeed), memory, 1_800_000_000);
  if (unsettled.kind === "unreadable") return unsettled.code;
  const { showing } = unsettled;
  const parts: readonly (Uint8Array | undefined)[] = [showing?.key, showing?.showing, showing?.post, showing?.encounter];
  if (showing === undefined) return unsettled.settle({ kind: "failed" }).kind;
  const { bytes, ...plain } = map.get(String(showing.key)) ?? showing;
  const read = readShowing(bytes);
  if (read !== undefined) return unsettled.settle({ kind: "seen", bytes: read.bytes }).papers.map((paper) => paper.proof).join();
  return unsettled.settle(plain.at > 0 ? { kind: "seen", showing: plain } : { kind: "fresh" }).json;
};

export const samePerson = (inspector: Inspector, memory: Memory, other: Memory): string => {
  const ask = inspector.unprompted("traffic_control", encounterSeed);
  const found = inspector.inspect(Scan.qr(""), ask, memory);
  if (found.kind === "unreadable") return found.code;
  const showing = found.showing();
  const seen = showing ? inspector.inspect(Scan.qr(""), ask.stillThisPerson(showing), memory) : found;
  if (seen.kind === "unreadable") return seen.code;
  other.join(memory);
  const apart = seen.clockDifference;
  return `${seen.stillThisPerson satisfies boolean} ${other.doubt?.toFixed() ?? ""} ${apart ? `${apart.seconds.toFixed()} ${apart.phone satisfies "ahead" | "behind"}` : ""}`;
};

const said = (finding: Finding): string => inLanguage(reasonText(finding.code, finding.about));
const inLanguage = (words: { vi: string; en: string }): string => words.vi;

const read = (paper: Paper): string => {
  if (paper.proof === "answered") return `${paper.question} ${paper.answer.answer} ${paper.answer.rule ?? ""}`;
  if (paper.proof !== "proven") return paper.reason;
  switch (paper.kind) {
    case "identity": {
      const shown = paper.release.at();
      if (shown.kind === "ended") return "";
      const born = shown.answer("date_of_birth", 1_800_000_000) satisfies Answer<DateValue>;
      return born.kind === "shown" ? born.value.earliest : born.kind;
    }
    case "driving_licence": {
      const shown = paper.release.at();
      if (shown.kind === "ended") return "";
      const part = shown.answer("motorcycle_part");
      return part.kind === "shown" ? String(part.value?.points?.points ?? "none") : part.kind;
    }
    default:
      return paper.fields.join();
  }
};

export const challenge = async (inspector: Inspector, memory: Memory): Promise<string> => {
  const draft = inspector.ask({ purpose: "bank_onboarding", only: { identity: ["full_name", "personal_no"] } }, seed, encounterSeed);
  const challenge = draft.seal(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, draft.toBeSigned())));
  const frames = new Frames();
  const progress = frames.push("DC1F:");
  if (progress.kind !== "complete") return progress.kind;
  const scan = frames.scan();
  const seen = inspector.inspect(scan ?? Scan.qr(""), challenge.ask, memory);
  if (seen.kind === "unreadable") return seen.code;
  const [paper] = seen.papers;
  if (paper?.proof !== "proven") return "";
  const shown = paper.release.at();
  if (shown.kind === "ended") return shown.kind;
  const name = shown.answer("full_name");
  return name.kind === "shown" ? name.value : "";
};

export const entriesOfAll = (inspector: Inspector, shared: SharedArrayBuffer, part: DataView): string => {
  const ask: Ask = inspector.ask({ purpose: "traffic_control", only: "all" }, new Uint8Array(shared), encounterSeed).seal(part).ask;
  const question = inspector.ask({ purpose: "traffic_control", question: "may_drive_b" }, part.buffer as ArrayBuffer, encounterSeed);
  question.free();
  return ask.purpose.toString();
};

export const mistaken = (error: ArgumentError): ArgumentCode => error.code;

// Narrower is of use wherever wider is taken.
export const collect = (inspector: Inspector, seen: Seen<{ identity: "full_name" }>): string => {
  const encounter = new Encounter(inspector, "traffic_control", encounterSeed);
  if (seen.kind === "unreadable") encounter.addUnread();
  else encounter.add(seen);
  const judged = encounter.judge({ vehicle: { kind: "car", towed: { kind: "trailer", grossMassKg: 800 }, gear: "manual", payloadKg: 900 }, plate: "30K-123.45" });
  const needs = judged.needs.flatMap(({ state, steps }) => [state, ...steps.map(({ step, law }) => `${step.vi} ${law ?? ""}`)]);
  return [judged.headline.vi, ...needs, ...judged.papers.map((of) => `${of.report} ${of.paper} ${of.covers?.answer ?? ""}`)].join();
};

// Displacement as a chip on a phone knows it; and a phone whose values have ended shows its code again.
export const later = (inspector: Inspector, report: Report, release: Release): string => {
  const encounter = new Encounter(inspector, "traffic_control", encounterSeed);
  encounter.add(report);
  const judged = encounter.judge({ vehicle: { kind: "motorcycle", displacementCc: { above: 125 }, towed: { kind: "trailer", grossMassKg: { atMost: 750 } } } });
  for (const [place, { ended }] of judged.showings.entries()) if (ended satisfies boolean) encounter.addAgain(place, report, 1_800_000_000);
  const wanted: VehicleMeasure | undefined = judged.needs[0]?.measure ?? judged.papers.find(({ ended }) => ended)?.covers?.measure;
  return `${wanted ?? ""} ${release.hold("hold.writing_record") > release.letGo()}`;
};

export const renewing = (inUse: Post, renewed: Post, signature: Uint8Array): MandateChange | string => {
  const change = inUse.compare(renewed);
  const named = change.added.map(({ purpose, kind, fields }) => `${purpose} ${kind} ${fields.join()}`);
  if (change.wider || !renewed.isKeyOf(signature)) return named.join() + change.until.renewed.toFixed() + inUse.trialToBeSigned().length;
  return change;
};

export const remembered = (roots: Roots, slot: Uint8Array): Memory => {
  try {
    const memory = Memory.fromBytes(slot);
    roots.rememberedBy(memory);
    memory.join(memory.floors());
    return memory;
  } catch (error) {
    if (error instanceof SetUpError && error.code === "setup.memory_torn") return Memory.salvaged(slot);
    return new Memory().withGap(1_800_000_000);
  }
};

export const aloud = (inspector: Inspector): string => {
  const { kinds, grouped } = inspector.numberOnly("traffic_control", undefined, "790123456789");
  return `${(kinds satisfies readonly Kind[]).join()} ${grouped}`;
};

export const question = (inspector: Inspector, memory: Memory): string => {
  const ask = inspector.unprompted("traffic_control", encounterSeed, { question: "may_drive_this_vehicle" });
  const seen = inspector.inspect(Scan.qr(""), ask, memory);
  if (seen.kind === "unreadable") return seen.code;
  return seen.papers.map((paper) => (paper.proof === "answered" ? paper.answer.answer : paper.reason)).join() + seen.relations.length;
};

export const unsigned = (text: string, release: Release<"identity", "full_name">): string => {
  if (whatAltered(text) === "caps_lock" || plainKind(text) === undefined) return vehicleKinds().map(({ name, vi }) => name + vi).join();
  const read = readPlain(text);
  if (read.kind === "unread") return read.code;
  const compared = read.compare(release);
  const levels = release.matches({ name: "", birth: "1990" });
  return (compared.kind === "ended" ? "" : compared.fields.map(({ likeness }) => likeness.vi).join()) + (levels.kind === "ended" ? "" : levels.name);
};

export const scans = (bytes: Uint8Array, signal: AbortSignal): string => {
  const found = pick([scannedText(bytes)]);
  const wedge = listen(document, async (text) => Scan.qr(text), { signal, fields: "prefixed" });
  wedge.stop();
  switch (found.kind) {
    case "ours":
    case "parts":
    case "plain":
    case "foreign":
      return found.text;
    case "nothing":
      return "";
    case "several":
      return reasonText("scan.several_codes").step.vi;
  }
};

export const without = (inspector: Inspector): string =>
  [...inspector.nothingShown("traffic_control", "identity").steps, ...inspector.numberOnly("traffic_control", "identity", "1").steps].map(({ step }) => step.vi).join();

export const asked = (text: string, bundle: Bundle): string => {
  const ask = Asked.open(text, bundle);
  return ask.kind === "asked" ? `${ask.post} ${ask.question ?? ""}` : ask.vi;
};

export const kept = (report: Report): string => {
  const bytes = report.consentProof();
  if (!bytes) return "none";
  const read = ConsentProof.open(bytes);
  return read.kind === "consent" ? read.consents.map(({ audience, at }) => `${audience} ${at}`).join() : read.code satisfies `consent.${string}`;
};

export const again = (inspector: Inspector, challenge: string, frame: Uint8Array, salt: Uint8Array): string => {
  const kept = EncounterSeed.kept(salt).salt satisfies Uint8Array;
  const seen = inspector.recompute(frame, inspector.keptAsk(challenge, kept), 1_800_000_000, frame);
  return seen.kind + inspector.resume(challenge, seed, encounterSeed).purpose;
};

export const kindOf = <K extends Kind>(paper: ProvenPaper<K>): Release<K> => paper.release;

export const code = (error: unknown): string => {
  if (error instanceof SetUpError) return `${error.code satisfies `setup.${string}`} ${error.vi}`;
  if (error instanceof AskError) return error.code satisfies `ask.${string}`;
  if (error instanceof EncounterError) return error.code satisfies `encounter.${string}`;
  return error instanceof ArgumentError ? error.code : "";
};

export const chosen = (bytes: Uint8Array, error: unknown): string => {
  const { name, vi, told } = recognise(bytes, "roots");
  const found: FileKind | undefined = error instanceof SetUpError ? error.found : name;
  return told?.vi ?? (found === "web_page" ? recognise(bytes).en : vi);
};

export const bundled = async (): Promise<string> => {
  await inline.init();
  await inline.init(engine);
  return inline.version satisfies typeof version;
};
