import assert from "node:assert/strict";
import { test } from "node:test";
import { shareOut } from "../../workshop_helpers/widgets/trade/shares.js";

test("points are shared out when they are whole and add up", () => {
  assert.deepEqual(shareOut(100, ["60", "40", ""]), {
    words: "All 100 points are shared out.",
    over: false,
    fits: true,
  });
});

test("what is left or too much is told", () => {
  assert.deepEqual(shareOut(100, ["60", "39"]), { words: "1 point left.", over: false, fits: false });
  assert.deepEqual(shareOut(100, ["", ""]), { words: "100 points left.", over: false, fits: false });
  assert.deepEqual(shareOut(100, ["60", "42"]), { words: "2 points too many.", over: true, fits: false });
});

test("what adds up but is not whole does not fit", () => {
  const typed = [
    ["50.5", "49.5"],
    ["-20", "120"],
    ["1e2", ""],
    ["?", "100"],
  ];
  assert.deepEqual(
    typed.map((list) => shareOut(100, list).fits),
    [false, false, false, false],
  );
});
