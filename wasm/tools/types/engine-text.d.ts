// What `wasm/tools/inline.mjs` writes.
declare const text: string;
export default text;
