// What a paper says, on the citizen's own screen.
import { currentLanguage, say } from "./words.js";
/** @import { OfferedField } from "page" */

/** Fields that say an end, or that there is none. */
const ENDS = new Set(["valid_until", "passport_valid_until", "stay_valid_until"]);

/**
 * A value as the holder reads it: a word of the registry in words, a day as it is written in Viet Nam; what has no short form is only
 * said to be there.
 * @param {OfferedField} field
 */
export function valueText({ name, value, said }) {
  if (said) return said[currentLanguage()];
  if (value === undefined) return say("onPaper");
  if (value === "") return say(ENDS.has(name) ? "noEnd" : "noneRecorded");
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day ? `${day[3]}/${day[2]}/${day[1]}` : value;
}
