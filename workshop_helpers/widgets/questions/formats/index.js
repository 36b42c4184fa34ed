// How each response format is shown, read and filled in.

/**
 * @import { Answer, FormatBuilder, FormatBuilders, FormatView, QuestionSpec } from "./format.js"
 */

import { choice } from "./choice.js";
import { choices } from "./choices.js";
import { points } from "./points.js";
import { ranking } from "./ranking.js";
import { scale } from "./scale.js";
import { text } from "./text.js";

/** @type {FormatBuilders} */
export const formats = { scale, choice, choices, ranking, points, text };

/**
 * @template {QuestionSpec} Question
 * @param {Question} question
 * @param {string} prefix
 * @param {(value: Answer | null) => void} changed
 * @returns {FormatView}
 */
export function viewOf(question, prefix, changed) {
  const build = /** @type {FormatBuilder<Question>} */ (/** @type {unknown} */ (formats[question.format]));
  return build(question, prefix, changed);
}
