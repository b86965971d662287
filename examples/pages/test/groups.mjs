// Which tests run together: a group is one process, with one server of each page and one browser. Two groups run side by side.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(HERE, "..", "..", "..", "target");

/** Where pictures of the screens are kept. */
export const SHOTS = join(TARGET, "pages-shots");

/** @typedef {{ name: string, files: readonly string[], alone?: boolean }} Group */

/**
 * What would be missed most comes first: where time is short (`--within`) what comes last is left out, and named. A group that is `alone` runs
 * before all others, when nothing else does: its films, and scanners that type by the clock, lose frames and seconds to whatever runs beside them.
 * @type {readonly Group[]}
 */
export const GROUPS = [
  { name: "films", files: ["films", "scans"], alone: true },
  { name: "shift", files: ["verifier", "values", "vehicle", "lists", "renew"] },
  { name: "rows", files: ["shift-rows"] },
  { name: "memory", files: ["windows", "several", "encounter"] },
  { name: "both", files: ["both", "post-key", "open", "build", "texts"] },
  { name: "kept", files: ["kept", "tabs", "fetched", "version", "clipboard"] },
  { name: "device", files: ["device-rows"] },
  { name: "sight", files: ["sight", "geometry"] },
  { name: "wallet-code", files: ["wallet-code", "wallet-keeping"] },
  { name: "wallet", files: ["wallet", "wallet-screens", "questions", "machine"] },
  { name: "ways", files: ["ways-in", "camera-lost", "codes"] },
  { name: "partner", files: ["partner-page", "embedding"] },
  { name: "screens", files: ["screens"] },
];

/** Files of tests that no group has, and files that are named and not there: each would be a test that nobody runs. */
export function strays(groups = GROUPS, folder = HERE) {
  const named = groups.flatMap(({ files }) => files).map((name) => `${name}.mjs`);
  // One defines what others call, the other writes a test into each group.
  const isTest = (name) => !["support.mjs", "run.mjs"].includes(name) && /^ *(?:test|inBoth)\(/m.test(readFileSync(join(folder, name), "utf8"));
  const there = readdirSync(folder).filter((name) => name.endsWith(".mjs") && isTest(name));
  const twice = named.filter((name, place) => named.indexOf(name) !== place);
  return [...there.filter((name) => !named.includes(name)), ...named.filter((name) => !there.includes(name)), ...twice].sort();
}
