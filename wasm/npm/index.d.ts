/**
 * doichieu: holds the papers a citizen shows from the phone against signed lists this device already carries, and gives out exactly what
 * the citizen agreed to show. No network, no clock of its own: where `at` or `now` is left out, the host's clock is read in this layer.
 *
 * Every outcome is a value. Thrown are only faults of set-up ({@link SetUpError}), of an ask ({@link AskError}), of a report that is not of
 * an encounter ({@link EncounterError}) and of the caller ({@link ArgumentError}). Times are whole seconds since 1970.
 */

import type {
  AlteredName,
  AskCode,
  Cover,
  Fields,
  Gear,
  HeadlineName,
  Kind,
  Layer,
  Likeness,
  NeedState,
  PartFields,
  PlainKind,
  Purpose,
  QuestionName,
  ReasonCode,
  FileKind,
  SetUpCode,
  StepCode,
  EncounterCode,
  TowedKind,
  VehicleKind,
  VettingName,
} from "./tables.js";

export type * from "./tables.js";

/** Seconds since 1970-01-01T00:00:00Z. Milliseconds are refused. */
export type UnixTime = number;

/** Bytes, wherever some are passed: a Node `Buffer`, a part of a larger buffer and memory shared between threads, too. */
export type Bytes = Uint8Array | ArrayBuffer | DataView;

// ---------------------------------------------------------------------------------------------------------------------------------------
// Set-up

/**
 * Loads the engine: once, before anything else. Without a source it fetches `engine_bg.wasm` from beside this module; `doichieu/inline` has it
 * within. In Node it is loaded on import. May be called in a page and in a worker; each has an engine of its own.
 */
