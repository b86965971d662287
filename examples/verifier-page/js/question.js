// One question instead of papers: may the holder drive this vehicle, or vehicles of a class. Only the answer is shown here.
import { el, button } from "./dom.js";
import { vehiclePicture } from "./shapes.js";
import { backButton, foot } from "./verdict.js";
import { say } from "./words.js";
/** @import { QuestionName } from "doichieu" */
/** @import { Named, Press, Screen, VehicleWords } from "page" */

/** The one question that names no class. */
const THIS_VEHICLE = "may_drive_this_vehicle";

/**
 * What a question is about, short enough for a tile: the class that its name ends in.
 * @param {QuestionName} name
 */
const classOf = (name) => name.replace("may_drive_", "").toUpperCase();

/**
 * The screen. `questions` are those of the engine; `vehicle` is what was picked, in words, or nothing; `done` gets a name.
 * @param {{ questions: readonly Named<QuestionName>[], vehicle: VehicleWords | null, chooseVehicle: Press,
 *   done: (name: QuestionName) => unknown, back: Press }} of
 * @returns {Screen}
 */
export function questions({ questions, vehicle, chooseVehicle, done, back }) {
  const ofVehicle = questions.find(({ name }) => name === THIS_VEHICLE);
  const classes = questions.filter(({ name }) => name !== THIS_VEHICLE);
  // Without a vehicle nobody can answer for it: it is picked first.
  const go = () => (vehicle ? done(THIS_VEHICLE) : chooseVehicle());
  const picked = vehicle ? [vehicle.text, vehicle.more].filter(Boolean).join(" · ") : say("questionPick");
  const first = ofVehicle && el("button",
    { type: "button", class: "button vehicle-now", dataset: { question: THIS_VEHICLE }, onclick: go },
    vehiclePicture(vehicle?.kind), el("span", { class: "grow" }, el("b", {}, ofVehicle.text), el("span", { class: "quiet" }, picked)));
  const node = el("section", { id: "questions" }, el("h1", {}, say("questionTitle")), el("p", {}, say("questionWhy")), first,
    classes.length > 0 && el("div", { class: "card stack" }, el("h2", { id: "by-class" }, say("questionClass")),
      el("div", { class: "classes", role: "group", "aria-labelledby": "by-class" },
        classes.map(({ name, text }) => button(classOf(name), { "aria-label": text, "data-question": name, press: () => done(name) })))),
    foot(backButton(back, "main")));
  return { node };
}
