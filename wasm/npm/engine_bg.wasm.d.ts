/**
 * The engine, for `init(engine)`, as a bundler gives it that is told what to do with `.wasm`: an address (`file` of esbuild, `?url` of Vite), its
 * bytes (`binary` of esbuild), or a compiled module (workers at the edge).
 */
declare const engine: string | Uint8Array<ArrayBuffer> | WebAssembly.Module;
export default engine;
