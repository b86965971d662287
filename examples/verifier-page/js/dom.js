// Small pieces of page, made of elements and text. Nothing here takes markup: what a paper says only ever becomes a text node.
/** @import { Attributes, Child, Children, Press } from "page" */

/**
 * An element with attributes (`on…` are listeners, `dataset` an object) and children; `null` and `false` children are left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Children} children
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === "dataset") Object.assign(node.dataset, value);
    else if (name === "class") node.className = String(value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...there(children));
  return node;
}

/** @param {Children[]} children */
const there = (children) =>
  children.flat().filter((/** @type {Child} */ child) => child !== null && child !== undefined && child !== false);

/**
 * An element of the page's own markup.
 * @param {string} id
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * A button with a sign and a word.
 * @param {string} label
 * @param {{ sign?: SVGElement | null, kind?: string, press?: Press, [attribute: string]: unknown }} [of]
 */
export function button(label, { sign = null, kind = "", press, ...attributes } = {}) {
  const more = /** @type {Attributes} */ (attributes);
  return el("button", { type: "button", class: `button ${kind}`.trim(), onclick: press, ...more }, sign, el("span", {}, label));
}

/**
 * Puts children in the place of all that was there.
 * @template {Element} N
 * @param {N} node
 * @param {...Children} children
 */
export function fill(node, ...children) {
  node.replaceChildren(...there(children));
  return node;
}

/**
 * Says something to a screen reader, politely or at once.
 * @param {string} text
 */
export function announce(text, { now = false } = {}) {
  const region = byId(now ? "say-now" : "say");
  region.textContent = "";
  // A region that is emptied and filled in one turn may be passed over.
  setTimeout(() => { region.textContent = text; }, 30);
}

/**
 * A field for a file, pressed or dropped on. Its words are the page's own: a browser's stand in the browser's language. `take` gets the
 * bytes and resolves to whether they were taken; larger files than `largest` are not opened, and `tooLarge` says so.
 * What was taken is named, with a mark.
 * @param {{ id: string, label: string, choose: string, tooLarge: string, mark: SVGElement, largest: number,
 *   take: (bytes: Uint8Array<ArrayBuffer>) => boolean | Promise<boolean> }} of
 */
export function fileField({ id, label, choose, tooLarge, mark, largest, take }) {
  const said = el("span", { class: "quiet", role: "status" });
  /** @param {File[]} files */
  const read = async ([file]) => {
    input.value = "";
    if (!file) return;
    if (file.size > largest) { taken(null); said.textContent = tooLarge; return; }
    taken((await take(new Uint8Array(await file.arrayBuffer()))) && file.name);
  };
  /** @param {string | false | null} name */
  const taken = (name) => { node.classList.toggle("taken", Boolean(name)); said.textContent = name || ""; };
  /** @type {HTMLInputElement} */
  const input = el("input", { type: "file", id, class: "vh", onchange: () => read([...(input.files ?? [])]) });
  const node = el("div", { class: "drop" }, input,
    el("label", { class: "pick", for: id }, el("span", { class: "grow" }, el("b", {}, label), said),
      el("span", { class: "button plain" }, mark, el("span", {}, choose))));
  droppable(node, read);
  return { node, taken };
}

/**
 * Takes files that are dropped on a node; it shows that it would.
 * @param {HTMLElement} node
 * @param {(files: File[]) => unknown} take
 */
export function droppable(node, take) {
  /** @type {(event: Event, is: boolean) => void} */
  const over = (event, is) => { event.preventDefault(); node.classList.toggle("over", is); };
  node.addEventListener("dragover", (event) => over(event, true));
  node.addEventListener("dragleave", (event) => over(event, false));
  node.addEventListener("drop", (event) => {
    over(event, false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) take(files);
  });
}
