import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Form } from "../../workshop_helpers/widgets/questions/form.js";
import { all, place, press, tick, type } from "./page.js";
import { StandIn } from "./stand-in.js";

/** @import { FormSpec, FromKernel, ToKernel } from "../../workshop_helpers/widgets/questions/messages.js" */

/** @type {FormSpec} */
const SPEC = {
  title: "Tea",
  numbered: true,
  finish: "Finish",
  sensitive: true,
  questions: [
    { key: "often", text: "How often?", format: "scale", values: [1, 2], labels: ["never", "often"], skippable: true },
    {
      key: "which",
      text: "Which?",
      format: "choice",
      options: { black: "Black", green: "Green" },
      skippable: true,
      doesNotApply: true,
    },
  ],
};
const PREVIEW = [
  { item: "often", question: "How often?", lines: ["often"] },
  { item: "which", question: "Which?", lines: ["Green"] },
];

/** @type {Extract<FromKernel, { type: "standing" }>} */
const STANDING = {
  type: "standing",
  paragraphs: [],
  back: false,
  again: false,
  rule: "room 1",
  closed: false,
  above: "From eight people.",
  offer: "This alone, from eight people.",
};
const SLIP_RULES = [
  { rule: "room", words: "from eight people" },
  { rule: "small-circle", words: "of six or seven" },
];

/** @type {Form[]} */
const opened = [];

afterEach(() => {
  for (const form of opened.splice(0)) form.close();
});

function drawn(spec = SPEC) {
  /** @type {StandIn<FormSpec, ToKernel, FromKernel>} */
  const kernel = new StandIn(spec);
  const root = place();
  const form = new Form(kernel, root);
  opened.push(form);
  return { kernel, root, form };
}

/** A form whose feedback was given, with something to add. */
function finished() {
  const page = drawn();
  page.kernel.say(STANDING);
  page.kernel.say({ type: "feedback", paragraphs: ["Well."], preview: PREVIEW, nothing: "" });
  return page;
}

const text = (/** @type {Element} */ root, /** @type {string} */ selector) => root.querySelector(selector)?.textContent;

test("the form says that it is there, and asks for nothing else", () => {
  const { kernel } = drawn();
  assert.deepEqual(kernel.sent, [{ type: "ready" }]);
});

test("each answer is told at once, with a number of its own", () => {
  const { kernel, root } = drawn();
  const [, often, skip] = all(root, "input");
  tick(often);
  tick(skip);
  assert.equal(often.checked, false); // a skip stands in place of an answer
  assert.deepEqual(kernel.sent.slice(1), [
    { type: "answer", key: "often", value: 2, number: 1 },
    { type: "answer", key: "often", value: { skip: true }, number: 2 },
  ]);
  assert.equal(text(root, ".wh-progress"), "1 of 2");
});

test("only what is said of the last answer is shown", () => {
  const { kernel, root } = drawn();
  const [never, often] = all(root, "input");
  tick(never);
  tick(often);
  kernel.say({ type: "saved", number: 1, words: "Old." });
  assert.equal(text(root, ".wh-saved"), "");
  kernel.say({ type: "saved", number: 2, words: "Saved." });
  assert.equal(text(root, ".wh-saved"), "Saved.");
});

test("earlier answers come back, beside what was answered meanwhile", () => {
  const { kernel, root } = drawn();
  const [never, often, , black, green] = all(root, "input");
  tick(never);
  kernel.say({ type: "state", generation: "", drafts: { often: 2, which: "green" }, kept: false, words: "Back." });
  assert.deepEqual([never.checked, often.checked, black.checked, green.checked], [true, false, false, true]);
  assert.equal(text(root, ".wh-saved"), ""); // what was said of the first answer stays
});

test("what was changed elsewhere is shown, and what was not yet said to be kept stays", () => {
  const { kernel, root } = drawn();
  const [never, often, , black, green] = all(root, "input");
  kernel.say({ type: "state", generation: "", drafts: { often: 1 } });
  tick(black);
  kernel.say({ type: "state", generation: "", drafts: { often: 2, which: "green" }, words: "Changed elsewhere." });
  assert.deepEqual([never.checked, often.checked, black.checked, green.checked], [false, true, true, false]);
  assert.equal(text(root, ".wh-saved"), "");
  kernel.say({ type: "saved", number: 1, words: "Saved." });
  kernel.say({ type: "state", generation: "", drafts: { often: 2, which: "green" }, words: "Changed elsewhere." });
  assert.deepEqual([black.checked, green.checked], [false, true]);
  assert.equal(text(root, ".wh-saved"), "Changed elsewhere.");
});

