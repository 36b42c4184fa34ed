import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Asking, NOT_CONNECTED } from "../../workshop_helpers/widgets/shared/asking.js";
import { canBeSmall, partsOf } from "../../workshop_helpers/widgets/shared/choosing.js";
import { Countdown } from "../../workshop_helpers/widgets/shared/countdown.js";
import { clockFace, minutes, spoken } from "../../workshop_helpers/widgets/shared/durations.js";
import { hear } from "../../workshop_helpers/widgets/shared/model.js";
import { Reconnect } from "../../workshop_helpers/widgets/shared/reconnecting.js";
import { TabMemory } from "../../workshop_helpers/widgets/shared/tab-memory.js";
import { Waiting } from "../../workshop_helpers/widgets/shared/waiting.js";
import { place } from "./page.js";
import { StandIn } from "./stand-in.js";

test("seconds are shown as on a clock", () => {
  assert.deepEqual([0, 9, 60, 65, 600, 3599].map(clockFace), ["0:00", "0:09", "1:00", "1:05", "10:00", "59:59"]);
});

test("seconds are said without what is nothing", () => {
  const said = ["1 second", "1 minute", "1 minute 1 second", "2 minutes 30 seconds", "10 minutes"];
  assert.deepEqual([1, 60, 61, 150, 600].map(spoken), said);
  assert.equal(spoken(0), "");
  assert.deepEqual([0, 1, 2].map(minutes), ["0 minutes", "1 minute", "2 minutes"]);
});

/** A countdown in a time that the test moves, and what it has called. */
function countdown(/** @type {import("node:test").TestContext} */ context) {
  context.mock.timers.enable({ apis: ["Date", "setInterval"] });
  const show = mock.fn();
  const over = mock.fn();
  return { countdown: new Countdown(show, over), show, over, timers: context.mock.timers };
}

test("a countdown runs down and says once that it is over", (context) => {
  const { countdown: ten, show, over, timers } = countdown(context);
  ten.left = 10;
  ten.start();
  timers.tick(4000);
  assert.deepEqual([ten.left, ten.running, over.mock.callCount()], [6, true, 0]);
  assert.ok(show.mock.callCount() > 0);
  timers.tick(60_000);
  assert.deepEqual([ten.left, ten.running, over.mock.callCount()], [0, false, 1]);
});

test("a countdown that was paused goes on where it was", (context) => {
  const { countdown: ten, over, timers } = countdown(context);
  ten.left = 10;
  ten.start();
  timers.tick(3000);
  ten.pause();
  timers.tick(60_000);
  assert.deepEqual([ten.left, ten.running], [7, false]);
  ten.start();
  timers.tick(6000);
  assert.deepEqual([ten.left, over.mock.callCount()], [1, 0]);
});

test("a countdown that is started twice runs once", (context) => {
  const { countdown: ten, over, timers } = countdown(context);
  ten.left = 10;
  ten.start();
  ten.start();
  timers.tick(60_000);
  ten.left = 10;
  timers.tick(60_000);
  assert.deepEqual([ten.left, over.mock.callCount()], [10, 1]);
});

test("a page in the background, whose ticks come late, loses no time", (context) => {
  const { countdown: ten, timers } = countdown(context);
  ten.left = 10;
  ten.start();
  timers.setTime(8000);
  timers.tick(250);
  assert.equal(ten.left, 2);
});

test("who waits for an answer hears once that none has come", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const unanswered = mock.fn();
  const waiting = new Waiting(unanswered);
  waiting.start(1000);
  context.mock.timers.tick(900);
  waiting.start(1000); // another message, which has its own time
  context.mock.timers.tick(900);
  assert.equal(unanswered.mock.callCount(), 0);
  context.mock.timers.tick(10_000);
  assert.equal(unanswered.mock.callCount(), 1);
});

test("who was answered hears nothing", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const unanswered = mock.fn();
  const waiting = new Waiting(unanswered);
  waiting.start(1000);
  waiting.stop();
  context.mock.timers.tick(10_000);
  assert.equal(unanswered.mock.callCount(), 0);
});

test("a page that nobody answers says so, and offers a way back until somebody does", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const kernel = new StandIn({});
  /** @type {string[]} */
  const said = [];
  const asking = new Asking(kernel, (words) => said.push(words));
  asking.ask({ type: "join" }, 1000);
  assert.deepEqual([kernel.sent, asking.button.hidden], [[{ type: "join" }], true]);
  context.mock.timers.tick(1000);
  assert.deepEqual([said, asking.button.hidden], [[NOT_CONNECTED], false]);
  asking.heard();
  assert.equal(asking.button.hidden, true);
});

test("a page says at once that a kernel is dead", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const kernel = new StandIn({});
  kernel.isDead = true;
  const say = mock.fn();
  new Asking(kernel, say).ask({ type: "join" });
  context.mock.timers.tick(1);
  assert.equal(say.mock.callCount(), 1);
});

test("who has the page made again is told so, and when that takes long", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const said = [];
  const { button, stop } = reconnect(said);
  const take = (/** @type {Event} */ event) => event.preventDefault();
  document.addEventListener("workshop-make-page-again", take);
  button.click();
  context.mock.timers.tick(60_000);
  document.removeEventListener("workshop-make-page-again", take);
  assert.deepEqual(said, ["Connecting again …", "That takes long. Try again in a moment."]);
  stop();
});

/** A button on the page. */
function reconnect(/** @type {string[]} */ said) {
  const way = new Reconnect((words) => said.push(words));
  place().append(way.button);
  return { button: way.button, stop: () => way.stop() };
}

test("each message goes to the handler of its name, and after the end to none", () => {
  /** @type {StandIn<{}, never, { type: "told", words: string } | { type: "gone" }>} */
  const kernel = new StandIn({});
  /** @type {string[]} */
  const heard = [];
  const stop = hear(kernel, { told: ({ words }) => heard.push(words), gone: () => heard.push("gone") }, () =>
    heard.push("first"),
  );
  kernel.say({ type: "told", words: "yes" });
  kernel.say({ type: "gone" });
  assert.deepEqual(heard, ["first", "yes", "first", "gone"]);
  stop();
  kernel.say({ type: "gone" });
  assert.equal(heard.length, 4);
});

test("a message that nobody knows does nothing, whatever it is called", () => {
  /** @type {StandIn<{}, never, any>} */
  const kernel = new StandIn({});
  hear(kernel, {});
  for (const type of ["unknown", "constructor", "__proto__", "toString", undefined]) kernel.say({ type });
});

test("a page that may not remember still does while it is open", () => {
  const memory = new TabMemory("a name"); // no sessionStorage here
  assert.equal(memory.read(), null);
  memory.write("text");
  assert.equal(memory.read(), "text");
});

test("every part is found by its pool, whichever page it is on", () => {
  const part = { minutes: 5, policy: "room", words: "bands of at least four people", needed: 8 };
  const one = { pool: "one", title: "One", ...part };
  const two = { pool: "two", title: "Two", ...part };
  const pages = [
    { title: "First", notebook: "01-first.ipynb", parts: [one] },
    { title: "Second", notebook: "02-second.ipynb", parts: [two] },
  ];
  assert.deepEqual(
    [...partsOf(pages)],
    [
      ["one", one],
      ["two", two],
    ],
  );
});

test("six or seven people can be a small circle", () => {
  assert.deepEqual([5, 6, 7, 8].map(canBeSmall), [false, true, true, false]);
});
