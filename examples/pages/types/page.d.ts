// What the modules of both pages hand each other.
import type {
  AnyEntry, ClockDifference, Cover, Covers, Finding, Headline, Kind, NeedState, Picked, ProvenPaper, QuestionName, Text, Unreadable, VehicleKind,
  VehicleMeasure,
} from "doichieu";
import type { Held, Showing } from "kit";

// ---------------------------------------------------------------------------------------------------------------------------------------
// Pieces of page

export type Press = () => unknown;
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
  /** Of a frame: there is no light in it at all. */
  readonly dark?: boolean;
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
  /** Without a day or class of the paper: what may be said aloud. */
  readonly plain: { readonly text: string; readonly step: string };
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

export interface PaperSeen {
  readonly kind: Kind | number;
  readonly name: string;
  readonly headline: Headline;
  readonly withheld: number;
  /** From 1. */
  readonly phone: number;
  /** Its values have ended; what they proved stands. */
  readonly ended: boolean;
  readonly covers: Covers | null;
  /** With the days that it says while they may be seen. */
  findings(now: number): readonly WordedFinding[];
  /** Asks the release; nothing once it has ended. */
  read(now: number): readonly AnyEntry[];
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
  readonly kind: Kind | number;
  readonly name: string;
  readonly state: NeedState;
  readonly law: string | null;
  /** Which measure of the vehicle would decide. */
  readonly measure: VehicleMeasure | null;
  readonly steps: readonly LawfulWords[];
}

/** Not a document. */
export interface UnreadableSeen {
  readonly headline: Unreadable["headline"];
  readonly code: Unreadable["code"];
  readonly findings: readonly [WordedFinding];
}

export type HoldReason = Parameters<ProvenPaper<Kind>["release"]["hold"]>[0];

/** A check, judged. */
export interface Seen {
  readonly headline: Headline;
  readonly findings: readonly WordedFinding[];
  readonly papers: readonly (PaperSeen | AnswerSeen)[];
  readonly needs: readonly NeedSeen[];
  /** What each phone came to, and whether its values have ended. */
  readonly showings: readonly { readonly headline: Headline; readonly ended: boolean }[];
  /** When each was read. */
  readonly ats: readonly number[];
  readonly unread: number;
  /** Newer lists came meanwhile: what was read before counts no more. */
  readonly renewed?: boolean;
  readonly apart?: ClockDifference | null;
}

export interface PaperNow extends Omit<PaperSeen, "findings" | "read"> {
  readonly told: readonly WordedFinding[];
  readonly entries: readonly AnyEntry[];
}
export interface AnswerNow extends AnswerSeen {
  readonly told: readonly WordedFinding[];
}
/** What an officer holds against a face and a number plate, as far as it may be seen now. */
export interface Who {
  readonly name: string | null;
  readonly born: string | null;
  readonly gender: string | null;
  readonly classes: string | null;
  readonly plate: string | null;
  readonly brand: string | null;
  readonly vehicle: string | null;
  readonly owner: string | null;
}
/** A check as it is drawn now. */
export interface CheckNow {
  readonly seen: Seen;
  readonly papers: readonly PaperNow[];
  readonly answers: readonly AnswerNow[];
  readonly deciding: WordedFinding | null;
  readonly why: string | undefined;
  /** Some values may still be seen. */
  readonly live: boolean;
  readonly told: readonly WordedFinding[];
  /** Nothing of it was checked: there is nobody to compare, and nothing to tell of what is needed. */
  readonly unchecked: boolean;
  /** The paper that decided. */
  readonly paper: PaperNow | null;
  /** By phone. */
  readonly people: readonly Who[];
}

/** A field of a visit, over all its papers. */
export interface MergedRow {
  readonly id: string;
  readonly label: string;
  readonly texts: readonly string[];
  /** Two papers say different things. */
  readonly differs: boolean;
  /** As a form takes it. */
  readonly copy: string;
}

/** What is said of a number that was typed. */
export interface NumberTold {
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly grouped: string;
  readonly steps: readonly LawfulWords[];
}

/** What one text came to. */
export interface Looked {
  readonly still?: true;
  readonly progress?: { readonly have: number; readonly of: number };
  readonly bundle?: Uint8Array;
  readonly unreadable?: UnreadableSeen;
  /** Why it is none of this check's. */
  readonly refused?: Text;
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
  /** `null`: as the system has it. */
  night: boolean | null;
  vibration: boolean;
  tones: boolean;
  mode: "handheld" | "desk" | null;
  torch: boolean;
  /** Of the line for a hospital's system. */
  form: "columns" | "insurance" | "identity";
  /** Lists from the page's own origin: off until a person switches it on. */
  fetch: boolean;
}

/** How fit the lists are. */
export interface Ready {
  readonly number: number;
  readonly age: number;
  readonly due: number;
  /** Of what ends first. */
  readonly until: number;
  /** Of the lists as a whole. */
  readonly notAfter: number;
  readonly rootUntil: number;
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

/** The worst that is true of this device, as a sentence; what ends first. */
export interface Fit {
  readonly kind: "clock" | "ended" | "soon" | "law" | "good";
  readonly lead: string;
  readonly more: string;
  readonly short: string;
  readonly first: { readonly what: "lists" | "mandate" | "root"; readonly until: number };
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

/** A screen of the verifier. `over`: asked over it; `layout`: how its content is laid out. */
export interface VerifierView {
  readonly id: string;
  readonly content: Piece;
  readonly foot?: Piece;
  readonly over?: Piece;
  readonly layout?: "desk" | "camera";
}

/** What the states beside a check are about. It goes with the person. */
export interface Transient {
  /** Told over the camera, or on the screen. */
  told?: string | undefined;
  progress?: { readonly have: number; readonly of: number };
  /** A desk has its camera open. */
  camera?: boolean;
  /** Lists that came by camera, kept aside. */
  lists?: File;
  renewal?: Renewal | undefined;
  unread?: UnreadableSeen;
  plain?: import("../../verifier-page/js/screens/plain.js").Reading;
  number?: NumberTold;
  vehicle?: { kind: VehicleKind | null; typed: Record<string, string>; plate: string; like: boolean };
  ask?: { readonly text: string; readonly digits: string; readonly until: number; readonly begun: number; over: boolean };
  answering?: boolean;
  unasked?: string;
  unaskedAt?: number;
  erasing?: boolean;
  /** Asked once the vehicle is picked. */
  asks?: QuestionName;
}
type Renewal = import("../../verifier-page/js/renewal.js").Renewal;

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
