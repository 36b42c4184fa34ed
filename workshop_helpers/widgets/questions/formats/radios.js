import { h } from "../../shared/elements.js";

/**
 * One of several values.
 *
 * @template {number | string} Value
 * @param {{ value: Value, label: string }[]} choices
 * @param {string} prefix
 * @param {(value: Value) => void} changed
 */
export function radios(choices, prefix, changed) {
  const inputs = choices.map(({ value }) =>
    h("input", {
      type: "radio",
      name: prefix,
      id: `${prefix}-${value}`,
      value,
      onchange: () => changed(value),
    }),
  );
  const labels = choices.map(({ label }, place) =>
    h("label", { class: "wh-option", for: inputs[place].id }, inputs[place], h("span", {}, label)),
  );
  return {
    element: h("div", { class: "wh-options" }, ...labels),
    /** @param {unknown} value */
    fill(value) {
      inputs.forEach((input, place) => {
        input.checked = choices[place].value === value;
      });
    },
  };
}
