// What must compile where the host's types know `using`; `right.ts` is compiled without.

import { Memory, Scan } from "doichieu";
import type { AskDraft, Bytes, Challenge } from "doichieu";

export const once = (text: string): number => {
  using memory = new Memory();
  using scan = Scan.qr(text);
  return memory.showings + (scan satisfies Disposable ? 1 : 0);
};

export const sealed = (of: AskDraft, signature: Bytes): Challenge => {
  // Used up by `seal`: its end is none.
  using draft = of;
  return draft.seal(signature);
};
