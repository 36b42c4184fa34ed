/**
 * @import { Page, Part } from "../shared/choosing.js"
 * @import { Pool } from "./messages.js"
 * @typedef {{ seats: number, small: boolean }} Circle
 */

import { canBeSmall, partSelect, partsOf, SMALL_CIRCLE } from "../shared/choosing.js";
import { Confirmation } from "../shared/confirmation.js";
import { button, freshId, h, put } from "../shared/elements.js";
import { BEFORE_REHEARSING, beforeAgain, canBeRehearsed } from "./pool-words.js";

/**
 * What can be said of a self-assessment before it is opened, and whether it can be.
 *
 * @param {Part} part
 * @param {boolean} isOpen
 * @param {Circle} circle
 */
export function prospect(part, isOpen, { seats, small }) {
  const circle = small && canBeSmall(seats) && part.policy === "room";
  const needed = circle ? SMALL_CIRCLE : part.needed;
  const words = circle ? "bands of three or four people, for a small circle" : part.words;
  const why = isOpen
    ? "It is open: see below."
    : needed > seats
      ? `Your room is set for ${seats}, so there would be no picture. Talk about it without one.`
      : "";
  const text = [`About ${part.minutes} minutes to answer.`, `The picture: ${words}.`, why].filter(Boolean).join(" ");
  return { can: !isOpen && needed <= seats, text };
}

/** Which self-assessment to open next. */
export class Chooser {
  /** @type {Circle} */
  circle = { seats: 0, small: false };
  /** @type {Map<string, Pool>} */
  pools = new Map();

  /**
   * @param {Page[]} pages
   * @param {object} actions
   * @param {(pool: string) => void} actions.open opens one for the group
   * @param {(pool: string) => void} actions.rehearse rehearses one with invented people
   */
  constructor(pages, { open, rehearse }) {
    this.parts = partsOf(pages);
    this.choice = partSelect(pages);
    this.choice.addEventListener("change", () => this.show());
    this.about = h("p", { class: "wh-hint", id: freshId() });
    this.open = button("Open it", () => this.begin(open), "wh-main");
    this.open.setAttribute("aria-describedby", this.about.id);
    this.rehearse = button("Rehearse it", () => this.beforeRehearsing(rehearse));
    this.confirmation = new Confirmation();
    this.element = h(
      "div",
      { class: "wh-choosing" },
      h("h4", {}, "Open a self-assessment"),
      h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "Which one?"), this.choice),
      this.about,
      h("div", { class: "wh-buttons" }, this.open, this.rehearse),
      this.confirmation.element,
    );
  }

  show() {
    const part = this.parts.get(this.choice.value);
    if (!part) return;
    const { can, text } = prospect(part, this.state(part.pool) === "open", this.circle);
    this.open.disabled = !can;
    this.rehearse.disabled = !can || !canBeRehearsed(this.state(part.pool));
    put(this.about, text);
  }

  /**
   * How one stands in the room; undefined if it was not opened there.
   *
   * @param {string} name
   */
  state(name) {
    const pool = this.pools.get(name);
    return pool?.rehearsal ? undefined : pool?.state;
  }

  /** @param {(pool: string) => void} rehearse */
  beforeRehearsing(rehearse) {
    const pool = this.choice.value;
    this.confirmation.ask(BEFORE_REHEARSING, "Yes, rehearse", "No", this.rehearse, () => {
      rehearse(pool);
      this.choice.focus();
    });
  }

  /** @param {(pool: string) => void} open */
  begin(open) {
    const pool = this.choice.value;
    const question = beforeAgain(this.state(pool));
    if (question === null) {
      this.confirmation.close();
      open(pool);
      return;
    }
    this.confirmation.ask(question, "Yes, ask again", "No", this.open, () => {
      open(pool);
      this.choice.focus();
    });
  }

  /**
   * Choose a self-assessment, to be opened with one more press.
   *
   * @param {string} pool
   */
  bringUp(pool) {
    this.choice.value = pool;
    this.show();
    this.choice.focus();
    this.choice.scrollIntoView({ block: "center" });
  }

  /**
   * Choose the one after another.
   *
   * @param {string} pool
   */
  next(pool) {
    const all = [...this.parts.keys()];
    this.bringUp(all[Math.min(all.indexOf(pool) + 1, all.length - 1)]);
  }
}
