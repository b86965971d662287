// What a paper says, on the citizen's own screen.
import { say } from "./words.js";

/**
 * A value as the holder reads it: a day as it is written in Viet Nam; what has no short form is only said to be there.
 * @param {{ value?: string }} field
 */
export function valueText({ value }) {
  if (value === undefined) return say("onPaper");
  if (value === "") return "–";
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day ? `${day[3]}/${day[2]}/${day[1]}` : value;
}
