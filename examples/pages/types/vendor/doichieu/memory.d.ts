export * from "../../../../../wasm/npm/memory.js";
