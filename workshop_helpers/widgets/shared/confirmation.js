import { button, h } from "./elements.js";

/** A question before something that cannot be undone, in the place where it was asked for. */
export class Confirmation {
  element = h("div", { class: "wh-sure", hidden: true });

  /**
   * @param {string} question
   * @param {string} yes
   * @param {string} no
   * @param {HTMLElement} back the button that was pressed, to which a no leads back
   * @param {() => void} act what a yes does
   */
  ask(question, yes, no, back, act) {
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
    this.element.replaceChildren(h("p", {}, question), h("div", { class: "wh-buttons" }, go, stay));
    this.element.hidden = false;
    go.focus();
  }

  close() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
