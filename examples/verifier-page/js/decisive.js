// Which of the findings decides: what the plate says beside its word.
/** @import { WordedFinding } from "page" */

const GRAVITY = { note: 0, refer: 1, refuse: 2 };

/** Our own side first, then the graver. @type {(one: WordedFinding, other: WordedFinding) => number} */
export const bySideAndGravity = (one, other) =>
  Number(other.side === "post") - Number(one.side === "post") || GRAVITY[other.gravity] - GRAVITY[one.gravity];

/** What was not proven first, then the graver. @type {(one: WordedFinding, other: WordedFinding) => number} */
const byAxisAndGravity = (one, other) =>
  Number(other.axis === "proof") - Number(one.axis === "proof") || GRAVITY[other.gravity] - GRAVITY[one.gravity];

/** @param {readonly WordedFinding[]} list */
export function decisive(list) {
  const graver = [...list].sort(byAxisAndGravity);
  const first = graver.find((finding) => finding.gravity !== "note");
  // Our own clock and lists are told first: they are no matter of the citizen's. But what was not proven is not told by what the law needs.
  /** @param {WordedFinding} finding */
  const alike = (finding) => finding.axis === first?.axis && finding.gravity === first?.gravity;
  return graver.find((finding) => finding.side === "post" && alike(finding)) ?? first ?? null;
}
