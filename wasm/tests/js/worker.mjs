import * as doichieu from "/doichieu/index.js";
import * as keeping from "/doichieu/memory.js";
import { beforeInit, run } from "./behaviour.mjs";

beforeInit(doichieu);
await doichieu.init();
postMessage(await run({ ...doichieu, ...keeping }, await (await fetch("/written/showings.json")).json()));
