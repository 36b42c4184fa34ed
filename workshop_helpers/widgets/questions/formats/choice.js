/** @import { ChoiceQuestion, FormatBuilder } from "./format.js" */

import { radios } from "./radios.js";

/** @type {FormatBuilder<ChoiceQuestion>} */
export const choice = ({ options }, prefix, changed) =>
  radios(
    Object.entries(options).map(([value, label]) => ({ value, label })),
    prefix,
    changed,
  );
