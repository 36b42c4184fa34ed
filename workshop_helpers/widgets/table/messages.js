// What the page for a table and the kernel say to each other. Of the table itself, the page gets the headings alone.

/**
 * @import { Forget, OfflineNews, OfflineSpec, PictureDrawn } from "../shared/offline.js"
 *
 * @typedef {OfflineSpec & { largest: number }} TableSpec the largest file, in bytes
 *
 * @typedef {"one" | "options" | "places"} Way how the answers to a question stand in a table
 * @typedef {{ way: Way, places: (number | null)[], ownWords: number | null }} Columns which column holds each part of a
 *     question, and which the answers in somebody's own words; null for none
 * @typedef {{ words: [string, string][], noAnswer: boolean }} Said what a word in a cell means, and whether words for no
 *     answer are a skip
 * @typedef {{ [key: string]: Columns & Said }} ColumnsByKey
 *
 * @typedef {{ columns: ColumnsByKey, small: boolean, empty: boolean, silent: boolean }} Chosen columns, whether they are a
 *     small circle, and which rows without an answer are people
 *
 * @typedef {(
 *   | { type: "file", pool: string, headings: number | null }
 *   | { type: "columns", columns: ColumnsByKey, number: number }
 *   | ({ type: "draw" } & Chosen)
 *   | ({ type: "join" } & Chosen)
 *   | { type: "back", pool: string }
 *   | Forget
 * )} ToKernel the bytes of a file come beside its message; its rows of headings are found out where none are said
 *
 * @typedef {object} TableQuestion
 * @property {string} key
 * @property {string} text
 * @property {string} side
 * @property {{ [way in Way]?: string[] }} ways the parts that it has in each way
 * @property {{ [way in Way]?: { [text: string]: string } }} meanings what a cell can mean in each way, in words
 * @property {boolean} ownWords whether answers in somebody's own words may stand in a column beside the options
 *
 * @typedef {Columns & { alike: boolean }} Proposal the columns found; whether little speaks for them
 *
 * @typedef {object} TableRead
 * @property {string[]} headings
 * @property {number[]} identifying the columns in which no question was found: each may tell who somebody is, or when
 *     they answered
 * @property {number} headingRows how many rows of the file are headings
 * @property {number} rows how many rows hold something
 * @property {number} empty how many hold nothing
 * @property {number} needed how many people a picture needs
 * @property {boolean} small whether a group of six or seven can be a small circle
 * @property {TableQuestion[]} questions
 * @property {{ [key: string]: Proposal }} columns
 *
 * @typedef {{ fine: boolean, words: string }} Check whether the chosen columns can be read
 *
 * @typedef {(
 *   | ({ type: "read" } & TableRead)
 *   | { type: "checks", number: number, checks: { [key: string]: Check }, silent: number }
 *   | PictureDrawn
 *   | OfflineNews
 * )} FromKernel
 */

export {};