export function init(source?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** The version of this package, and of the engine in it. */
export const version: string;

/** Something is wrong with this device's own files. Never says anything about a citizen. */
export class SetUpError extends Error {
  private constructor();
  readonly name: "SetUpError";
  readonly code: SetUpCode;
  /** What is wrong and what to do. Where the bytes were recognised as a file of another kind, this says which: "This is a list set, not a root key file." */
  readonly en: string;
  readonly vi: string;
  /** What the bytes look like, where they are of another kind than was to be opened. A guess for the sentence; nothing rests on it. */
  readonly found?: FileKind;
}

/** An ask cannot be built, sealed or taken up again. */
export class AskError extends Error {
  private constructor();
  readonly name: "AskError";
  readonly code: AskCode;
  readonly en: string;
  readonly vi: string;
}

/** A report is not of an encounter. A mistake of the page, never about a citizen; show the report by itself. */
export class EncounterError extends Error {
  private constructor();
  readonly name: "EncounterError";
  readonly code: EncounterCode;
  readonly en: string;
  readonly vi: string;
}

/**
 * Something was passed that these types do not allow: nothing was asked, read or remembered. `message` says which argument, what was expected
 * and what kind of thing came, never its value.
 */
export class ArgumentError extends Error {
  private constructor();
  readonly name: "ArgumentError";
  readonly code: ArgumentCode;
}

/** What is amiss with an argument. */
export type ArgumentCode =
  | "argument.answer"
  | "argument.basis"
  | "argument.birth"
  | "argument.bytes"
  | "argument.call"
  | "argument.cloned"
  | "argument.count"
  | "argument.encounter"
  | "argument.extract"
  | "argument.field"
  | "argument.fields"
  | "argument.file_kind"
  | "argument.freed"
  | "argument.gear"
  | "argument.hold"
  | "argument.instance"
  | "argument.kind"
  | "argument.measure"
  | "argument.member"
  | "argument.object"
  | "argument.only"
  | "argument.purpose"
  | "argument.question"
  | "argument.reason"
  | "argument.report"
  | "argument.salt"
  | "argument.seed"
  | "argument.showing"
  | "argument.source"
  | "argument.table"
  | "argument.text"
  | "argument.texts"
  | "argument.time"
  | "argument.towed"
  | "argument.type"
  | "argument.vehicle";

/** `[Symbol.dispose]` where the host's types know it. */
type Disposes = { [K in SymbolConstructor[keyof SymbolConstructor & "dispose"] & symbol]: () => void };

/**
 * Memory of the engine that a `FinalizationRegistry` gives back; `free()` gives it back now, and so does the end of a `using`. Twice is once; all
 * else is then `argument.freed`. Such an object cannot be copied: a spread, `Object.assign`, `structuredClone`, `postMessage` and, but for a report,
 * `JSON.stringify` are refused (`argument.cloned`).
 */
export interface Freeable extends Disposes {
  free(): void;
}

/** The trust anchor: whose bundles count. */
export class Roots {
  private constructor();
  /** Opens a chain of roots. A test root is refused. @throws {SetUpError} */
  static fromBytes(chain: Bytes): Roots;
  /** Takes a test root, too. Everything judged under it is marked as a test, and every screen says TEST. @throws {SetUpError} */
  static dangerousTest(chain: Bytes): Roots;
  /** What two people read out to each other. */
  readonly fingerprint: string;
  readonly version: number;
  readonly isTest: boolean;
  /** Whether a memory is one of a device with these root keys. @throws {SetUpError} it goes by another root of the same version. */
  rememberedBy(memory: Memory): void;
}
export interface Roots extends Freeable {}

/**
 * What a device must remember: floors of time and number, and showings seen. Store its bytes before anything is shown. Where more than one tab,
 * worker or call writes them, take turns: `Keeper` of `doichieu/memory`.
 */
export class Memory {
  /** A memory of nothing: legitimate, and then earlier showings are not known. */
  constructor();
  /** @throws {SetUpError} */
  static fromBytes(bytes: Bytes): Memory;
  /** What can still be read of one that is torn: what it knows of lists and time, with a gap for its showings. @throws {SetUpError} */
  static salvaged(bytes: Bytes, at?: UnixTime): Memory;
  toBytes(): Uint8Array;
  /** What it knows of lists and time, without its showings: a record of its own beside two slots. */
  floors(): Memory;
  /**
   * The same with a gap up to `at`: what was shown before is not known, and such codes are `post.memory_gap`. For a new memory in the place
   * of a lost one, the older of two slots, a restored copy.
   */
  withGap(at?: UnixTime): Memory;
  /** A clock before this is wrong. */
  readonly floor: UnixTime | undefined;
  /** The date of a list that was seen and not taken, above all that was: it is of the future, or the clock was slow. Nothing is accepted before it. */
  readonly doubt: UnixTime | undefined;
  /** How many it holds. */
  readonly showings: number;
  /**
   * Takes in what another memory of this device and anchor knows: two slots, two tabs, two processes. In whatever order, the same comes out.
   * @throws {SetUpError} one root, or one number of a bundle, is another on the other side; this memory is then as it was.
   */
  join(other: Memory): void;
}
export interface Memory extends Freeable {}

/** The signed lists. */
export class Bundle {
  private constructor();
  /** Opens a bundle file; one dated after the clock is not taken. On an error the memory is unchanged. @throws {SetUpError} */
  static open(file: Bytes, roots: Roots, memory: Memory, at?: UnixTime): Bundle;
  /** Opens the bundle that follows this one, from a delta or a full file. @throws {SetUpError} */
  apply(delta: Bytes, roots: Roots, memory: Memory, at?: UnixTime): Bundle;
  /** What changed from one file to another, to hand on. @throws {SetUpError} */
  static deltaBetween(oldFile: Bytes, newFile: Bytes): Uint8Array;
  /** The full file that a delta leads to, to store. @throws {SetUpError} */
  static mergeFiles(oldFile: Bytes, delta: Bytes): Uint8Array;
  readonly number: number;
  /** SHA-256 of its manifest. */
  readonly hash: Uint8Array;
  readonly isTest: boolean;
  readonly rootVersion: number;
  readonly roles: string[];
  /** How old everything is, when it stops being good, and whether the clock can be right by all that the memory has seen. Says nothing about any citizen. */
  readiness(memory: Memory, at?: UnixTime): Readiness;
}
export interface Bundle extends Freeable {}

export interface Readiness {
  /** Nothing is referred for this device's sake. */
  readonly ready: boolean;
  readonly number: number;
  /** Seconds since the bundle was issued. */
  readonly age: number;
  /** The clock asked with. */
  readonly clock: UnixTime;
  /** The newest date that anything signed bears, of what this device took, or saw and did not take. */
  readonly newestSigned: UnixTime;
  /** That date is of a list that was not taken: it is of the future, or the clock was slow. */
  readonly inDoubt: boolean;
  /** The clock lies before it: nothing is accepted, whoever of the two is wrong. */
  readonly clockWrong: boolean;
  /** When a newer bundle is due. */
  readonly nextDue: UnixTime;
  /** From when on nothing is accepted on its word. */
  readonly notAfter: UnixTime;
  readonly rootExpiry: UnixTime;
  /** The last day of which the law behind the rules was seen: the engine's, or a later one that the bundle names. `2026-10-10`. */
  readonly lawSeenUntil: string;
  /** Nobody has looked at the law for more than a year: what rests on it refers at most. */
  readonly lawUnchecked: boolean;
  readonly test: boolean;
  readonly lists: readonly ListReadiness[];
}

export interface ListReadiness {
  readonly issuer: string;
  readonly uri: string;
  /** Seconds; `null`: the bundle carries no usable one. */
  readonly age: number | null;
  /** By role: when it stops being good enough to accept on. */
  readonly goodUntil: Readonly<Record<string, UnixTime>>;
}

/** Who we are: signed, never a plain argument. */
export class Post {
  private constructor();
  /** @throws {SetUpError} */
  static open(mandate: Bytes, bundle: Bundle): Post;
  readonly name: string;
  readonly until: UnixTime;
  /** What its mandate names; the role's profile may allow less. */
  readonly purposes: Purpose[];
  readonly role: Role;
  /** What a renewed mandate changes beside this one: to be shown, and asked about before a wider one is taken. */
  compare(renewed: Post): MandateChange;
  /** What a key signs to be tried before it is kept: no ask, and no part of one. */
  trialToBeSigned(): Uint8Array<ArrayBuffer>;
  /** Whether a signature over that is by the key of this post's mandate. */
  isKeyOf(signature: Bytes): boolean;
}
export interface Post extends Freeable {}

/** Fields that a mandate names for one purpose. */
export interface MandateFields {
  readonly purpose: Purpose | number;
  readonly kind: Kind | number;
  readonly fields: readonly (string | number)[];
}

/** What a renewed mandate changes, by what the mandates name, before profiles narrow it. */
export interface MandateChange {
  readonly samePost: boolean;
  readonly sameRole: boolean;
  readonly sameKey: boolean;
  readonly until: { readonly now: UnixTime; readonly renewed: UnixTime };
  /** Seconds. */
  readonly longestRetention: { readonly now: number; readonly renewed: number };
  readonly added: readonly MandateFields[];
  readonly dropped: readonly MandateFields[];
  /** It allows what the one in use does not: another post or role, a purpose, a field, a longer retention. */
  readonly wider: boolean;
}

export interface Role {
  readonly name: string;
  /** How long a result stays on the screen. */
  readonly displaySeconds: number;
  readonly longestRetention: number;
  /** How old an unprompted showing may be, in seconds; `null`: only by challenge. */
  readonly window: number | null;
  readonly leastLevel: number;
  /** Where it works, by what it may ask for: on the road, at a clinic's admission, at another desk. */
  readonly setting: "road" | "clinic" | "desk";
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// What is asked. `A` says which fields of which kinds: nothing else can be read from the answer.

/** A field of a kind of paper. */
export type FieldOf<K extends Kind> = keyof Fields[K] & string;

/** Kinds, each with the union of its fields. */
export type AskedFor = { readonly [K in Kind]?: string };

/** All that mandate and profile allow: known when it runs, not when it compiles. */
export type Everything = { readonly [K in Kind]: FieldOf<K> };

/** Fields by kind, to ask for no more than these. */
export type Only = { readonly [K in Kind]?: readonly FieldOf<K>[] };

/** What is asked by {@link Only}. */
export type AskedOf<O> = { readonly [K in keyof O & Kind]: O[K] extends readonly (infer F extends string)[] ? F : never };

/** What is asked by a question: its answer, and not one field. */
export type OnlyAnswer = { readonly driving_licence: never };

/** What to ask for: exactly one of `only` and `question`. What is left out, empty, `null` or misspelt asks for nothing: it is an {@link ArgumentError}. */
export interface Wants<O extends Only | "all" = Only | "all"> {
  readonly purpose: Purpose;
  /** Fields by kind; or `"all"`: everything that mandate and profile allow for the purpose. */
  readonly only?: O;
  /** Instead of fields: those it is answered from travel, and none of them is shown. */
  readonly question?: QuestionName;
  /** Seconds; never longer than mandate and profile allow. */
  readonly retention?: number;
  /** The app or web origin that the answer goes back to. */
  readonly origin?: string;
}

/**
 * One stop at the roadside, one visit to a desk: 32 bytes of `crypto.getRandomValues`, new for each and kept until it is over, over a reload
 * too. It tells a code that is read twice in one check from one that is shown in another, and salts the digests of its reports. It proves
 * nothing, and stands on no wire and in no report.
 */
export class EncounterSeed {
  /** @throws {ArgumentError} not 32 bytes. */
  constructor(random: Bytes);
  /** An encounter of which only the salt was kept, to compute a report again: in a live inspection it is none that the memory knows. */
  static kept(salt: Bytes): EncounterSeed;
  /** 16 bytes, to keep with the inputs of a report. */
  readonly salt: Uint8Array;
}
export interface EncounterSeed extends Freeable {}

declare const asked: unique symbol;

/** What one inspection asks for. */
export class Ask<out A extends AskedFor = Everything> {
  private constructor();
  private readonly [asked]: A;
  /** Beside the vehicle that the officer picked. */
  forVehicle(vehicle: Vehicle): Ask<A>;
  /** Beside a vehicle whose plate the officer reads. */
  forPlate(plate: string): Ask<A>;
  /**
   * After a person at the post said of a showing: it is still this person who shows it. Inspected again, `held.shown_in_another_encounter` is
   * the note `held.shown_again`, and the report keeps that somebody said so. It counts for this one showing, and proves nothing: ask a person
   * each time, and never say it by program. @throws {ArgumentError} no showing.
   */
  stillThisPerson(showing: Pick<Showing, "bytes">): Ask<A>;
  readonly purpose: Purpose | number;
  readonly question: QuestionName | undefined;
  /** The legal basis it rests on, by code; `undefined`: on the citizen's consent alone. */
  readonly basis: string | undefined;
  wants<K extends Kind>(kind: K, field: FieldOf<K>): boolean;
  wantsKind(kind: Kind): boolean;
  /** Until when a challenge may be answered; `undefined` for what is shown unprompted. */
  readonly until: UnixTime | undefined;
  /** The two digits of a challenge; `undefined` for what is shown unprompted. */
  readonly digits: string | undefined;
  /** The two digits of the post, for its screen, where its role wants them in what is shown unprompted. */
  readonly postDigits: string | undefined;
}
export interface Ask<out A extends AskedFor = Everything> extends Freeable {}

/** What is known of a measure: a number, or that it is at most or above one. What turns on more is *undetermined* and names the measure. */
export type Measure = number | { readonly atMost: number; readonly above?: never } | { readonly above: number; readonly atMost?: never };

/** A measure of a vehicle that law turns on. */
export type VehicleMeasure =
  | "displacement_cc"
  | "power_w"
  | "seats"
  | "gross_mass_kg"
  | "payload_kg"
  | "unladen_mass_kg"
  | "trailer_mass_kg";

/** A measure in words. */
export interface VehicleMeasureText extends Text {
  readonly name: VehicleMeasure;
  readonly member?: "displacementCc" | "powerW" | "seats" | "grossMassKg" | "payloadKg" | "unladenMassKg";
}

export interface Vehicle {
  readonly kind: VehicleKind;
  readonly displacementCc?: Measure;
  readonly powerW?: Measure;
  readonly seats?: Measure;
  readonly grossMassKg?: Measure;
  /** As designed: classes from before 2025 count trucks by it. */
  readonly payloadKg?: Measure;
  /** Three wheels above 400 kg are a car. */
  readonly unladenMassKg?: Measure;
  /** Most seats of a vehicle of its make and size, where this one was designed or rebuilt with fewer: those count. */
  readonly seatsOfLike?: Measure;
  readonly gear?: Gear;
  /** What it draws; of a trailer the gross mass, where it is known. */
  readonly towed?: TowedKind | { readonly kind: TowedKind; readonly grossMassKg?: Measure };
}

/** An ask that waits for the post's signature. Used up by {@link AskDraft.seal}. */
export class AskDraft<out A extends AskedFor = Everything> {
  private constructor();
  private readonly [asked]: A;
  /** For the post's key: Ed25519, or ECDSA P-256 with SHA-256, as WebCrypto signs. */
  toBeSigned(): Uint8Array<ArrayBuffer>;
  /** @throws {AskError} */
  seal(signature: Bytes): Challenge<A>;
}
export interface AskDraft<out A extends AskedFor = Everything> extends Freeable {}

/** A signed challenge. */
export class Challenge<out A extends AskedFor = Everything> {
  private constructor();
  /** `DCQ1:…`, for a QR or an app link. */
  readonly text: string;
  /** The ask to inspect the answer with. */
  readonly ask: Ask<A>;
  /** Two digits to show beside the code, large: the citizen picks them among three on the phone. */
  readonly digits: string;
}
export interface Challenge<out A extends AskedFor = Everything> extends Freeable {}

/** Reads a consent that was kept: what {@link Report.consentProof} gave. */
export class ConsentProof {
  private constructor();
  /** Verifies every signature again, without lists and without network. Past its end it is refused: delete it. */
  static open(bytes: Bytes, at?: UnixTime): KeptConsent | RefusedConsent;
}

export interface KeptConsent {
  readonly kind: "consent";
  /** By the word of the post that keeps it, as everything here but what is in `consents`. */
  readonly role: string;
  readonly post: string;
  readonly received: UnixTime;
  readonly keepUntil: UnixTime;
  /** One for each token of the showing. */
  readonly consents: readonly SignedConsent[];
}

/** What the phone's key signed. It does not prove who held the phone, what the fields say, or that they were shown. */
export interface SignedConsent {
  /** `role:` and any post of it, or `post:` and one. */
  readonly audience: string;
  /** By the phone's clock. */
  readonly at: UnixTime;
  readonly purpose: Purpose | undefined;
  /** `sensitive`: those of `fields` that are sensitive personal data. */
  readonly fields: readonly {
    readonly kind: Kind | number;
    readonly fields: readonly (string | number)[];
    readonly sensitive: readonly (string | number)[];
  }[];
  /** Seconds. */
  readonly retention: number;
  /** Seconds on a screen, as the citizen was told; absent: by the profile of the role. */
  readonly displaySeconds?: number;
  /** The number of the question whose answer alone was agreed to. */
  readonly question?: number;
  /** SHA-256 of the ask that it answers. */
  readonly request?: Uint8Array;
  /** SHA-256 of the phone's key. */
  readonly holder: Uint8Array;
  /** Who had bound the key, as the post says. */
  readonly issuer: string;
  /** SHA-256 of the issuer's token without its disclosures. */
  readonly token: Uint8Array;
}

export interface RefusedConsent extends Text {
  readonly kind: "refused";
  readonly code: "consent.malformed" | "consent.not_signed" | "consent.over";
  /** What the bytes look like, where they are of another kind; `vi` and `en` then say which. */
  readonly found?: FileKind;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// The citizen's side of a challenge

export class Asked {
  private constructor();
  /** Who asks, why and for what, proven against the wallet's own lists before anything is shown. A refused one is answered by nothing. */
  static open(text: string, bundle: Bundle, at?: UnixTime): GenuineAsk | RefusedAsk;
}

export interface GenuineAsk {
  readonly kind: "asked";
  readonly post: string;
  readonly role: string;
  readonly purpose: Purpose | undefined;
  /** Instead of fields: only its answer will be shown. */
  readonly question?: QuestionName;
  /** `sensitive`: those of `fields` that are sensitive personal data. A wallet says so beside each before anything is agreed to, and has nothing ticked beforehand. */
  readonly fields: readonly {
    readonly kind: Kind | number;
    readonly fields: readonly (string | number)[];
    readonly sensitive: readonly (string | number)[];
  }[];
  /** What is said beside a sensitive field; absent where it asks for none. */
  readonly sensitive?: Text;
  /** Seconds. */
  readonly retention: number;
  /** Seconds on its screens, by its role's profile. What the wallet tells the citizen goes into the grant; the smaller of the two counts. */
  readonly displaySeconds: number;
  /** To be compared with who really called. */
  readonly origin?: string;
  readonly until: UnixTime;
  /** A test root stands behind the lists that vouch for it: TEST stands beside who asks. */
  readonly isTest: boolean;
  /** Of these lists, in seconds. */
  readonly listsAge: number;
  /** Newer lists are due: these still vouch; say how old they are. */
  readonly listsOverdue: boolean;
}

export interface RefusedAsk extends Text {
  readonly kind: "refused";
  readonly code: `asked.${string}`;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// The one call

/** Something scanned or received, as it came: untrusted in every respect. */
export class Scan {
  private constructor();
  /**
   * The text of a QR code as the reader of the code gave it. What scanners and programs put around one (line ends, an AIM identifier, a byte
   * order mark, spaces, …) is taken off; nothing within it is touched.
   */
  static qr(text: string): Scan;
  /** The bytes of a frame, as an app link or a radio hands them over. */
  static frame(bytes: Bytes): Scan;
  /** The bytes of a sealed answer. */
  static sealed(bytes: Bytes): Scan;
}
export interface Scan extends Freeable {}

/**
 * The text of bytes that a scanner or a program wrote: UTF-16 of either order as Windows writes it, with a mark or told by its zeros; else
 * UTF-8. Bytes that are neither become one sign each, so that such a text is told as altered and never read as another.
 */
export function scannedText(bytes: Bytes): string;

/** Which of the codes of one picture is meant. `text` is one of those that were passed, as it was passed. */
export type Picked =
  /** No code at all. */
  | { readonly kind: "nothing"; readonly text?: undefined }
  /** One code of ours, however often it was seen: inspect it. */
  | { readonly kind: "ours"; readonly text: string }
  /** Parts of one animated code, this and perhaps more: give all texts to {@link Frames}. */
  | { readonly kind: "parts"; readonly text: string }
  /** Two or more different codes of ours, or of cards: take none. Its reason is `scan.several_codes`. */
  | { readonly kind: "several"; readonly text?: undefined }
  /** No code of ours, and an unsigned code of a card: {@link readPlain} reads it. */
  | { readonly kind: "plain"; readonly text: string }
  /** Codes of another kind only. Inspected, this one is told as what it is: `scan.another_app` before `scan.not_ours`. */
  | { readonly kind: "foreign"; readonly text: string };

/**
 * Which of the codes of one picture, or of one frame of a camera, is meant: the same rule in every host. A bank's code beside the phone never
 * stands in for the phone's, and of two phones none is taken for the other. Nothing is read or judged by it, and nothing is logged.
 */
export function pick(texts: readonly string[]): Picked;

/** A post with the bundle it works by: once per shift, or when a newer bundle or mandate arrives. */
export class Inspector {
  /** @throws {SetUpError} if the post was opened against another bundle. */
  constructor(bundle: Bundle, post: Post);
  /** An ask for what a citizen shows unprompted: everything that mandate and profile allow. @throws {AskError} */
  unprompted(purpose: Purpose, encounterSeed: EncounterSeed): Ask;
  /** The answer to a question, and nothing else of the paper. @throws {AskError} */
  unprompted(purpose: Purpose, encounterSeed: EncounterSeed, how: { readonly question: QuestionName; readonly basis?: undefined }): Ask<OnlyAnswer>;
  /** On a legal basis that the profile names: what comes without consent may be read, too. @throws {AskError} */
  unprompted(purpose: Purpose, encounterSeed: EncounterSeed, how: { readonly basis: string; readonly question?: undefined }): Ask;
  /** Drafts a challenge. `seed`: 32 bytes of `crypto.getRandomValues`, new for each ask. @throws {AskError} */
  ask<const O extends Only>(wants: Wants<O> & { readonly only: O; readonly question?: undefined }, seed: Bytes, encounterSeed: EncounterSeed, at?: UnixTime): AskDraft<AskedOf<O>>;
  ask(wants: Wants & { readonly only?: undefined; readonly question: QuestionName }, seed: Bytes, encounterSeed: EncounterSeed, at?: UnixTime): AskDraft<OnlyAnswer>;
  ask(wants: Wants & { readonly only: "all"; readonly question?: undefined }, seed: Bytes, encounterSeed: EncounterSeed, at?: UnixTime): AskDraft;
  /** Takes up a challenge that this post made from this seed. @throws {AskError} */
  resume(challenge: string, seed: Bytes, encounterSeed: EncounterSeed): Ask;
  /** Inspects one showing. The memory is written before anything is shown: store it. */
  inspect<A extends AskedFor>(scan: Scan, ask: Ask<A>, memory: Memory, at?: UnixTime): Seen<A>;
  /**
   * Inspects one showing where several processes or devices share a store of showings (`doichieu/stores`): nothing is told before the store has
   * answered. The memory gives the floor of time and is not written.
   */
  inspectShared<A extends AskedFor>(scan: Scan, ask: Ask<A>, memory: Memory, at?: UnixTime): Unsettled<A> | Unreadable;
  /** Computes a report again from what was lawfully kept: the same inputs give the same bytes. */
  recompute<A extends AskedFor>(frame: Bytes, ask: Ask<A>, at: UnixTime, memoryExtract: Bytes): Seen<A>;
  /** The frame to keep for that, under a legal basis only; `undefined`: no answer to this ask. */
  unsealed(scan: Scan, ask: Ask<AskedFor>): Uint8Array | Unreadable | undefined;
  /** The ask of a challenge without its key, to recompute with; `salt` is its encounter's. @throws {AskError} */
  keptAsk(challenge: string, salt: Bytes): Ask;
  /** What may be done where no code at all is shown for a kind of paper. No verdict: nothing is concluded about anybody. @throws {AskError} */
  nothingShown(purpose: Purpose, kind: Kind, at?: UnixTime): NothingShown;
  /**
   * A number that was told or typed: which form it has, of which kinds it may be where `kind` is `undefined`, and what may be done with it.
   * No list, copy or JSON of the answer has the number. @throws {AskError}
   */
  numberOnly(purpose: Purpose, kind: Kind | undefined, text: string, at?: UnixTime): NumberOnly;
  /** What may be done next about a reason, in this post's role. */
  step(code: ReasonCode): Step;
  /**
   * A finding of a report in words: with ages, the paper's name and the number to look up, the one step that follows, what may be said
   * aloud. `kind`: that of the paper it stands on. No value of a paper is in them: with days and classes it is {@link Release.words}.
   * @throws {ArgumentError}
   */
  words(finding: Finding, kind?: Kind): FindingWords;
}
export interface Inspector extends Freeable {}

/** What came of an inspection. One union: `switch (seen.kind)`. */
export type Seen<A extends AskedFor = Everything> = Accepted<A> | Referred<A> | Refused<A> | Unreadable;

/** An inspection that waits for a store's word: it has no verdict and no values. */
export class Unsettled<A extends AskedFor = Everything> {
  private constructor();
  private readonly [asked]: A;
  readonly kind: "unsettled";
  /** What the store is to keep; `undefined`: not proven, or a printed code, and whatever a store would say counts for nothing. */
  readonly showing: Showing | undefined;
  /** The report, once. What is no answer is an {@link ArgumentError} and counts as none: nothing is used up. @throws {ArgumentError} */
  settle(answer: StoreAnswer): Accepted<A> | Referred<A> | Refused<A>;
}
export interface Unsettled<A extends AskedFor = Everything> extends Freeable {}

/**
 * Which showing it was, at which post, in which encounter, and until when it can pass. It proves nothing and holds no value; with its time it is
 * pseudonymous. What a store keeps under `key` is `bytes`, or the members.
 */
export interface Showing {
  /** 32 bytes: its own where it was shown unprompted, the ask's where it answers one. */
  readonly key: Uint8Array;
  /** 32 bytes: SHA-256 over what the phone signed. */
  readonly showing: Uint8Array;
  /** 32 bytes: SHA-256 of the post's name. */
  readonly post: Uint8Array;
  /** 32 bytes: a digest of the encounter's id. */
  readonly encounter?: Uint8Array;
  readonly at: UnixTime;
  /** A store keeps it so long, by the slowest clock. */
  readonly until: UnixTime;
  /** All of it, in one encoding. */
  readonly bytes: Uint8Array;
}

/** A showing from the bytes that a store kept; `undefined` for anything else, and then the store has failed. */
export function readShowing(bytes: Bytes): Showing | undefined;

/** What a store answered: nothing stood there, and now it does; this stood there, and still does; or no answer that can be relied on. */
export type StoreAnswer =
  | { readonly kind: "fresh" }
  | { readonly kind: "seen"; readonly showing: Omit<Showing, "bytes"> & { readonly bytes?: Uint8Array }; readonly bytes?: undefined }
  | { readonly kind: "seen"; readonly bytes: Bytes; readonly showing?: undefined }
  | { readonly kind: "failed" };

/** Proven, and in force. */
export interface Accepted<A extends AskedFor = Everything> extends Report<A> {
  readonly kind: "accept";
}

/** Something could not be established: cannot decide is not invalid. */
export interface Referred<A extends AskedFor = Everything> extends Report<A> {
  readonly kind: "refer";
}

/** Disproven, or not in force. */
export interface Refused<A extends AskedFor = Everything> extends Report<A> {
  readonly kind: "refuse";
}

/**
 * Not a document. Says nothing about anybody. Where scanning again can never help (`scan.not_ours`, `scan.another_app`) the headline is
 * `not_checked`, else `scan_again`; the step of the reason says how the post goes on. `log` is for the log, not for the screen.
 */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly headline: Headline & { readonly name: "scan_again" | "not_checked" };
  readonly code: Extract<ReasonCode, `scan.${string}`>;
  readonly layer: Layer;
  readonly at: number;
  readonly log: string;
}

/** The report of one inspection. Holds no value of a paper: those are in the releases of its proven papers. */
export class Report<A extends AskedFor = Everything> {
  protected constructor();
  readonly kind: Verdict;
  readonly headline: Headline;
  /** About the showing as a whole, in the order of the checks. */
  readonly findings: readonly Finding[];
  readonly papers: readonly Paper<A>[];
  /** What was established between its papers. What is not here was not established, which says nothing about whether it is so. */
  readonly relations: readonly Related[];
  readonly assurance: Assurance;
  /** The legal basis of the ask, by code; `undefined`: the citizen's consent alone. */
  readonly basis: string | undefined;
  readonly at: UnixTime;
  /** A test root stands behind it: every screen then says TEST. */
  readonly isTest: boolean;
  /** Canonical JSON (RFC 8785), the same bytes natively, in Node and in every browser. No claim value, no prose. */
  readonly json: string;
  /** For `JSON.stringify(report)`, which writes {@link Report.json}. */
  toJSON(): unknown;
  /**
   * The signed consent itself, to keep as proof without the values; `undefined` unless something was proven and agreed to be told, and the wallet
   * signed its consent apart from the papers. It names a phone's key: pseudonymous data, to be deleted at {@link KeptConsent.keepUntil}.
   */
  consentProof(): Uint8Array | undefined;
  /** Which showing it was; `undefined` where nothing was proven, or a printed code was read, whose digest would be a person's name. */
  showing(): Showing | undefined;
  /** The first use of its showing, or the first one tried again: same post, same encounter, same ask. For programs that do something once. */
  readonly consumed: boolean;
  /** A person at the post said that it is still the same person who shows this: {@link Ask.stillThisPerson}. */
  readonly stillThisPerson: boolean;
  /** How far this device's clock and the phone's are apart, where a code was not in time by more than five minutes: a hint to look at this device's clock. */
  readonly clockDifference: ClockDifference | undefined;
  /** What it took from the memory or a store, to recompute it. */
  memoryExtract(): Uint8Array;
}
export interface Report<A extends AskedFor = Everything> extends Freeable {}

/** It accuses nobody, and nothing is judged by it. */
export interface ClockDifference {
  /** Between the time in the code and this device's. */
  readonly seconds: number;
  /** Where the phone's clock stands, seen from this device. `behind`: or the code is old. */
  readonly phone: "ahead" | "behind";
}

export type Verdict = "accept" | "refer" | "refuse";

export interface Headline {
  readonly name: HeadlineName;
  readonly vi: string;
  readonly en: string;
}

/** How much a report rests on. It never says that the person is the holder. */
export interface Assurance {
  readonly held: "device-key" | null;
  readonly agreed: "signed-grant" | "legal-basis" | null;
  /** It answers a challenge of this very post. */
  readonly challengeBound: boolean;
  readonly bundleAge: number;
  readonly statusAge: number | null;
}

export interface Finding {
  readonly code: ReasonCode;
  readonly gravity: "note" | "refer" | "refuse";
  readonly axis: "proof" | "standing";
  /** Whose matter it is. What is the post's never costs the citizen anything. */
  readonly side: "post" | "presenter" | "paper";
  /** The field it is about, by name. */
  readonly about?: string;
  /** The kind of paper it is about, where no paper is there to carry it. */
  readonly kind?: Kind | number;
  /** Seconds: how old the data was that decided. */
  readonly age?: number;
  /** The rule of law: see {@link citation}. */
  readonly rule?: string;
  /** The token of a set, from 0. */
  readonly token?: number;
  /** Where the day or time stands that the matter turns on. */
  readonly turn?: "ahead" | "past" | "late_answer";
  /** What the part of a licence that it is about is to what is driven. */
  readonly part?: "counts" | "other" | "not_picked";
  /** In an encounter: the place of the showing among its reports. */
  readonly showing?: number;
}

/** A relation between two papers of one showing. Never inferred from the same phone. */
export interface Related {
  readonly relation: "same_person" | "guardian" | "owner";
  /** What established it. */
  readonly by: "number" | "dependant_paper" | "name_and_birth" | "parent_name" | "name";
  /** The guardian's, the owner's, or the one shown earlier. */
  readonly first: Kind | number;
  readonly second: Kind | number;
}

/** A paper: proven with a release, answered without one, or unproven without any value. `if (paper.proof === "proven")`. */
export type Paper<A extends AskedFor = Everything> =
  | { readonly [K in keyof A & Kind]: Shows<K, A[K] & FieldOf<K>> | AnsweredPaper<K> | UnprovenPaper<K> }[keyof A & Kind]
  | UnprovenPaper<number>;

/** No release where only an answer was asked for. */
type Shows<K extends Kind, F extends FieldOf<K>> = [F] extends [never] ? never : ProvenPaper<K, F>;

interface AnyPaper<K> {
  /** A number: a kind that this engine cannot read. */
  readonly kind: K;
  readonly verdict: Verdict;
  readonly headline: Headline;
  readonly findings: readonly Finding[];
}

export interface ProvenPaper<K extends Kind, F extends FieldOf<K> = FieldOf<K>> extends AnyPaper<K> {
  readonly proof: "proven";
  readonly release: Release<K, F>;
  /** Names of the fields it shows. */
  readonly fields: readonly F[];
  /** Of a licence beside a vehicle: whether it covers it. Whether it is in force the verdict says. */
  readonly covers?: Covers;
  /** `asOf`: a whole day (UTC), the second it begins; judged is what was signed, to the second. `evidence`: how the authority vetted it, as far as the issuer tells; it decides nothing. */
  readonly source: { readonly asOf: UnixTime; readonly authority: string; readonly evidence?: VettingName };
  readonly status: { readonly value: string; readonly age: number | null } | null;
  readonly until: UnixTime;
  /** Left undisclosed, or decoys: nobody can tell which. */
  readonly withheld: number;
  readonly dropped: number;
}

/** Whether a licence covers what is to be driven, and the rule that says so: see {@link citation}. */
export interface Covers {
  readonly answer: Cover;
  readonly rule: string;
  /** Which measure to look for where it is *undetermined* and one would decide: then judge the encounter again, without a scan. */
  readonly measure?: VehicleMeasure;
}

/** Proven, and agreed to for an answer only: no values, no names of fields, no release. */
export interface AnsweredPaper<K> extends AnyPaper<K> {
  readonly proof: "answered";
  readonly question: QuestionName;
  /** May the holder do it today. No `rule`: something decided that is not law, such as a list. */
  readonly answer: { readonly answer: Cover; readonly rule?: string };
}

export interface UnprovenPaper<K> extends AnyPaper<K> {
  readonly proof: "unproven";
  readonly reason: ReasonCode;
}

/** The values of one paper, until they end. What was copied out of it is the app's to forget. */
export class Release<out K extends Kind = Kind, out F extends FieldOf<K> = FieldOf<K>> {
  private constructor();
  /** The values, if they have not ended on this clock; from then on never again. */
  at(now?: UnixTime): Shown<K, F> | Ended;
  readonly until: UnixTime;
  /** When a screen takes it away, unless it is held. */
  readonly displayUntil: UnixTime;
  /** Holds it on the screen three minutes longer each time, a quarter of an hour in all, never past its end; log the reason. Answers the new display time. */
  hold(reason: "hold.writing_record" | "hold.handing_over"): UnixTime;
  /** Holds it no longer: it leaves the screen when it would have by itself, at once if that is past. Answers that time. */
  letGo(): UnixTime;
  /** Holds what somebody declared against what it releases. Eight times, then no more. */
  matches(declared: Declared, now?: UnixTime): Matches | Ended;
  /**
   * A finding about its paper in words, as {@link Inspector.words}, and with the days and classes that the paper says while it has not ended:
   * values then, for the screen they are on and no log. Once it has ended, without them. @throws {ArgumentError}
   */
  words(inspector: Inspector, finding: Finding, now?: UnixTime): FindingWords;
  /** Ends it now. */
  end(): void;
}
export interface Release<out K extends Kind = Kind, out F extends FieldOf<K> = FieldOf<K>> extends Freeable {}

/** What a form says. Nothing of it is kept. */
export interface Declared {
  readonly name?: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birth?: string;
  /** Personal identification number. */
  readonly number?: string;
  /** The paper's own number: of a licence, a health insurance card, a passport. */
  readonly documentNumber?: string;
}

/** Why two were not compared; nothing follows from it. */
export type NotCompared = "not_declared" | "not_shown" | "too_often";

/** Levels without values. They do not say that who declared is the person of the paper. */
export interface Matches {
  readonly kind: "matched";
  readonly name: "exact" | "tone_placement" | "look_alike" | "no_diacritics" | "truncated" | "reordered" | "different" | NotCompared;
  readonly birth: "same" | "compatible" | "different" | NotCompared;
  readonly number: "same" | "different" | NotCompared;
  readonly documentNumber: "same" | "different" | NotCompared;
}

/** It has ended: nothing of it is left in the engine. */
export interface Ended {
  readonly kind: "ended";
}

/**
 * Values that may be seen now. Each crosses into JavaScript only when asked for, and each reading asks the clock again: one that is kept past
 * the end gives nothing, and throws nothing either. `now` where an app has a clock of its own; left out, it is the host's, or the one that was
 * passed to {@link Release.at} and runs on, whichever is later.
 */
export class Shown<K extends Kind = Kind, F extends FieldOf<K> = FieldOf<K>> {
  private constructor();
  /** `ended` once it has, on the clock that {@link Release.at} was passed, or else the host's. */
  readonly kind: "shown" | "ended";
  answer<N extends F>(field: N, now?: UnixTime): Answer<Fields[K][N & keyof Fields[K]]>;
  /** Names of the fields it shows; none once it has ended. */
  fields(now?: UnixTime): F[];
  /**
   * Every field it shows, in the order of the field table, with its label, its value, and the value in words; none once it has ended. The
   * same call for every kind of paper. The engine wipes its own; strings of JavaScript cannot be wiped: let go of them when the release ends.
   */
  entries(now?: UnixTime): readonly Entry<K, F>[];
}
export interface Shown<K extends Kind = Kind, F extends FieldOf<K> = FieldOf<K>> extends Freeable {}

/** *Not shown* never means *does not hold*: not asked, not shared or not in the paper. */
export type Answer<V> = ShownValue<V> | { readonly kind: "not_shown" } | Ended;

export interface ShownValue<V> {
  readonly kind: "shown";
  /** Text here is safe for a screen: what would change its reading unseen is made visible. */
  readonly value: V;
  /** Of a text: as the issuer signed it, untrusted for display. */
  readonly signed?: string;
}

/** One field of a paper with its value: {@link Shown.entries}. One member of the union for each field, told apart by `kind` and `name`. */
export type Entry<K extends Kind = Kind, F extends FieldOf<K> = FieldOf<K>> = AnyEntry & { readonly kind: K; readonly name: F };
/** A field of any kind of paper. */
export type AnyEntry = { [K in Kind]: { [N in keyof Fields[K]]: EntryOf<K, N, Fields[K][N]> }[keyof Fields[K]] }[Kind];

/** A field's name, its label, its value, and the value as an officer reads it. */
export interface EntryOf<K extends Kind, N, V> {
  /** The kind of paper. */
  readonly kind: K;
  /** The field's name in the registry. */
  readonly name: N;
  /** The field's name for people. */
  readonly label: Text;
  /**
   * As {@link Shown.answer} gives it; `null`: the paper says that there is none. `undefined` when it runs: not of the form of its field, or a
   * number that JavaScript would round; `text` says what can be said.
   */
  readonly value: V;
  /** The value in words, never blank: what *none* means in this field ("no end"), days and times as in Viet Nam. A part of a licence in one line. */
  readonly text: Text;
  /** Where the value may stand on a screen. */
  readonly display: DisplayName;
  /** The fields of a part of a licence, one by one; of anything else none. */
  readonly below: readonly EntryOf<K, keyof PartFields, PartFields[keyof PartFields]>[];
}

/** Where a value may stand on a screen: with the verdict, only after a press, or nowhere. */
export type DisplayName = "open" | "behind a press" | "never";

/** `YYYY-MM-DD`. */
export type IsoDay = string;

/** The days a date may mean: the same one, unless the paper gives only a month or a year. */
export interface DateValue {
  readonly earliest: IsoDay;
  readonly latest: IsoDay;
}

export interface Points {
  readonly points: number;
  readonly asOf: UnixTime;
}

export interface Suspension {
  readonly from: DateValue;
  readonly until?: DateValue;
}

export type Classes = readonly { readonly class: string; readonly passed?: DateValue }[];

export type Part = { readonly [F in keyof PartFields]?: PartFields[F] };

// ---------------------------------------------------------------------------------------------------------------------------------------
// Animated codes, and several phones

/** Collects the parts of animated codes, in any order, with losses and repeats. */
export class Frames {
  constructor();
  /** The text of one code; repeats are harmless. */
  push(text: string): Progress;
  /** The showing or sealed answer, once whole. */
  scan(): Scan | undefined;
  complete(): { readonly what: What; readonly bytes: Uint8Array } | undefined;
  /** Drops what is complete, because it was not proven, and goes on with the others. */
  reject(): void;
}
export interface Frames extends Freeable {}

export type What = "showing" | "sealed_answer" | "bundle";

export type Progress =
  | { readonly kind: "still" }
  | { readonly kind: "ignored"; readonly unreadable: Unreadable }
  | { readonly kind: "collected"; readonly have: number; readonly of: number }
  | { readonly kind: "mismatched"; readonly of: number }
  | { readonly kind: "complete"; readonly what: What };

/** One check with showings of several phones, all of one post, under one bundle, for one purpose, in one encounter. */
export class Encounter {
  constructor(inspector: Inspector, purpose: Purpose, encounterSeed: EncounterSeed);
  /** Adds a report; it stays readable where it is held. @throws {EncounterError} it is not of this encounter. */
  add<A extends AskedFor>(report: Report<A>): void;
  /**
   * Puts a report in the place of one whose values have ended: that phone's code, shown again. What stood there is by itself from then on.
   * @throws {EncounterError} as of `add`, or nothing has ended there, papers of the first are missing, or what was found stands.
   */
  addAgain<A extends AskedFor>(place: number, report: Report<A>, at?: UnixTime): void;
  /** A code that was no document: while it is not read after all, nothing is accepted. */
  addUnread(): void;
  /** One of those was read, and its report is added like any other. Answers whether one was open. */
  readAfterAll(): boolean;
  readonly reports: Report[];
  /** Whether it takes no more: then `add` throws `encounter.full`. */
  readonly full: boolean;
  /**
   * Judges the papers of all showings together, beside what stands there, and says what is needed and was not shown. What a showing proved
   * stands when its values have ended, beside the same vehicle and plate, for half an hour after its inspection.
   */
  judge(seen: { readonly vehicle?: Vehicle; readonly plate?: string }, at?: UnixTime): EncounterReport;
}
export interface Encounter extends Freeable {}

/** What the showings of an encounter say together, for this vehicle at this time. No value in it. */
export interface EncounterReport {
  readonly kind: Verdict;
  readonly headline: Headline;
  /** Between papers, and about those that are needed and were not shown. */
  readonly findings: readonly Finding[];
  /** The proven papers of all showings; those that have ended by what they left. */
  readonly papers: readonly EncounterPaper[];
  /** What this vehicle or visit needs, in the order of the law. */
  readonly needs: readonly Need[];
  /** What each showing comes to, in the order they came. */
  readonly showings: readonly { readonly kind: Verdict; readonly headline: Headline; readonly ended: boolean }[];
  /** Codes that were not read. */
  readonly unread: number;
  /** Canonical JSON, the same bytes everywhere. There `report` is called `showing`. */
  readonly json: string;
}

export interface EncounterPaper {
  /** Place of its report in {@link Encounter.reports}. */
  readonly report: number;
  /** The same, as the JSON calls it. */
  readonly showing: number;
  /** Its place among that report's papers. */
  readonly paper: number;
  readonly kind: Kind | number;
  readonly verdict: Verdict;
  readonly headline: Headline;
  readonly findings: readonly Finding[];
  readonly covers?: Covers;
  /** Its release has ended: what is said of it was found while it lived. */
  readonly ended?: true;
}

/** A paper that is needed. One that was not shown is not said to be missing. */
export interface Need {
  readonly kind: Kind | number;
  readonly state: NeedState;
  /** The rule that asks for it, and its article. */
  readonly rule: string;
  readonly law: string;
  /** What may lawfully be done, in order; none where it was shown. */
  readonly steps: readonly LawfulStep[];
  /** Which measure to look for where it is *undetermined* and one would decide. */
  readonly measure?: VehicleMeasure;
}

export interface LawfulStep {
  readonly step: Step;
  readonly rule?: string;
  readonly law?: string;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// No code, and codes that nobody signed. None of this has a verdict.

export interface NothingShown {
  readonly kind: Kind;
  readonly headline: Headline & { readonly name: "not_checked" };
  readonly steps: readonly LawfulStep[];
}

export interface NumberOnly extends NothingShown {
  /** Which kinds of paper it may be of by its form, the likeliest first; `kind` is the first. */
  readonly kinds: readonly Kind[];
  /** Another form than the usual ones may still be right. */
  readonly form: Coded;
  /** The number in groups, to be read aloud. Personal data, and so not among the keys: a copy that is sent elsewhere is without it. */
  readonly grouped: string;
}

/** Which unsigned code a text has the outline of; `undefined`: none. {@link Inspector.inspect} answers `scan.not_ours` for all of them, `scan.keyboard_altered` where one was altered. */
export function plainKind(text: string): PlainKind | undefined;

/** Reads an unsigned code. It proves nothing. */
export function readPlain(text: string): UnsignedReading | Unread;

/**
 * What altered a code on its way (input method, Caps Lock, keyboard layout, code page), told by what no genuine code holds; `undefined`: it
 * does not look altered, whatever else it is. A hint for the desk, never a repair: for such a text {@link Inspector.inspect} (codes of ours)
 * and {@link readPlain} (those of cards) answer `scan.keyboard_altered` by themselves.
 */
export function whatAltered(text: string): AlteredName | undefined;

/** Says nothing about anybody. */
export interface Unread {
  readonly kind: "unread";
  readonly code: Extract<ReasonCode, `scan.${string}`>;
  readonly fault: string;
  readonly part: number;
}

/** What an unsigned code says: not who issued it, not that it is current, not whose it is. */
export class UnsignedReading {
  private constructor();
  readonly kind: "unsigned";
  readonly code: Coded & { readonly code: PlainKind };
  /** The kind of paper whose print it is. */
  readonly paper: Kind;
  readonly remarks: readonly Coded[];
  /** Names of the fields it says something of. */
  fields(): string[];
  /** What it says of a field; text is safe for a screen. */
  answer(field: string): { readonly kind: "shown"; readonly value: unknown } | { readonly kind: "not_shown" } | Ended;
  /** Everything it says, unproven, as {@link Shown.entries}; none once it has ended. */
  entries(): readonly EntryOf<Kind, string, unknown>[];
  /** Holds it against a proven paper. Where they differ, the proven one counts. */
  compare(release: Release<any, any>, at?: UnixTime): Comparison | Ended;
  /** Ends it: its values are wiped. */
  end(): void;
}
export interface UnsignedReading extends Freeable {}

/** Field by field, without a value. */
export interface Comparison {
  readonly kind: "compared";
  readonly fields: readonly { readonly field: string; readonly likeness: Coded & { readonly code: Likeness } }[];
  /** `plain.differs` if a field differs. */
  readonly code?: ReasonCode;
}

// ---------------------------------------------------------------------------------------------------------------------------------------
// Words. No text holds a value of a paper.

export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** A code with its words. */
export interface Coded extends Text {
  readonly code: string;
}

export interface Step extends Text {
  readonly code: StepCode;
}

export interface ReasonText extends Text {
  readonly code: ReasonCode;
  readonly axis: "proof" | "standing";
  /** The gravest it can be. */
  readonly gravity: "note" | "refer" | "refuse";
  readonly side: "post" | "presenter" | "paper";
  /** A role may pick another one: {@link Inspector.step}. */
  readonly step: Step;
  /** What may be said to the person, by whoever speaks with a greeting and the right form of address before it. */
  readonly aloud?: Text;
}

/** A finding in words: {@link Inspector.words}, {@link Release.words}. */
export interface FindingWords extends Text {
  readonly code: ReasonCode;
  /** What may be done next. Its words are empty where there is nothing to do, or the finding's own words say it already. */
  readonly step: Step;
  readonly aloud?: Text;
}

export interface FieldText extends Text {
  readonly class: "identity" | "contact" | "health" | "biometric" | "special" | "family" | "vehicle" | "status";
  /** Sensitive in personal data law: behind a press. */
  readonly sensitive: boolean;
  /** Where its value may stand on a screen. */
  readonly display: DisplayName;
  readonly bearing: boolean;
}

/** A reason in words; with a finding's `about`, and its own kind or that of its paper, about these. */
export function reasonText(code: ReasonCode, about?: string, kind?: Kind): ReasonText;
export function kindText(kind: Kind): Text;
/** A field in words, also one within a part; `undefined`: there is none of this name. */
export function fieldText(field: string, kind?: Kind): FieldText | undefined;
export function setUpText(code: SetUpCode): Text;

/** What a file looks like. */
export interface Recognised extends Text {
  readonly name: FileKind;
  /** What to tell whoever chose this where a file of the kind `wanted` was to be chosen: absent where it is one, will do for one, or is of no known kind. */
  readonly told?: Text;
}

/**
 * What a file looks like, from a bounded look at its bytes; never from its name. For a sentence to whoever chose the wrong one: it checks no
 * signature and proves nothing, and what it recognises may still be refused.
 * @throws {ArgumentError} for a kind that is none.
 */
export function recognise(bytes: Bytes, wanted?: FileKind): Recognised;
/** The kinds of paper that this engine reads, in words. */
export function kinds(): readonly (Text & { readonly name: Kind })[];
/** The kinds of vehicle to pick from, in words. */
export function vehicleKinds(): readonly (Text & { readonly name: VehicleKind })[];
/**
 * The measures that a licence's classes turn on for such a vehicle, in the order to ask for them in a form; without one, all. `member`: which
 * of the vehicle's members it is; a trailer's mass is none.
 * @throws {ArgumentError} for what is no vehicle.
 */
export function vehicleMeasures(vehicle?: Vehicle): readonly VehicleMeasureText[];
/** Every question that may be asked of a licence, in the words that the citizen reads, too. */
export function questions(): readonly (Text & { readonly name: QuestionName })[];
/** The article behind a rule's id. */
export function citation(rule: string): string | undefined;
/** A citation of this engine in Vietnamese: điểm, khoản, Điều, then the text they stand in. */
export function citationVi(citation: string): string | undefined;
