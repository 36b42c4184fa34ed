/** @import { FormatView } from "../../../workshop_helpers/widgets/questions/formats/format.js" */

import { radios } from "../../../workshop_helpers/widgets/questions/formats/radios.js";

/**
 * A seventh response format, made up: one star or more.
 *
 * @param {{ most: number }} question
 * @param {string} prefix
 * @param {(value: number) => void} changed
 * @returns {FormatView}
 */
export const stars = ({ most }, prefix, changed) => {
  const choices = Array.from({ length: most }, (_, place) => ({ value: place + 1, label: "★".repeat(place + 1) }));
  return { ...radios(choices, prefix, changed), hint: "More is better." };
};
