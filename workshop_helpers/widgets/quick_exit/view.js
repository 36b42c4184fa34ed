// A button in the corner that leaves the workshop at once, for a harmless page.

/** @import { Rendering } from "../shared/model.js" */

import { button, h, settle } from "../shared/elements.js";
import { widget } from "../shared/model.js";
import { leaveUnsent } from "../shared/unsent.js";

const TRIES = 100; // a widget is made before JupyterLab puts it on the page; each try waits a tenth of a second

/** @param {Rendering<{ get: (name: "address") => string }>} rendering */
function render({ model, el }) {
  settle(el, "wh-leaving");
  const leave = () => {
    // JupyterLab asks whether to leave a page with unsaved changes; browsers call its listener before this one.
    window.addEventListener("beforeunload", (event) => {
      if (event.returnValue) event.returnValue = "";
    });
    leaveUnsent();
    document.documentElement.style.display = "none"; // at once, however long the other page takes
    (window.top ?? window).location.replace(model.get("address"));
  };
  const way = button("Leave this page now", leave, "wh-main");
  const about =
    "“Leave this page now” shows an everyday page in place of this one. Your browser still remembers that this page " +
    "was open, and its Back button may lead here again.";
  el.append(way, h("p", { class: "wh-hint" }, about));

  // The notebook scrolls and its corner stays, so that is where the button goes: first in the order of Tab, too.
  const corner = h("div");
  settle(corner, "wh-corner");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const place = (/** @type {number} */ tries) => {
    const panel = el.closest(".jp-NotebookPanel");
    if (panel) {
      corner.append(way);
      panel.prepend(corner);
    } else if (tries > 0) waiting = setTimeout(() => place(tries - 1), 100);
  };
  place(TRIES);
  return () => {
    clearTimeout(waiting);
    corner.remove();
  };
}

export default widget({ render });
