// The files that the verifier page is set up with, by the demo authority: TEST keys, derived from a seed that everybody may know.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { engineFolder, kitFolder } from "./build.mjs";

/** The demo kit and the engine, in this process. */
export async function tools() {
  const module = async (folder, wasm) => {
    const of = await import(pathToFileURL(join(folder, "index.js")).href);
    await of.init(await readFile(join(folder, wasm)));
    return of;
  };
  return { kit: await module(kitFolder(), "kit_bg.wasm"), engine: await module(engineFolder(), "engine_bg.wasm") };
}

/**
 * Root, lists of today, and a mandate of today for each role. What lay there from an earlier day goes.
 * @returns what was written, the root's check code, and when the first of it ends
 */
export async function writeSetUp({ kit, engine }, folder, { drawn, lists, now }) {
  const world = new kit.World(kit.DEMO_SEED, undefined, now, drawn);
  const bundle = world.bundle(lists);
  const mandates = Object.fromEntries(world.roles.map((role) => [`3-mandate-${role}.dcl`, world.mandate(role)]));
  const files = { "1-root.dcr": world.anchor(), "2-lists.dcb": bundle, ...mandates };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const roots = engine.Roots.dangerousTest(world.anchor());
  const opened = engine.Bundle.open(bundle, roots, new engine.Memory());
  const ends = Object.values(mandates).map((mandate) => engine.Post.open(mandate, opened).until);
  return { files: Object.keys(files), roles: world.roles, fingerprint: roots.fingerprint, until: Math.min(...ends), lists };
}

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const PEM = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/;

/**
 * The public half of a post's key from the file that the page gave out (RFC 7468 §13): the raw point, and the short name that the page
 * shows. Throws a sentence where it is something else; a private key is told as one.
 */
export async function publicHalf(bytes) {
  const text = Buffer.from(bytes).toString("latin1");
  if (/PRIVATE KEY-----/.test(text)) {
    throw new Error("Đây là khóa riêng: không đưa cho ai, kể cả ở đây. · This is a private key: give it to nobody, and not here either.");
  }
  const [, base64] = PEM.exec(text) ?? [];
  const spki = Buffer.from(base64 ?? "", "base64");
  // Takes no point that lies off the curve.
  const key = await crypto.subtle.importKey("spki", spki, CURVE, true, ["verify"]).catch(() => {
    throw new Error("Đây không phải nửa công khai của khóa điểm. · This is not the public half of a post's key.");
  });
  return { point: new Uint8Array(await crypto.subtle.exportKey("raw", key)), name: shortName(spki) };
}

/** A key's name, short enough to compare by eye. */
export const shortName = (spki) => createHash("sha256").update(spki).digest("hex").slice(0, 8);

/** A mandate of each role for the key in `file`, beside the other files. Resolves to what was written. */
export async function signMandates({ kit }, folder, { file, drawn, now }) {
  const { point, name } = await publicHalf(await readFile(file));
  const world = new kit.World(kit.DEMO_SEED, undefined, now, drawn);
  await mkdir(folder, { recursive: true });
  const written = [];
  for (const role of world.roles) {
    const path = join(folder, `3-mandate-${role}-${name}.dcl`);
    await writeFile(path, world.mandateFor(role, point));
    written.push(path);
  }
  return { name, written };
}
