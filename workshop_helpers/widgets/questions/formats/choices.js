/** @import { ChoicesQuestion, FormatBuilder } from "./format.js" */

import { h } from "../../shared/elements.js";

/** @type {FormatBuilder<ChoicesQuestion>} */
export const choices = ({ options, atMost }, prefix, changed) => {
  const status = h("p", { class: "wh-hint", role: "status" });
  const boxes = Object.keys(options).map((value) =>
    h("input", { type: "checkbox", id: `${prefix}-${value}`, value, onchange: () => read() }),
  );
  const labels = Object.values(options).map((label, place) =>
    h("label", { class: "wh-option", for: boxes[place].id }, boxes[place], h("span", {}, label)),
  );
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const limit = () => {
    const full = Boolean(atMost) && chosen().length >= Number(atMost);
    for (const box of boxes) box.disabled = full && !box.checked;
    status.textContent = full ? `That is ${atMost}. Untick one to choose another.` : "";
  };
  const read = () => {
    limit();
    changed(chosen().length ? chosen() : null);
  };
  return {
    element: h("div", { class: "wh-options" }, ...labels),
    after: status,
    hint: atMost ? `Choose up to ${atMost}.` : "Choose as many as you like.",
    fill(value) {
      for (const box of boxes) box.checked = Array.isArray(value) && value.includes(box.value);
      limit();
    },
  };
};
