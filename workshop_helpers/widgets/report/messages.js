// What the page for a person's own report and the kernel say to each other.

/**
 * @typedef {{ type: "show", without: boolean, number: number }} ToKernel "without" answers to very personal questions
 *
 * @typedef {object} ReportMade
 * @property {number} number of the message that asked for it
 * @property {string} contents as HTML, for this page
 * @property {string} document as a file
 * @property {boolean} personal whether answers to very personal questions are in it
 *
 * @typedef {(
 *   | ({ type: "report" } & ReportMade)
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
