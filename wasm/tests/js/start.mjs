// How long a page waits for the engine once its bytes are there: compiled, instantiated, a first call made.

import * as doichieu from "/doichieu/index.js";

export const start = async (path) => {
  const bytes = await (await fetch(path)).arrayBuffer();
  const begun = performance.now();
  await doichieu.init(bytes);
  new doichieu.Memory().toBytes();
  return performance.now() - begun;
};
