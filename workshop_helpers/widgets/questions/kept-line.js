/**
 * @import { Delivery } from "./delivery.js"
 * @import { Note } from "./messages.js"
 */

import { button, h, put } from "../shared/elements.js";
import { makePageAgain } from "../shared/reconnecting.js";
import { Waiting } from "../shared/waiting.js";

const PAGE_PATIENCE = 60_000; // milliseconds until a page that is made again should be there

/** The line that says whether what was typed is kept, with a way back where it could not be. */
export class KeptLine {
  /** @type {Note} */
  #note = {};

  /** @param {Delivery} delivery */
  constructor(delivery) {
    this.delivery = delivery;
    this.making = new Waiting(() => this.#away("That takes long. Try again in a moment."));
    this.words = h("p", { class: "wh-saved" });
    // Apart from what is seen, which changes twice with each answer: nobody wants to hear that.
    this.said = h("p", { class: "wh-said", role: "status" });
    this.button = button("Reconnect", () => this.#reconnect());
    this.element = h("div", { class: "wh-kept", hidden: true }, this.words, this.button, this.said);
  }

  close() {
    this.making.stop();
  }

  /** @param {Note} note what the kernel says of what it keeps */
  note(note) {
    this.#note = note;
    this.update();
  }

  /** Say how what was typed stands: after a change, after a reply, and when the kernel went away or came back. */
  update() {
    const { away, done } = this.delivery;
    const { trouble, words = "" } = this.#note;
    if (away) this.#away("Not connected.");
    else if (trouble) this.#show(trouble, true);
    else if (done) this.#show(words);
    else this.#show("Not saved yet.", false, words);
  }

  /** Say that a button did nothing. */
  refuse() {
    this.#away("Not connected, so that did nothing. Press Reconnect, then try again.");
  }

  #reconnect() {
    if (makePageAgain(this.element)) {
      this.making.start(PAGE_PATIENCE);
      this.#away("Connecting again …");
    } else this.#away("To connect again by hand: in the menu Run, choose Run All Cells.");
  }

  /** @param {string} words */
  #away(words) {
    const held = `What you typed is kept in this tab until you close ${this.delivery.mayStay ? "it" : "or reload it"}.`;
    this.#show(this.delivery.done ? words : `${words} ${held}`, true);
  }

  /**
   * @param {string} words to be seen
   * @param {boolean} trouble
   * @param {string} said to be heard
   */
  #show(words, trouble = false, said = words) {
    put(this.words, words);
    put(this.said, said);
    this.words.classList.toggle("wh-trouble", trouble);
    this.button.hidden = !this.delivery.away;
    this.element.hidden = !words;
  }
}
