/** @import { FormSpec } from "./messages.js" */

import { minutes } from "../shared/durations.js";
import { h } from "../shared/elements.js";

/** What is said before the first question. */
export function about(/** @type {FormSpec} */ { minutes: count, introduction = [], rule }) {
  const time = count && h("p", { class: "wh-time" }, `About ${minutes(count)}. Skip whatever you like.`);
  const paragraphs = introduction.map((paragraph) => h("p", { class: "wh-introduction" }, paragraph));
  return h("div", {}, time || null, ...paragraphs, rule && h("p", { class: "wh-hint" }, rule));
}
