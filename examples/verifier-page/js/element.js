// <doichieu-verifier>: the whole page as one element, for a page of one's own. What it shows comes from screens/, what it does from page.js.
import { LitElement, html, nothing } from "../vendor/lit/lit.js";
import { Ends, shown } from "./around.js";
import { frame } from "./frame.js";
import { Page } from "./page.js";
import { SCREENS } from "./screens/all.js";
import { forgetful, isForgetful } from "./store.js";
import { currentLanguage } from "./words.js";
/** @import { Settings } from "page" */
/** @import { DoichieuInspection, DoichieuSetUp, DoichieuVerifierElement } from "doichieu-verifier" */

/** Beside what pages share. */
const STYLES = ["shared/tokens.css", "shared/base.css", "css/frame.css", "css/parts.css", "css/screens.css", "css/desk.css"]
  .map((file) => new URL(`../${file}`, import.meta.url).href);

/** The bar of the browser or the system above the page follows the theme. */
const ABOVE = { day: "#6b1d00", night: "#1a0700" };

/**
 * Attributes, properties, slots, parts and events stand in README.md and in types/doichieu-verifier.d.ts. No event has a value in it; a
 * page that is to have values fetches them (`shown`), when a person presses.
 */
export class DoichieuVerifier extends LitElement {
  static properties = {
    language: { type: String }, layout: { type: String }, only: { type: String }, theme: { type: String, reflect: true },
    bare: { type: Boolean }, transient: { type: Boolean }, setUp: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Settings["language"] | undefined} */
    this.language = undefined;
    /** @type {"handheld" | "desk" | undefined} */
    this.layout = undefined;
    /** @type {"day" | "night" | undefined} */
    this.theme = undefined;
    /** @type {string | undefined} */
    this.only = undefined;
    /** It is part of somebody's page: title and history of that are not its own. */
    this.bare = false;
    /** Nothing is kept in the browser. */
    this.transient = false;
    /** What it is set up with, where the page around hands it out. @type {DoichieuSetUp | undefined} */
    this.setUp = undefined;
    /** @type {Page | undefined} */
    this.page = undefined;
    /** The browser's offer to install the page, shown where this device is described, never by itself. @type {{ prompt(): unknown } | null} */
    this.install = null;
  }

  connectedCallback() {
    super.connectedCallback();
    // Before anything looks into the store: it would be made by that.
    if (this.transient && !isForgetful()) forgetful({});
    this.page = new Page(this);
    void this.updateComplete.then(() => this.page?.start());
    addEventListener("beforeinstallprompt", this.#offered);
  }

  /** @param {Event} event */
  #offered = (event) => {
    event.preventDefault();
    this.install = /** @type {Event & { prompt(): unknown }} */ (event);
  };

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeinstallprompt", this.#offered);
    this.page?.leave();
    this.noticeEnds();
    this.page = undefined;
  }

  /** What the page that it stands in has chosen for it. */
  get wished() {
    return {
      ...(this.language && { language: this.language }),
      ...(this.layout && { mode: this.layout }),
      ...(this.theme && { night: this.theme === "night" }),
    };
  }

  /** @param {boolean} night */
  dress(night) {
    this.theme = night ? "night" : "day";
    if (this.bare) return;
    document.documentElement.dataset.theme = this.theme;
    document.documentElement.lang = currentLanguage();
    document.querySelector("meta[name=theme-color]")?.setAttribute("content", ABOVE[this.theme]);
  }

  #ends = new Ends();

  /** Tells the page around that values have ended. */
  noticeEnds() { if (this.#ends.since(this.page)) this.dispatchEvent(new CustomEvent("ended", { bubbles: true, composed: true })); }

  /** The fields of the check on the screen, for the page around, while they may be seen and kept; else none. */
  shown() { return shown(this.page); }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    this.noticeEnds();
    if (changed.has("setUp")) void this.page?.starting.handed.now();
  }

  /** What came of a check, to the page around. @param {DoichieuInspection} detail */
  told(detail) { this.dispatchEvent(new CustomEvent("inspection", { detail, bubbles: true, composed: true })); }

  render() {
    const links = STYLES.map((href) => html`<link rel="stylesheet" href=${href}>`);
    const { page } = this;
    return html`${links}${page ? frame(page, SCREENS[page.at](page)) : nothing}
      <p id="say" class="vh" role="status" aria-live="polite"></p><p id="say-now" class="vh" role="alert" aria-live="assertive"></p>`;
  }
}

/** What the types say is what there is. @type {new () => DoichieuVerifierElement} */
const element = DoichieuVerifier;
customElements.define("doichieu-verifier", element);
