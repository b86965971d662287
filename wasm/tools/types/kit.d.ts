import type { World as Face } from "../../kit/npm/index.js";
export { Asked, Showing, Taken } from "../../kit/npm/index.js";
export default function load(source?: { module_or_path: Parameters<typeof import("../../kit/npm/index.js").init>[0] }): Promise<unknown>;
/** With what the face uses itself. */
export class World extends Face {
  postKey(role: string): { d: Uint8Array; x: Uint8Array; y: Uint8Array };
}
