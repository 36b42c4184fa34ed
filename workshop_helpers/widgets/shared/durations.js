// Lengths of time in words and digits.

/** Seconds as on a clock: 65 is "1:05". */
export const clockFace = (/** @type {number} */ seconds) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Seconds as they are said: 65 is "1 minute 5 seconds". */
export const spoken = (/** @type {number} */ seconds) =>
  [counted(Math.floor(seconds / 60), "minute"), counted(seconds % 60, "second")]
    .filter((words) => !words.startsWith("0 "))
    .join(" ");

export const minutes = (/** @type {number} */ count) => counted(count, "minute");

/**
 * A number with its noun: "1 minute", "2 minutes".
 *
 * @param {number} count
 * @param {string} noun
 */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
