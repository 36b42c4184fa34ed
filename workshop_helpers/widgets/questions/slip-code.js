import { button, h, onEnter } from "../shared/elements.js";

/** A code for a paper slip, made of the ticked answers and the word of the day. */
export class SlipCode {
  /**
   * @param {string} prefix that ids begin with
   * @param {(word: string) => void} make asks the kernel for the code
   */
  constructor(prefix, make) {
    const word = h("input", { type: "text", id: `${prefix}-word`, autocomplete: "off", maxlength: 40 });
    const go = () => make(word.value);
    onEnter(word, go);
    word.addEventListener("input", () => this.forget());
    this.code = h("output", { class: "wh-code", for: word.id });
    const label = h("label", { for: word.id }, "The word for this hat");
    this.row = h("div", { class: "wh-row" }, label, word, button("Make my code", go));
  }

  /**
   * @param {string | null} code
   * @param {string} problem why there is none
   */
  show(code, problem = "") {
    this.code.textContent = code ?? problem;
    this.code.classList.toggle("wh-is-code", Boolean(code));
  }

  /** A code that is on the screen must be the one for what is ticked and typed now. */
  forget() {
    this.show(null);
  }
}
