/** @import { AgendaPart, Run } from "./run.js" */

import { button, h, put } from "../shared/elements.js";
import { clock, facts } from "./words.js";

/** The parts of a session as a list that can be unfolded, with when each begins. */
export class PartList {
  /** @type {{ when: HTMLElement, details: HTMLDetailsElement, item: HTMLElement }[]} */
  #rows = [];

  constructor() {
    this.fold = button("Unfold all parts", () => this.unfold(this.#rows.some(({ details }) => !details.open)));
    this.list = h("ol", { class: "wh-parts" });
  }

  /** @param {AgendaPart[]} parts */
  fill(parts) {
    this.#rows = parts.map((part) => {
      const when = h("span", { class: "wh-when" });
      const title = h("span", {}, h("b", {}, part.title), " ", h("span", { class: "wh-facts" }, facts(part)));
      const details = h("details", {}, h("summary", {}, when, title), ...notes(part));
      return { when, details, item: h("li", { class: `wh-${part.kind}` }, details) };
    });
    this.list.replaceChildren(...this.#rows.map(({ item }) => item));
    this.unfold(false);
  }

  /** @param {boolean} open */
  unfold(open) {
    for (const { details } of this.#rows) details.open = open;
    this.fold.textContent = open ? "Fold all parts" : "Unfold all parts";
  }

  /**
   * @param {number[]} times when each part begins
   * @param {Run | null} run
   */
  show(times, run) {
    this.#rows.forEach(({ when, item }, place) => {
      put(when, clock(times[place]));
      item.classList.toggle("wh-done", run !== null && (place < run.at || run.ended !== null));
      if (run && !run.ended && place === run.at) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
  }
}

/** What the facilitator does and says, and the page it is about. */
export const notes = (/** @type {AgendaPart} */ { text, page }) => [
  ...text.map((words) => h("p", {}, words)),
  ...(page ? [h("p", {}, "Page: ", link(page))] : []),
];

/** @param {{ title: string, notebook: string }} page */
function link({ title, notebook }) {
  const open = h("a", { href: notebook, target: "_blank", rel: "noopener" }, title);
  // JupyterLab opens what carries these two attributes in a tab of its own; elsewhere the browser does.
  open.addEventListener("click", () => {
    const here = decodeURIComponent(location.pathname).match(/\/tree\/(.*)$/)?.[1];
    if (!here) return;
    const path = [...here.split("/").slice(0, -1), notebook].join("/");
    open.setAttribute("data-commandlinker-command", "docmanager:open");
    open.setAttribute("data-commandlinker-args", JSON.stringify({ path }));
  });
  return open;
}
