// What an inspection costs beside its bare signature checks, in the same module of the same page. `bench`: the module of wasm/bench.

import { bytes } from "./check.mjs";

/** Pairs of batches in turn, so that what else the machine does falls on both; the median counts. */
const PAIRS = 61;
/**
 * Rounds over all showings, of which the median counts; one more before them is thrown away, for until then code is still being optimised.
 */
const ROUNDS = 3;
/** Short batches, of which the least counts. */
const SHORT = 200;
/** Milliseconds of a batch: far above the clock's coarseness. */
const BATCH = 5;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const micros = (run, times) => {
  const begun = performance.now();
  for (let left = times; left > 0; left -= 1) run();
  return ((performance.now() - begun) * 1000) / times;
};

const warm = (run) => {
  let times = 0;
  for (const begun = performance.now(); performance.now() - begun < 200; times += 1) run();
  return Math.max(1, Math.round((times * BATCH) / 200));
};

/** For each showing the median of its ratios to the bare checks, and the least of both in microseconds. */
export const pace = (bench, of) => {
  round(bench, of);
  const rounds = Array.from({ length: ROUNDS }, () => round(bench, of));
  return rounds[0].map((_, place) => rounds.map((rows) => rows[place]).toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)]);
};

const round = (bench, { now, anchor, bundle: file, mandates, showings }) =>
  showings.map(({ phone, name, role, purpose, text, native, nativeBare, bare: checks }) => {
    const { Bare, Bundle, EncounterSeed, Inspector, Memory, Post, Roots, Scan } = bench;
    const bundle = Bundle.open(bytes(file), Roots.dangerousTest(bytes(anchor)), new Memory(), now);
    const inspector = new Inspector(bundle, Post.open(bytes(mandates[role]), bundle));
    const ask = inspector.unprompted(purpose, new EncounterSeed(new Uint8Array(32)));
    const bare = new Bare();
    for (const { by, key, message, signature } of checks) {
      const add = by === "issuer" ? bare.by_issuer : bare.by_holder;
      add.call(bare, bytes(key), bytes(message), bytes(signature));
    }
    const whole = () => {
      const [memory, scan] = [new Memory(), Scan.qr(text)];
      const seen = inspector.inspect(scan, ask, memory, now);
      if (seen.kind !== "accept") throw new Error(`${name}: ${seen.kind}`);
      for (const used of [seen, scan, memory]) used.free();
    };
    const part = () => {
      if (!bare.check()) throw new Error(`${name}: a bare check failed`);
    };
    const [wholes, parts] = [warm(whole), warm(part)];
    const pairs = Array.from({ length: PAIRS }, (_, round) => {
      const first = round % 2 === 0 ? micros(whole, wholes) : undefined;
      const second = micros(part, parts);
      return [first ?? micros(whole, wholes), second];
    });
    // Times beside the native ones, taken at another moment: the least of many short batches, as there, for one of them ran undisturbed.
    const least = (run) => Math.min(...Array.from({ length: SHORT }, () => micros(run, 3)));
    return { phone, name, native, nativeBare, ratio: median(pairs.map(([a, b]) => a / b)), whole: least(whole), bare: least(part) };
  });
