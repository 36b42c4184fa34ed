import { button, h } from "../shared/elements.js";

/** How far somebody is, and the button that ends it. */
export class Finishing {
  /**
   * @param {string} words on the button
   * @param {() => void} finish
   */
  constructor(words, finish) {
    this.progress = h("p", { class: "wh-progress", role: "status" });
    this.filled = h("span");
    const bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, this.filled);
    this.element = h("div", { class: "wh-finishing" }, this.progress, bar, button(words, finish, "wh-main"));
  }

  /**
   * @param {number} done how many questions have an answer
   * @param {number} all of how many
   */
  count(done, all) {
    this.progress.textContent = `${done} of ${all}`;
    this.filled.style.width = `${(100 * done) / all}%`;
  }
}
