import { button, h } from "./elements.js";

// A double press or a double tap on what asks must not be an answer too, wherever the answer then lies.
const MOMENT = 800; // milliseconds

/** A question before something that cannot be undone, in the place where it was asked for. */
export class Confirmation {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  element = h("div", { class: "wh-sure", hidden: true });

  /**
   * @param {string} question
   * @param {string} yes
   * @param {string} no
   * @param {HTMLElement} back the button that was pressed, to which a no leads back
   * @param {() => void} act what a yes does
   */
  ask(question, yes, no, back, act) {
    this.choose(question, [[yes, act]], no, back);
  }

  /**
   * @param {string} question
   * @param {[string, () => void][]} ways what can be done, each in words
   * @param {string} no
   * @param {HTMLElement} back the button that was pressed, to which a no leads back
   */
  choose(question, ways, no, back) {
    this.close();
    const answer = (/** @type {() => void} */ act) => () => {
      this.close();
      act();
    };
    const answers = [
      ...ways.map(([words, act], place) => button(words, answer(act), place ? "" : "wh-main")),
      button(
        no,
        answer(() => back.focus()),
      ),
    ];
    const asked = h("p", { tabindex: "-1" }, question);
    this.element.replaceChildren(asked, h("div", { class: "wh-buttons" }, ...answers));
    this.element.hidden = false;
    for (const each of answers) each.disabled = true;
    this.#timer = setTimeout(() => {
      for (const each of answers) each.disabled = false;
    }, MOMENT);
    asked.focus(); // so that it is read out, and no key that is pressed once more is an answer
  }

  close() {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
