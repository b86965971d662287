export * from "../../../../../wasm/kit/npm/index.js";
