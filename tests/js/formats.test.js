import assert from "node:assert/strict";
import { test } from "node:test";
import { formats, viewOf } from "../../workshop_helpers/widgets/questions/formats/index.js";
import { numberOf, numbersIn } from "../../workshop_helpers/widgets/questions/formats/numbers.js";
import { leftOf } from "../../workshop_helpers/widgets/questions/formats/points.js";
import { all, tick, type } from "./page.js";

/** @import { Answer, Draft, QuestionSpec } from "../../workshop_helpers/widgets/questions/formats/format.js" */

const OPTIONS = { tea: "Tea", coffee: "Coffee", water: "Water" };

/**
 * One question of each format, with an answer to it.
 *
 * @type {{ [Name in QuestionSpec["format"]]: { question: Extract<QuestionSpec, { format: Name }>, answer: Answer } }}
 */
const KINDS = {
  scale: {
    question: {
      key: "k",
      text: "How often?",
      format: "scale",
      values: [1, 2, 3],
      labels: ["never", "now and then", "often"],
    },
    answer: 2,
  },
  choice: { question: { key: "k", text: "Which?", format: "choice", options: OPTIONS }, answer: "coffee" },
  choices: {
    question: { key: "k", text: "Which?", format: "choices", options: OPTIONS, atMost: 2 },
    answer: ["tea", "water"],
  },
  ranking: {
    question: { key: "k", text: "In which order?", format: "ranking", options: OPTIONS },
    answer: { tea: 2, water: 1 },
  },
  points: {
    question: { key: "k", text: "How much?", format: "points", options: OPTIONS, total: 10 },
    answer: { tea: 7, coffee: 0 },
  },
  text: { question: { key: "k", text: "What else?", format: "text", longest: 200 }, answer: "Nothing else." },
};

/** A question on the page, and every answer that it has reported. */
function asked(/** @type {QuestionSpec} */ question) {
  /** @type {(Answer | null)[]} */
  const heard = [];
  const view = viewOf(question, "q", (value) => heard.push(value));
  return { view, heard, element: view.element };
}

/** What stands in a view's fields: a value, or for ticks whether they are there. */
const standing = (/** @type {Element} */ element) =>
  [...element.querySelectorAll("input, select"), ...(element.matches("textarea") ? [element] : [])].map((field) => {
    const input = /** @type {HTMLInputElement} */ (field);
    return ["radio", "checkbox"].includes(input.type) ? input.checked : input.value;
  });

for (const { question, answer } of Object.values(KINDS)) {
  test(`${question.format}: nothing is chosen at the start, and what is filled in can be emptied again`, () => {
    const { view, heard, element } = asked(question);
    const empty = standing(element);
    assert.ok(empty.length > 0);
    assert.ok(empty.every((value) => value === false || value === ""));
    view.fill(answer);
    assert.notDeepEqual(standing(element), empty);
    view.fill(null);
    assert.deepEqual(standing(element), empty);
    assert.deepEqual(heard, []); // what comes from the kernel is not told to it again
  });

  test(`${question.format}: a draft that does not fit is shown as none`, () => {
    const { view, element } = asked(question);
    const empty = standing(element);
    /** @type {any[]} */
    const strange = [{ skip: true }, { tea: "much" }, [], ["beer"], "beer", 99, { beer: 1 }, true];
    for (const draft of strange.filter((draft) => question.format !== "text" || typeof draft !== "string")) {
      view.fill(draft);
      assert.deepEqual(standing(element), empty, JSON.stringify(draft));
    }
  });
}

test("every format has a view, and a test here", () => {
  assert.deepEqual(Object.keys(formats).sort(), Object.keys(KINDS).sort());
});

test("a scale and a choice tell what was chosen, as the kernel names it", () => {
  const scale = asked(KINDS.scale.question);
  tick(all(scale.element, "input")[2]);
  assert.deepEqual(scale.heard, [3]);
  const choice = asked(KINDS.choice.question);
  tick(all(choice.element, "input")[0]);
  assert.deepEqual(choice.heard, ["tea"]);
});

