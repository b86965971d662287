// What tests leave in a page for their next step.
interface Window {
  axe: typeof import("../node_modules/axe-core/axe.js");
  /** Which cameras were asked for, whether the torch was turned on, what was felt and heard. */
  asked: string[];
  torch: boolean[];
  felt: unknown[];
  heard: number[];
  /** Answers of the browser that are held back, and how many displays were let go dark. */
  lit: ((lock: { release: () => Promise<void> }) => void)[];
  dimmed: number;
  numberField: HTMLInputElement;
  /** A post's engine, in the page of the wallet. */
  post: { ask: () => Promise<{ text: string, digits: string }>, kept: (texts: string[]) => string[] };
}
