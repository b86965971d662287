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
  /** Modules below the screens, and what they told. */
  raw: Readonly<Record<string, unknown>>;
  tab: import("../../verifier-page/js/tab.js").Tab;
  lost: number;
  versions: import("../../verifier-page/js/version.js").Versions;
  told: import("../../verifier-page/js/version.js").News[];
  desk: import("../../verifier-page/js/desk.js").Desk;
  schedule: import("../../verifier-page/js/fetched.js").Schedule;
  events: { name: string, detail: any }[];
  came: { kind: string, files?: File[] }[];
  on: boolean;
  allowed: boolean;
  timers: [work: () => void, ms: number][];
  sent: number;
  written: string[];
  refuse: boolean;
  front: boolean;
  launch: (of: { files: { getFile: () => Promise<File> }[] }) => void;
  /** A post's engine, in the page of the wallet. */
  post: { ask: () => Promise<{ text: string, digits: string }>, kept: (texts: string[]) => string[] };
}
