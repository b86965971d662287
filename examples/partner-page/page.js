// A bank opens an account: two fields of one paper, asked for by the element, filled in when somebody presses.
const verifier = /** @type {HTMLElementTagNameMap["doichieu-verifier"]} */ (document.querySelector("doichieu-verifier"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("#account"));
const result = /** @type {HTMLElement} */ (document.querySelector("#outcome"));
const fill = /** @type {HTMLButtonElement} */ (document.querySelector("#fill"));
/** @type {Readonly<Record<string, string>>} */
const WORDS = {
  accept: "Giấy tờ đạt", look_up: "Cần tra cứu thêm", not_in_force: "Giấy tờ không còn hiệu lực", not_proven: "Không chứng minh được",
};

verifier.addEventListener("inspection", ({ detail }) => {
  result.textContent = WORDS[detail.headline] ?? "Chưa kiểm tra được";
  fill.disabled = detail.headline !== "accept";
});
verifier.addEventListener("ended", () => { fill.disabled = true; });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  for (const { kind, name, text } of verifier.shown())
    for (const input of form.querySelectorAll("input")) if (input.dataset.field === `${kind}.${name}`) input.value = text;
});
