// What the page for a trade and the kernel say to each other.

/**
 * @typedef {{ issues: { [key: string]: string }, total: number }} TradeSpec
 * @typedef {{ [issue: string]: number }} Points one person's list
 *
 * @typedef {{ type: "settle", first: Points, second?: Points }} ToKernel without a second list, the invented one counts
 *
 * @typedef {object} Deal
 * @property {[issue: string, who: string][]} rows
 * @property {string} note
 * @property {string} wide a picture, as base64
 * @property {string} narrow the same for a narrow screen
 * @property {string} alt
 *
 * @typedef {(
 *   | ({ type: "deal" } & Deal)
 *   | { type: "problem", words: string }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
