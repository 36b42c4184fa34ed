/** @import { FormatView } from "../../../workshop_helpers/widgets/questions/formats/format.js" */

import { numberOf, numbersIn } from "../../../workshop_helpers/widgets/questions/formats/numbers.js";
import { h } from "../../../workshop_helpers/widgets/shared/elements.js";

/** What is sent, and what is shown. */
const ENDS = { from: "at least", to: "at most" };

/**
 * A seventh response format, made up: from where to where on a ruler. What else it knows is in `seventh_format.py`.
 *
 * @param {{ values: number[], labels: string[] }} question
 * @param {string} prefix
 * @param {(value: { [end: string]: number } | null) => void} changed
 * @returns {FormatView}
 */
export const span = ({ values, labels }, prefix, changed) => {
  const names = Object.keys(ENDS);
  const points = () => values.map((value, place) => h("option", { value }, labels[place]));
  const selects = names.map((end) =>
    h("select", { id: `${prefix}-${end}`, onchange: () => read() }, h("option", { value: "" }, "–"), ...points()),
  );
  const read = () => changed(numbersIn(names.map((end, place) => [end, selects[place].value])));
  const rows = Object.values(ENDS).map((label, place) =>
    h("div", { class: "wh-row" }, selects[place], h("label", { for: selects[place].id }, label)),
  );
  return {
    element: h("div", { class: "wh-rows" }, ...rows),
    hint: "Choose where it begins and where it ends.",
    fill(value) {
      selects.forEach((select, place) => {
        select.value = numberOf(value, names[place]);
      });
    },
  };
};
