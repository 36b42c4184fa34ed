import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { forgetUnsent, leaveUnsent, Unsent } from "../../workshop_helpers/widgets/shared/unsent.js";
import { forgetAll } from "./page.js";

/** @import { Held } from "../../workshop_helpers/widgets/shared/unsent.js" */

/** What a tab stores, which a reload leaves as it is. */
class Storage {
  getItem(/** @type {string} */ name) {
    return Object.hasOwn(this, name) ? /** @type {any} */ (this)[name] : null;
  }
  setItem(/** @type {string} */ name, /** @type {string} */ text) {
    /** @type {any} */ (this)[name] = text;
  }
  removeItem(/** @type {string} */ name) {
    delete (/** @type {any} */ (this)[name]);
  }
}

beforeEach(() => {
  Object.defineProperty(globalThis, "sessionStorage", { value: new Storage(), configurable: true });
});
afterEach(() => {
  forgetAll();
  Reflect.deleteProperty(globalThis, "sessionStorage");
});

const reload = forgetAll;
const stored = () => Object.entries(sessionStorage);
const told = (/** @type {Unsent<any>} */ unsent) =>
  unsent.all.map(({ slot, number, change }) => [slot, number, change.value]);

/** @returns {Unsent<{ value: string }>} */
const opened = (place = "tea", generation = "first") => {
  /** @type {Unsent<{ value: string }>} */
  const unsent = new Unsent(place);
  unsent.belong(generation);
  return unsent;
};

test("the newest change of each question is held, in the order of the numbers", () => {
  const unsent = opened();
  unsent.add("one", { value: "a" });
  unsent.add("two", { value: "b" });
  unsent.add("one", { value: "c" });
  assert.deepEqual(told(unsent), [
    ["two", 2, "b"],
    ["one", 3, "c"],
  ]);
  unsent.settle(1); // of an older one
  unsent.settle(2);
  assert.deepEqual(told(unsent), [["one", 3, "c"]]);
  assert.deepEqual([unsent.of("one"), unsent.of("two")], [{ value: "c" }, undefined]);
});

test("a form that is made again on the same page holds what the earlier one held, and no other form does", () => {
  opened().add("one", { value: "a" });
  assert.deepEqual(told(opened()), [["one", 1, "a"]]);
  assert.deepEqual(told(opened("coffee")), []);
});

test("a number that was given once is never given again", () => {
  const unsent = opened();
  unsent.add("one", { value: "a" });
  unsent.settle(1);
  assert.equal(opened().add("one", { value: "b" }).number, 2);
});

test("what was typed in an earlier life of the workbook is dropped, and what was typed in none yet is kept", () => {
  /** @type {Unsent<{ value: string }>} */
  const unsent = new Unsent("tea");
  unsent.add("one", { value: "a" });
  unsent.belong("first");
  unsent.belong("second");
  assert.deepEqual(told(unsent), []);
  unsent.add("two", { value: "b" });
  unsent.belong("second");
  assert.deepEqual(told(unsent), [["two", 2, "b"]]);
});

test("a reload finds only what may stay in the tab, and nothing once the kernel keeps it", () => {
  const before = opened();
  before.add("one", { value: "a" });
  assert.deepEqual(stored(), []);
  before.inTab = true;
  assert.equal(stored().length, 1);
  reload();
  const after = opened();
  assert.deepEqual(told(after), [["one", 1, "a"]]);
  after.settle(1);
  assert.deepEqual(stored(), []);
  after.add("two", { value: "b" });
  reload();
  assert.deepEqual(told(opened()), []);
});

test("what may stay no longer is gone from the tab at once", () => {
  const unsent = opened();
  unsent.inTab = true;
  unsent.add("one", { value: "a" });
  unsent.inTab = false;
  assert.deepEqual(stored(), []);
  assert.deepEqual(told(unsent), [["one", 1, "a"]]);
});

test("forgetting takes what every form holds, and leaves what is not ours", () => {
  sessionStorage.setItem("else", "x");
  const [tea, coffee] = [opened("tea"), opened("coffee")];
  for (const unsent of [tea, coffee]) {
    unsent.inTab = true;
    unsent.add("one", { value: "a" });
  }
  forgetUnsent();
  assert.deepEqual([told(tea), told(coffee), stored()], [[], [], [["else", "x"]]]);
  tea.add("one", { value: "b" });
  assert.equal(stored().length, 2);
});

test("a page that is being left writes down nothing more", () => {
  const unsent = opened();
  leaveUnsent();
  unsent.inTab = true;
  unsent.add("one", { value: "a" });
  assert.deepEqual(stored(), []);
});

test("a tab that may not store anything, or stores something else there, holds what it can", () => {
  sessionStorage.setItem("workshop-unsent  tea", "{");
  assert.deepEqual(told(opened()), []);
  forgetAll();
  Reflect.deleteProperty(globalThis, "sessionStorage");
  const unsent = opened();
  unsent.inTab = true;
  unsent.add("one", { value: "a" });
  forgetUnsent();
  assert.deepEqual(told(unsent), []);
});
