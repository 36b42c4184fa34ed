import { h } from "../shared/elements.js";

/**
 * The tick that lets sensitive answers be saved.
 *
 * @param {string} prefix that ids begin with
 * @param {(on: boolean) => void} changed called when somebody ticks or unticks it
 */
export function keeping(prefix, changed) {
  const box = h("input", { type: "checkbox", id: `${prefix}-keep`, onchange: () => changed(box.checked) });
  const label = h("label", { for: box.id }, box, h("span", {}, "Keep these answers on this computer too"));
  const hint = h("p", { class: "wh-hint" }, "Unless you tick this, they are gone when this page is shut down.");
  return { box, element: h("div", { class: "wh-keep" }, label, hint) };
}
