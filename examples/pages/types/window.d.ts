// What tests leave in a page for their next step.
interface Window {
  axe: typeof import("../node_modules/axe-core/axe.js");
  /** Which cameras were asked for, whether the torch was turned on, what was felt and heard. */
  asked: string[];
  torch: boolean[];
  felt: unknown[];
  heard: number[];
  numberField: HTMLInputElement;
}
