import assert from "node:assert/strict";
import { test } from "node:test";
import { prospect } from "../../workshop_helpers/widgets/console/chooser.js";
import { peopleIn } from "../../workshop_helpers/widgets/console/people.js";
import {
  beforeAgain,
  beforehand,
  canBeRehearsed,
  heard,
  standing,
} from "../../workshop_helpers/widgets/console/pool-words.js";

/** @import { Pool } from "../../workshop_helpers/widgets/console/messages.js" */

/** @type {Pool} */
const OPEN = { pool: "tea", state: "open", answered: 3, seats: 12, needed: 8, rehearsal: false };
const PART = {
  pool: "tea",
  title: "Tea",
  minutes: 5,
  policy: "room",
  words: "bands of at least four people",
  needed: 8,
};

test("a pool says how many have answered and what a picture needs", () => {
  assert.deepEqual(standing(OPEN), {
    words: "3 of 12 have answered",
    reason: "A picture needs 8 answers. You can reveal it then.",
  });
  assert.equal(standing({ ...OPEN, answered: 8 }).reason, "It is drawn once, and for everybody at the same moment.");
});

test("invented people are called so, before the picture and after", () => {
  const invented = { ...OPEN, answered: 12, rehearsal: true };
  const reason = "It is on this page alone. Nobody in the room sees anything of it.";
  assert.deepEqual(standing(invented), { words: "A rehearsal: 12 invented people have answered", reason });
  assert.deepEqual(standing({ ...invented, state: "revealed" }), { words: "A rehearsal, with its picture", reason });
  assert.equal(beforehand("reveal", invented).question, "12 invented people have answered. Reveal their picture?");
});

test("what is closed, shown or in doubt is never asked for in the same words", () => {
  /** @type {Pool["state"][]} */
  const states = ["open", "revealed", "discarded", "in-doubt"];
  const words = states.map((state) => standing({ ...OPEN, state }).words);
  assert.equal(new Set(words).size, states.length);
  assert.deepEqual(
    states.map((state) => beforeAgain(state) !== null),
    [false, true, false, true],
  );
  assert.equal(beforeAgain(undefined), null);
});

test("what the group is asked, or has a picture of, is not rehearsed", () => {
  /** @type {(Pool["state"] | undefined)[]} */
  const states = [undefined, "discarded", "open", "revealed", "in-doubt"];
  assert.deepEqual(states.map(canBeRehearsed), [true, true, false, false, false]);
});

test("a facilitator hears once that there are enough, and once that all have answered", () => {
  const say = (/** @type {number} */ before, /** @type {number} */ now) =>
    heard("Tea", { ...OPEN, answered: before }, { ...OPEN, answered: now });
  assert.equal(say(7, 8), "Tea: enough people have answered for a picture.");
  assert.equal(say(8, 9), "");
  assert.equal(say(11, 12), "Tea: everybody has answered.");
  assert.equal(say(7, 12), "Tea: everybody has answered.");
  assert.equal(say(12, 12), "");
});

test("nothing is heard of what was not open before, or of invented people", () => {
  const full = { ...OPEN, answered: 12 };
  assert.equal(heard("Tea", null, full), "");
  assert.equal(heard("Tea", { ...OPEN, state: "revealed" }, full), "");
  assert.equal(heard("Tea", OPEN, { ...full, rehearsal: true }), "");
});

test("before answers are gone, the question says how many", () => {
  assert.equal(
    beforehand("close", { ...OPEN, answered: 1 }).question,
    "Close it? What one person answered is then forgotten, and there will be no picture.",
  );
  assert.equal(
    beforehand("reveal", { ...OPEN, answered: 9 }).question,
    "9 answered, 12 in the room: does that match? After the reveal nobody can change or take back an answer.",
  );
});

test("what a room cannot have a picture of cannot be opened", () => {
  assert.deepEqual(prospect(PART, false, { seats: 8, small: false }), {
    can: true,
    text: "About 5 minutes to answer. The picture: bands of at least four people.",
  });
  assert.deepEqual(prospect(PART, false, { seats: 7, small: false }), {
    can: false,
    text:
      "About 5 minutes to answer. The picture: bands of at least four people. " +
      "Your room is set for 7, so there would be no picture. Talk about it without one.",
  });
  assert.deepEqual(prospect(PART, true, { seats: 8, small: false }), {
    can: false,
    text: "About 5 minutes to answer. The picture: bands of at least four people. It is open: see below.",
  });
});

test("a small circle needs six, for what may be that small", () => {
  const circle = { seats: 6, small: true };
  assert.deepEqual(prospect(PART, false, circle), {
    can: true,
    text: "About 5 minutes to answer. The picture: bands of three or four people, for a small circle.",
  });
  assert.equal(prospect({ ...PART, policy: "light", needed: 8 }, false, circle).can, false);
  assert.equal(prospect(PART, false, { seats: 5, small: true }).can, false);
});

test("a number of people is whole, and neither nothing nor too much", () => {
  const typed = ["1", "12", "10000", "", "0", "-3", "1.5", "1e3", "10001", "twelve"];
  assert.deepEqual(typed.map(peopleIn), [1, 12, 10_000, null, null, null, null, null, null, null]);
});
