/** @import { Draft } from "./format.js" */

/**
 * The number that a draft gives to an option, as a field shows it; empty if it gives none.
 *
 * @param {Draft} value
 * @param {string} option
 */
export function numberOf(value, option) {
  const number = Object(value)[option];
  return typeof number === "number" ? String(number) : "";
}

/**
 * The whole numbers that are typed in some fields, by option; null where there is none.
 *
 * @param {[option: string, typed: string][]} fields
 * @returns {{ [option: string]: number } | null}
 */
export function numbersIn(fields) {
  const found = fields
    .filter(([, typed]) => typed !== "" && Number.isInteger(Number(typed)) && Number(typed) >= 0)
    .map(([option, typed]) => [option, Number(typed)]);
  return found.length ? Object.fromEntries(found) : null;
}
