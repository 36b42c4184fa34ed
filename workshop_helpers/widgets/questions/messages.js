// What a page with questions and the kernel say to each other. What the form asks is the widget's spec; what a person
// answers travels as messages only, so that it is never part of the widget's state, which notebooks and tools save.

/**
 * @import { Draft, QuestionSpec } from "./formats/format.js"
 *
 * @typedef {object} FormSpec
 * @property {string} place what is asked, by a name that no other form has
 * @property {string} [title]
 * @property {number} [minutes]
 * @property {string[]} [introduction]
 * @property {string} [rule] which rule holds for the answers
 * @property {string} [label] what the questions are, and what they are not
 * @property {boolean} [numbered] whether the questions have numbers
 * @property {boolean} [sensitive] whether answers are saved only if the person says so
 * @property {string} [finish] what the last button says; without one, answers are remembered and nothing else
 * @property {QuestionSpec[]} questions
 *
 * @typedef {{ type: "answer", key: string, value: Draft } | { type: "keep", on: boolean }} Change
 *
 * @typedef {(
 *   | { type: "ready" }
 *   | (Change & { number: number, generation: string | null })
 *   | { type: "finish" }
 *   | { type: "agree", items: string[] | null, rule: string }
 *   | { type: "again", rule: string }
 *   | { type: "back" }
 *   | { type: "slip", items: string[], word: string, rule: string }
 * )} ToKernel "rule" is the one that the page showed when the button was pressed
 *
 * @typedef {object} Note what is said below the questions
 * @property {string | null} [trouble]
 * @property {string} [words]
 * @property {string[]} [reply] paragraphs under the questions
 *
 * @typedef {{ item: string, question: string, lines: string[] }} Offered one item of what could be added to the picture
 *
 * @typedef {object} Feedback
 * @property {boolean} [again] whether it was given before, on exactly these answers
 * @property {string[]} paragraphs
 * @property {Offered[]} preview what could be added to the picture
 * @property {string} nothing why there is nothing to add
 *
 * @typedef {object} Standing where the person stands with the room's picture
 * @property {string[]} paragraphs
 * @property {boolean} back whether there is something to take back
 * @property {boolean} again whether what they agreed to before can be added once more with one press
 * @property {string} rule what they agree to when they press; empty if there is no room
 * @property {boolean} closed whether nothing can be added to the room just now
 * @property {string} above which rule holds, said before the first question
 * @property {string} offer what adding means
 *
 * @typedef {{ rule: string, words: string }} SlipRule a rule that the picture of a hat can have
 *
 * @typedef {object} State what the workbook holds, when the page opens and whenever that was changed elsewhere
 * @property {string} generation another one after everything was forgotten
 * @property {{ [key: string]: Draft }} drafts
 * @property {boolean} [kept] whether sensitive answers are saved
 * @property {boolean} [hide] whether a page that is opened shows no answers at first
 *
 * @typedef {(
 *   | ({ type: "state" } & State & Note)
 *   | ({ type: "saved", number: number } & Note)
 *   | ({ type: "kept", number: number, on: boolean } & Note)
 *   | { type: "unfinished", problems: { [key: string]: string } }
 *   | ({ type: "feedback" } & Feedback)
 *   | ({ type: "standing" } & Standing)
 *   | { type: "agreed", paragraphs: string[], slip: SlipRule[] | null, hide: boolean }
 *   | { type: "slip", code: string | null, problem?: string }
 *   | { type: "failed" }
 * )} FromKernel
 */

export {};
