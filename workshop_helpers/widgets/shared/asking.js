/** @import { Model } from "./model.js" */

import { Reconnect } from "./reconnecting.js";
import { PATIENCE, sent, Waiting } from "./waiting.js";

export const NOT_CONNECTED =
  "This page is not connected. Try again in a moment. If that does not help, press Reconnect.";
export const BEGINS_ANEW = `${NOT_CONNECTED} This part of the page then begins anew.`;

/**
 * Asks the kernel for something, and says so where nobody answers, with the way back.
 *
 * @template {{ type: string }} Message
 */
export class Asking {
  /**
   * @param {Pick<Model<never, Message, never>, "send">} model
   * @param {(words: string) => void} say
   * @param {string} words when nobody answers
   */
  constructor(model, say, words = NOT_CONNECTED) {
    this.model = model;
    this.reconnect = new Reconnect(say);
    this.waiting = new Waiting(() => {
      this.button.hidden = false;
      say(words);
    });
    this.heard = this.heard.bind(this);
  }

  /** The way back, to be put where the words are. */
  get button() {
    return this.reconnect.button;
  }

  /**
   * @param {Message} message
   * @param {ArrayBuffer[]} buffers
   */
  ask(message, patience = PATIENCE, buffers = []) {
    this.waiting.start(sent(this.model, message, buffers) ? patience : 0);
  }

  /** The kernel has said something. */
  heard() {
    this.waiting.stop();
    this.button.hidden = true;
  }

  stop() {
    this.waiting.stop();
    this.reconnect.stop();
  }
}
