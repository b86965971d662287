// The camera of the scan screen: the first ask that it sees, and nothing else.
import { Camera, Decoder } from "./camera.js";

/** What a request code begins with. */
const ASK = "DCQ1:";

/** @type {Decoder | undefined} */
let decoder;

/** Open for as long as its screen is there. */
export class Eye {
  /** @type {Camera | undefined} */
  #camera;
  #found;
  #lost;
  off = false;

  /**
   * @param {(text: string) => void} found
   * @param {() => void} lost
   */
  constructor(found, lost) {
    this.#found = found;
    this.#lost = lost;
  }

  /** @param {Element} [video] */
  place = (video) => {
    if (!(video instanceof HTMLVideoElement) || this.#camera) return;
    decoder ??= new Decoder();
    this.#camera = new Camera(video, decoder, ({ texts }) => {
      const asks = texts.filter((text) => text.startsWith(ASK));
      // Of two that ask at once neither is meant.
      if (asks.length === 1) this.#found(asks[0]);
      return asks.length > 0;
    });
    this.#camera.start().catch(() => {
      this.off = true;
      this.#lost();
    });
  };

  leave() { this.#camera?.stop(); }
}
