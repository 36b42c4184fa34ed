// What all response formats have in common, as types. A format is a file here that exports one builder, a kind of
// question below, and a line in index.js; the type checker says which of them is missing.

/**
 * @typedef {object} AnyQuestion
 * @property {string} key
 * @property {string} text
 * @property {string} [side] which of two sides is asked, under the text
 * @property {string} [hint] in place of the format's own; empty for none
 * @property {boolean} [skippable]
 * @property {boolean} [doesNotApply] whether it can be answered so
 * @property {boolean} [private] whether that has to be said
 *
 * @typedef {{ options: { [option: string]: string } }} Options by what is sent, what is shown
 *
 * @typedef {AnyQuestion & { format: "scale", values: number[], labels: string[], ends?: [string, string] | null }} ScaleQuestion
 * @typedef {AnyQuestion & Options & { format: "choice" }} ChoiceQuestion
 * @typedef {AnyQuestion & Options & { format: "choices", atMost?: number | null }} ChoicesQuestion
 * @typedef {AnyQuestion & Options & { format: "ranking" }} RankingQuestion
 * @typedef {AnyQuestion & Options & { format: "points", total: number }} PointsQuestion
 * @typedef {AnyQuestion & { format: "text", longest: number, rows?: number }} TextQuestion
 *
 * @typedef {ScaleQuestion | ChoiceQuestion | ChoicesQuestion | RankingQuestion | PointsQuestion | TextQuestion} QuestionSpec
 *
 * @typedef {number | string | string[] | { [option: string]: number }} Answer
 * @typedef {{ skip: true } | { "does-not-apply": true }} NoAnswer said on purpose
 * @typedef {Answer | NoAnswer | null} Draft null for a question that is not answered yet
 */

/**
 * How one question is shown, read and filled in. Nothing is chosen at the start.
 *
 * @typedef {object} FormatView
 * @property {HTMLElement} element
 * @property {HTMLElement} [after] shown below it
 * @property {string} [hint] shown above it
 * @property {(value: Draft) => void} fill puts a value in; null, or one that does not fit, empties it
 * @property {() => void} [flush] reports a change that is still held back
 */

/**
 * @template {QuestionSpec} Question
 * @callback FormatBuilder
 * @param {Question} question
 * @param {string} prefix that ids and names begin with
 * @param {(value: Answer | null) => void} changed called on every change
 * @returns {FormatView}
 */

/** @typedef {{ [Name in QuestionSpec["format"]]: FormatBuilder<Extract<QuestionSpec, { format: Name }>> }} FormatBuilders */

export {};
