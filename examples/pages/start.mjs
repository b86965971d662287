// Opens the pages on localhost to try them out: `npm start`. Beside them it writes the three files that a device is set up with, and the
// post's key, for each role of the demo country. TEST keys, derived from a seed that everybody may know.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, engineFolder, kitFolder } from "./build.mjs";
import { keyFile } from "./key-file.mjs";
import { serve } from "./serve.mjs";

/** Verifier and wallet stand on ports of their own: two origins, as on two phones. */
const PORTS = { verifier: 8801, wallet: 8802 };
const HERE = dirname(fileURLToPath(import.meta.url));

const kit = await import(pathToFileURL(join(kitFolder(), "index.js")).href);
await kit.init(await readFile(join(kitFolder(), "kit_bg.wasm")));
const world = new kit.World(kit.DEMO_SEED);
const folder = join(HERE, "dist", "set-up");
await mkdir(folder, { recursive: true });
const write = (name, bytes) => writeFile(join(folder, name), bytes);
await write("1-root.dcr", world.anchor());
await write("2-lists.dcb", world.bundle());
for (const role of world.roles) {
  await write(`3-mandate-${role}.dcl`, world.mandate(role));
  await write(`4-key-${role}.p8`, await keyFile(world.postKey(role)));
}

for (const [page, port] of Object.entries(PORTS)) {
  if (!existsSync(join(HERE, "..", `${page}-page`))) continue;
  await serve(await build(page), port);
}

/** What the page shows of the root, by the engine itself in this process: the two are to be compared. */
async function fingerprint() {
  const engine = await import(pathToFileURL(join(engineFolder(), "index.js")).href);
  await engine.init(await readFile(join(engineFolder(), "engine_bg.wasm")));
  return engine.Roots.dangerousTest(world.anchor()).fingerprint;
}

console.log(`
  Trang kiểm tra · verifier page    http://localhost:${PORTS.verifier}/
  Ví demo · demo wallet             http://localhost:${PORTS.wallet}/

  Thiết lập trang kiểm tra bằng các tệp trong · set the verifier page up with the files in
    ${folder}
    1-root.dcr, 2-lists.dcb, 3-mandate-traffic_police.dcl, 4-key-traffic_police.p8
    (${world.roles.join(", ")})
  Dấu vân của khóa gốc · fingerprint of the root
    ${await fingerprint()}

  TEST: mọi người, khóa và giấy tờ đều hư cấu · every person, key and paper is invented.    Ctrl+C`);
