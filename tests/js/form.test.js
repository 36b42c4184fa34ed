import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { Form } from "../../workshop_helpers/widgets/questions/form.js";
import { all, forgetAll, place, press, tick, type } from "./page.js";
import { StandIn } from "./stand-in.js";

/** @import { FormSpec, FromKernel, State, ToKernel } from "../../workshop_helpers/widgets/questions/messages.js" */

/** @type {FormSpec} */
const SPEC = {
  place: "answers/tea",
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
  forgetAll();
});

/** What the kernel says to a form that has come. */
const state = (/** @type {Partial<State>} */ found = {}) => ({
  .../** @type {const} */ ({ type: "state", generation: "first", drafts: {}, kept: false, words: "" }),
  ...found,
});

const first = (/** @type {number} */ number) => ({ number, generation: "first" });

/** A form that has not heard of the kernel yet. */
function unheard(spec = SPEC) {
  /** @type {StandIn<FormSpec, ToKernel, FromKernel>} */
  const kernel = new StandIn(spec);
  const root = place();
  const form = new Form(kernel, root);
  opened.push(form);
  return { kernel, root, form };
}

function drawn(spec = SPEC) {
  const page = unheard(spec);
  page.kernel.say(state());
  return page;
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
  const { kernel } = unheard();
  assert.deepEqual(kernel.sent, [{ type: "ready" }]);
});

test("each answer is told at once, with a number of its own", () => {
  const { kernel, root } = drawn();
  const [, often, skip] = all(root, "input");
  tick(often);
  tick(skip);
  assert.equal(often.checked, false); // a skip stands in place of an answer
  assert.deepEqual(kernel.sent.slice(1), [
    { type: "answer", key: "often", value: 2, number: 1, generation: "first" },
    { type: "answer", key: "often", value: { skip: true }, number: 2, generation: "first" },
  ]);
  assert.equal(text(root, ".wh-progress"), "1 of 2");
});

test("nothing is called saved before the kernel keeps the last of it", () => {
  const { kernel, root } = drawn();
  const [never, often] = all(root, "input");
  tick(never);
  tick(often);
  kernel.say({ type: "saved", number: 1, words: "Saved." });
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
  kernel.say({ type: "saved", number: 2, words: "Saved." });
  assert.equal(text(root, ".wh-saved"), "Saved.");
  tick(never);
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
  assert.equal(text(root, ".wh-said"), "Saved."); // what is heard does not change with each answer
});

test("what could not be written is not called saved, and is sent again with the next that is", () => {
  const { kernel, root } = drawn();
  const [never, , , black] = all(root, "input");
  tick(never);
  kernel.say({ type: "saved", number: 1, words: "Saved.", trouble: "Not saved: the disk is full." });
  assert.equal(text(root, ".wh-saved"), "Not saved: the disk is full.");
  tick(black);
  kernel.say({ type: "saved", number: 2, words: "Saved.", trouble: null });
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "often", value: 1, number: 1, generation: "first" });
  kernel.say({ type: "saved", number: 1, words: "Saved.", trouble: null });
  assert.equal(text(root, ".wh-saved"), "Saved.");
});

test("earlier answers come back, beside what was answered meanwhile, which is sent then", () => {
  const { kernel, root } = unheard();
  const [never, often, , black, green] = all(root, "input");
  tick(never);
  assert.deepEqual(kernel.sent, [{ type: "ready" }]);
  kernel.say(state({ drafts: { often: 2, which: "green" } }));
  assert.deepEqual([never.checked, often.checked, black.checked, green.checked], [true, false, false, true]);
  const [sent] = kernel.sent.slice(1);
  assert.deepEqual(sent, { type: "answer", key: "often", value: 1, number: 1, generation: "first" });
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
});

test("what was changed elsewhere is shown, and what was not yet said to be kept stays", () => {
  const { kernel, root } = drawn();
  const [never, often, , black, green] = all(root, "input");
  kernel.say(state({ drafts: { often: 1 } }));
  tick(black);
  const elsewhere = { ...state({ drafts: { often: 2, which: "green" } }), words: "Changed elsewhere." };
  kernel.say(elsewhere);
  assert.deepEqual([never.checked, often.checked, black.checked, green.checked], [false, true, true, false]);
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
  kernel.say({ type: "saved", number: 1, words: "Saved." });
  kernel.say(elsewhere);
  assert.deepEqual([black.checked, green.checked], [false, true]);
  assert.equal(text(root, ".wh-saved"), "Changed elsewhere.");
});

/** @type {FormSpec} */
const WRITING = { place: "why", questions: [{ key: "why", text: "Why?", format: "text", longest: 100 }] };

test("nothing is put under the fingers of whoever writes, and what they leave as it was gives way", () => {
  const { kernel, root } = drawn(WRITING);
  const [area] = all(root, "textarea");
  kernel.say(state({ drafts: { why: "Because" } }));
  area.focus();
  kernel.say(state({ drafts: { why: "Elsewhere" } }));
  assert.deepEqual([area.value, document.activeElement === area], ["Because", true]);
  area.blur();
  return Promise.resolve().then(() => assert.equal(area.value, "Elsewhere"));
});

