// Whether a picture can be drawn of the columns that are chosen, in words.

import { counted } from "../shared/durations.js";

export const people = (/** @type {number} */ number) => (number === 1 ? "1 person" : `${number} people`);
const questions = (/** @type {number} */ number) => counted(number, "question");

/**
 * @typedef {{ used: boolean, fine: boolean }} Standing how it stands with one question: whether it has columns, and
 *     whether they can be read
 *
 * @param {Standing[]} asked
 * @param {number} rows how many people are in the table
 * @param {number} needed how many a picture needs
 * @returns {{ ready: boolean, readable: boolean, words: string }} whether there can be a picture; whether all can be read,
 *     and so be added to a picture with others; and what stands in the way, in words
 */
export function readiness(asked, rows, needed) {
  const left = asked.filter(({ used }) => !used).length;
  const wrong = asked.filter(({ used, fine }) => used && !fine).length;
  const readable = left < asked.length && wrong === 0 && rows > 0;
  const not = (/** @type {string} */ words) => ({ ready: false, readable, words });
  if (rows < needed) return not(`A picture needs ${people(needed)}.`);
  if (left === asked.length) return not("Choose the columns of the questions that were asked.");
  if (wrong) {
    const cannot = `${questions(wrong)} cannot be read yet.`;
    return not(`${cannot} Say what its words mean, mend the file, or choose “not asked”.`);
  }
  const words = left
    ? `${questions(left)} not asked: the picture counts everybody as skipping there.`
    : "Every question can be read.";
  return { ready: true, readable, words };
}
