// What a page does while it waits for the kernel.

export const NOT_CONNECTED = "This page is not connected. In the menu Run, choose Run All Cells, and look here again.";

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
  start(/** @type {number} */ milliseconds) {
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
