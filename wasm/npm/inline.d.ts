/**
 * Everything of `doichieu`, with the engine within the script: for one file of a bundler, CommonJS, server rendering, wherever no file can lie
 * beside a script. `await init()` once, in Node too. A third larger to load than the engine as a file.
 */
export * from "./index.js";
