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
 * @returns {{ ready: boolean, words: string }}
 */
export function readiness(asked, rows, needed) {
  const left = asked.filter(({ used }) => !used).length;
  const wrong = asked.filter(({ used, fine }) => used && !fine).length;
  if (rows < needed) return { ready: false, words: `A picture needs ${people(needed)}.` };
  if (left === asked.length) return { ready: false, words: "Choose the columns of the questions that were asked." };
  if (wrong) {
    const words = `${questions(wrong)} cannot be read yet. Say what its words mean, mend the file, or choose “not asked”.`;
    return { ready: false, words };
  }
  if (left)
    return { ready: true, words: `${questions(left)} not asked: the picture counts everybody as skipping there.` };
  return { ready: true, words: "Every question can be read." };
}
