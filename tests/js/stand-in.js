/** @import { Model } from "../../workshop_helpers/widgets/shared/model.js" */

/**
 * A widget's model with a stand-in for the kernel: it remembers what the page says, and says what a test wants.
 *
 * @template Spec
 * @template {{ type: string }} ToKernel
 * @template {{ type: string }} FromKernel
 * @implements {Model<Spec, ToKernel, FromKernel>}
 */
export class StandIn {
  /** @type {ToKernel[]} */
  sent = [];
  /** @type {Set<(message: FromKernel) => void>} */
  listeners = new Set();
  isDead = false;

  /** @param {Spec} spec */
  constructor(spec) {
    this.spec = spec;
  }

  get() {
    return this.spec;
  }

  /** @param {ToKernel} message */
  send(message) {
    if (this.isDead) throw new Error("Kernel is dead");
    this.sent.push(message);
  }

  /**
   * @param {string} event
   * @param {(message: any) => void} listen
   */
  on(event, listen) {
    if (event === "msg:custom") this.listeners.add(listen);
  }

  /**
   * @param {string} _event
   * @param {(message: any) => void} listen
   */
  off(_event, listen) {
    this.listeners.delete(listen);
  }

  /** @param {FromKernel} message */
  say(message) {
    for (const listen of this.listeners) listen(message);
  }
}
