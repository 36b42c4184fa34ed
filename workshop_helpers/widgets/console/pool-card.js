/**
 * @import { Part } from "../shared/choosing.js"
 * @import { Say } from "../shared/group-picture.js"
 * @import { Pool, PoolPicture } from "./messages.js"
 */

import { Confirmation } from "../shared/confirmation.js";
import { button, freshId, h, put } from "../shared/elements.js";
import { GroupPicture } from "../shared/group-picture.js";
import { beforehand, heard, standing } from "./pool-words.js";

/** One self-assessment in the room, or a rehearsal of one: how many have answered, close or reveal it, its picture. */
export class PoolCard {
  /** @type {Pool | null} */
  pool = null;

  /**
   * @param {Part} part
   * @param {object} actions
   * @param {(type: "close" | "stop" | "reveal", pool: string) => void} actions.act tells the kernel
   * @param {Say} actions.say tells the person
   * @param {(pool: string) => void} actions.next goes on to the next self-assessment
   */
  constructor(part, { act, say, next }) {
    this.part = part;
    this.act = act;
    this.title = h("h4", { tabindex: "-1" }, part.title);
    this.words = h("p", { class: "wh-count" });
    this.filled = h("span");
    this.bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, this.filled);
    this.reason = h("p", { class: "wh-hint", id: freshId() });
    this.reveal = button("Reveal", () => this.ask("reveal", this.reveal), "wh-main");
    this.reveal.setAttribute("aria-describedby", this.reason.id);
    this.close = button("Close without a picture", () => this.ask("close", this.close));
    this.stop = button("End the rehearsal", () => this.send("stop"));
    this.again = button("Show the picture", () => this.send("reveal"));
    this.buttons = [this.reveal, this.close, this.again, this.stop];
    this.confirmation = new Confirmation();
    this.shown = new GroupPicture(part.title, say, () => next(part.pool));
    this.element = h(
      "section",
      { class: "wh-pool", "aria-label": part.title },
      this.title,
      this.words,
      this.bar,
      this.reason,
      h("div", { class: "wh-buttons" }, ...this.buttons),
      this.confirmation.element,
      this.shown.element,
    );
  }

  /** @param {"close" | "stop" | "reveal"} type */
  send(type) {
    this.busy(true);
    this.act(type, this.part.pool);
  }

  /** @param {boolean} on */
  busy(on) {
    for (const each of this.buttons) each.classList.toggle("wh-busy", on);
  }

  /**
   * Show how things stand. Words are changed in place, so that nobody's focus is lost.
   *
   * @param {Pool} pool
   * @returns {string} what there is to hear
   */
  update(pool) {
    const before = this.pool;
    this.pool = pool;
    const open = pool.state === "open";
    const { words, reason } = standing(pool);
    put(this.words, words);
    put(this.reason, reason);
    this.bar.hidden = !open;
    this.filled.style.width = `${Math.min(100, (100 * pool.answered) / pool.seats)}%`;
    this.reveal.hidden = !open;
    this.reveal.disabled = pool.answered < pool.needed;
    this.close.hidden = !open || pool.rehearsal;
    this.stop.hidden = !pool.rehearsal;
    const another = before?.rehearsal !== pool.rehearsal;
    if (another || (!open && before?.state === "open")) this.confirmation.close();
    if (another || (open && before?.state !== "open")) this.shown.hide();
    this.again.hidden = pool.state !== "revealed" || this.shown.visible;
    return heard(this.part.title, before, pool);
  }

  /**
   * @param {"close" | "reveal"} step
   * @param {HTMLButtonElement} back
   */
  ask(step, back) {
    if (!this.pool) return;
    const { question, yes, no } = beforehand(step, this.pool);
    this.confirmation.ask(question, yes, no, back, () => {
      this.send(step);
      this.title.focus();
    });
  }

  /** @param {PoolPicture} picture */
  picture(picture) {
    const { pool } = this.part;
    if (picture.rehearsal) {
      const note = "This is a rehearsal. The people in this picture are invented, and it is in nobody else's notebook.";
      this.shown.show(picture, `${pool}-rehearsal`, note);
    } else this.shown.show(picture, pool);
    if (this.pool) this.update(this.pool);
    this.shown.focus();
  }
}
