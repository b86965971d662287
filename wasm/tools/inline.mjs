// Writes the engine as a script of one text (base64), for the entry that has no file beside it.
import { readFileSync, writeFileSync } from "node:fs";

const [engine, script] = process.argv.slice(2);
writeFileSync(script, `export default "${readFileSync(engine).toString("base64")}";\n`);
