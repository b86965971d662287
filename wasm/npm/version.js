// Written by `wasm/build`: the version of the workspace.
export const version = "0.0.0";
