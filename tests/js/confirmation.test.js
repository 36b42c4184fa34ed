import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Confirmation } from "../../workshop_helpers/widgets/shared/confirmation.js";
import { button } from "../../workshop_helpers/widgets/shared/elements.js";
import { all, place, press } from "./page.js";

/** A button that asks before it acts, in a time that the test moves. */
function asking(/** @type {import("node:test").TestContext} */ context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const root = place();
  const done = mock.fn();
  const confirmation = new Confirmation();
  const reveal = button("Reveal", () => confirmation.ask("Sure?", "Yes, reveal it", "Not yet", reveal, done));
  root.append(reveal, confirmation.element);
  return { root, reveal, confirmation, done, timers: context.mock.timers };
}

test("a press that comes at once after the question is no answer, wherever it goes", (context) => {
  const { root, reveal, confirmation, done, timers } = asking(context);
  reveal.click();
  timers.tick(500);
  press(root, "Yes, reveal it");
  press(root, "Not yet");
  reveal.click(); // asks anew, and so the moment begins anew
  timers.tick(500);
  press(root, "Yes, reveal it");
  assert.equal(done.mock.callCount(), 0);
  assert.equal(confirmation.element.hidden, false);
  timers.tick(500);
  press(root, "Yes, reveal it");
  assert.equal(done.mock.callCount(), 1);
  assert.equal(confirmation.element.hidden, true);
});

test("the question has the focus, so that a key that is pressed again answers nothing", (context) => {
  const { root, reveal } = asking(context);
  reveal.click();
  assert.equal(document.activeElement?.textContent, "Sure?");
  assert.equal(all(root, "button").includes(/** @type {any} */ (document.activeElement)), false);
});

test("a no leads back to what asked, and nothing is done", (context) => {
  const { root, reveal, done, timers } = asking(context);
  reveal.click();
  timers.tick(1000);
  press(root, "Not yet");
  assert.equal(document.activeElement, reveal);
  timers.tick(10_000);
  assert.equal(done.mock.callCount(), 0);
});

test("a key that is held down presses a button once", () => {
  const pressed = button("Go on", () => {});
  const held = (/** @type {string} */ key, /** @type {boolean} */ repeat) => {
    const event = new KeyboardEvent("keydown", { key, repeat, cancelable: true });
    pressed.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.deepEqual(
    [held("Enter", false), held("Enter", true), held(" ", true), held("Tab", true)],
    [false, true, true, false],
  );
});
