// The element for a page of one's own: `import "…/js/element.js"` defines it, this names it. For React: react.d.ts; for Vue: vue.d.ts.

/** A field that the citizen agreed to show and to be kept. Of a paper, so it goes nowhere but where it was agreed that it goes. */
export interface DoichieuShown {
  /** `identity`, `health_insurance_card`, … */
  readonly kind: string;
  /** `full_name`, `date_of_birth`, … */
  readonly name: string;
  /** In the element's language. */
  readonly label: string;
  readonly text: string;
}

/** What came of a check. No value of a paper is in it. */
export interface DoichieuInspection {
  /** `accept`, `look_up`, `not_in_force`, `not_proven`, `not_checked` or `scan_again`. */
  readonly headline: string;
  /** Codes of reasons (docs/reasons.md). */
  readonly codes: readonly string[];
  /** The report, as docs/report.md says; `null` of what was no document. */
  readonly json: string | null;
}

/** What a device is set up with, where the page hands it out itself. */
export interface DoichieuSetUp {
  readonly roots: Uint8Array | ArrayBuffer;
  readonly lists: Uint8Array | ArrayBuffer;
  readonly mandate: Uint8Array | ArrayBuffer;
  /** The post's own key (PKCS #8), where it was not made in this browser. */
  readonly key?: Uint8Array | ArrayBuffer | undefined;
  /**
   * The check code of the roots, as a person who makes this page compared it, from another source than the file; never computed from it.
   * Left out, whoever opens the page compares it.
   */
  readonly fingerprint?: string | undefined;
}

export interface DoichieuVerifierEvents {
  inspection: CustomEvent<DoichieuInspection>;
  /** Values have ended, those of one phone or of all: `shown()` says what is left. */
  ended: CustomEvent<null>;
}

/** Attributes, each a property of the same name. */
export interface DoichieuVerifierAttributes {
  language?: "vi" | "en" | undefined;
  layout?: "handheld" | "desk" | undefined;
  theme?: "day" | "night" | undefined;
  /** Fields to ask for, parted by blanks: `identity.full_name identity.date_of_birth`. Left out, all that the post may ask for. */
  only?: string | undefined;
  /** It is part of somebody's page: title, history and service worker of that are not its own. */
  bare?: boolean | undefined;
  /** Nothing is kept in the browser: set-up and memory end with the page. Said before the element is put into the document. */
  transient?: boolean | undefined;
}

export interface DoichieuVerifierElement extends HTMLElement, DoichieuVerifierAttributes {
  setUp: DoichieuSetUp | undefined;
  /** The fields of the check on the screen while they may be seen and kept, else none. For a press of a person, never by itself. */
  shown(): DoichieuShown[];
  addEventListener<N extends keyof DoichieuVerifierEvents>(
    type: N, listener: (this: this, event: DoichieuVerifierEvents[N]) => unknown, how?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, how?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "doichieu-verifier": DoichieuVerifierElement;
  }
}
