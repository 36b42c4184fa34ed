// What the way into a room and the kernel say to each other.

/**
 * @typedef {(
 *   | { type: "ready" }
 *   | { type: "join", typed: string, here: string | null }
 *   | { type: "leave", added: "ask" | "stays" | "back" }
 * )} ToKernel "here" is the address of the server that the page comes from; "added" is what becomes of what
 *     was added to the room
 *
 * @typedef {(
 *   | { type: "membership", inside: boolean, words: string }
 *   | { type: "ask", words: string }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
