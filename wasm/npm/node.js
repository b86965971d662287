import { readFileSync } from "node:fs";
import { initSync } from "./engine.js";
import { open } from "./guard.js";
initSync({ module: readFileSync(new URL("./engine_bg.wasm", import.meta.url)) });
open();
export * from "./index.js";