test("a scale whose ends alone have words says them beside their numbers", () => {
  const { view } = asked({ ...KINDS.scale.question, labels: ["1", "2", "3"], ends: ["never", "always"] });
  assert.deepEqual(
    all(/** @type {HTMLElement} */ (view.after), "span").map((end) => end.textContent),
    ["1 = never", "3 = always"],
  );
});

test("who has ticked as many as are allowed can tick no more, and unticking one frees the others", () => {
  const { view, heard, element } = asked(KINDS.choices.question);
  const boxes = all(element, "input");
  tick(boxes[0]);
  tick(boxes[2]);
  assert.deepEqual(
    boxes.map((box) => box.disabled),
    [false, true, false],
  );
  assert.equal(view.after?.textContent, "That is 2. Untick one to choose another.");
  tick(boxes[0], false);
  tick(boxes[2], false);
  assert.deepEqual(
    boxes.map((box) => box.disabled),
    [false, false, false],
  );
  assert.deepEqual(heard, [["tea"], ["tea", "water"], ["water"], null]);
});

test("a place that is given a second time is taken from the first", () => {
  const { view, heard, element } = asked(KINDS.ranking.question);
  const [tea, coffee] = all(element, "select");
  type(tea, "1");
  type(coffee, "1");
  assert.deepEqual(heard, [{ tea: 1 }, { coffee: 1 }]);
  assert.equal(tea.value, "");
  assert.equal(view.after?.textContent, "Place 1 is now “Coffee”; give “Tea” another.");
  type(coffee, "");
  assert.equal(heard.at(-1), null);
});

test("points out of range are put in range when the field is left", () => {
  const { view, heard, element } = asked(KINDS.points.question);
  const [tea, coffee, water] = all(element, "input");
  type(tea, "25");
  type(coffee, "-4");
  type(water, "2.7");
  assert.deepEqual(heard.at(-1), { tea: 10, coffee: 0, water: 2 });
  assert.deepEqual([view.after?.textContent, view.after?.className], ["2 too many", "wh-left wh-over"]);
  type(water, "");
  assert.deepEqual(heard.at(-1), { tea: 10, coffee: 0 });
  assert.equal(view.after?.textContent, "All shared out");
});

test("what is left of the points is told", () => {
  assert.deepEqual(leftOf(10, []), { words: "10 of 10 left", over: false });
  assert.deepEqual(leftOf(10, [4, 5]), { words: "1 of 10 left", over: false });
  assert.deepEqual(leftOf(10, [4, 6]), { words: "All shared out", over: false });
  assert.deepEqual(leftOf(10, [4, 9]), { words: "3 too many", over: true });
});

test("what is typed is told when somebody pauses, leaves the field, or the page goes", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { view, heard, element } = asked(KINDS.text.question);
  const area = /** @type {HTMLTextAreaElement} */ (element);
  const write = (/** @type {string} */ words) => type(area, words);
  write("Noth");
  context.mock.timers.tick(300);
  write("Nothing");
  context.mock.timers.tick(300);
  assert.deepEqual(heard, []);
  context.mock.timers.tick(100);
  assert.deepEqual(heard, ["Nothing"]);
  write("   ");
  view.flush?.();
  view.flush?.(); // there is nothing more to tell
  assert.deepEqual(heard, ["Nothing", null]);
});

test("the whole numbers in some fields are read by option", () => {
  const typed = [
    ["a", "3"],
    ["b", ""],
    ["c", "-1"],
    ["d", "1.5"],
    ["e", "0"],
  ];
  assert.deepEqual(numbersIn(/** @type {[string, string][]} */ (typed)), { a: 3, e: 0 });
  assert.equal(numbersIn([["a", ""]]), null);
});

test("a draft gives an option a number, or none", () => {
  /** @type {Draft} */
  const draft = { a: 0, b: 3 };
  assert.deepEqual([numberOf(draft, "a"), numberOf(draft, "b"), numberOf(draft, "toString")], ["0", "3", ""]);
  assert.equal(numberOf(null, "a"), "");
});