test("what somebody writes takes the place of what was written elsewhere meanwhile", async () => {
  const { kernel, root } = drawn(WRITING);
  const [area] = all(root, "textarea");
  kernel.say(state({ drafts: { why: "Because" } }));
  area.focus();
  kernel.say(state({ drafts: { why: "Elsewhere" } }));
  type(area, "Because of tea");
  area.blur();
  await Promise.resolve();
  assert.equal(area.value, "Because of tea");
  assert.deepEqual(kernel.sent.slice(1), [{ type: "answer", key: "why", value: "Because of tea", ...first(1) }]);
});

test("feedback on answers that were changed elsewhere gives way to the answers", () => {
  const { kernel, form } = drawn();
  kernel.say({ type: "state", generation: "", drafts: { often: 2 } });
  kernel.say({ type: "feedback", paragraphs: ["Well."], preview: PREVIEW, nothing: "" });
  kernel.say({ type: "state", generation: "", drafts: { often: 2 } });
  assert.deepEqual([form.feedback.hidden, form.asking.hidden], [false, true]);
  kernel.say({ type: "state", generation: "", drafts: { often: 1 } });
  assert.deepEqual([form.feedback.hidden, form.asking.hidden], [true, false]);
});

test("once everything was forgotten, the form begins anew, even under somebody's fingers", () => {
  const { kernel, root, form } = finished();
  const [never, often] = all(root, "input");
  kernel.say(state({ drafts: { often: 2 } }));
  tick(never);
  kernel.say({ ...state({ generation: "two", drafts: { which: "green" } }), words: "Everything was forgotten." });
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

test("whoever adds nothing can be counted all the same, with everything skipped", () => {
  const { kernel, root, form } = finished();
  press(root, "Nothing for the picture, but count me");
  assert.deepEqual(kernel.sent.slice(1), [{ type: "agree", items: [], rule: "room 1" }]);
  assert.deepEqual(form.sharing?.ticked, []); // and so a paper slip would say the same
  kernel.say({ ...STANDING, closed: true });
  assert.equal(form.sharing?.count.hidden, true);
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

const AWAY = "Not connected. What you typed is kept in this tab until you close or reload it.";

test("a kernel that does not answer is told of, and gets what was changed meanwhile when it does", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { kernel, root } = drawn();
  const [never, , , black] = all(root, "input");
  tick(never);
  context.mock.timers.tick(5999);
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
  context.mock.timers.tick(1);
  tick(black);
  assert.deepEqual([text(root, ".wh-saved"), text(root, ".wh-said")], [AWAY, AWAY]);
  kernel.sent.length = 0;
  context.mock.timers.tick(600_000);
  assert.deepEqual([...new Set(kernel.sent.map(({ type }) => type))], ["ready"]); // a knock, and no answer
  assert.ok(kernel.sent.length < 15, "it knocks seldom");
  kernel.sent.length = 0;
  kernel.say(state());
  assert.deepEqual(
    kernel.sent.map((message) => message.type === "answer" && [message.key, message.value, message.number]),
    [
      ["often", 1, 1],
      ["which", "black", 2],
    ],
  );
  assert.equal(text(root, ".wh-saved"), "Not saved yet.");
  for (const number of [1, 2]) kernel.say({ type: "saved", number, words: "Saved." });
  assert.equal(text(root, ".wh-saved"), "Saved.");
});

test("a button says in words that it does nothing while the kernel is away", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { kernel, root, form } = drawn();
  press(root, "Finish");
  context.mock.timers.tick(6000);
  kernel.sent.length = 0;
  press(root, "Finish");
  assert.deepEqual(kernel.sent, []);
  const words = "Not connected, so that did nothing. Press Reconnect, then try again.";
  assert.deepEqual([text(root, ".wh-saved"), text(root, ".wh-said")], [words, words]);
  kernel.say({ type: "feedback", paragraphs: ["Well."], preview: PREVIEW, nothing: "" });
  form.delivery.lose();
  press(root, "Add nothing");
  assert.equal(form.asked, false);
  assert.equal(text(root, ".wh-saved"), words);
});

test("a kernel that can be spoken to no more is away at once", () => {
  const { kernel, root } = drawn();
  kernel.isDead = true;
  tick(all(root, "input")[0]);
  assert.equal(text(root, ".wh-saved"), AWAY);
});

test("what came of adding is not made up when the kernel goes away over it", () => {
  const { kernel, root, form } = finished();
  press(root, "Add the ticked answers");
  form.delivery.lose();
  assert.equal(text(root, ".wh-outcome"), "No word came back about that. Press Reconnect below to see how it stands.");
  kernel.say({ ...STANDING, paragraphs: ["It is there."] });
  kernel.say(state({ hide: true }));
  assert.equal(text(root, ".wh-outcome"), "It is there.");
  assert.equal(form.isHidden, true);
});

test("a kernel that fails lets the person try again", () => {
  const { kernel, root } = finished();
  press(root, "Add nothing");
  kernel.say({ type: "failed" });
  assert.equal(text(root, ".wh-saved"), "That did not work here. What was saved before is still there.");
  press(root, "Add nothing");
  assert.deepEqual(kernel.sent.slice(1), [
    { type: "agree", items: null, rule: "room 1" },
    { type: "agree", items: null, rule: "room 1" },
  ]);
});

test("a form that is made again holds what the earlier one could not send, the newest of each question", () => {
  const before = drawn();
  const [never, often] = all(before.root, "input");
  before.form.delivery.lose();
  tick(never);
  tick(often);
  tick(before.form.keeping.box);
  before.form.close();
  const { kernel, root, form } = unheard();
  kernel.say(state({ drafts: { often: 1 } }));
  assert.deepEqual([all(root, "input")[1].checked, form.keeping.box.checked], [true, true]);
  assert.deepEqual(
    kernel.sent.slice(1).map((message) => ("value" in message ? message.value : message.type)),
    [2, "keep"],
  );
});

test("what was typed before everything was forgotten does not come back", () => {
  const before = drawn();
  before.form.delivery.lose();
  tick(all(before.root, "input")[0]);
  before.form.close();
  const { kernel, root } = unheard();
  kernel.say(state({ generation: "second" }));
  assert.deepEqual(kernel.sent, [{ type: "ready" }]);
  assert.equal(all(root, "input")[0].checked, false);
});

test("the page is asked to be made again, and says how by hand where nobody does", () => {
  const { root, form } = drawn();
  form.delivery.lose();
  const heard = mock.fn((/** @type {Event} */ event) => event.preventDefault());
  press(root, "Reconnect");
  assert.match(text(root, ".wh-saved") ?? "", /^To connect again by hand: in the menu Kernel, choose Change Kernel/);
  document.addEventListener("workshop-make-page-again", heard);
  press(root, "Reconnect");
  document.removeEventListener("workshop-make-page-again", heard);
  assert.equal(heard.mock.callCount(), 1);
  assert.equal(text(root, ".wh-saved"), "Connecting again …");
});

test("feedback that was there is there again, unless something was changed since", () => {
  /** @type {FromKernel} */
  const again = { type: "feedback", again: true, paragraphs: ["Well."], preview: PREVIEW, nothing: "" };
  const before = drawn();
  before.kernel.say(again);
  assert.deepEqual([before.form.feedback.hidden, before.form.asking.hidden], [false, true]);
  press(before.root, "Look at my answers again");
  before.form.delivery.lose();
  tick(all(before.root, "input")[1]);
  before.kernel.say(state());
  before.kernel.say(again);
  assert.equal(before.form.feedback.hidden, true);
  before.form.close();
  const { kernel, form } = drawn();
  kernel.say(again);
  assert.equal(form.feedback.hidden, true);
});

test("feedback that comes back stays out of sight where what was added is out of sight", () => {
  const { kernel, root, form } = unheard();
  kernel.say({ ...STANDING, paragraphs: ["It is there."], back: true });
  kernel.say(state({ hide: true }));
  kernel.say({ type: "feedback", again: true, paragraphs: ["Well."], preview: PREVIEW, nothing: "" });
  assert.deepEqual([form.feedback.hidden, form.asking.hidden, form.outcome.back.hidden], [true, true, false]);
  assert.equal(text(root, ".wh-outcome"), "It is there.");
  press(root, "Show my answers");
  assert.deepEqual([form.feedback.hidden, form.asking.hidden], [false, true]);
});

test("a format that was added to the others is asked like them", async () => {
  const { default: view } = await import("./span/view.js");
  const labels = ["never", "sometimes", "always"];
  const question = /** @type {any} */ ({ key: "noise", text: "How loud?", format: "span", values: [1, 2, 3], labels });
  /** @type {StandIn<FormSpec, ToKernel, FromKernel>} */
  const kernel = new StandIn({ place: "noise", questions: [question] });
  const root = place();
  const close = view.render({ model: kernel, el: root });
  kernel.say(state());
  const [from, to] = all(root, "select");
  type(from, "2");
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "noise", value: { from: 2 }, ...first(1) });
  type(to, "3");
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "noise", value: { from: 2, to: 3 }, ...first(2) });
  assert.equal(text(root, ".wh-hint"), "Choose where it begins and where it ends.");
  close();
});

test("a form that was closed hears nothing more, and has told what was typed", () => {
  const { kernel, root, form } = drawn(WRITING);
  const [area] = all(root, "textarea");
  area.value = "Because.";
  area.dispatchEvent(new window.Event("input"));
  form.close();
  assert.deepEqual(kernel.sent.at(-1), { type: "answer", key: "why", value: "Because.", ...first(1) });
  assert.equal(kernel.listeners.size, 0);
});
