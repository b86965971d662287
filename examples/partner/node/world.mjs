// The files of the trial, and a post set up with them.
import { readFileSync } from "node:fs";
import { Bundle, EncounterSeed, Inspector, Memory, Post, Roots, Scan } from "doichieu";

export const read = (name) => new Uint8Array(readFileSync(new URL(`../world/${name}`, import.meta.url)));
export const text = (name) => readFileSync(new URL(`../world/${name}`, import.meta.url), "utf8").trim();
export const random = () => crypto.getRandomValues(new Uint8Array(32));

// The trial has a time of its own.
const now = Date.parse(text("traffic-stop/at.txt"));
Date.now = () => now;

/** @param {string} scene @param {string} [mandate] */
export const post = (scene, mandate = `${scene}/post.dcl`) => {
  const memory = new Memory();
  const roots = Roots.dangerousTest(read(`${scene}/roots.dcr`));
  const bundle = Bundle.open(read(`${scene}/bundle.dcb`), roots, memory);
  const inspector = new Inspector(bundle, Post.open(read(mandate), bundle));
  return { memory, roots, bundle, inspector };
};

export const seen = (scene, purpose) => {
  const { inspector, memory } = post(scene);
  const encounterSeed = new EncounterSeed(random());
  return inspector.inspect(Scan.qr(text(`${scene}/scan.txt`)), inspector.unprompted(purpose, encounterSeed), memory);
};
