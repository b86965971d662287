// The phone of the person that is picked: papers, one-time codes, lists. It answers what the screens ask, and shows nothing itself.
import { DEMO_SEED, World } from "../vendor/kit/index.js";
/** @import { Asked, Held, Selection } from "kit" */
/** @import { Offer } from "page" */

/** Every root of the demo country is a test root. What may only be in a test asks for this. */
export const TEST = true;

/** Whom a code may be made for without being asked: the roles whose profile allows it. */
export const UNPROMPTED = ["traffic_police", "clinic"];

/** Who asks a driver something on the road. */
export const QUESTIONER = "traffic_police";

export const clock = () => Date.now() / 1000;
export const now = () => Math.floor(clock());
/** @param {number} length */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Tokens live for a day; the phone renews them before that. */
const FRESH = 12 * 3600;

/** The papers and codes of one person. */
export class Phone {
  #world;
  #updated = now();

  /** @param {string} [person] */
  constructor(person = World.people()[0]) {
    this.person = person;
    this.#world = new World(DEMO_SEED, person, this.#updated);
  }

  get world() { return this.#world; }

  /** @returns {readonly Held[]} */
  get holding() { return this.#world.holding; }

  /** Every question so far is asked of a driving licence. */
  get hasLicence() { return "driving_licence" in this.#world.papers; }

  /** What a phone does when it has a network: new lists, new tokens under new keys. */
  update() {
    this.#updated = now();
    this.#world.update(this.#updated);
  }

  /** It keeps its stock of one-time tokens and its lists, and renews them before they are old, if it has a network. */
  freshen() { if (navigator.onLine && clock() - this.#updated > FRESH) this.update(); }

  /**
   * How long who asks may have it on a screen, in seconds: told before anything is agreed to, and written into what is signed.
   * @param {string} role
   * @param {Asked} [asked]
   */
  displaySeconds(role, asked) { return asked?.displaySeconds ?? this.#world.displaySeconds(role) ?? 0; }

  /**
   * How long who asks would keep it, in seconds; 0: not at all.
   * @param {string} role
   * @param {Asked} [asked]
   */
  retention(role, asked) { return asked?.retention ?? this.#world.retention(role); }

  /**
   * The papers that are asked for, as this phone has them: those that are needed there, then the others.
   * @param {string} role
   * @param {Selection} fields
   * @returns {Offer[]}
   */
  offers(role, fields) {
    const needed = new Set(this.#world.needed(role));
    const all = this.holding.flatMap((paper) => {
      const names = new Set(fields[paper.kind] ?? []);
      const offered = paper.fields.filter(({ name }) => names.has(name));
      return offered.length > 0 ? [{ kind: paper.kind, needed: needed.has(paper.kind), fields: offered }] : [];
    });
    return [...all.filter((offer) => offer.needed), ...all.filter((offer) => !offer.needed)];
  }

  free() { this.#world.free(); }
}
