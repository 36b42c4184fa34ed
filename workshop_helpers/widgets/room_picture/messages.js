// What the room's picture on a page and the kernel say to each other.

/**
 * @typedef {{ type: "ready" }} ToKernel
 *
 * @typedef {(
 *   | { type: "room", words: string, count: string, html: string }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
