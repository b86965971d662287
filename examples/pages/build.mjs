// Builds the pages: `node build.mjs [verifier] [wallet]`, or all there are. Into dist/<page>/, which any web server can serve as it is.
// What a page needs comes along: nothing is fetched from anywhere when it runs.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { outdated } from "./newer.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const REPOSITORY = join(HERE, "..", "..");
const JS = process.env.DOICHIEU_JS_OUT ?? join(process.env.CARGO_TARGET_DIR ?? join(REPOSITORY, "target"), "js");

const ENGINE = [
  "api.js",
  "engine.js",
  "engine_bg.wasm",
  "errors.js",
  "face.js",
  "guard.js",
  "index.js",
  "loading.js",
  "memory.js",
  "taking.js",
  "version.js",
  "wedge.js",
  "LICENSE-MIT",
  "LICENSE-APACHE",
];
const KIT = ["index.js", "kit.js", "kit_bg.wasm"];

/** Which parts each page carries, beside what lies in its own folder. */
const PAGES = {
  verifier: { from: "verifier-page", parts: [shared, lit, engine, zxing, qr] },
  partner: { from: "partner-page", parts: [verifier] },
  wallet: { from: "wallet-page", parts: [shared, lit, camera, kit, engine, zxing, qr] },
};

/** What engine and kit are made of. */
const SOURCES = ["src", "wasm/src", "wasm/npm", "wasm/build", "wasm/Cargo.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];
const KIT_SOURCES = [...SOURCES, "wasm/kit", "tests/kit/src", "tests/kit/Cargo.toml"];

/** Builds by `wasm/build` what is not there yet, or was built before a change to its sources. */
function built(folder, argument, file, sources) {
  if (outdated(join(JS, folder, file), sources.map((source) => join(REPOSITORY, source)))) {
    execFileSync(join(REPOSITORY, "wasm", "build"), argument, { stdio: "inherit", env: { ...process.env, DOICHIEU_JS_OUT: JS } });
  }
  return join(JS, folder);
}

async function copy(files, from, to) {
  await mkdir(to, { recursive: true });
  for (const file of files) await cp(join(from, file), join(to, file));
}

/** Where engine and demo kit are, built now if need be: for the pages, for tests, and for files to set a page up with. */
export const engineFolder = () => built("package", [], "engine_bg.wasm", SOURCES);
export const kitFolder = () => built("kit", ["kit"], "kit_bg.wasm", KIT_SOURCES);

function engine(vendor) { return copy(ENGINE, engineFolder(), join(vendor, "doichieu")); }
function kit(vendor) { return copy(KIT, kitFolder(), join(vendor, "kit")); }

/** The decoder: its module says where its shared part lies, and that is one folder nearer here. */
async function zxing(vendor) {
  const from = join(HERE, "node_modules", "zxing-wasm");
  const to = join(vendor, "zxing");
  await copy(["share.js"], join(from, "dist", "es"), to);
  await copy(["zxing_reader.wasm"], join(from, "dist", "reader"), to);
  await copy(["LICENSE"], from, to);
  const reader = await readFile(join(from, "dist", "es", "reader", "index.js"), "utf8");
  if (!reader.includes('"../share.js"')) throw new Error("zxing-wasm: its reader no longer names ../share.js");
  await writeFile(join(to, "reader.js"), reader.replaceAll('"../share.js"', '"./share.js"'));
}

function qr(vendor) { return copy(["index.js", "LICENSE", "LICENSE-MIT"], join(HERE, "node_modules", "qr"), join(vendor, "qr")); }

/** Lit as one file, for a browser resolves no bare names; its licence beside it. The bundler is needed to build, never to run. */
async function lit(vendor) {
  const outfile = join(vendor, "lit", "lit.js");
  const entryPoints = [join(HERE, "shared", "lit.js")];
  const as = { bundle: true, minify: true, target: "es2022", outfile };
  await bundle({ ...as, entryPoints, format: "esm", legalComments: "eof", logLevel: "warning" });
  await copy(["LICENSE"], join(HERE, "node_modules", "lit"), dirname(outfile));
}

/** What pages of templates share (shared/README.md). `lit.js` is what is bundled. */
async function shared(vendor) {
  const from = join(HERE, "shared");
  const own = (await readdir(from)).filter((file) => /\.(?:js|css)$/.test(file) && file !== "lit.js");
  await copy(own, from, join(dirname(vendor), "shared"));
}

/** What the wallet takes from the verifier page: how a camera is read. */
async function camera(vendor) {
  const from = join(HERE, "..", "verifier-page");
  const to = dirname(vendor);
  await copy(["camera.js", "decoder.js", "picture.js", "symbols.js"], join(from, "js"), join(to, "js"));
  await copy(["icon.svg"], join(from, "icons"), join(to, "icons"));
}

/** The element of the verifier page with all that it needs, in a folder of its own: what any page takes that has the element in it. */
async function verifier(vendor) {
  const to = join(dirname(vendor), "verifier");
  for (const folder of ["js", "css", "icons"]) await cp(join(HERE, "..", "verifier-page", folder), join(to, folder), { recursive: true });
  for (const part of PAGES.verifier.parts) await part(join(to, "vendor"));
}

/** Every file of a folder, by its path from there. */
async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Writes into the service worker what it puts aside, and a version over all of it. */
async function putAside(folder) {
  const worker = join(folder, "sw.js");
  const listed = (await files(folder)).filter((file) => file !== "sw.js" && !file.includes("LICENSE"));
  const hash = createHash("sha256");
  for (const file of listed) hash.update(file).update(await readFile(join(folder, file)));
  const text = await readFile(worker, "utf8");
  for (const place of ["/*version*/", "/*files*/"]) if (!text.includes(place)) throw new Error(`sw.js has no ${place}`);
  const names = ["./", ...listed].map((file) => JSON.stringify(file)).join(", ");
  await writeFile(worker, text.replace("/*version*/", hash.digest("hex").slice(0, 16)).replace("/*files*/", names));
  return listed;
}

/** Every module, style and picture that a file names must be there: one that is missing would stop the page from being put aside. */
async function check(folder, listed) {
  const named = /(?:from|import)\s*"(\.[^"]+)"|import\("(\.[^"]+)"\)|new URL\("(\.[^"]+)"|(?:src|href)="(?!#|data:|https?:)([^"]+)"/g;
  for (const file of listed.filter((file) => /\.(?:js|html|webmanifest)$/.test(file) && !file.startsWith("vendor/zxing/"))) {
    for (const [, ...names] of (await readFile(join(folder, file), "utf8")).matchAll(named)) {
      const name = join(dirname(file), names.find(Boolean)).split(sep).join("/");
      if (!listed.includes(name) && name !== "sw.js") throw new Error(`${file} names ${name}, which is not there`);
    }
  }
}

/** Where a page is once it was built. */
const builtFolder = (page) => join(HERE, "dist", page);

/** Builds one page; resolves to its folder. While tests run side by side nobody builds it under the others' hands. */
export async function build(page) {
  const { from, parts } = PAGES[page];
  const folder = builtFolder(page);
  if (process.env.DOICHIEU_PAGES_BUILT) return folder;
  await rm(folder, { recursive: true, force: true });
  await cp(join(HERE, "..", from), folder, { recursive: true, filter: (path) => !path.endsWith(".d.ts") });
  for (const part of parts) await part(join(folder, "vendor"));
  await check(folder, existsSync(join(folder, "sw.js")) ? await putAside(folder) : await files(folder));
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const chosen = process.argv.slice(2);
  const there = Object.keys(PAGES).filter((page) => existsSync(join(HERE, "..", PAGES[page].from)));
  for (const page of chosen.length > 0 ? chosen : there) console.log(await build(page));
}
