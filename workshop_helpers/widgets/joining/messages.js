// What the way into a room and the kernel say to each other.

/**
 * @typedef {(
 *   | { type: "ready" }
 *   | { type: "join", typed: string, here: string | null }
 *   | { type: "leave" }
 * )} ToKernel "here" is the address of the server that the page comes from
 *
 * @typedef {(
 *   | { type: "membership", inside: boolean, words: string }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
