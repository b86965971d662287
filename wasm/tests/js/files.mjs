// The files that the tests read.

import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);
const targets = process.env.CARGO_TARGET_DIR ? new URL(`file://${process.env.CARGO_TARGET_DIR}/`) : new URL("target/", root);
const vectors = new URL("tests/vectors/", root);

export const read = (path) => readFileSync(new URL(path, root));

export const written = (name) => readFileSync(new URL(`tmp/${name}`, targets), "utf8");

export const consumer = new URL("js/consumer/", targets);

/** The cases of every file, in the order of the files' names; those of `live/` stand under that name. */
export const files = () => {
  const names = readdirSync(vectors, { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".json"));
  return names.toSorted().map((name) => JSON.parse(readFileSync(new URL(name, vectors), "utf8")));
};

export const blob = (name) => readFileSync(new URL(`blobs/${name}.bin`, vectors));

const short = (line) => (line === undefined ? "nothing" : line.slice(0, 200));

/** Holds answers to the native ones; tells the first that differ. */
export const compare = (where, answers) => {
  const native = written("vectors.tsv").trimEnd().split("\n");
  const differing = answers.flatMap((line, index) => (line === native[index] ? [] : [[line, native[index]]]));
  if (answers.length !== native.length || differing.length > 0) {
    console.error(`${where}: ${answers.length} answers, ${native.length} natively, ${differing.length} differ`);
    for (const [found, expected] of differing.slice(0, 5)) console.error(`  found    ${short(found)}\n  natively ${short(expected)}`);
    process.exitCode = 1;
    return;
  }
  console.log(`${where}: ${answers.length} vectors answer the same bytes as natively`);
};

/** Tells how tests went. */
export const tell = (where, { passed, failed }) => {
  console.log(`${where}: ${passed} passed, ${failed.length} failed`);
  for (const failure of failed) console.error(`  ${failure}`);
  if (failed.length > 0 || passed === 0) process.exitCode = 1;
};
