// The partner's day: `node day.mjs <folder>`, with DOICHIEU_CRATE, DOICHIEU_TARBALL and DOICHIEU_PROGRAM naming the artefacts (`day` does).
// Prints what each mistake was told; fails where one was told something else, or worked.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readme } from "./readme.mjs";
import { page } from "./page.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? "partner");
const { DOICHIEU_CRATE: crate, DOICHIEU_TARBALL: tarball, DOICHIEU_PROGRAM: program } = process.env;
let wrong = 0;

/** @param {string} name @param {string[]} passed @param {object} [how] */
const run = (name, passed, how = {}) => {
  const { status, stdout, stderr, error } = spawnSync(name, passed, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26, ...how });
  if (error) throw error;
  return { status, stdout, stderr, said: `${stdout}${stderr}`.trim() };
};

/** The same, and it has to go well. */
const well = (name, passed, how) => {
  const done = run(name, passed, how);
  if (done.status !== 0) throw new Error(`${name} ${passed.join(" ")}: ${done.status}\n${done.said}`);
  return done.stdout;
};

const heading = (text) => console.log(`\n=== ${text}`);

/** Holds what was told against what it has to say. @param {string} what @param {string} told @param {RegExp} expected */
const told = (what, told, expected) => {
  const right = expected.test(told);
  if (!right) wrong += 1;
  console.log(`${right ? " " : "!"} ${what}\n    → ${told.split("\n").filter(Boolean).slice(0, 3).join("\n      ")}`);
  if (!right) console.log(`    expected ${expected}`);
};

const at = (project, ...rest) => join(folder, project, ...rest);
const QUIET = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
const npm = (project) => well("npm", ["install", ...QUIET, tarball], { cwd: at(project) });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

heading("The program: a trial, at a time of its own");
const SCENES = ["traffic-stop", "clinic", "bank"];
for (const scene of SCENES) well(program, ["demo", scene, "--out", at("world", scene)]);
const time = readFileSync(at("world", "traffic-stop", "at.txt"), "utf8").trim();
const now = Date.parse(time);
well(program, ["bundle", "build", "--out", at("world", "keys"), "--seed", "partner", "--at", time]);
console.log(`  ${folder}/world: traffic-stop, clinic, bank, and keys of a trial`);

heading("The program: mistakes");
const world = (name) => at("world", name);
const inspect = (changed = {}, more = []) => {
  const named = { roots: "roots.dcr", bundle: "bundle.dcb", post: "post.dcl", scan: "scan.txt", ...changed };
  const paths = Object.fromEntries(Object.entries(named).map(([name, file]) => [name, world(`traffic-stop/${file}`)]));
  const of = ["--roots", paths.roots, "--bundle", paths.bundle, "--post", paths.post, "--purpose", "traffic_control", "--allow-test-root"];
  return run(program, ["inspect", ...of, "--at", time, "--encounter", world("traffic-stop/encounter.txt"), ...more, paths.scan]);
};
writeFileSync(world("traffic-stop/page.html"), "<!doctype html><title>404 Not Found</title>");
told("lists for roots", inspect({ roots: "bundle.dcb" }).stderr, /không phải tệp khóa gốc/);
told("roots for lists", inspect({ bundle: "roots.dcr" }).stderr, /không phải bộ danh sách/);
told("a web page for a mandate", inspect({ post: "page.html" }).stderr, /trang web/);
told("the same with --json", inspect({ post: "page.html" }, ["--json"]).stdout, /^\{"error":\{"code":"[a-z_.]+","en":".+","vi":".+"\}\}/);
told("a purpose misspelt", run(program, ["inspect", "--purpose", "trafic_control"]).stderr, /traffic_control/);
told("an option misspelt", run(program, ["inspect", "--rooots", "x"]).stderr, /--roots/);
told("a command misspelt", run(program, ["inspct"]).stderr, /inspect/);
told("a code misspelt", run(program, ["explain", "held.shwn_again"]).said, /held\.shown_again/);
told("the report, for programs", inspect({}, ["--json"]).stdout, /^\{"assurance":/);

heading("Rust: a fresh project, README's example, mistakes");
mkdirSync(at("doichieu"), { recursive: true });
well("tar", ["xzf", crate, "--strip-components=1", "-C", at("doichieu")]);
cpSync(join(HERE, "rust"), at("rust"), { recursive: true });
// The versions that the crate was tested with, as far as they are of use here.
copyFileSync(at("doichieu", "Cargo.lock"), at("rust", "Cargo.lock"));
const { block: example, changed } = readme.rust(readFileSync(at("doichieu", "README.md"), "utf8"));
writeFileSync(at("rust", "src", "readme.rs"), example);
console.log(`  README's example: ${changed}`);
const printed = well("cargo", ["run", "--quiet", "--", world(""), String(now / 1000)], { cwd: at("rust") });
console.log(printed.trimEnd().replaceAll(/^/gm, "  "));
const values = printed.slice(0, printed.indexOf("== mistakes")).split("\n").filter((line) => line.includes(": "));
const blank = values.filter((line) => /: *$/.test(line));
told(`README's example prints ${values.length} values`, `${blank.length} of them blank`, /^0 of them blank/);
for (const [what, expected] of [
  ["lists for roots", /không phải tệp khóa gốc/],
  ["a test root as a real one", /THỬ NGHIỆM/],
  ["a mandate for lists", /không phải bộ danh sách/],
  ["no field at all", /ask\.nothing/],
]) {
  const [, said = ""] = printed.split(`${what}\n    → `);
  told(what, said.split("\n")[0] ?? "", expected);
}
copyFileSync(at("rust", "src", "wrong.rs"), at("rust", "src", "main.rs"));
told("a release by serde", run("cargo", ["check", "--quiet"], { cwd: at("rust") }).stderr, /Release: .*Serialize.* is not satisfied/);

heading("Node and TypeScript: a fresh project, README's examples, mistakes");
cpSync(join(HERE, "node"), at("node"), { recursive: true });
npm("node");
const packed = readFileSync(at("node", "node_modules", "doichieu", "README.md"), "utf8");
const { script, blocks } = readme.npm(packed);
writeFileSync(at("node", "readme.ts"), script);
const tsc = (project) => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { cwd: at(project) });
const compiled = tsc("node");
if (compiled.status !== 0) throw new Error(compiled.said);
console.log(`  README: ${blocks} blocks compile as they stand, strict`);
console.log(well(process.execPath, ["out/readme.js"], { cwd: at("node") }).trimEnd().replaceAll(/^/gm, "  "));
const mistakes = run(process.execPath, ["mistakes.mjs"], { cwd: at("node") });
console.log(mistakes.said);
if (mistakes.status !== 0) wrong += 1;
for (const [what, source, expected] of readme.refused) {
  writeFileSync(at("node", "readme.ts"), source);
  told(`TypeScript: ${what}`, tsc("node").stdout, expected);
}

heading("React and Vite: a fresh project");
cpSync(join(HERE, "react"), at("react"), { recursive: true });
cpSync(at("world"), at("react", "public", "world"), { recursive: true });
npm("react");
const typed = tsc("react");
if (typed.status !== 0) throw new Error(typed.said);
well(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], { cwd: at("react") });
await page(at("react", "dist"), now, told);

console.log(wrong === 0 ? "\nThe day went well." : `\n${wrong} times something else was told.`);
process.exitCode = wrong > 0 ? 1 : 0;
