// What the page for a table and the kernel say to each other. Of the table itself, the page gets the headings alone.

/**
 * @import { Forget, OfflineNews, OfflineSpec, PictureDrawn } from "../shared/offline.js"
 *
 * @typedef {OfflineSpec & { largest: number }} TableSpec the largest file, in bytes
 *
 * @typedef {"one" | "options" | "places"} Way how the answers to a question stand in a table
 * @typedef {{ way: Way, places: (number | null)[] }} Columns which column holds each part of a question; null for none
 * @typedef {{ [key: string]: Columns }} ColumnsByKey
 *
 * @typedef {(
 *   | { type: "file", pool: string }
 *   | { type: "columns", columns: ColumnsByKey, number: number }
 *   | { type: "draw", columns: ColumnsByKey, small: boolean }
 *   | Forget
 * )} ToKernel the bytes of a file come beside its message
 *
 * @typedef {{ key: string, text: string, side: string, ways: { [way in Way]?: string[] } }} TableQuestion with the parts
 *     that it has in each way
 * @typedef {Columns & { alike: boolean }} Proposal the columns found; whether their headings are only alike
 *
 * @typedef {object} TableRead
 * @property {string[]} headings
 * @property {number[]} identifying the headings that may tell who somebody is, or when they answered
 * @property {number} rows
 * @property {number} needed how many rows a picture needs
 * @property {boolean} small whether the group can be a small circle
 * @property {TableQuestion[]} questions
 * @property {{ [key: string]: Proposal }} columns
 *
 * @typedef {{ fine: boolean, words: string }} Check whether the chosen columns can be read
 *
 * @typedef {(
 *   | ({ type: "read" } & TableRead)
 *   | { type: "checks", number: number, checks: { [key: string]: Check } }
 *   | PictureDrawn
 *   | OfflineNews
 * )} FromKernel
 */

export {};
