import { freshId, h } from "../shared/elements.js";

const MOST = 10_000;

/** A field for a number of people. */
export const peopleField = () =>
  h("input", { type: "number", id: freshId(), min: 1, max: MOST, step: 1, inputmode: "numeric", value: "" });

/** A whole number of people, or null. */
export const peopleIn = (/** @type {string} */ typed) => {
  const number = Number(typed);
  return /^\d+$/.test(typed) && number >= 1 && number <= MOST ? number : null;
};
