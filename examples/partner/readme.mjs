// README's examples as they stand: taken out, and given what they leave to their reader.

/** @param {string} page @param {string} language */
const blocks = (page, language) => {
  const fenced = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...page.matchAll(fenced)].map(([, text]) => text);
};

/**
 * The one call, in Rust. Only what a trial needs is changed, and it is said what.
 * @param {string} page
 */
const rust = (page) => {
  const [example] = blocks(page, "rust");
  const block = example.replace(/^fn check\(/m, "pub fn check(").replace("Roots::from_bytes(", "Roots::dangerous_test(");
  if (block.split("dangerous_test").length !== 2 || !block.includes("pub fn check(")) throw new Error("README: the example is another one");
  return { block, changed: "as it stands, but `pub fn check`, and `dangerous_test` for the trial's root" };
};

/** What README's examples in JavaScript leave to their reader. */
const BEFORE = `
import { readFileSync } from "node:fs";
import type { Kept } from "doichieu/memory";

const path = (name: string) => new URL(\`../../world/\${name}\`, import.meta.url);
const bytes = new Uint8Array(readFileSync(path("traffic-stop/scan.txt")));
const of = (name: string): Uint8Array => new Uint8Array(readFileSync(path(name)));
const text: string = readFileSync(path("traffic-stop/scan.txt"), "utf8").trim();
const texts = [text];
const now = Date.parse(readFileSync(path("traffic-stop/at.txt"), "utf8").trim());
Date.now = () => now;
const [anchor, file, mandate] = [of("traffic-stop/roots.dcr"), of("traffic-stop/bundle.dcb"), of("traffic-stop/post.dcl")];
let kept: Kept = {};
const read = async (): Promise<Kept> => kept;
const write = async (things: Kept): Promise<void> => { kept = { ...kept, ...things }; };
const counts: Record<string, number> = {};
const count = (what: string) => { counts[what] = (counts[what] ?? 0) + 1; };
let rows = 0;
let blank = 0;
const row = (label: string, says: string, _display: string) => { rows += 1; if (!label.trim() || !says.trim()) blank += 1; };
const scanAgain = (_headline: unknown, _code: string) => count("scanAgain");
const archive = (_proof: Uint8Array, _until: number) => count("archive");
const tell = (..._words: unknown[]) => count("tell");
const showQr = (_text: string) => count("showQr");
const look = (_texts: string[]) => count("look");
const openAccount = () => count("openAccount");
const pool = { query: async (_text: string, _params: unknown[]) => ({ rows: [{ again: false }], rowCount: 1 }) };
const redis = { call: async (..._of: string[]): Promise<unknown> => null };
const document = new EventTarget();
`;

/** Where an example means another desk than the first one, or other bytes: its own names, made for it alone. */
const FOR = [
  {
    when: /bank_onboarding/,
    first: `
const world = new Memory();
const bankLists = Bundle.open(of("keys/bundle.dcb"), Roots.dangerousTest(of("keys/roots.dcr")), world);
const inspector = new Inspector(bankLists, Post.open(of("keys/post-bank.dcl"), bankLists));
const pem = readFileSync(path("keys/post-bank.p8"), "utf8").split("-----")[2] ?? "";
const key = await crypto.subtle.importKey("pkcs8", Buffer.from(pem, "base64"), { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
`,
  },
  {
    when: /inspectShared/,
    first: `
const [scan, memory] = [Scan.qr(text), new Memory()];
const ask = inspector.unprompted("traffic_control", encounterSeed);
`,
  },
  { when: /addAgain/, first: "\nconst again = report;\n" },
  {
    when: /trialToBeSigned/,
    first: `
const memory = new Memory();
const post = Post.open(mandate, Bundle.open(file, roots, memory));
const [renewed, older, torn] = [mandate, memory.toBytes(), memory.toBytes().slice(0, -1)];
const sign = async (_of: Uint8Array) => new Uint8Array(64);
`,
  },
];

/** Names that README takes from the first import without repeating them. */
const KNOWN = /\b(ConsentProof|Encounter|SetUpError|readPlain|reasonText|pick|scannedText|recognise|Frames)\b/g;
/** What README calls a report from there on. */
const READ = 'if (seen.kind === "unreadable") throw new Error("not read");\nconst report = seen;';
/** @param {string} page */
const npm = (page) => {
  const all = blocks(page, "js");
  const imports = new Map([["doichieu", new Set(["Bundle", "Inspector", "Memory", "Post", "Roots", "Scan"])]]);
  const bodies = all.map((block) =>
    block.replaceAll(/^import \{([^}]*)\} from "([^"]+)";\n/gm, (_, names, from) => {
      const known = imports.get(from) ?? new Set();
      for (const name of names.split(",")) known.add(name.trim());
      imports.set(from, known);
      return "";
    }),
  );
  for (const [name] of bodies.join("").matchAll(KNOWN)) imports.get("doichieu")?.add(name);
  const [first, ...others] = bodies;
  const heads = [...imports].map(([from, names]) => `import { ${[...names].join(", ")} } from "${from}";`);
  const inner = others.map((body, index) => {
    const needs = FOR.find(({ when }) => when.test(body))?.first ?? "";
    // In a scope of its own: what it makes is its own.
    return `// block ${index + 2}\n{\n${needs}${body}}\n`;
  });
  const trial = first.replace("Roots.fromBytes(anchor)", "Roots.dangerousTest(anchor)");
  const after = `
console.log(\`README: \${rows} values, \${blank} of them blank; \${JSON.stringify(counts)}\`);
if (rows === 0 || blank > 0) process.exitCode = 1;
`;
  return { blocks: all.length, script: `${heads.join("\n")}\n${BEFORE}\n// block 1\n${trial}\n${READ}\n${inner.join("\n")}${after}` };
};

const USES = `import { Bundle, EncounterSeed, Inspector, Memory, Roots } from "doichieu";
declare const inspector: Inspector;
declare const seed: Uint8Array;
declare const encounterSeed: EncounterSeed;
declare const roots: Roots;
`;

/** @param {string} wants */
const asks = (wants) => `${USES}inspector.ask({ purpose: "bank_onboarding", ${wants} }, seed, encounterSeed);\n`;
const UNPROVEN = `${USES}import type { Paper } from "doichieu";\nexport const values = (paper: Paper) => paper.release.at();\n`;

/** What TypeScript refuses before anything runs: what, a program, and what is said. @type {[string, string, RegExp][]} */
const refused = [
  ["a misspelt wish", asks('onyl: { identity: ["full_name"] }'), /onyl|No overload/],
  ["no wish at all", asks(""), /only|No overload/],
  ["only: null", asks("only: null"), /null|No overload/],
  ["a field that no kind has", asks('only: { identity: ["fullname"] }'), /fullname|No overload/],
  ["a Date for a time", `${USES}Bundle.open(seed, roots, new Memory(), new Date());\n`, /Date/],
  ["values of an unproven paper", UNPROVEN, /release/],
];

export const readme = { rust, npm, refused };
