export * from "../../../../../wasm/npm/index.js";
