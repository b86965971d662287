// The element in templates of Vue 3. Its compiler is told that it is one: `compilerOptions: { isCustomElement: (tag) => tag === "doichieu-verifier" }`.
import type { HTMLAttributes, PublicProps } from "vue";
import type { DoichieuSetUp, DoichieuVerifierAttributes, DoichieuVerifierElement, DoichieuVerifierEvents } from "./doichieu-verifier.js";

interface Own extends DoichieuVerifierAttributes {
  setUp?: DoichieuSetUp | undefined;
  onInspection?: (event: DoichieuVerifierEvents["inspection"]) => void;
  onEnded?: (event: DoichieuVerifierEvents["ended"]) => void;
}

declare module "vue" {
  interface GlobalComponents {
    "doichieu-verifier": new () => DoichieuVerifierElement & {
      /** Not there when it runs: by this Vue knows what may be set. */
      readonly $props: HTMLAttributes & Own & PublicProps;
    };
  }
}
