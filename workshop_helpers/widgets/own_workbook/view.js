// Save a copy of the workbook, bring one back, forget everything.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { FromKernel, ToKernel } from "./messages.js"
 */

import { Asking } from "../shared/asking.js";
import { download } from "../shared/download.js";
import { button, h, settle } from "../shared/elements.js";
import { hear, widget } from "../shared/model.js";
import { forgetUnsent } from "../shared/unsent.js";

/** @param {Rendering<Model<{ title: string }, ToKernel, FromKernel>>} rendering */
function render({ model, el }) {
  settle(el);
  const news = h("p", { class: "wh-saved", role: "status" });
  const say = (/** @type {string} */ text) => {
    news.textContent = text;
  };

  const asking = new Asking(model, say);

  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen) asking.ask({ type: "bring", text: await chosen.text() });
    file.value = "";
  });

  const sure = h("div", { class: "wh-sure", hidden: true });
  const yes = button("Yes, forget everything", () => {
    sure.hidden = true;
    forgetUnsent();
    asking.ask({ type: "forget" });
  });
  const no = button("No, keep it", () => {
    sure.hidden = true;
  });
  sure.append(
    h("p", {}, "This deletes all your answers and notes here. There is no way back."),
    h("div", { class: "wh-buttons" }, yes, no),
  );
  const forget = () => {
    sure.hidden = false;
    yes.focus();
  };

  const about =
    "Your answers and notes lie in one file on this computer. " +
    "On Binder they are gone when the page has been left alone for some minutes, so save a copy.";
  el.append(
    h("h3", {}, model.get("spec").title),
    h("p", {}, about),
    h(
      "div",
      { class: "wh-buttons" },
      button("Save a copy", () => asking.ask({ type: "carry" })),
      button("Bring a copy back", () => file.click()),
      button("Forget everything", forget),
      file,
    ),
    sure,
    news,
    asking.button,
  );

  const deafen = hear(
    model,
    {
      words: ({ words }) => say(words),
      carry: ({ text }) => {
        download("my-workbook.json", "application/json", text);
        say("A copy is in your downloads. Anyone who has the file can read it.");
      },
      failed: () => say("That did not work. Try again."),
    },
    asking.heard,
  );
  model.send({ type: "ready" });
  return () => {
    asking.stop();
    deafen();
  };
}

export default widget({ render });
