/** @import { FormatBuilder, PointsQuestion } from "./format.js" */

import { h } from "../../shared/elements.js";
import { numberOf, numbersIn } from "./numbers.js";

/**
 * What is left of points that are shared out, in words.
 *
 * @param {number} total
 * @param {number[]} given
 */
export function leftOf(total, given) {
  const left = given.reduce((rest, points) => rest - points, total);
  const words = left > 0 ? `${left} of ${total} left` : left < 0 ? `${-left} too many` : "All shared out";
  return { words, over: left < 0 };
}

/** @type {FormatBuilder<PointsQuestion>} */
export const points = ({ options, total }, prefix, changed) => {
  const names = Object.keys(options);
  const left = h("output", { class: "wh-left", "aria-live": "polite" });
  const fields = names.map((option) => {
    const limits = { min: 0, max: total, step: 1, inputmode: "numeric" };
    const field = h("input", { type: "number", id: `${prefix}-${option}`, ...limits, oninput: () => read() });
    // Only when somebody leaves the field: while they type, "1" may be on its way to "12".
    field.addEventListener("change", () => {
      if (field.value !== "") field.value = String(Math.min(total, Math.max(0, Math.trunc(Number(field.value)))));
      read();
    });
    return field;
  });
  const shared = () => numbersIn(names.map((name, place) => [name, fields[place].value]));
  const count = () => {
    const { words, over } = leftOf(total, Object.values(shared() ?? {}));
    left.textContent = words;
    left.classList.toggle("wh-over", over);
  };
  const read = () => {
    count();
    changed(shared());
  };
  const rows = names.map((option, place) =>
    h("div", { class: "wh-row" }, fields[place], h("label", { for: fields[place].id }, options[option])),
  );
  return {
    element: h("div", { class: "wh-rows" }, ...rows),
    after: left,
    hint: `Share out ${total} points.`,
    fill(value) {
      fields.forEach((field, place) => {
        field.value = numberOf(value, names[place]);
      });
      count();
    },
  };
};
