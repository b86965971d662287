// What a programmer gets wrong on the first day, and what the package says. Plain JavaScript: TypeScript refuses most of it before it runs.
import { Bundle, EncounterSeed, Inspector, Memory, Post, Roots, Scan, version } from "doichieu";
import { post, random, read, seen } from "./world.mjs";

const bank = post("bank");
const stop = post("traffic-stop");
const encounter = () => new EncounterSeed(random());
const asks = (wants) => bank.inspector.ask({ purpose: "bank_onboarding", ...wants }, random(), encounter());
const stops = (how) => stop.inspector.unprompted("traffic_control", encounter(), how);
const opens = (file, at) => Bundle.open(file, bank.roots, new Memory(), at);
const report = seen("traffic-stop", "traffic_control");
const release = report.papers.find((paper) => paper.proof === "proven").release;
const lists = read("bank/bundle.dcb");
const freed = () => {
  const { bundle } = post("bank");
  bundle.free();
  return bundle;
};

/** Opened under the lists of another installation. */
const elsewhere = () => {
  const roots = Roots.dangerousTest(read("keys/roots.dcr"));
  const lists = Bundle.open(read("keys/bundle.dcb"), roots, new Memory());
  return Post.open(read("keys/post-bank.dcl"), lists);
};

/** What is tried: what it does, and the code it is told; none: it works. @type {[string, () => unknown, string | undefined][]} */
const tries = [
  // A mistake asks for nothing.
  ["ask, `only` left out", () => asks({}), "argument.only"],
  ["ask, only: {}", () => asks({ only: {} }), "argument.only"],
  ["ask, only: null", () => asks({ only: null }), "argument.only"],
  ["ask, only: { identity: [] }", () => asks({ only: { identity: [] } }), "argument.only"],
  ["ask, onyl: …", () => asks({ onyl: { identity: ["full_name"] } }), "argument.member"],
  ["ask, a misspelt field", () => asks({ only: { identity: ["fullname"] } }), "argument.field"],
  ["ask, a misspelt kind", () => asks({ only: { identiy: ["full_name"] } }), "argument.kind"],
  ["ask, retention: \"1 day\"", () => asks({ only: "all", retention: "1 day" }), "argument.count"],
  ["ask, everything, spelt out", () => asks({ only: "all" }), undefined],
  ["unprompted, a misspelt purpose", () => stop.inspector.unprompted("traffic", encounter()), "argument.purpose"],
  ["unprompted, qestion: …", () => stops({ qestion: "may_drive_this_vehicle" }), "argument.member"],
  // Bytes, texts, times.
  ["lists as an ArrayBuffer", () => opens(lists.buffer), undefined],
  ["lists as a DataView", () => opens(new DataView(lists.buffer)), undefined],
  ["lists as a path", () => opens("bank/bundle.dcb"), "argument.bytes"],
  ["lists as an array of numbers", () => opens([...lists]), "argument.bytes"],
  ["a code as bytes", () => Scan.qr(read("traffic-stop/scan.txt")), "argument.text"],
  ["at: null", () => opens(lists, null), "argument.time"],
  ["at: Date.now()", () => opens(lists, Date.now()), "argument.time"],
  ["at: new Date()", () => opens(lists, new Date()), "argument.time"],
  // Objects.
  ["a plain object for a memory", () => Bundle.open(lists, bank.roots, {}), "argument.instance"],
  ["roots for a memory", () => Bundle.open(lists, bank.roots, bank.roots), "argument.instance"],
  ["lists that were freed", () => Post.open(read("bank/post.dcl"), freed()), "argument.freed"],
  ["a mandate opened under other lists", () => new Inspector(bank.bundle, elsewhere()), "setup.post_of_another_bundle"],
  // Wrong files.
  ["lists for roots", () => Roots.dangerousTest(lists), "setup.roots_malformed"],
  ["a test root as a real one", () => Roots.fromBytes(read("bank/roots.dcr")), "setup.root_is_test"],
  ["a web page for lists", () => opens(new TextEncoder().encode("<!doctype html><title>404</title>")), "setup.bundle_malformed"],
  ["a mandate for a memory", () => Memory.fromBytes(read("bank/post.dcl")), "setup.memory_malformed"],
  // Reports and values where they may not go.
  ["structuredClone(report)", () => structuredClone(report), "argument.cloned"],
  ["{ ...report }", () => ({ ...report }), "argument.cloned"],
  ["structuredClone(release)", () => structuredClone(release), "argument.cloned"],
  ["JSON.stringify(release)", () => JSON.stringify({ release }), "argument.cloned"],
];

console.log(`doichieu ${version}`);
let wrong = 0;
for (const [what, tried, code] of tries) {
  let told = { code: undefined, message: "works" };
  try {
    tried();
  } catch (error) {
    told = error;
  }
  const right = told.code === code || (code === undefined && told.message === "works");
  if (!right) wrong += 1;
  console.log(`${right ? " " : "!"} ${what}\n    → ${told.name ? `${told.name}: ` : ""}${told.vi ?? told.message}`);
  if (!right) console.log(`    expected ${code ?? "that it works"}, was told ${told.code}`);
}
process.exitCode = wrong > 0 ? 1 : 0;
