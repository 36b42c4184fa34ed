/**
 * @import { AgendaSpec } from "../agenda/agenda.js"
 * @import { Page } from "../shared/choosing.js"
 */

import { Agenda } from "../agenda/agenda.js";
import { button, freshId, h } from "../shared/elements.js";
import { TabMemory } from "../shared/tab-memory.js";

/** The agenda that the facilitator follows, if any, with its clock. */
export class FollowedAgenda {
  /** @type {Agenda | undefined} */
  #agenda;

  /**
   * @param {AgendaSpec[]} agendas
   * @param {Page[]} pages
   * @param {(pool: string) => void} bringUp chooses a self-assessment, to be opened
   */
  constructor(agendas, pages, bringUp) {
    this.agendas = agendas;
    this.pages = pages;
    this.bringUp = bringUp;
    const memory = new TabMemory("workshop-agenda");
    const remembered = agendas.find(({ id }) => id === memory.read());
    this.place = h("div", { class: "wh-agenda" });
    this.choice = h(
      "select",
      { id: freshId(), class: "wh-wide" },
      h("option", { value: "" }, "None"),
      ...agendas.map(({ id, title }) => h("option", { value: id }, title)),
    );
    this.choice.value = remembered?.id ?? "";
    this.choice.addEventListener("change", () => {
      memory.write(this.choice.value);
      this.follow();
    });
    this.follow();
    const label = h("label", { for: this.choice.id }, "Agenda to follow");
    this.element = h("div", { class: "wh-planning" }, h("div", { class: "wh-row" }, label, this.choice), this.place);
  }

  close() {
    this.#agenda?.close();
  }

  follow() {
    this.close();
    this.place.replaceChildren();
    const chosen = this.agendas.find(({ id }) => id === this.choice.value);
    this.#agenda =
      chosen && new Agenda(chosen, this.place, { along: ({ page }) => this.toOpen(page?.notebook), folded: true });
  }

  /**
   * The self-assessments on the page that a part of the agenda is about, as buttons that choose them.
   *
   * @param {string | undefined} notebook
   */
  toOpen(notebook) {
    const parts = this.pages.find((page) => page.notebook === notebook)?.parts ?? [];
    if (!parts.length) return [];
    const buttons = parts.map(({ pool, title }) => button(title, () => this.bringUp(pool)));
    return [h("p", {}, "This page has for the room:"), h("div", { class: "wh-buttons" }, ...buttons)];
  }
}
