// Opens the pages on localhost to try them out: `npm start`. Beside them it writes the three files that a device is set up with, and the
// post's key, for each role of the demo country. TEST keys, derived from a seed that everybody may know.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, kitFolder } from "./build.mjs";
import { keyFile } from "./key-file.mjs";
import { serve } from "./serve.mjs";

/** Verifier and wallet stand on ports of their own: two origins, as on two phones. */
const PORTS = { verifier: 8801, wallet: 8802 };
const HERE = dirname(fileURLToPath(import.meta.url));

const kit = await import(pathToFileURL(join(kitFolder(), "index.js")));
await kit.init(await readFile(join(kitFolder(), "kit_bg.wasm")));
const world = new kit.World(kit.DEMO_SEED);
const folder = join(HERE, "dist", "set-up");
await mkdir(folder, { recursive: true });
const write = (name, bytes) => writeFile(join(folder, name), bytes);
await write("1-root.dc1", world.anchor());
await write("2-lists.dc1", world.bundle());
for (const role of world.roles) {
  await write(`3-licence-${role}.dc1`, world.licence(role));
  await write(`4-key-${role}.p8`, await keyFile(world.postKey(role)));
}

for (const [page, port] of Object.entries(PORTS)) {
  if (!existsSync(join(HERE, "..", `${page}-page`))) continue;
  await serve(await build(page), port);
  console.log(`${page.padEnd(8)}  http://localhost:${port}/`);
}
console.log(`set-up    ${folder}`);
