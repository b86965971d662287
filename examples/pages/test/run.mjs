// Runs the tests of the pages, groups of them side by side: `test/run`, or `test/run GROUP…`.
//   --workers N   groups side by side, two unless said
//   --within S    no group begins after so many seconds: what was left out is named, and passes for nothing
//   --again       a group that failed runs once more, alone: a busy machine loses a frame or a second. It is told which.
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, engineFolder, kitFolder } from "../build.mjs";
import { GROUPS, HERE, SHOTS, strays } from "./groups.mjs";

/** A group that has not ended by then hangs. */
const LONGEST_MS = 480_000;
/** What all of it is to take at most, in seconds. */
const WANTED = 600;

const { values: of, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: "string", default: "2" }, again: { type: "boolean", default: false }, within: { type: "string" } },
});

/**
 * The files of a group as one module. Its first test ends when all are loaded: a file that waits for a browser before it names its tests would
 * else find the run ended, for tests that are there begin at once.
 */
const script = ({ files }) => `import { test } from "node:test";
let loaded;
test("files of the group", () => new Promise((resolve) => { loaded = resolve; }));
await Promise.all(${JSON.stringify(files.map((name) => `./${name}.mjs`))}.map((file) => import(file)));
loaded();`;

const running = new Set();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => { for (const child of running) child.kill(signal); process.exit(1); });
}

/** One group, its output kept together. */
function run(group, env) {
  const begun = Date.now();
  const child = spawn(process.execPath, ["--test-reporter=spec", "--test-force-exit", "--input-type=module", "--eval", script(group)], {
    cwd: HERE, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  const clock = setTimeout(() => {
    output.push(Buffer.from(`\nended after ${LONGEST_MS / 1000} s: it hangs\n`));
    child.kill("SIGKILL");
  }, LONGEST_MS);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearTimeout(clock);
      running.delete(child);
      resolve({ group, passed: code === 0, seconds: (Date.now() - begun) / 1000, output: Buffer.concat(output).toString() });
    });
  });
}

function tell({ group, passed, seconds, output }) {
  const skipped = output.match(/^﹣.*$/gm) ?? [];
  console.log(`\n--- ${group.name} (${group.files.join(", ")}): ${passed ? "passed" : "FAILED"} after ${seconds.toFixed(0)} s`);
  console.log(output.trimEnd());
  return skipped;
}

/** A group that begins later than that may not end in time. */
const until = of.within === undefined ? Infinity : Date.now() + 1000 * Number(of.within);

async function worker(queue, env, results) {
  for (let group = Date.now() < until ? queue.shift() : undefined; group; group = Date.now() < until ? queue.shift() : undefined) {
    const result = await run(group, env);
    results.push({ ...result, skipped: tell(result) });
  }
}

async function main() {
  const lost = strays();
  if (lost.length > 0) throw new Error(`in no group of groups.mjs, or in two, or not there: ${lost.join(", ")}`);
  const unknown = chosen.filter((name) => !GROUPS.some((group) => group.name === name));
  if (unknown.length > 0) throw new Error(`no group: ${unknown.join(", ")}. There are ${GROUPS.map(({ name }) => name).join(", ")}`);
  const wanted = chosen.length > 0 ? GROUPS.filter(({ name }) => chosen.includes(name)) : GROUPS;
  engineFolder();
  kitFolder();
  for (const page of ["verifier", "wallet", "partner"]) await build(page);
  rmSync(SHOTS, { recursive: true, force: true });

  // After the builds: those are the compiler's time.
  const begun = Date.now();
  const env = { DOICHIEU_PAGES_BUILT: "1" };
  const results = [];
  const queue = wanted.filter(({ alone }) => !alone);
  const workers = Math.max(1, Number(of.workers) || 1);
  await worker(wanted.filter(({ alone }) => alone), env, results);
  await Promise.all(Array.from({ length: workers }, () => worker(queue, env, results)));
  const left = wanted.filter((group) => !results.some((result) => result.group === group)).map(({ name }) => name);
  const again = of.again ? results.filter(({ passed }) => !passed) : [];
  for (const failed of again) {
    console.log(`\n--- once more, alone: ${failed.group.name}`);
    const result = await run(failed.group, env);
    tell(result);
    failed.passed = result.passed;
  }

  const seconds = (Date.now() - begun) / 1000;
  const failed = results.filter(({ passed }) => !passed).map(({ group }) => group.name);
  const skipped = results.flatMap((one) => one.skipped);
  console.log(`\n--- ${results.map(({ group, seconds }) => `${group.name} ${seconds.toFixed(0)} s`).join(", ")}`);
  if (left.length > 0) console.log(`--- LEFT OUT, there was no time: ${left.join(", ")}`);
  if (again.length > 0) console.log(`--- needed a second run: ${again.map(({ group }) => group.name).join(", ")}`);
  if (skipped.length > 0) console.log(`--- ${skipped.length} SKIPPED:\n${skipped.join("\n")}`);
  try { console.log(`--- screenshots: ${readdirSync(SHOTS).length} in ${join(SHOTS)}`); } catch { console.log("--- screenshots: none"); }
  const verdict = failed.length > 0 ? `FAILED: ${failed.join(", ")}` : "passed";
  console.log(`--- pages: ${verdict}, ${seconds.toFixed(0)} s of the ${WANTED} s wanted`);
  if (failed.length > 0) process.exitCode = 1;
}

await main().catch((error) => { console.error(error.message); process.exitCode = 2; });
