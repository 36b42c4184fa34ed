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
    this.close();
    const go = button(
      yes,
      () => {
        this.close();
        act();
      },
      "wh-main",
    );
    const stay = button(no, () => {
      this.close();
      back.focus();
    });
    const asked = h("p", { tabindex: "-1" }, question);
    this.element.replaceChildren(asked, h("div", { class: "wh-buttons" }, go, stay));
    this.element.hidden = false;
    go.disabled = true;
    stay.disabled = true;
    this.#timer = setTimeout(() => {
      go.disabled = false;
      stay.disabled = false;
    }, MOMENT);
    asked.focus(); // so that it is read out, and no key that is pressed once more is an answer
  }

  close() {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
