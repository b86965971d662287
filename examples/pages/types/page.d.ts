// What the modules of both pages hand each other.
import type {
  ClockDifference, Cover, Finding, Headline, Kind, NeedState, Picked, ProvenPaper, Unreadable, VehicleKind,
} from "doichieu";
import type { Held, Showing } from "kit";

// ---------------------------------------------------------------------------------------------------------------------------------------
// Pieces of page

export type Child = Node | string | null | undefined | false;
/** Lists are laid flat once. */
export type Children = Child | readonly Child[];
export type Heard = (event: never) => unknown;
type Attribute = string | number | boolean | null | undefined;
/** `on…` are listeners. */
export interface Attributes {
  readonly [name: string]: Attribute | Heard | Readonly<Record<string, Attribute>>;
}
export type Press = () => unknown;
/** A button that is not there where what it does is missing. */
export type MayPress = Press | null | undefined | false;

/** What `show` shows. */
export interface Screen {
  readonly node: HTMLElement;
  /** Covers all of it. */
  readonly over?: HTMLElement;
  /** It tells of a check. */
  readonly checked?: boolean;
  leave?(): void;
  hint?(text: string): void;
  progress?(have: number, of: number): void;
}

export type Language = "vi" | "en";

// ---------------------------------------------------------------------------------------------------------------------------------------
// Codes from pictures

export type Pixels = ImageData;
/** What a picture holds. Of one that could not be looked at, why; of a text, its bytes. */
export interface Codes {
  readonly texts: string[];
  readonly appended: number;
  readonly failed?: "size" | "kind" | "decoder";
  readonly kind?: string | null;
  readonly bytes?: Uint8Array;
}
/** How much is looked for. */
export type Effort = "frame" | "inverted" | "photo";
/** What a frame came to. */
export type PickedFrame = Picked | { readonly kind: "appended"; readonly text?: undefined };
export type CameraFault = "denied" | "none" | "busy";
/** Torches are not in the types of the browser's interfaces yet. */
export interface TorchCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
}
export interface TorchConstraint extends MediaTrackConstraintSet {
  readonly torch: boolean;
}
export type Size = readonly [number, number];

// ---------------------------------------------------------------------------------------------------------------------------------------
// What was seen, in words

export interface WordedFinding extends Omit<Finding, "about"> {
  readonly text: string;
  readonly step: string;
  readonly aloud: string;
  readonly law: string | null;
  readonly about: string | null;
}

export interface LawfulWords {
  readonly code: string;
  readonly text: string;
  readonly law: string | null;
}

/** A field of a paper that is shown. */
export interface Row {
  readonly name: string;
  readonly sensitive: boolean;
  readonly text: string;
}
/** Asks the release again; `null` once it has ended. */
export type ReadRows = () => Row[] | null;

export interface PaperSeen {
  readonly kind: Kind | number;
  readonly name: string;
  readonly headline: Headline;
  readonly withheld: number;
  readonly phone: number | null;
  readonly findings: readonly WordedFinding[];
  readonly read: ReadRows | null;
  readonly question?: undefined;
}

export interface AnswerSeen {
  readonly headline: Headline;
  readonly findings: readonly WordedFinding[];
  readonly question: string;
  readonly answer: Cover;
  readonly law: string | null;
}

export interface NeedSeen {
  readonly name: string;
  readonly state: NeedState;
  readonly law: string | null;
  readonly steps: readonly LawfulWords[];
}

/** Not a document. */
export interface UnreadableSeen {
  readonly headline: Unreadable["headline"];
  readonly code: Unreadable["code"];
  readonly findings: readonly [WordedFinding];
}

export type HoldReason = Parameters<ProvenPaper<Kind>["release"]["hold"]>[0];

export interface Seen {
  readonly headline: Headline;
  readonly findings: readonly WordedFinding[];
  readonly notes?: boolean;
  readonly papers: readonly (PaperSeen | AnswerSeen)[];
  readonly needs: readonly NeedSeen[];
  readonly phones: readonly Headline[];
  readonly unread: number;
  readonly until: number | null;
  readonly displayUntil: number | null;
  hold(reason: HoldReason): number | null;
  /** Newer lists came meanwhile: what was read before counts no more. */
  readonly renewed?: boolean;
  readonly apart?: ClockDifference | null;
}

/** What one text came to. */
export interface Looked {
  readonly still?: true;
  readonly progress?: { readonly have: number; readonly of: number };
  readonly bundle?: Uint8Array;
  readonly unreadable?: UnreadableSeen;
  readonly seen?: Seen;
}

/** What this device was set up with, as its files and as they are kept. */
export interface SetUp {
  readonly root: Uint8Array;
  readonly bundle: Uint8Array;
  readonly mandate: Uint8Array;
  readonly postKey?: CryptoKey | null | undefined;
  readonly test: boolean;
}

