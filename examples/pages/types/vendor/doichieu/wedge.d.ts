export * from "../../../../../wasm/npm/wedge.js";
