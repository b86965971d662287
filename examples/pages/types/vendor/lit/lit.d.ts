export * from "../../../shared/lit.js";
