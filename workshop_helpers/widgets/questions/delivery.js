/**
 * @import { FormModel } from "./form.js"
 * @import { Change, FromKernel, Note, State, ToKernel } from "./messages.js"
 * @import { Held } from "../shared/unsent.js"
 */

import { Unsent } from "../shared/unsent.js";
import { PATIENCE, sent, Waiting } from "../shared/waiting.js";

const OPENING = 30_000; // milliseconds for the first reply: other parts of the page may be made before
const SELDOM = 60_000; // between two knocks at most, however long the kernel stays away

/** Brings what a person changes to the kernel, and holds it back until the kernel says that it keeps it. */
export class Delivery {
  away = false; // whether the kernel has not answered in time, or cannot be spoken to
  mayStay = false; // whether a reload of the tab may find what is held back
  #open = false; // whether it has said what it keeps, so that changes can follow
  #patience = PATIENCE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #knocking;

  /**
   * @param {FormModel} model
   * @param {string} place what is asked
   * @param {() => void} changed called when the kernel went away or came back
   */
  constructor(model, place, changed) {
    this.model = model;
    this.changed = changed;
    /** @type {Unsent<Change>} */
    this.unsent = new Unsent(place);
    this.waiting = new Waiting(() => this.lose());
    this.lose = this.lose.bind(this);
    this.knock = this.knock.bind(this);
    model.on("comm_live_update", this.lose); // it is alive when a view is made
  }

  close() {
    this.waiting.stop();
    clearTimeout(this.#knocking);
    this.model.off("comm_live_update", this.lose);
  }

  /** Whether everything that was changed is kept. */
  get done() {
    return !this.unsent.all.length;
  }

  /** Ask the kernel what it keeps. */
  knock() {
    clearTimeout(this.#knocking);
    const open = sent(this.model, { type: "ready" });
    if (!this.away) this.waiting.start(open ? OPENING : 0);
    else {
      this.#patience = Math.min(2 * this.#patience, SELDOM);
      this.#knocking = setTimeout(this.knock, this.#patience);
    }
  }

  /** The kernel is away: nothing but a knock is sent, now and then, until it answers. */
  lose() {
    this.waiting.stop();
    this.#open = false;
    if (this.away) return;
    this.away = true;
    this.#mirror();
    this.knock();
    this.changed();
  }

  /** The page is left, perhaps for a reload. */
  leave() {
    this.unsent.inTab = this.mayStay;
  }

  /**
   * @param {string} slot what is changed
   * @param {Change} change
   */
  change(slot, change) {
    this.#mirror();
    const held = this.unsent.add(slot, change);
    if (this.#open) this.#send(held);
  }

  /**
   * Ask for something that nobody would want to happen later, when the kernel is back.
   *
   * @param {ToKernel} message
   * @returns {boolean} whether it could be asked for
   */
  ask(message, patience = PATIENCE) {
    if (this.away) return false;
    if (!sent(this.model, message)) this.lose();
    else this.waiting.start(patience);
    return !this.away;
  }

  /** @param {FromKernel} message */
  heard(message) {
    this.waiting.stop();
    if (message.type === "state") this.#opened(message);
    else if (this.away) {
      this.away = false;
      this.knock();
    }
    if (message.type === "kept" || (message.type === "saved" && !message.trouble)) this.#settle(message.number);
    if (!this.done && !this.waiting.on) this.waiting.start();
  }

  #mirror() {
    this.unsent.inTab = this.away && this.mayStay;
  }

  /** @param {Pick<State & Note, "generation" | "trouble">} state */
  #opened({ generation, trouble }) {
    clearTimeout(this.#knocking);
    const again = this.#open;
    this.#patience = PATIENCE;
    this.away = false;
    this.#open = true;
    this.#mirror();
    this.unsent.belong(generation);
    if (again && trouble) return; // what could not be written before cannot be now
    for (const held of this.unsent.all) this.#send(held);
  }

  /** @param {number} number */
  #settle(number) {
    this.unsent.settle(number);
    // Replies come in order: what is left from before was lost on its way, or could not be written then.
    for (const held of this.unsent.all.filter((held) => held.number < number)) this.#send(held);
  }

  /** @param {Held<Change>} held */
  #send({ change, number, generation }) {
    if (!sent(this.model, { ...change, number, generation })) this.lose();
    else if (!this.waiting.on) this.waiting.start();
  }
}
