// Browsers, workers and bundlers: the engine is a file of its own beside this one.

import { initFrom } from "./loading.js";

export * from "./api.js";
// In these very words: by them bundlers find the file, copy it and give it a name of their own.
export const init = initFrom(() => new URL("./engine_bg.wasm", import.meta.url));
