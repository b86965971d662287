// Something that may be shown: to whom, why, for how long, and how its code is made once somebody agreed.
import { TEST, now, random } from "./phone.js";
import { currentLanguage, say, span } from "./words.js";
/** @import { Asked, QuestionWords, Selection, Showing, Taken } from "kit" */
/** @import { Asking, Asks } from "page" */
/** @import { Phone } from "./phone.js" */

/**
 * A question of the kit in the language of the page.
 * @param {QuestionWords} question
 * @returns {Asking}
 */
export const inWords = (question) =>
  ({ name: question.name, text: question[currentLanguage()], promise: question.promise[currentLanguage()] });

/** By an ask that was verified, or for anybody in a role. */
export class Proposal {
  #phone;
  #question;

  /**
   * @param {Phone} phone
   * @param {string} role
   * @param {{ asked?: Asked, question?: QuestionWords | undefined }} [of]
   */
  constructor(phone, role, { asked, question = asked?.question } = {}) {
    this.#phone = phone;
    this.role = role;
    this.asked = asked;
    this.#question = question;
    this.offers = question ? [] : phone.offers(role, asked?.fields ?? phone.world.preset(role));
    this.display = phone.displaySeconds(role, asked);
    this.retention = phone.retention(role, asked);
    /** In the order to show them. @type {readonly string[]} */
    this.three = asked?.choices(random(16)) ?? [];
  }

  get question() { return this.#question?.name; }
  get until() { return this.asked?.until ?? null; }
  /** Its code may be copied as text: in a test alone. */
  get mayCopy() { return TEST && (this.asked?.isTest ?? true); }

  who() { return this.asked ? `${say(this.role)} · ${this.asked.post}` : say(this.role); }
  why() { return say(this.#phone.world.purpose(this.role) ?? ""); }

  /** As it is told, in the language of the page. @returns {Asks} */
  get asks() {
    const { asked } = this;
    return {
      who: say(this.role),
      post: asked?.post ?? null,
      why: asked ? say(asked.purpose ?? "") : this.why(),
      role: this.role,
      proven: asked !== undefined,
      test: asked?.isTest ?? false,
      note: asked?.listsOverdue ? say("listsOld", { age: span(asked.listsAge) }) : null,
      display: this.display,
      retention: this.retention,
      question: this.#question && inWords(this.#question),
    };
  }

  /** One token for one onlooker, of what was agreed to. @param {Selection} agreed @returns {Taken} */
  take(agreed) {
    const { world } = this.#phone;
    if (this.asked) return world.takeFor(this.asked, agreed);
    return this.#question ? world.takeAnswer(this.role, this.#question.name) : world.take(this.role, agreed);
  }

  /** For how long it may be kept is what was agreed to, and not what was asked. @type {(taken: Taken, retention: number) => Showing} */
  make(taken, retention) {
    return this.asked ? taken.answer(this.asked, random(48), now(), retention) : taken.show(random(16), now(), retention);
  }
}
