import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import ownWorkbook from "../../workshop_helpers/widgets/own_workbook/view.js";
import quickExit from "../../workshop_helpers/widgets/quick_exit/view.js";
import { Unsent } from "../../workshop_helpers/widgets/shared/unsent.js";
import { forgetAll, place, press } from "./page.js";
import { StandIn } from "./stand-in.js";

afterEach(forgetAll);

/** What a form holds back. */
function held() {
  const unsent = new Unsent("answers/tea");
  unsent.belong("first");
  unsent.add("one", { value: "a" });
  return unsent;
}

test("forgetting everything takes what was not sent yet, and says so where nobody answers", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const unsent = held();
  const kernel = /** @type {StandIn<any, any, any>} */ (new StandIn({ title: "Your workbook" }));
  const root = place();
  const close = ownWorkbook.render({ model: kernel, el: root });
  press(root, "Forget everything");
  assert.equal(unsent.all.length, 1); // it was asked only
  press(root, "Yes, forget everything");
  assert.equal(unsent.all.length, 0);
  assert.deepEqual(kernel.sent.at(-1), { type: "forget" });
  context.mock.timers.tick(6000);
  assert.match(root.querySelector(".wh-saved")?.textContent ?? "", /^This page is not connected\./);
  close();
});

test("leaving for a harmless page takes what was not sent yet, and what is typed in the last moment", () => {
  const unsent = held();
  const root = place();
  const close = quickExit.render({ model: { get: () => "#elsewhere" }, el: root });
  press(root, "Leave this page now");
  unsent.inTab = true;
  unsent.add("one", { value: "b" });
  assert.deepEqual(unsent.all, []);
  document.documentElement.style.display = "";
  close();
});
