// The packed tarball in Node: imported by its name from a project that installed it.

import { createRequire } from "node:module";
import { cpSync } from "node:fs";
import { inspect } from "node:util";
import { pathToFileURL } from "node:url";
import * as behaviour from "./behaviour.mjs";
import { blob, compare, consumer, files, tell, written } from "./files.mjs";
import { keeping } from "./keeping.mjs";
import { helpers, mistakes } from "./mistakes.mjs";
import { tests as typed } from "./wedge.mjs";
import { answers } from "./vectors.mjs";
import { wiping } from "./wiped.mjs";

const resolve = createRequire(new URL("index.js", consumer)).resolve;
const node = pathToFileURL(resolve("doichieu"));

// As in a page: the face that bundlers and browsers get, before it was loaded.
behaviour.beforeInit(await import(new URL("index.js", node).href));

// The module's memory is nobody's business but that of a test.
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  /** @param {ConstructorParameters<typeof Instance>} of */
  constructor(...of) {
    super(...of);
    memory = this.exports.memory;
  }
};

const begun = performance.now();
const doichieu = await import(node.href);
await doichieu.init();
console.log(`Node: ready ${(performance.now() - begun).toFixed(1)} ms after import`);
const whole = { ...doichieu, ...(await import(pathToFileURL(resolve("doichieu/memory")).href)) };
const showings = JSON.parse(written("showings.json"));
tell("Node, wiped", await behaviour.run(doichieu, showings, wiping(memory)));
tell("Node", await behaviour.run(whole, showings));
const copy = new URL("copy/", consumer);
cpSync(new URL(".", node), copy, { recursive: true });
const second = await import(new URL("node.js", copy).href);
const { FACE } = await import(new URL("face.js", node).href);
tell("Node, mistakes", await behaviour.run(doichieu, showings, mistakes({ FACE, second, inspected: (of) => inspect(of) })));
const beside = async (name) => import(pathToFileURL(resolve(`doichieu/${name}`)).href);
const [keepers, stores, wedge] = await Promise.all(["memory", "stores", "wedge"].map(beside));
tell("Node, mistakes beside", await behaviour.run(doichieu, showings, helpers({ memory: keepers, stores, wedge })));
tell("Node, typed", await behaviour.run(await import(pathToFileURL(resolve("doichieu/wedge")).href), showings, typed));
tell("Node, two threads", await keeping(showings));
compare("Node", answers(doichieu, files(), blob));
