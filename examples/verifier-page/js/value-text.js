// A value on the screen: the engine's words; a licence's part a line for each of its fields.
import { pick } from "./texts.js";
/** @import { Text } from "doichieu" */
/** @import { Row } from "page" */

/** @typedef {{ readonly label: Text, readonly text: Text, readonly display: string, readonly below: readonly Said[] }} Said */

/**
 * @param {Said} entry
 * @returns {Row}
 */
export const rowOf = (entry) => ({ name: pick(entry.label), sensitive: entry.display !== "open", text: textOf(entry) });

/** @param {Said} entry */
const textOf = ({ text, below }) => below.map((of) => `${pick(of.label)}: ${pick(of.text)}`).join("\n") || pick(text);
