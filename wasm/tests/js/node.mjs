// The packed tarball in Node: imported by its name from a project that installed it.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import * as behaviour from "./behaviour.mjs";
import { blob, compare, consumer, files, tell, written } from "./files.mjs";
import { answers } from "./vectors.mjs";

const resolve = createRequire(new URL("index.js", consumer)).resolve;
const node = pathToFileURL(resolve("doichieu"));

// As in a page: the face that bundlers and browsers get, before it was loaded.
behaviour.beforeInit(await import(new URL("index.js", node)));

const begun = performance.now();
const doichieu = await import(node);
await doichieu.init();
console.log(`Node: ready ${(performance.now() - begun).toFixed(1)} ms after import`);
tell("Node", await behaviour.run(doichieu, JSON.parse(written("showings.json"))));
compare("Node", answers(doichieu, files(), blob));
