// <doichieu-verifier>: the whole page as one element, for a page of one's own. What it shows comes from screens/, what it does from page.js.
import { LitElement, html, nothing } from "../vendor/lit/lit.js";
import { frame } from "./frame.js";
import { Page } from "./page.js";
import { SCREENS } from "./screens/all.js";
import { currentLanguage } from "./words.js";
/** @import { Settings } from "page" */

/** Beside what pages share. */
const STYLES = ["shared/tokens.css", "shared/base.css", "css/frame.css", "css/parts.css", "css/screens.css", "css/desk.css"]
  .map((file) => new URL(`../${file}`, import.meta.url).href);

/** The bar of the browser or the system above the page follows the theme. */
const ABOVE = { day: "#6b1d00", night: "#1a0700" };

/**
 * Attributes: `language` (`vi`, `en`), `theme` (`day`, `night`), `layout` (`handheld`, `desk`), `only` (fields to ask for, as
 * `identity.full_name identity.date_of_birth`; left out, all that the post may ask for). Slots: `brand`, `below`. Parts: `strip`, `plate`,
 * `foot`. Events: `inspection`, with the headline, codes of reasons and the report's JSON, never with a value.
 */
export class DoichieuVerifier extends LitElement {
  static properties = {
    language: { type: String }, layout: { type: String }, only: { type: String }, theme: { type: String, reflect: true },
    bare: { type: Boolean },
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
    /** @type {Page | undefined} */
    this.page = undefined;
    /** The browser's offer to install the page, shown where this device is described, never by itself. @type {{ prompt(): unknown } | null} */
    this.install = null;
  }

  connectedCallback() {
    super.connectedCallback();
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

  /** What came of a check, to the page around. @param {{ headline: string, codes: readonly string[], json: string | null }} detail */
  told(detail) { this.dispatchEvent(new CustomEvent("inspection", { detail, bubbles: true, composed: true })); }

  render() {
    const links = STYLES.map((href) => html`<link rel="stylesheet" href=${href}>`);
    const { page } = this;
    return html`${links}${page ? frame(page, SCREENS[page.at](page)) : nothing}
      <p id="say" class="vh" role="status" aria-live="polite"></p><p id="say-now" class="vh" role="alert" aria-live="assertive"></p>`;
  }
}

customElements.define("doichieu-verifier", DoichieuVerifier);