test("nothing is put under the fingers of whoever writes, and what they leave as it was gives way", () => {
  const { kernel, root } = drawn({ questions: [{ key: "why", text: "Why?", format: "text", longest: 99 }] });
  const [area] = all(root, "textarea");
  kernel.say({ type: "state", generation: "", drafts: { why: "Because" } });
  area.focus();
  kernel.say({ type: "state", generation: "", drafts: { why: "Elsewhere" } });
  assert.deepEqual([area.value, document.activeElement === area], ["Because", true]);
  area.blur();
  return Promise.resolve().then(() => assert.equal(area.value, "Elsewhere"));
});

test("what somebody writes takes the place of what was written elsewhere meanwhile", async () => {
  const { kernel, root } = drawn({ questions: [{ key: "why", text: "Why?", format: "text", longest: 99 }] });
  const [area] = all(root, "textarea");
  kernel.say({ type: "state", generation: "", drafts: { why: "Because" } });
  area.focus();
  kernel.say({ type: "state", generation: "", drafts: { why: "Elsewhere" } });
  type(area, "Because of tea");
  area.blur();
  await Promise.resolve();
  assert.equal(area.value, "Because of tea");
  assert.deepEqual(kernel.sent.slice(1), [
    { type: "answer", key: "why", value: "Because of tea", number: 1, generation: "" },
  ]);
});

test("once everything was forgotten, the form begins anew, even under somebody's fingers", () => {
  const { kernel, root, form } = finished();
  const [never, often] = all(root, "input");
  kernel.say({ type: "state", generation: "one", drafts: { often: 2 } });
  tick(never);
  kernel.say({ type: "state", generation: "two", drafts: { which: "green" }, words: "Everything was forgotten." });
  assert.deepEqual([never.checked, often.checked, form.questions[1].value], [false, false, "green"]);
  assert.deepEqual([form.feedback.hidden, form.feedback.textContent, form.asking.hidden], [true, "", false]);
  assert.equal(text(root, ".wh-saved"), "Everything was forgotten.");
  tick(often);
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "often", value: 2, number: 2, generation: "two" });
});

test("what is unfinished is said at each question, and mended answers lose it", () => {
  const { kernel, root, form } = drawn();
  kernel.say({ type: "unfinished", problems: { which: "Choose one, or skip." } });
  assert.deepEqual(
    form.questions.map(({ problem }) => problem.textContent),
    ["", "Choose one, or skip."],
  );
  tick(all(root, "input")[3]);
  assert.equal(form.questions[1].problem.textContent, "");
});

test("after the feedback, what is ticked is what is added", () => {
  const { kernel, root, form } = finished();
  assert.equal(form.asking.hidden, true);
  tick(all(/** @type {Element} */ (root.querySelector(".wh-preview")), "input")[0], false);
  press(root, "Add the ticked answers");
  press(root, "Add nothing"); // while the first is on its way, nothing else is asked for
  assert.deepEqual(kernel.sent.slice(1), [{ type: "agree", items: ["which"], rule: "room 1" }]);
  kernel.say({ ...STANDING, paragraphs: ["It is there."], back: true });
  kernel.say({ type: "agreed", paragraphs: [], slip: null, hide: true });
  assert.deepEqual(
    [text(root, ".wh-outcome"), form.feedback.hidden, form.outcome.back.hidden],
    ["It is there.", true, false],
  );
});

test("the rule that the room has now is shown at once, and is what a press agrees to", () => {
  const { kernel, root, form } = finished();
  assert.equal(form.sharing?.offer.textContent, "This alone, from eight people.");
  const small = { ...STANDING, rule: "small-circle 2", above: "From six.", offer: "This alone, from six." };
  kernel.say(small);
  assert.equal(form.sharing?.offer.textContent, "This alone, from six.");
  assert.equal(form.rule.textContent, "From six.");
  press(root, "Add the ticked answers");
  assert.deepEqual(kernel.sent.at(-1), { type: "agree", items: ["often", "which"], rule: "small-circle 2" });
});

