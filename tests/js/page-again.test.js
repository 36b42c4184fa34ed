import assert from "node:assert/strict";
import { test } from "node:test";

import { Page } from "../../share/pages/page.js";

test("a page that is asked to be made again twice is made once", async () => {
  const page = Object.create(Page.prototype);
  let made = 0;
  Object.assign(page, {
    panel: { isDisposed: false },
    reconnected: async () => "connected",
    make: async () => {
      made += 1;
    },
  });
  await Promise.all([page.makeAgain(), page.makeAgain()]);
  assert.equal(made, 1);
  await page.makeAgain();
  assert.equal(made, 2);
});
