/** @import { FormSpec } from "./messages.js" */

import { minutes } from "../shared/durations.js";
import { h } from "../shared/elements.js";

/**
 * What is said before the first question.
 *
 * @param {FormSpec} spec
 * @param {HTMLElement} rule which rule holds for the answers, where there is one
 */
export function about({ minutes: count, introduction = [], rule: hasRule }, rule) {
  const time = count && h("p", { class: "wh-time" }, `About ${minutes(count)}. Skip whatever you like.`);
  const paragraphs = introduction.map((paragraph) => h("p", { class: "wh-introduction" }, paragraph));
  return h("div", {}, time || null, ...paragraphs, hasRule && rule);
}