test("what a restarted room has lost is added again with one press", () => {
  const { kernel, root, form } = finished();
  assert.equal(form.outcome.again.hidden, true);
  kernel.say({
    ...STANDING,
    paragraphs: ["It was restarted.", "Add your answers again?"],
    again: true,
    rule: "room 3",
  });
  assert.equal(form.outcome.again.hidden, false);
  press(root, "Add my answers again");
  assert.deepEqual(kernel.sent.at(-1), { type: "again", rule: "room 3" });
  assert.equal(text(root, ".wh-outcome"), "One moment …It was restarted.Add your answers again?");
});

test("where the room takes nothing, there is nothing to press", () => {
  const { kernel, form } = finished();
  assert.equal(form.sharing?.add.hidden, false);
  kernel.say({ ...STANDING, rule: "", closed: true, offer: "Nothing can be added." });
  assert.equal(form.sharing?.add.hidden, true);
});

test("a code for a slip goes as soon as something else is ticked", () => {
  const { kernel, root } = finished();
  kernel.say({ type: "agreed", paragraphs: [], slip: SLIP_RULES, hide: false });
  press(root, "Make my code");
  assert.deepEqual(kernel.sent.at(-1), { type: "slip", items: ["often", "which"], word: "", rule: "room" });
  kernel.say({ type: "slip", code: "ABCD-EFGH" });
  assert.equal(text(root, ".wh-code"), "ABCD-EFGH");
  tick(all(/** @type {Element} */ (root.querySelector(".wh-preview")), "input")[0], false);
  assert.equal(text(root, ".wh-code"), "");
});

test("the rule of a slip is said before it is made, and a code goes when the rule is another", () => {
  const { kernel, root } = finished();
  kernel.say({ type: "agreed", paragraphs: [], slip: SLIP_RULES, hide: false });
  const outcome = /** @type {Element} */ (root.querySelector(".wh-outcome"));
  const about = () => text(outcome, "p");
  assert.equal(about(), "The rule of its picture: from eight people. The code counts under this rule, and no other.");
  kernel.say({ type: "slip", code: "ABCD-EFGH" });
  tick(all(outcome, "input")[0]);
  assert.equal(about(), "The rule of its picture: of six or seven. The code counts under this rule, and no other.");
  assert.equal(text(root, ".wh-code"), "");
  press(root, "Make my code");
  assert.deepEqual(kernel.sent.at(-1), { type: "slip", items: ["often", "which"], word: "", rule: "small-circle" });
});

test("where there is one rule for slips, none is chosen", () => {
  const { kernel, root } = finished();
  kernel.say({ type: "agreed", paragraphs: [], slip: [{ rule: "light", words: "from five" }], hide: false });
  const fields = all(/** @type {Element} */ (root.querySelector(".wh-outcome")), "input");
  assert.deepEqual(
    fields.map((field) => field.type),
    ["text"],
  );
});

test("a kernel that does not answer is told of, and one that fails lets the person try again", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { kernel, root } = finished();
  press(root, "Add nothing");
  context.mock.timers.tick(90_000);
  assert.match(text(root, ".wh-saved") ?? "", /^This page is not connected, so nothing is kept\./);
  kernel.say({ type: "failed" });
  assert.equal(text(root, ".wh-saved"), "That did not work here. What was saved before is still there.");
  press(root, "Add nothing");
  assert.deepEqual(kernel.sent.slice(1), [
    { type: "agree", items: null, rule: "room 1" },
    { type: "agree", items: null, rule: "room 1" },
  ]);
});

test("a format that was added to the others is asked like them", async () => {
  const { default: view } = await import("./span/view.js");
  const labels = ["never", "sometimes", "always"];
  const question = /** @type {any} */ ({ key: "noise", text: "How loud?", format: "span", values: [1, 2, 3], labels });
  /** @type {StandIn<FormSpec, ToKernel, FromKernel>} */
  const kernel = new StandIn({ questions: [question] });
  const root = place();
  const close = view.render({ model: kernel, el: root });
  const [from, to] = all(root, "select");
  type(from, "2");
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "noise", value: { from: 2 }, number: 1 });
  type(to, "3");
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "noise", value: { from: 2, to: 3 }, number: 2 });
  assert.equal(text(root, ".wh-hint"), "Choose where it begins and where it ends.");
  close();
});

test("a form that was closed hears nothing more, and has told what was typed", () => {
  const { kernel, root, form } = drawn({ questions: [{ key: "why", text: "Why?", format: "text", longest: 100 }] });
  const [area] = all(root, "textarea");
  area.value = "Because.";
  area.dispatchEvent(new window.Event("input"));
  form.close();
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "why", value: "Because.", number: 1 });
  assert.equal(kernel.listeners.size, 0);
});
