// The element in JSX, for React 19 and newer, which sets its properties and listens to its events by themselves.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DoichieuSetUp, DoichieuVerifierAttributes, DoichieuVerifierElement, DoichieuVerifierEvents } from "./doichieu-verifier.js";

type Own = DoichieuVerifierAttributes & {
  setUp?: DoichieuSetUp | undefined;
  oninspection?: (event: DoichieuVerifierEvents["inspection"]) => void;
  onended?: (event: DoichieuVerifierEvents["ended"]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "doichieu-verifier": DetailedHTMLProps<HTMLAttributes<DoichieuVerifierElement>, DoichieuVerifierElement> & Own;
    }
  }
}
