// A person who types, and a kernel that loses messages, hangs and ends, by turns of a seeded die: whenever the form says
// that all is saved, the workbook holds what the person sees.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Form } from "../../workshop_helpers/widgets/questions/form.js";
import { all, forgetAll, place, tick } from "./page.js";
import { StandIn } from "./stand-in.js";

/**
 * @import { TestContext } from "node:test"
 * @import { Draft } from "../../workshop_helpers/widgets/questions/formats/format.js"
 * @import { FormSpec, FromKernel, ToKernel } from "../../workshop_helpers/widgets/questions/messages.js"
 */

const KEYS = ["one", "two", "three"];
/** @type {FormSpec} */
const SPEC = {
  place: "answers/tea",
  finish: "Finish",
  questions: KEYS.map((key) => ({ key, text: key, format: "scale", values: [1, 2, 3], labels: ["a", "b", "c"] })),
};

afterEach(forgetAll);

/** Numbers from 0 up to 1 that are the same each time. */
function die(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A workbook, a kernel that comes and goes, and the form that is made for each. */
class Session {
  /** @type {{ [key: string]: Draft }} */
  workbook = {};
  generation = "first";
  loses = false; // whether nothing gets through at the moment
  read = 0; // how many of the page's messages the kernel has seen
  sayings = 0; // how often the form said that all is saved

  /** @type {StandIn<FormSpec, ToKernel, FromKernel>} */
  page = new StandIn(SPEC);
  root = place();
  form = new Form(this.page, this.root);

  /** The kernel answers whatever has come, or loses it. */
  answer() {
    for (; this.read < this.page.sent.length; this.read += 1) {
      const message = this.page.sent[this.read];
      if (this.loses) continue;
      if (message.type === "answer" && message.generation === this.generation) {
        this.workbook[message.key] = message.value;
        this.page.say({ type: "saved", number: message.number, words: "Saved." });
      } else this.tell();
      this.check();
    }
  }

  tell() {
    const { generation, workbook } = this;
    this.page.say({ type: "state", generation, drafts: { ...workbook }, words: "Back." });
  }

  /** The page is made again, by another kernel. */
  again() {
    this.form.close();
    this.read = 0;
    this.loses = false;
    this.page = new StandIn(SPEC);
    this.root = place();
    this.form = new Form(this.page, this.root);
  }

  get seen() {
    return Object.fromEntries(this.form.questions.map(({ key, value }) => [key, value]));
  }

  check() {
    if (this.form.line.words.textContent !== "Saved.") return;
    this.sayings += 1;
    for (const key of KEYS) assert.equal(this.workbook[key] ?? null, this.seen[key], "it is saved as it is seen");
  }
}

/**
 * Let somebody type and a kernel come and go for a while, and then let it be there.
 *
 * @param {TestContext} context
 * @param {number} seed
 * @param {boolean} hasty whether what was sent is taken for kept, as it was once
 */
function lived(context, seed, hasty = false) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const roll = die(seed);
  const session = new Session();
  /** @type {{ [key: string]: Draft }} */
  let typed = {};
  for (let turn = 0; turn < 60; turn += 1) {
    const what = roll();
    if (what < 0.5) {
      const [question, value] = [Math.floor(roll() * 3), Math.floor(roll() * 3)];
      tick(all(session.root, "input")[3 * question + value]);
      typed[KEYS[question]] = value + 1;
      if (hasty) for (const { number } of session.form.delivery.unsent.all) session.form.delivery.unsent.settle(number);
      session.check();
    } else if (what < 0.7) session.answer();
    else if (what < 0.8) session.loses = !session.loses;
    else if (what < 0.9) context.mock.timers.tick(Math.floor(roll() * 20_000));
    else if (what < 0.95) session.again();
    else if (what < 0.98) session.page.isDead = true;
    else {
      session.workbook = {};
      typed = {};
      session.generation += "+";
      session.again();
      session.answer();
    }
  }
  session.again();
  for (let turn = 0; turn < 5; turn += 1) session.answer();
  const found = { ...session.workbook };
  const outcome = { found, typed, sayings: session.sayings, done: session.form.delivery.done };
  session.form.close();
  context.mock.timers.reset();
  forgetAll();
  return outcome;
}

test("whatever happens to the kernel, all that was typed is kept in the end, and nothing is called saved before", (context) => {
  let sayings = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const outcome = lived(context, seed);
    assert.deepEqual(outcome.found, outcome.typed, `all that was typed is there (seed ${seed})`);
    assert.ok(outcome.done, `and nothing is left to be sent (seed ${seed})`);
    sayings += outcome.sayings;
  }
  assert.ok(sayings > 60, "it was often called saved");
});

test("a form that takes what was sent for kept is caught by that", (context) => {
  const live = () => {
    for (let seed = 1; seed <= 10; seed += 1) lived(context, seed, true);
  };
  assert.throws(live, /it is saved as it is seen/);
});
