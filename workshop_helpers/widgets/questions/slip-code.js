/** @import { SlipRule } from "./messages.js" */

import { button, freshId, h, onEnter } from "../shared/elements.js";

/** A code for a paper slip, made of the ticked answers, the word of the day and the rule of the picture. */
export class SlipCode {
  /**
   * @param {SlipRule[]} rules that the picture can have: the usual one, and perhaps a small circle's
   * @param {(word: string, rule: string) => void} make asks the kernel for the code
   */
  constructor([usual, small], make) {
    const word = h("input", { type: "text", id: freshId(), autocomplete: "off", maxlength: 40 });
    const circle = h("input", { type: "checkbox", id: freshId() });
    const rule = () => (circle.checked ? small : usual);
    const about = h("p", { role: "status" });
    const tell = () => {
      about.textContent = `The rule of its picture: ${rule().words}. The code counts under this rule, and no other.`;
    };
    const go = () => make(word.value, rule().rule);
    onEnter(word, go);
    word.addEventListener("input", () => this.forget());
    circle.addEventListener("change", () => {
      tell();
      this.forget();
    });
    tell();
    this.code = h("output", { class: "wh-code", for: word.id });
    const question = "Our group is a small circle of six or seven. We all agreed to that rule.";
    this.element = h(
      "div",
      {},
      about,
      small && h("div", { class: "wh-keep" }, h("label", { for: circle.id }, circle, h("span", {}, question))),
      h(
        "div",
        { class: "wh-row" },
        h("label", { for: word.id }, "The word for this hat"),
        word,
        button("Make my code", go),
      ),
      this.code,
    );
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
