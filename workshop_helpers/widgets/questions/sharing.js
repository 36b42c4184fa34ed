/** @import { Offered } from "./messages.js" */

import { button, h, put } from "../shared/elements.js";

const COUNTS =
  "What you untick counts as skipped, and nobody can tell the two apart. If you are counted with nothing, all of it is " +
  "skipped: the group is one nearer to its picture, and nobody can tell who it was. If you add nothing, you are not " +
  "counted.";

/** What somebody could add to the group's picture, to be ticked or unticked item by item. */
export class Sharing {
  /**
   * @param {Offered[]} offered
   * @param {string} prefix that ids begin with
   * @param {object} actions
   * @param {(items: string[] | null) => void} actions.agree called with the items to add; null to add nothing
   * @param {() => void} actions.changed called when an item was ticked or unticked
   */
  constructor(offered, prefix, { agree, changed }) {
    this.ticks = offered.map(({ item }, place) => ({
      item,
      tick: h("input", { type: "checkbox", checked: true, id: `${prefix}-tick-${place}`, onchange: changed }),
    }));
    const rows = offered.map(({ question, lines }, place) => {
      const { tick } = this.ticks[place];
      const answers = lines.map((line) => h("b", {}, line));
      const text = h("span", {}, h("span", { class: "wh-asked" }, question), ...answers);
      return h("li", {}, h("label", { for: tick.id }, tick, text));
    });
    this.offer = h("p", { role: "status" });
    this.add = button("Add the ticked answers", () => agree(this.ticked), "wh-main");
    this.count = button("Nothing for the picture, but count me", () => {
      for (const { tick } of this.ticks) tick.checked = false;
      changed();
      agree([]);
    });
    this.element = h(
      "section",
      { class: "wh-sharing", "aria-label": "What you could add to the group's picture" },
      h("h4", {}, "Add to the group's picture?"),
      this.offer,
      h("ul", { class: "wh-preview" }, ...rows),
      h("p", { class: "wh-hint" }, COUNTS),
      h(
        "div",
        { class: "wh-buttons" },
        this.add,
        this.count,
        button("Add nothing", () => agree(null)),
      ),
    );
  }

  /** @param {{ offer: string, closed: boolean }} standing what adding means, under the rule that holds now */
  say({ offer, closed }) {
    put(this.offer, offer);
    this.add.hidden = closed;
    this.count.hidden = closed;
  }

  /** The items that are ticked now. */
  get ticked() {
    return this.ticks.filter(({ tick }) => tick.checked).map(({ item }) => item);
  }
}
