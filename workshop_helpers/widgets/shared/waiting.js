// What a page does while it waits for the kernel.

/** @import { Model } from "./model.js" */

export const PATIENCE = 6000; // milliseconds until the page says that nobody answers

/**
 * Send a message to the kernel, and say whether that was possible: it is not once the kernel is dead.
 *
 * @template {{ type: string }} Message
 * @param {Pick<Model<never, Message, never>, "send">} model
 * @param {Message} message
 * @param {ArrayBuffer[]} buffers
 */
export function sent(model, message, buffers = []) {
  try {
    model.send(message, undefined, buffers);
    return true;
  } catch {
    return false;
  }
}

/** Says so when nobody has answered in time. */
export class Waiting {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} unanswered called when the time is over */
  constructor(unanswered) {
    this.unanswered = unanswered;
  }

  /** Whether an answer is still to come. */
  get on() {
    return this.#timer !== undefined;
  }

  /** Wait from now on, however long it was waited for an earlier message. */
  start(milliseconds = PATIENCE) {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.unanswered();
    }, milliseconds);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
