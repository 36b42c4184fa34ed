/** @import { Standing } from "./messages.js" */

import { button, h } from "../shared/elements.js";

const paragraphsOf = (/** @type {string[]} */ texts) => texts.map((text) => h("p", {}, text));

/** What came of an offer: a word about what was just pressed, and where the person stands with the room. */
export class Outcome {
  rule = "";
  /** @type {string[]} */
  #said = [];

  /** @param {{ again: (rule: string) => void, back: () => void }} actions */
  constructor({ again, back }) {
    this.reply = h("div");
    this.standing = h("div");
    this.element = h("div", { class: "wh-outcome", role: "status", tabindex: -1 }, this.reply, this.standing);
    this.again = button("Add my answers again", () => again(this.rule), "wh-main");
    this.back = button("Take them back", back);
    this.again.hidden = true;
    this.back.hidden = true;
  }

  /** @param {string[]} paragraphs about what was just pressed */
  tell(paragraphs) {
    this.reply.replaceChildren(...paragraphsOf(paragraphs));
  }

  /** @param {Standing} standing */
  stand({ paragraphs, back, again, rule }) {
    this.rule = rule;
    this.back.hidden = !back;
    this.again.hidden = !again;
    if (paragraphs.join() === this.#said.join()) return; // or else it is read out once more
    this.#said = paragraphs;
    this.standing.replaceChildren(...paragraphsOf(paragraphs));
  }
}
