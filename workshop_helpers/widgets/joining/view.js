// A field for a join link or its code, and a way out again. What is typed goes to the kernel as a message and is not
// shown again.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { FromKernel, ToKernel } from "./messages.js"
 */

import { Asking } from "../shared/asking.js";
import { Confirmation } from "../shared/confirmation.js";
import { button, freshId, h, onEnter, settle } from "../shared/elements.js";
import { hear, widget } from "../shared/model.js";
import { server } from "../shared/server.js";

const ROOM_PATIENCE = 60_000; // milliseconds until the page says that nobody answers: a room may be slow

/** @param {Rendering<Model<{}, ToKernel, FromKernel>>} rendering */
function render({ model, el }) {
  settle(el);
  const typed = h("input", { type: "text", id: freshId(), autocomplete: "off", spellcheck: "false" });
  const news = h("p", { class: "wh-outcome", role: "status" });
  const say = (/** @type {string} */ words) => {
    news.textContent = words;
  };
  const asking = new Asking(model, say);
  let isAsked = false; // to join, and not answered yet
  const join = () => {
    isAsked = true;
    asking.ask({ type: "join", typed: typed.value, here: server()?.address ?? null }, ROOM_PATIENCE);
  };
  onEnter(typed, join);
  const how =
    "If your group meets in a room, paste its join link here. Whoever leads the room has it. " +
    "On some servers its code is enough.";
  const label = h("label", { for: typed.id }, "Join link or code");
  const outside = h(
    "div",
    {},
    h("p", {}, how),
    h("div", { class: "wh-row" }, label, typed, button("Join", join, "wh-main")),
  );
  const go = (/** @type {"ask" | "stays" | "back"} */ added) => asking.ask({ type: "leave", added }, ROOM_PATIENCE);
  const leave = button("Leave the room", () => go("ask"));
  const confirmation = new Confirmation();
  const inside = h("div", { hidden: true }, h("div", { class: "wh-buttons" }, leave), confirmation.element);
  el.append(h("h3", {}, "Your room"), outside, news, asking.button, inside);

  const deafen = hear(
    model,
    {
      membership: (told) => {
        if (isAsked) typed.value = "";
        isAsked = false;
        outside.hidden = told.inside;
        inside.hidden = !told.inside;
        confirmation.close();
        say(told.words);
      },
      ask: ({ words }) =>
        confirmation.choose(
          words,
          [
            ["Take it back and leave", () => go("back")],
            ["Leave, and let it count", () => go("stays")],
          ],
          "Stay in the room",
          leave,
        ),
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
