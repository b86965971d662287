// Where nothing can lie beside a script: one file of a bundler, CommonJS, server rendering, an extension. The engine is within, as text.

import text from "./engine-text.js";
import { initFrom } from "./loading.js";

export * from "./api.js";
export const init = initFrom(() => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
