// The first screen: a camera, and every other way a code may come: photo, paste, drop, a scanner that types, a typed number, no code.
import { el, button, fill, announce, droppable } from "./dom.js";
import { Camera, CameraError } from "./camera.js";
import { LARGEST_PICTURE } from "./picture.js";
import { sign, vehiclePicture } from "./shapes.js";
import { backButton, foot } from "./verdict.js";
import { Watch } from "./watch.js";
import { say } from "./words.js";
/** @import { Codes, MayPress, PickedFrame, Press, Screen, Settings, VehicleWords } from "page" */
/** @import { Decoder } from "./camera.js" */

/**
 * The screen. `found` gets what was picked of a frame, `opened` the codes of pictures and the bytes of texts; the other functions open
 * other screens, and one that is missing has no button. `aim` says what is to be held before it, `title` what for where that is not a new
 * check. `back` goes to the check that another phone is added to. `vehicleBefore` is the one of the person before, to be confirmed.
 * `interrupted` ends a check that this page no longer has.
 * @param {{
 *   decoder: Decoder, settings: Settings, aim: string, title?: string, ready?: boolean,
 *   found: (picked: PickedFrame, texts: readonly string[]) => void,
 *   opened: (all: { texts: string[], bytes: Uint8Array[] }) => Promise<boolean>,
 *   vehicle?: VehicleWords | null, chooseVehicle?: MayPress, vehicleBefore?: VehicleWords | null, confirmVehicle?: MayPress,
 *   question?: string | null | undefined, askQuestion?: MayPress, dropQuestion?: Press,
 *   ask?: MayPress, noCode?: MayPress, cannotRead?: MayPress, typeNumber?: MayPress, interrupted?: MayPress, back?: MayPress, paste:
 * Press, }} of
 * @returns {Screen}
 */
