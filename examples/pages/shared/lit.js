// What the pages take of Lit 3. The build makes one file of it, `vendor/lit/lit.js`: a browser resolves no bare names.
export { LitElement, css, html, nothing, render, svg } from "lit";
export { live } from "lit/directives/live.js";
export { ref } from "lit/directives/ref.js";
export { repeat } from "lit/directives/repeat.js";
