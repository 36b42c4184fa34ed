/** @import { FormatBuilder, RankingQuestion } from "./format.js" */

import { h } from "../../shared/elements.js";
import { numberOf, numbersIn } from "./numbers.js";

/** @type {FormatBuilder<RankingQuestion>} */
export const ranking = ({ options }, prefix, changed) => {
  const names = Object.keys(options);
  const status = h("p", { class: "wh-hint", role: "status" });
  const places = () => names.map((_, place) => h("option", { value: place + 1 }, String(place + 1)));
  const selects = names.map((option) =>
    h(
      "select",
      { id: `${prefix}-${option}`, onchange: () => place(option) },
      h("option", { value: "" }, "–"),
      ...places(),
    ),
  );
  /** Give an option its place, and take that from another one that had it. */
  const place = (/** @type {string} */ option) => {
    const { value } = selects[names.indexOf(option)];
    const other = names.find((name, index) => name !== option && value && selects[index].value === value);
    if (other !== undefined) {
      selects[names.indexOf(other)].value = "";
      status.textContent = `Place ${value} is now “${options[option]}”; give “${options[other]}” another.`;
    }
    changed(numbersIn(names.map((name, index) => [name, selects[index].value])));
  };
  const rows = names.map((option, index) =>
    h("div", { class: "wh-row" }, selects[index], h("label", { for: selects[index].id }, options[option])),
  );
  return {
    element: h("div", { class: "wh-rows" }, ...rows),
    after: status,
    hint: `Put all ${names.length} in order: 1 comes first.`,
    fill(value) {
      selects.forEach((select, index) => {
        select.value = numberOf(value, names[index]);
      });
    },
  };
};
