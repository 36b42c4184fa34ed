/**
 * @import { Delivery } from "./delivery.js"
 * @import { Note } from "./messages.js"
 */

import { h, put } from "../shared/elements.js";
import { Reconnect } from "../shared/reconnecting.js";

/** The line that says whether what was typed is kept, with a way back where it could not be. */
export class KeptLine {
  /** @type {Note} */
  #note = {};

  /** @param {Delivery} delivery */
  constructor(delivery) {
    this.delivery = delivery;
    this.reconnect = new Reconnect((words) => this.#away(words));
    this.words = h("p", { class: "wh-saved" });
    // Apart from what is seen, which changes twice with each answer: nobody wants to hear that.
    this.said = h("p", { class: "wh-said", role: "status" });
    this.element = h("div", { class: "wh-kept", hidden: true }, this.words, this.reconnect.button, this.said);
  }

  close() {
    this.reconnect.stop();
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
    this.reconnect.button.hidden = !this.delivery.away;
    this.element.hidden = !words;
  }
}
