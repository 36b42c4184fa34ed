/** @import { FormatBuilder, TextQuestion } from "./format.js" */

import { h } from "../../shared/elements.js";

const PAUSE = 400; // milliseconds without a key until what was typed is sent

/** @type {FormatBuilder<TextQuestion>} */
export const text = (question, prefix, changed) => {
  const area = h("textarea", {
    id: `${prefix}-text`,
    rows: question.rows ?? 4,
    maxlength: question.longest,
    "aria-label": question.text,
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const send = () => {
    clearTimeout(waiting);
    waiting = undefined;
    changed(area.value.trim() ? area.value : null);
  };
  const flush = () => {
    if (waiting !== undefined) send();
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
  });
  area.addEventListener("blur", flush);
  return {
    element: area,
    flush,
    fill(value) {
      clearTimeout(waiting);
      waiting = undefined;
      area.value = typeof value === "string" ? value : "";
    },
  };
};
