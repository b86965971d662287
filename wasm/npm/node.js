// Node: the engine is there as soon as this is imported.

import { readFileSync } from "node:fs";
import { initSync } from "./engine.js";
import { open } from "./guard.js";

const read = () => {
  try {
    return readFileSync(new URL("./engine_bg.wasm", import.meta.url));
  } catch (cause) {
    // Put into one file by a bundler, a script has another place, or none.
    const helps = "Bundled for Node? Import from `doichieu/inline`, or leave doichieu external.";
    throw new Error(`doichieu: engine_bg.wasm is not beside this script. ${helps}`, { cause });
  }
};

initSync({ module: read() });
open();

export * from "./index.js";
