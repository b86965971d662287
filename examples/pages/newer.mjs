// Whether something was built before a change to what it is made of: by the times of the files, as make does it.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What no build reads: products of builds, and tests. */
const NOT_READ = new Set(["target", "node_modules", "tests", "bench"]);

/** When the newest file of a file or folder was written, in milliseconds. */
export function written(path) {
  const of = statSync(path);
  if (!of.isDirectory()) return of.mtimeMs;
  const inside = readdirSync(path, { withFileTypes: true }).filter((entry) => !NOT_READ.has(entry.name));
  // The folder's own time tells of a file that was taken away.
  return Math.max(of.mtimeMs, ...inside.map((entry) => written(join(path, entry.name))));
}

/** Whether `product` is missing, or older than any of `sources`. */
export function outdated(product, sources) {
  const made = statSync(product, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((source) => written(source) > made);
}
