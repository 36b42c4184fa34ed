import { counted } from "../shared/durations.js";

const points = (/** @type {number} */ number) => counted(number, "point");

/**
 * How it stands with points that somebody shares out.
 *
 * @param {number} total
 * @param {string[]} typed what stands in each field; nothing is 0
 * @returns {{ words: string, over: boolean, fits: boolean }} what is left, whether that is too many, and whether the list
 *     is done: whole numbers, and all of the points
 */
export function shareOut(total, typed) {
  const left = total - typed.reduce((sum, text) => sum + Number(text), 0);
  const whole = typed.every((text) => /^\d*$/.test(text));
  const words =
    left === 0
      ? `All ${total} points are shared out.`
      : left > 0
        ? `${points(left)} left.`
        : `${points(-left)} too many.`;
  return { words, over: left < 0, fits: whole && left === 0 };
}
