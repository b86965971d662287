// What tests leave in a page for their next step.
interface Window {
  tab: ReturnType<typeof import("../../tests/js/tab.mjs").tab>;
  scans: string[];
  clicks: number;
  wedge: import("../../npm/wedge.js").Wedge;
}
