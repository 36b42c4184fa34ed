// The room's picture: how many have answered, and at the reveal the picture itself, below the words about it.
//
// Only the words are read out, and only when they change: not each person who answers, and not the whole picture.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { FromKernel, ToKernel } from "./messages.js"
 */

import { h, put, settle } from "../shared/elements.js";
import { hear, widget } from "../shared/model.js";

/** @param {Rendering<Model<{}, ToKernel, FromKernel>>} rendering */
function render({ model, el }) {
  const words = h("p", { role: "status" });
  const count = h("p", { class: "wh-count" });
  const note = h("div", { class: "wh-room" }, count, words);
  const drawn = h("div", { class: "jp-RenderedHTMLCommon" }); // looks as the made-up group's does
  settle(note);
  el.append(note, drawn);

  const deafen = hear(model, {
    room: (told) => {
      put(count, told.count);
      put(words, told.words);
      // Our own HTML, made in the kernel, where everything that is not ours was escaped.
      drawn.innerHTML = told.html;
    },
    failed: () => {}, // it says nothing that could fail
  });
  model.send({ type: "ready" });
  return deafen;
}

export default widget({ render });
