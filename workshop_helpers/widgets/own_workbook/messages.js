// What the page for the workbook as a whole and the kernel say to each other.

/**
 * @typedef {(
 *   | { type: "ready" }
 *   | { type: "carry" }
 *   | { type: "bring", text: string }
 *   | { type: "forget" }
 * )} ToKernel
 *
 * @typedef {(
 *   | { type: "carry", text: string }
 *   | { type: "words", words: string }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
