import assert from "node:assert/strict";
import { test } from "node:test";
import { shortened } from "../../workshop_helpers/widgets/table/question-columns.js";
import { readiness } from "../../workshop_helpers/widgets/table/readiness.js";

const FINE = { used: true, fine: true };
const WRONG = { used: true, fine: false };
const LEFT = { used: false, fine: false };

test("a table whose columns can be read is ready", () => {
  assert.deepEqual(readiness([FINE, FINE], 8, 8), {
    ready: true,
    readable: true,
    words: "Every question can be read.",
  });
});

test("questions that were not asked hold nothing up, but are told", () => {
  assert.deepEqual(readiness([FINE, LEFT], 8, 8), {
    ready: true,
    readable: true,
    words: "1 question not asked: the picture counts everybody as skipping there.",
  });
});

test("what stands in the way is told, the first of it alone", () => {
  const told = [
    readiness([FINE, WRONG], 7, 8),
    readiness([FINE], 0, 1),
    readiness([LEFT, LEFT], 8, 8),
    readiness([FINE, WRONG, WRONG, LEFT], 8, 8),
  ];
  assert.deepEqual(
    told.map(({ ready }) => ready),
    [false, false, false, false],
  );
  assert.deepEqual(
    told.map(({ words }) => words),
    [
      "A picture needs 8 people.",
      "A picture needs 1 person.",
      "Choose the columns of the questions that were asked.",
      "2 questions cannot be read yet. Say what its words mean, mend the file, or choose “not asked”.",
    ],
  );
});

test("what can be read can join others, be it enough for a picture or not", () => {
  const readable = [
    readiness([FINE, LEFT], 3, 8),
    readiness([FINE, WRONG], 3, 8),
    readiness([LEFT], 3, 8),
    readiness([FINE], 0, 8),
  ].map(({ readable }) => readable);
  assert.deepEqual(readable, [true, false, false, false]);
});

test("a long heading is cut, so that a list stays readable", () => {
  assert.equal(shortened("a".repeat(90)), "a".repeat(90));
  assert.equal(shortened("a".repeat(91)), `${"a".repeat(90)} …`);
});
