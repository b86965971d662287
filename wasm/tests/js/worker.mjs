import * as doichieu from "/doichieu/index.js";
import { beforeInit, run } from "./behaviour.mjs";

beforeInit(doichieu);
await doichieu.init();
postMessage(await run(doichieu, await (await fetch("/written/showings.json")).json()));
