// What wasm-bindgen makes, under the names of the public face.
export * from "../../npm/index.js";
export default function load(source?: { module_or_path: Parameters<typeof import("../../npm/index.js").init>[0] }): Promise<unknown>;
export function initSync(source: { module: BufferSource }): unknown;
