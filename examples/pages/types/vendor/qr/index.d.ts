export * from "../../../node_modules/qr/index.js";
export { default } from "../../../node_modules/qr/index.js";