export function scanner({
  decoder, settings, aim, title, ready, found, opened, vehicle, chooseVehicle, vehicleBefore, confirmVehicle, question, askQuestion,
  dropQuestion, ask, noCode, cannotRead, typeNumber, interrupted, back, paste,
}) {
  const video = el("video", { muted: true, playsinline: true, "aria-hidden": "true", tabindex: "-1" });
  const hint = el("p", { class: "hint", role: "status" }, say("opening"));
  const tools = el("div", { class: "tools" });
  const eye = el("div", { class: "eye" }, video, sign("cameraOff"), el("div", { class: "corners", "aria-hidden": "true" }), tools, hint);
  const parts = el("div", { class: "parts", hidden: true, "aria-hidden": "true" });
  const watch = new Watch();
  const camera = new Camera(video, decoder, (seen) => {
    const { find, picked } = watch.frame(seen, performance.now());
    if (picked) found(picked, seen.texts);
    return find;
  });
  // What was told of a code stays when the camera opens after it, or does not open.
  /** @type {string | null} */
  let told = null;
  /** @type {HTMLInputElement} */
  const file = el("input", {
    type: "file", accept: ready ? "image/*,text/plain,.dc1" : "image/*", class: "vh", tabindex: "-1", "aria-hidden": "true",
    onchange: () => photos([...(file.files ?? [])]),
  });

  /**
   * All that were opened at once are one look: of several codes in them the same holds as of several in one picture.
   * @param {File[]} files
   */
  async function photos(files) {
    /** @param {string[]} said */
    const tell = (...said) => { hint.textContent = said.join(" "); announce(hint.textContent, { now: true }); };
    /** @type {{ texts: string[], appended: number, bytes: Uint8Array[] }} */
    const all = { texts: [], appended: 0, bytes: [] };
    /** @type {Codes | undefined} */
    let failed;
    for (const photo of files) {
      hint.textContent = say("reading");
      /** @type {Codes} */
      const of = photo.size > LARGEST_PICTURE ? { texts: [], appended: 0, failed: "size" } : await decoder.read(photo);
      all.texts.push(...of.texts);
      all.appended += of.appended;
      if (of.bytes) all.bytes.push(of.bytes);
      failed ??= of.failed ? of : undefined;
    }
    file.value = "";
    if (await opened(all)) return;
    if (failed?.failed === "size") tell(say("photoTooLarge"));
    else if (failed) tell(`${say("notReadHere")}${failed.kind ? ` (${failed.kind})` : ""}.`, say("otherPicture"));
    else tell(say(all.appended > 0 ? "appended" : "noCodeInPhoto"));
  }

  async function start() {
    try {
      await camera.start();
      hint.textContent = told ?? aim;
      eye.classList.remove("off");
      /** @type {HTMLButtonElement | false} */
      const torch = camera.hasTorch && button(say("torch"), { sign: sign("torch"), "aria-pressed": "false", press: async () => {
        if (!torch) return;
        const on = await camera.torch(torch.getAttribute("aria-pressed") !== "true");
        torch.setAttribute("aria-pressed", String(on));
        settings.torch = on;
      } });
      // The other camera has another torch, or none.
      const flip = button("", { sign: sign("flip"), "aria-label": say("flip"), press: () => { camera.turn(); void start(); } });
      fill(tools, torch, flip);
      if (torch && settings.torch) torch.click();
    } catch (error) { fail(error); }
  }

  /** @param {unknown} error */
  function fail(error) {
    const why = error instanceof CameraError ? error.why : "none";
    eye.classList.add("off");
    const said = say(/** @type {const} */ ({ denied: "cameraDenied", busy: "cameraBusy", none: "cameraNone" })[why]);
    hint.replaceChildren(...[told, said].filter(Boolean).map((text) => el("span", {}, text)));
    fill(tools, why !== "none" && button(say("retryCamera"), { sign: sign("photo"), press: start }));
  }

  /** @param {VehicleWords} of */
  const said = (of) => [of.text, of.more].filter(Boolean).join(" · ");
  const picked = el("button", { type: "button", class: "button vehicle-now", onclick: chooseVehicle },
    vehiclePicture(vehicle?.kind),
    el("span", { class: "grow" }, el("span", { class: "quiet" }, say("vehicle")),
      el("b", {}, vehicle ? said(vehicle) : say("vehicleNone"))),
    el("span", { class: "go", "aria-hidden": "true" }, say(vehicle ? "change" : "pick")));
  const confirm = vehicleBefore && el("button",
    { type: "button", class: "button vehicle-now", id: "same-vehicle", onclick: confirmVehicle },
    vehiclePicture(vehicleBefore.kind),
    el("span", { class: "grow" }, el("span", { class: "quiet" }, say("vehicleSame")), el("b", {}, said(vehicleBefore))),
    el("span", { class: "go", "aria-hidden": "true" }, say("confirm")));
  const left = interrupted && el("div", { class: "card stack", id: "interrupted" }, el("p", {}, say("interrupted")),
    button(say("nextPerson"), { sign: sign("next"), press: interrupted }));
  const asking = question && el("div", { class: "card row asking" },
    el("p", { class: "grow" }, el("span", { class: "quiet" }, say("questionNow")), el("b", {}, question)),
    button("", { sign: sign("cross"), "aria-label": say("questionDrop"), press: dropQuestion }));
  const node = el("section", { id: "scan" }, el("h1", { class: title ? "" : "vh" }, title ?? aim), eye, parts, file,
    el("div", { class: "side" },
      ready && el("div", { class: "card ready" }, sign("scanner"),
        el("div", {}, el("h2", {}, say("deskReady")), el("p", {}, say("scannerHint")))),
    left, asking, chooseVehicle && picked, chooseVehicle && confirm,
    el("div", { class: "tiles" },
      button(say("photo"), { sign: sign("photo"), press: () => file.click() }),
      button(say("paste"), { sign: sign("paste"), press: paste }),
      typeNumber && button(say("typeNumber"), { sign: sign("number"), press: typeNumber }),
      askQuestion && button(say("question"), { sign: sign("question"), press: askQuestion }))),
    foot(
      back && backButton(back),
      noCode && button(say("noCode"), { sign: sign("none"), press: noCode }),
      cannotRead && button(say("cannotRead"), { sign: sign("none"), press: cannotRead }),
      ask && button(say("askFirst"), { sign: sign("ask"), kind: "main", press: ask })));

  droppable(node, photos);
  // A hidden page needs no camera: the lamp goes out in a pocket.
  const onVisible = () => { if (document.hidden) camera.stop(); else if (!camera.running) void start(); };
  document.addEventListener("visibilitychange", onVisible);
  void start();
  return {
    node,
    /** Parts of an animated code that are here. */
    progress(have, of) {
      parts.hidden = false;
      fill(parts, Array.from({ length: of }, (_, place) => el("i", { class: place < have ? "have" : "" })));
      hint.textContent = `${say("animated")} · ${have}/${of}`;
    },
    hint(text) { hint.textContent = told = text; eye.classList.add("told-of"); announce(text, { now: true }); },
    leave() { document.removeEventListener("visibilitychange", onVisible); camera.stop(); },
  };
}
