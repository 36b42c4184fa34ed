// An agenda on a page of its own.

/**
 * @import { Rendering, SilentModel } from "../shared/model.js"
 * @import { AgendaSpec } from "./agenda.js"
 */

import { h, settle } from "../shared/elements.js";
import { widget } from "../shared/model.js";
import { Agenda } from "./agenda.js";

/** @param {Rendering<SilentModel<AgendaSpec>>} rendering */
function render({ model, el }) {
  const spec = model.get("spec");
  settle(el, "wh-agenda");
  const introduction = spec.introduction.map((text) => h("p", {}, text));
  el.append(h("h3", {}, spec.title), h("p", { class: "wh-time" }, spec.people), ...introduction);
  const agenda = new Agenda(spec, el);
  return () => agenda.close();
}

export default widget({ render });
