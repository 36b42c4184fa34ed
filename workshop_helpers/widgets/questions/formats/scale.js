/** @import { FormatBuilder, ScaleQuestion } from "./format.js" */

import { h } from "../../shared/elements.js";
import { radios } from "./radios.js";

/** @type {FormatBuilder<ScaleQuestion>} */
export const scale = ({ values, labels, ends }, prefix, changed) => {
  const choices = values.map((value, place) => ({ value, label: labels[place] }));
  const { element, fill } = radios(choices, prefix, changed);
  element.classList.add(ends ? "wh-ruler" : "wh-scale");
  if (!ends) return { element, fill };
  // With their numbers, as a long ruler takes two rows on a phone and its ends are not below each other.
  const low = h("span", {}, `${values[0]} = ${ends[0]}`);
  const high = h("span", {}, `${values[values.length - 1]} = ${ends[1]}`);
  return { element, fill, after: h("div", { class: "wh-ends", "aria-hidden": "true" }, low, high) };
};
