// What `open` keeps between two starts: when its root was drawn, which list set came last, and on which ports the pages stood.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Verifier and wallet stand on ports of their own: two origins, as on two devices. */
export const PORTS = Object.freeze({ verifier: 8801, wallet: 8802 });

/** The number of the first list set; each start hands out the next one. */
const FIRST_LISTS = 57;

/**
 * The folder of this user. Not in the checkout: the browser keeps its set-up outside it too, and a root that went with `cargo clean` would
 * leave a page that was set up by another.
 * @type {(of?: { env?: NodeJS.ProcessEnv, platform?: string, home?: string }) => string}
 */
export function userFolder({ env = process.env, platform = process.platform, home = homedir() } = {}) {
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "doichieu-pages");
  if (platform === "darwin") return join(home, "Library", "Application Support", "doichieu-pages");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "doichieu-pages");
}

/** @typedef {{ drawn: number, lists: number, ports: { verifier: number, wallet: number } }} Kept */

const whole = (value, most) => Number.isSafeInteger(value) && value > 0 && value <= most;
const valid = (of) =>
  whole(of?.drawn, 2 ** 40) && whole(of?.lists, 2 ** 31) && whole(of?.ports?.verifier, 65_535) && whole(of?.ports?.wallet, 65_535);

const file = (folder) => join(folder, "open.json");

/**
 * What was kept; `null` before the first start. Throws where it cannot be read: a new root in its place would make a page that is set up
 * worthless without a word.
 * @type {(folder: string) => Promise<Kept | null>}
 */
export async function recall(folder) {
  const text = await readFile(file(folder), "utf8").catch((error) => { if (error.code === "ENOENT") return null; throw error; });
  if (text === null) return null;
  let of;
  try { of = JSON.parse(text); } catch { of = null; }
  if (!valid(of)) {
    throw new Error(`${file(folder)}: không đọc được · cannot be read. Vẽ khóa gốc mới · to draw a new root: --new-root`);
  }
  return of;
}

/** Written whole or not at all. @type {(folder: string, kept: Kept) => Promise<void>} */
export async function keep(folder, kept) {
  await mkdir(folder, { recursive: true });
  const next = join(folder, `.open.${process.pid}.json`);
  await writeFile(next, `${JSON.stringify(kept)}\n`);
  await rename(next, file(folder));
}

/**
 * This start's: the root that was drawn at the first one, and the next list set.
 * @type {(before: Kept | null, now: number) => Kept}
 */
export const nextStart = (before, now) =>
  before ? { ...before, lists: before.lists + 1 } : { drawn: now, lists: FIRST_LISTS, ports: { ...PORTS } };
