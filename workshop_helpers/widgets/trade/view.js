// Two private lists of points on one computer, and what a trade between them would give.
//
// A list lives in a variable of its stage until both are there. Then both go to the kernel in one message, and the page
// forgets them; what comes back says who gets what, and holds no list.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { Deal, FromKernel, Points, ToKernel, TradeSpec } from "./messages.js"
 * @typedef {{ first?: Points, second?: Points }} Lists
 */

import { Asking, BEGINS_ANEW } from "../shared/asking.js";
import { button, freshId, h, settle } from "../shared/elements.js";
import { hear, widget } from "../shared/model.js";
import { staged } from "../shared/stages.js";
import { shareOut } from "./shares.js";

/** @param {Rendering<Model<TradeSpec, ToKernel, FromKernel>>} rendering */
function render({ model, el }) {
  const { issues, total } = model.get("spec");
  settle(el, "wh-trading");
  const { show, say } = staged(el, "Splitting and trading");
  const asking = new Asking(model, say, BEGINS_ANEW);
  let asked = false; // a trade, which has not come

  const start = () => {
    asking.heard();
    asked = false;
    /** @type {Lists} */
    const lists = {};
    list("First person", (points) => {
      lists.first = points;
      second(lists);
    });
  };
  const buttons = (/** @type {HTMLButtonElement[]} */ ...first) =>
    h("div", { class: "wh-buttons" }, ...first, button("Start again", start));

  /**
   * @param {string} who
   * @param {(points: Points) => void} next
   */
  const list = (who, next) => {
    const left = h("p", { class: "wh-left", role: "status" });
    const rows = Object.entries(issues).map(([key, label]) => {
      const id = freshId();
      const attributes = { type: "number", min: "0", max: total, inputmode: "numeric", autocomplete: "off" };
      const input = h("input", { id, ...attributes, oninput: () => count() });
      return { key, input, row: h("div", { class: "wh-row" }, h("label", { for: id }, label), input) };
    });
    const count = () => {
      const { words, over } = shareOut(
        total,
        rows.map(({ input }) => input.value),
      );
      left.textContent = words;
      left.classList.toggle("wh-over", over);
    };
    const done = () => {
      const { fits } = shareOut(
        total,
        // A number field that holds something else, such as a lone minus, says that it is empty.
        rows.map(({ input }) => (input.validity.badInput ? "?" : input.value)),
      );
      if (fits) next(Object.fromEntries(rows.map(({ key, input }) => [key, Number(input.value || 0)])));
      else say(`Share out exactly ${total} points, in whole numbers.`);
    };
    const rule = `Alone. Share out ${total} points: the more an issue matters to you, the more it gets.`;
    show(
      `${who}: what matters how much?`,
      h("p", {}, `${rule} The other person looks away.`),
      h("div", { class: "wh-rows" }, ...rows.map(({ row }) => row)),
      left,
      buttons(button("Done, hide my list", done, "wh-main")),
    );
    count();
  };

  const second = (/** @type {Lists} */ lists) => {
    const fill = () =>
      list("Second person", (points) => {
        lists.second = points;
        ready(lists);
      });
    show(
      "The first list is hidden",
      h("p", {}, "Now hand over. If you are alone, an invented second person has a list ready."),
      buttons(
        button("I am the second person", fill, "wh-main"),
        button("Use the invented person", () => ready(lists)),
      ),
    );
  };

  const ready = (/** @type {Lists} */ lists) =>
    show(
      "Both lists are hidden",
      h(
        "p",
        {},
        "The page will show who would get which issue, and what that adds up to for each. So each of you can tell " +
          "what mattered more to the other, and sometimes how much. The lists themselves are not shown. Go on if " +
          "that is fine with both.",
      ),
      buttons(button("Show the trade", () => ask(lists), "wh-main")),
    );

  const ask = (/** @type {Lists} */ lists) => {
    const { first = {}, second } = lists;
    lists.first = undefined;
    lists.second = undefined;
    show("One moment", h("p", {}, "The trade is being worked out."), asking.button, buttons());
    asked = true;
    asking.ask({ type: "settle", first, ...(second && { second }) });
  };

  const deal = (/** @type {Deal} */ { rows, note, wide, narrow, alt }) => {
    const image = (/** @type {string} */ data) => `data:image/png;base64,${data}`;
    const heading = "Who would get what";
    const lines = rows.map(([issue, who]) => h("tr", {}, h("th", { scope: "row" }, issue), h("td", {}, who)));
    show(
      heading,
      h("table", { "aria-label": heading }, h("tbody", {}, ...lines)),
      h(
        "picture",
        {},
        h("source", { media: "(max-width: 600px)", srcset: image(narrow) }),
        h("img", { src: image(wide), alt }),
      ),
      h("p", {}, note),
      h("p", { class: "wh-hint" }, "Neither list is kept: not here, not in your workbook, not in this notebook."),
      buttons(),
    );
  };

  /** @type {<Message>(tell: (message: Message) => void) => (message: Message) => void} */
  const ifAsked = (tell) => (message) => {
    if (!asked) return; // somebody has started again meanwhile, or another view of this form asked
    asked = false;
    asking.heard();
    tell(message);
  };
  const deafen = hear(model, {
    deal: ifAsked(deal),
    problem: ifAsked(({ words }) => say(words)),
    failed: ifAsked(() => say("That did not work. Start again.")),
  });
  start();
  return () => {
    asking.stop();
    deafen();
  };
}

export default widget({ render });
