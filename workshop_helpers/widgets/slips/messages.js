// What the page for slips and the kernel say to each other.

/**
 * @import { Forget, OfflineNews, PictureDrawn } from "../shared/offline.js"
 *
 * @typedef {(
 *   | { type: "begin", pool: string, word: string, small: boolean }
 *   | { type: "slip", code: string }
 *   | { type: "reveal" }
 *   | { type: "join" }
 *   | { type: "back", pool: string }
 *   | Forget
 * )} ToKernel
 *
 * @typedef {{ number: number, needed: number }} Count how many slips are in, and how many a picture needs
 *
 * @typedef {(
 *   | ({ type: "begun" } & Count)
 *   | ({ type: "slips" } & Count)
 *   | PictureDrawn
 *   | OfflineNews
 * )} FromKernel
 */

export {};
