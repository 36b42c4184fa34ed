// What the facilitator's console and the kernel say to each other. The room's link and key come and go as messages, and
// are never part of the widget's state.

/**
 * @import { AgendaSpec } from "../agenda/agenda.js"
 * @import { Page } from "../shared/choosing.js"
 * @import { Picture } from "../shared/group-picture.js"
 *
 * @typedef {{ pages: Page[], agendas: AgendaSpec[] }} ConsoleSpec what can be opened, and what can be followed
 *
 * @typedef {{ address: string, code: string, key: string, seats: number }} MadeRoom a room that this page's server made
 *
 * @typedef {(
 *   | { type: "ready", here: string | null }
 *   | ({ type: "made" } & MadeRoom)
 *   | { type: "line", line: string }
 *   | { type: "seats", seats: number }
 *   | { type: "small", on: boolean }
 *   | { type: "open", pool: string }
 *   | { type: "close", pool: string }
 *   | { type: "rehearse", pool: string }
 *   | { type: "stop", pool: string }
 *   | { type: "reveal", pool: string }
 *   | { type: "end", anyway: boolean }
 * )} ToKernel "here" is the address of the server that the page comes from
 *
 * @typedef {object} LedRoom
 * @property {string} link
 * @property {string} code
 * @property {string} qr the link as a picture's address
 * @property {number} seats
 * @property {boolean} small whether it is a small circle
 * @property {boolean} codeIsEnough whether people on the same server can join with the code alone
 * @property {boolean} onlyHere whether no other computer can reach it
 *
 * @typedef {({ inside: false } | ({ inside: true } & LedRoom)) & { new: boolean, unfit?: string }} RoomNews "unfit" says
 *     why this page's server cannot have a room
 *
 * @typedef {"open" | "revealed" | "discarded" | "in-doubt"} PoolStage
 *
 * @typedef {object} Pool
 * @property {string} pool its name
 * @property {PoolStage} state
 * @property {number} answered
 * @property {number} seats
 * @property {number} needed how many people a picture needs
 * @property {boolean} rehearsal whether the people in it are invented; then it is on this page alone
 *
 * @typedef {Picture & { pool: string, rehearsal: boolean }} PoolPicture
 *
 * @typedef {(
 *   | ({ type: "room" } & RoomNews)
 *   | { type: "again", code: string, key: string, seats: number }
 *   | { type: "pools", pools: Pool[], trouble: string | null }
 *   | ({ type: "picture" } & PoolPicture)
 *   | { type: "words", words: string, trouble: boolean }
 *   | { type: "not-ended", words: string }
 *   | { type: "done", of: string, pool: string | null }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
