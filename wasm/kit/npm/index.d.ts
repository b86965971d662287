/** The demo kit for a page: a test authority, a test issuer, a citizen's wallet. Test keys only, never for a real paper. */

export function init(source?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** The seed that demo pages share, so that their keys know each other. It is no secret. */
export const DEMO_SEED: Uint8Array;

/** Fields by kind of paper, by their registry names. */
export type Selection = Partial<Record<string, string[]>>;

export class World {
  /**
   * A day on which everything is in order, and one person's phone in it. `now`: seconds; left out, the host's clock. `drawn`: when its
   * root was drawn: the same day gives the same anchor, whenever it is opened.
   */
  constructor(seed: Uint8Array, person?: string, now?: number, drawn?: number);
  /** The names of the invented people. */
  static people(): string[];
  peopleWithPapers(): { name: string; kinds: string[] }[];
  /** For a verifier's page: the anchor (a test root), the bundle, the mandate of a role's post. */
  anchor(): Uint8Array;
  /** `without`: a role that these lists have no profile for, so that no mandate of that role opens under them. */
  bundle(number?: number, without?: string): Uint8Array;
  /** Its post has an invented name that people can read. */
  mandate(role: string): Uint8Array;
  /** The same for a key that was made elsewhere: `point` is the raw public half of a P-256 key, 65 bytes. */
  mandateFor(role: string, point: Uint8Array): Uint8Array;
  readonly roles: string[];
  /** The purpose a role shows its papers for. */
  purpose(role: string): string | undefined;
  /** Seconds on the screens of a role's posts: say it before anything is agreed to, for it is written into what is signed. */
  displaySeconds(role: string): number | undefined;
  /** Seconds for which a role asks to keep what it is shown unprompted; 0: not at all. Say it before anything is agreed to, and let it be declined. */
  retention(role: string): number;
  /** What the citizen has. */
  readonly papers: Selection;
  /** The same in words, for the citizen's own screen. */
  readonly holding: Held[];
  /** Every question that may be asked of a licence. */
  static questions(): QuestionWords[];
  /** What a code made unprompted for a role carries, unless the citizen declines some of it. */
  preset(role: string): Selection;
  /** The kinds that the law, or the purpose of a role, needs: what else may be shown is optional there. */
  needed(role: string): string[];
  /** Opens an ask (`DCQ1:…`) against the wallet's own lists. One that is over is refused: there is no second try at the same ask. */
  asked(text: string, now?: number): Asked | Refused;
  /** Takes a one-time token for what was agreed to, to be shown to one person; the next one is for the next. */
  take(role: string, agreed: Selection): Taken;
  /** The same for the answer to a question, and nothing else of the licence. */
  takeAnswer(role: string, question: string): Taken;
  /** The same for the answer to an ask. A question is agreed to as a whole: `agreed` is then of no account. */
  takeFor(asked: Asked, agreed: Selection): Taken;
  /**
   * Takes one and shows it, unprompted. `cti`: 16 random bytes, new for each showing. Good for 60 seconds. `retention`: for how many seconds it
   * was agreed that it is kept, 0 where that was declined; left out, as `retention(role)` says. Longer than asked is not agreed to.
   */
  show(role: string, agreed: Selection, cti: Uint8Array, now?: number, retention?: number): Showing;
  showAnswer(role: string, question: string, cti: Uint8Array, now?: number): Showing;
  /** Takes one and answers an ask. `random`: 48 random bytes, new for each answer. `retention`: as in `show`; left out, as the ask says. */
  answer(asked: Asked, agreed: Selection, random: Uint8Array, now?: number, retention?: number): Showing;
  /** Brings the phone up to date: lists and tokens of now, new batches under new keys. */
  update(now?: number): void;
  /** From the next `bundle()` on: 0 valid, 1 revoked, 2 suspended. `of`: a kind, `account`, `motorcycle_part` or `car_part`. */
  setStatus(of: string, value: 0 | 1 | 2): void;
  free(): void;
}

/** Why an ask is not shown as genuine, or not answered. */
export interface Refused {
  readonly kind: "refused";
  readonly code: `asked.${string}`;
  readonly vi: string;
  readonly en: string;
}

/** What was taken from the stock: a token, or a set of them, under a key of its own. A code that is made anew on the screen is still of the same. */
export class Taken {
  private constructor();
  /** Unused ones left of its kind. */
  readonly left: number;
  /** It was shown before, because the stock is empty: who saw it then can tell that it is the same phone. Say so. */
  readonly again: boolean;
  /** `retention`: as in `World.show`. */
  show(cti: Uint8Array, now?: number, retention?: number): Showing;
  /** Answers an ask whose digits were picked, or which names who called. `retention`: as in `World.show`; left out, as the ask says. */
  answer(asked: Asked, random: Uint8Array, now?: number, retention?: number): Showing;
  free(): void;
}

/** A paper of the citizen's. */
export interface Held {
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
  /** A value is left out where it has no short form, and empty where the paper says that there is none; `said`: a word of the registry in words. Without a `bearing` one its state is not known, and it is looked up. */
  readonly fields: { readonly name: string; readonly vi: string; readonly en: string; readonly display: "open" | "behind a press" | "never"; readonly bearing: boolean; readonly sensitive: boolean; readonly value?: string; readonly said?: { readonly vi: string; readonly en: string } }[];
}

export interface QuestionWords {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  /** What is promised with every question. */
  readonly promise: { readonly vi: string; readonly en: string };
}

/** Who asks, why and for what: proven against the wallet's own lists. */
export class Asked {
  private constructor();
  readonly kind: "asked";
  readonly post: string;
  readonly role: string;
  readonly purpose: string | undefined;
  /** Instead of fields: only its answer will be shown. */
  readonly question: QuestionWords | undefined;
  readonly fields: Selection;
  /** Seconds. */
  readonly retention: number;
  /** Seconds on the post's screens: say it before anything is agreed to, for it is written into the answer. */
  readonly displaySeconds: number;
  /** To be compared with who really called. */
  readonly origin: string | undefined;
  readonly until: number;
  /** A test root stands behind the lists that vouch for it: TEST stands beside who asks. */
  readonly isTest: boolean;
  /** Seconds. */
  readonly listsAge: number;
  /** Newer lists are due: these still vouch; say how old they are. */
  readonly listsOverdue: boolean;
  /** Three pairs of digits, one of which stands on the screen of who asks. `random`: 16 random bytes, new for each ask. */
  choices(random: Uint8Array): string[];
  /** What the citizen picked; nothing, if none of them stands there. Anything but the right ones ends the ask. */
  picked(digits?: string): undefined | Refused;
  /** Who called, where the ask came from an app or a page on the same phone: whether it is the one that the ask names. If not, the ask is over. */
  calledBy(origin: string): boolean;
  free(): void;
}

/** What the phone shows. */
export class Showing {
  private constructor();
  /** The still code: `DC1:…`, or `DC1S:…` for a sealed answer. */
  readonly text: string;
  /** An animated code of so many bytes a part; one text alone is the still code. */
  animated(chunk: number): string[];
  bytes(): Uint8Array;
  free(): void;
}

/** The same key as a file, PKCS #8. */
export function postKeyFile(world: World, role: string): Uint8Array;

/** The test key of a role's post for WebCrypto: to sign its challenges with. */
export function signingKey(world: World, role: string): Promise<CryptoKey>;