/** Files of set-up, as they are given one after another. */
export interface Files {
  root: Uint8Array;
  bundle: Uint8Array;
  mandate: Uint8Array;
  postKey?: Uint8Array<ArrayBuffer>;
  test: boolean;
}
export interface Given extends Partial<Files> {
  /** Somebody compared the fingerprint. */
  compared?: boolean;
}

/** The post's key as this browser made it: the private half, which it gives to nobody, and the public one with its short name. */
export interface MadeKey {
  readonly key: CryptoKey;
  readonly spki: Uint8Array;
  readonly name: string;
}

/** What this device keeps, under the keys of `store.js`. */
export interface Things {
  readonly root?: { readonly bytes: Uint8Array; readonly test: boolean };
  readonly bundle?: Uint8Array;
  readonly mandate?: Uint8Array;
  /** In two slots; what it knows of lists and time once more, by itself. */
  readonly memory?: Uint8Array | undefined;
  readonly floors?: { readonly n: number; readonly bytes: Uint8Array; readonly sum: Uint8Array };
  readonly log?: unknown;
  readonly settings?: Settings;
  readonly postKey?: CryptoKey | undefined;
  /** Made in this browser, and in no mandate yet. */
  readonly madeKey?: MadeKey | undefined;
  readonly edition?: string | undefined;
}

export interface Settings {
  language: Language;
  night: boolean;
  vibration: boolean;
  tones: boolean;
  mode: "handheld" | "desk" | null;
  torch: boolean;
}
/** Those that are on or off. */
export type Switch = "night" | "vibration" | "tones";

/** How fit the lists are. */
export interface Ready {
  readonly number: number;
  readonly age: number;
  readonly due: number;
  readonly until: number;
  readonly rootVersion: number;
  readonly mandateUntil: number;
  readonly clock: number;
  readonly newestSigned: number;
  readonly inDoubt: boolean;
  readonly clockWrong: boolean;
  /** The last day of which the law behind the rules was seen: `2026-10-10`. */
  readonly lawSeenUntil: string;
  /** That day is more than a year ago. */
  readonly lawUnchecked: boolean;
  readonly lists: readonly { readonly name: string; readonly age: number; readonly until: number | null }[];
}

/** A vehicle in words. */
export interface VehicleWords {
  readonly kind: VehicleKind;
  readonly text: string;
  readonly more: string;
}

export interface Named<N extends string> {
  readonly name: N;
  readonly text: string;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Screens of templates

/** What a state holds while it is there. */
export interface Leaves { leave?(): void }
export type Piece = unknown;
export type Theme = "day" | "night";
/** A screen. `strip`: what it says above, in place of the page's name; then it is the heading. */
export interface View {
  readonly id: string;
  readonly content: Piece;
  readonly foot?: Piece;
  readonly strip?: string;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// The citizen's side

/** A question in the language of the page. */
export interface Asking {
  readonly name: string;
  readonly text: string;
  readonly promise: string;
}

/** Who may see what, and for how long, in seconds. */
export interface Asks {
  readonly who: string;
  readonly post: string | null;
  readonly why: string;
  readonly role: string;
  readonly proven: boolean;
  readonly test: boolean;
  readonly note: string | null;
  readonly display: number;
  readonly retention: number;
  readonly question?: Asking | undefined;
}

export type OfferedField = Held["fields"][number];
/** A paper that is asked for, as this phone has it. */
export interface Offer {
  readonly kind: string;
  /** Without it the purpose is not served; what is not needed is optional. */
  readonly needed: boolean;
  readonly fields: readonly OfferedField[];
}

export interface Person {
  readonly name: string;
  readonly woman: boolean;
}

/** What is put on the screen as a code. Times in seconds. */
export interface ShownCode {
  readonly who: () => string;
  readonly why: () => string;
  /** The end of an ask, where there is one. */
  readonly until: number | null;
  readonly sealed: boolean;
  readonly left: number;
  /** It was shown before, because there is none left. */
  readonly again: boolean;
  readonly now: () => number;
  readonly make: () => Showing;
  readonly made?: (at: number) => void;
  readonly done?: () => void;
  readonly happens: (what: "tick" | "asleep" | "ended" | "away") => void;
}

/** Who was shown what, without a word of what it says. Times in seconds. */
export interface Noted {
  readonly at: number;
  readonly role: string;
  readonly post: string | null;
  readonly way: "ready" | "asked" | "declined" | "digits";
  readonly papers: (readonly [kind: string, fields: number])[];
  readonly question: string | null;
  readonly scanUntil: number | null;
  readonly viewUntil: number | null;
  readonly keepUntil: number | null;
}
