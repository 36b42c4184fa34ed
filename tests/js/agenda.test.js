process.env.TZ = "UTC"; // half hours of a clock are not half hours everywhere

import assert from "node:assert/strict";
import { test } from "node:test";
import { nextHalfHour } from "../../workshop_helpers/widgets/agenda/planning.js";
import { MINUTE, Run, total } from "../../workshop_helpers/widgets/agenda/run.js";
import { clock, facts, pace, remaining } from "../../workshop_helpers/widgets/agenda/words.js";

/** @import { AgendaPart } from "../../workshop_helpers/widgets/agenda/run.js" */

/**
 * @param {string} title
 * @param {number} minutes
 * @param {AgendaPart["kind"]} kind
 * @returns {AgendaPart}
 */
const part = (title, minutes, kind = "work") => ({ title, minutes, kind, demanding: false, text: [], page: null });

const PARTS = [part("Arrive", 10), part("Listen", 20), part("Time to spare", 5, "spare"), part("Close", 5)];
const NINE = new Date(2026, 2, 2, 9).getTime();
const at = (/** @type {number} */ minutes) => NINE + minutes * MINUTE;
const minutesAfterNine = (/** @type {number[]} */ moments) => moments.map((moment) => (moment - NINE) / MINUTE);

test("before anything happened, a session ends when it should", () => {
  const run = new Run(PARTS, NINE);
  assert.equal(total(PARTS), 40);
  assert.deepEqual(minutesAfterNine(run.times(NINE)), [0, 10, 30, 35, 40]);
  assert.equal(run.left(NINE), 10 * MINUTE);
  assert.equal(run.behind(NINE), 0);
});

test("what follows moves on while a part takes longer than planned", () => {
  const run = new Run(PARTS, NINE);
  assert.equal(run.left(at(12)), -2 * MINUTE);
  assert.deepEqual(minutesAfterNine(run.times(at(12))), [0, 12, 32, 37, 42]);
  assert.equal(run.behind(at(12)), 2);
  assert.equal(
    pace(run, at(12)),
    `We are 2 minutes behind, and end at ${clock(at(42))} instead of ${clock(at(40))}. ` +
      "Of what is still to come, 5 minutes are to spare.",
  );
});

test("a part that was left early brings what follows forward", () => {
  const run = new Run(PARTS, NINE);
  run.next(at(7));
  assert.equal(run.part.title, "Listen");
  assert.deepEqual(minutesAfterNine(run.times(at(7))), [0, 7, 27, 32, 37]);
  assert.equal(run.behind(at(7)), -3);
  assert.equal(pace(run, at(7)), `We are 3 minutes ahead, and end at ${clock(at(37))} instead of ${clock(at(40))}.`);
});

test("a pause takes nothing from the part that is on", () => {
  const run = new Run(PARTS, NINE);
  run.pause(at(4));
  assert.equal(run.left(at(9)), 6 * MINUTE);
  run.go(at(9));
  assert.equal(run.left(at(9)), 6 * MINUTE);
  assert.equal(run.left(at(10)), 5 * MINUTE);
});

test("going back to a part goes on with its own time", () => {
  const run = new Run(PARTS, NINE);
  run.next(at(8));
  run.back(at(9));
  assert.equal(run.part.title, "Arrive");
  assert.equal(run.left(at(9)), 1 * MINUTE);
  run.back(at(9));
  assert.equal(run.at, 0); // there is nothing before the first
});

test("the last step ends the session, and a step back takes that back", () => {
  const run = new Run(PARTS, NINE);
  for (const minutes of [10, 30, 35, 44]) run.next(at(minutes));
  assert.equal(run.ended, at(44));
  assert.equal(pace(run, at(90)), "Planned were 40 minutes; it took 44 minutes.");
  run.back(at(45));
  assert.equal(run.ended, null);
  assert.equal(run.part.title, "Close");
});

test("a session that was kept as text goes on as it was", () => {
  const run = new Run(PARTS, NINE);
  run.next(at(12));
  run.pause(at(15));
  const again = new Run(PARTS, 0, JSON.parse(JSON.stringify(run)));
  assert.deepEqual(again, run);
  assert.equal(again.left(at(60)), run.left(at(60)));
});

test("minutes behind are told as the two times on the screen differ", () => {
  const run = new Run(PARTS, at(0.5));
  assert.equal(run.behind(at(10.9)), 0);
  assert.equal(run.behind(at(11)), 1);
  assert.equal(pace(run, at(10.9)), "We are on time.");
});

test("what is left of a part is told in whole minutes, and so is what it takes too long", () => {
  const told = [90, 60, 1, 0, -1, -60, -150].map((seconds) => remaining(seconds * 1000));
  const words = ["2 minutes left", "1 minute left", "1 minute left", "Time is up", "Time is up", "1 minute over"];
  assert.deepEqual(told, [...words, "2 minutes over"]);
});

test("a part's title is not said twice", () => {
  assert.equal(facts(part("Rest", 15, "break")), "15 minutes · break");
  assert.equal(facts(part("A break outside", 15, "break")), "15 minutes");
  assert.equal(facts(part("Time to spare", 5, "spare")), "5 minutes");
  assert.equal(facts({ ...part("Listen", 1), demanding: true }), "1 minute · asks a lot");
});

test("a session is proposed for the next half hour", () => {
  const times = [at(0), at(1), at(30), at(31), at(60)].map(nextHalfHour);
  assert.deepEqual(times, ["09:00", "09:30", "09:30", "10:00", "10:00"]);
});
