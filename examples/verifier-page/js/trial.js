// The trial of this version, before it is taken into use: a module worker, started by the version in use from what was put aside (sw.js),
// is given a copy of what is kept and opens it. It has no way to the store; what it says is which things open.
import { init, version } from "../vendor/doichieu/index.js";
import { openThings } from "./opening.js";

self.addEventListener("message", ({ data }) => {
  const opened = async () => {
    await init();
    const { things } = await openThings(data.raw, data.at);
    return { version, states: things.map(({ name, state }) => [name, state]) };
  };
  opened().then((said) => self.postMessage(said), (error) => self.postMessage({ fault: String(Object(error).code ?? Object(error).name) }));
});
