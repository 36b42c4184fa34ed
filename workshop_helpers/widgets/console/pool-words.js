// What the console says of one self-assessment in the room.

/**
 * @import { Pool } from "./messages.js"
 * @typedef {{ question: string, yes: string, no: string }} Question
 */

/**
 * How things stand, and why, or what comes next.
 *
 * @param {Pool} pool
 * @returns {{ words: string, reason: string }}
 */
export function standing({ state, answered, seats, needed, rehearsal }) {
  if (rehearsal) {
    return {
      words:
        state === "open" ? `A rehearsal: ${answered} invented people have answered` : "A rehearsal, with its picture",
      reason: "It is on this page alone. Nobody in the room sees anything of it.",
    };
  }
  switch (state) {
    case "open":
      return {
        words: `${answered} of ${seats} have answered`,
        reason:
          answered < needed
            ? `A picture needs ${needed} answers. You can reveal it then.`
            : "It is drawn once, and for everybody at the same moment.",
      };
    case "revealed":
      return {
        words: "The picture has been shown.",
        reason: "People's notebooks show it by themselves. The single answers are gone.",
      };
    case "discarded":
      return {
        words: "Closed without a picture. What was in it is forgotten.",
        reason: "Open it again when your group is ready for it.",
      };
    case "in-doubt":
      return {
        words: "The server stopped when the picture was asked for. Some people may have seen it already.",
        reason:
          "It is not opened again by itself: two pictures of nearly the same people can give away what one person " +
          "answered. Ask whether anybody sees a picture. If nobody does, open it again. People then add their answers " +
          "anew.",
      };
  }
}

/**
 * What a facilitator should hear about a pool that is open, as when everybody has answered; empty for nothing new.
 *
 * @param {string} title
 * @param {Pool | null} before
 * @param {Pool} now
 */
export function heard(title, before, now) {
  if (before?.state !== "open" || now.state !== "open" || now.rehearsal) return "";
  if (now.answered === now.seats && before.answered < now.seats) return `${title}: everybody has answered.`;
  if (now.answered >= now.needed && before.answered < now.needed) {
    return `${title}: enough people have answered for a picture.`;
  }
  return "";
}

/**
 * What is asked before the answers are gone.
 *
 * @param {"close" | "reveal"} step
 * @param {Pool} pool
 * @returns {Question}
 */
export function beforehand(step, { answered, seats, rehearsal }) {
  if (step === "close") {
    const who = answered === 1 ? "one person" : `${answered} people`;
    return {
      question: `Close it? What ${who} answered is then forgotten, and there will be no picture.`,
      yes: "Yes, close it",
      no: "No, leave it open",
    };
  }
  return {
    question: rehearsal
      ? `${answered} invented people have answered. Reveal their picture?`
      : `${answered} answered, ${seats} in the room: does that match? ` +
        "After the reveal nobody can change or take back an answer.",
    yes: "Yes, reveal it",
    no: "Not yet",
  };
}

/** What is asked before a rehearsal: somebody may be looking. */
export const BEFORE_REHEARSING =
  "Is your group here, and can it see this screen? Invented people answer on this page alone, and nobody in the room " +
  "gets anything of it. Their picture says that they are invented.";

/**
 * Whether a self-assessment can be rehearsed: not while a group is asked it or has its picture.
 *
 * @param {Pool["state"] | undefined} state how it stands in the room
 */
export const canBeRehearsed = (state) => state === undefined || state === "discarded";

/**
 * What is asked before a self-assessment is opened a second time; null where there is nothing to ask.
 *
 * @param {Pool["state"] | undefined} state
 */
export function beforeAgain(state) {
  if (state === "revealed") {
    return (
      "There is a picture of this already. Two pictures of the same people can say who changed their mind. " +
      "Ask again only if the first one was a mistake."
    );
  }
  if (state === "in-doubt") {
    return (
      "There may have been a picture of this already. Two pictures of nearly the same people can give away what one " +
      "person answered. Ask again only if nobody saw it."
    );
  }
  return null;
}
