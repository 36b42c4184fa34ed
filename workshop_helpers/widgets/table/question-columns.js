/** @import { Check, Columns, Proposal, TableQuestion, Way } from "./messages.js" */

import { freshId, h, put } from "../shared/elements.js";

/** @type {{ [way in Way]: string }} */
const WAYS = { one: "in one column", options: "in a column for each option", places: "in a column for each place" };
const LONGEST_HEADING = 90;

/** @param {string} heading */
export const shortened = (heading) =>
  heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)} …` : heading;

/** One question, and the columns that it stands in. */
export class QuestionColumns {
  fine = false;
  /** @type {HTMLSelectElement[]} */
  selects = [];

  /**
   * @param {TableQuestion} question
   * @param {number} number
   * @param {Proposal | undefined} proposed
   * @param {{ headings: string[], identifying: Set<number> }} table
   * @param {() => void} changed
   */
  constructor(question, number, proposed, table, changed) {
    this.question = question;
    this.table = table;
    this.changed = () => {
      this.alike.textContent = "";
      changed();
    };
    const ways = /** @type {Way[]} */ (Object.keys(question.ways));
    this.rows = h("div", { class: "wh-rows" });
    this.words = h("p", { class: "wh-check", id: freshId() });
    this.alike = h(
      "p",
      { class: "wh-hint" },
      proposed?.alike && "The heading is only alike. Look whether it is the same question.",
    );
    this.choice = h(
      "select",
      { id: freshId(), class: "wh-wide" },
      ...ways.map((way) => h("option", { value: way }, WAYS[way])),
    );
    this.choice.value = proposed?.way ?? "one";
    this.choice.addEventListener("change", () => {
      this.fill();
      this.changed();
    });
    this.element = h(
      "fieldset",
      { class: "wh-question" },
      h(
        "legend",
        {},
        h("span", { class: "wh-number" }, `${number}. `),
        question.text,
        question.side && h("span", { class: "wh-side" }, question.side),
      ),
      ways.length > 1 &&
        h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "It stands in the table"), this.choice),
      this.rows,
      this.alike,
      this.words,
    );
    this.fill(proposed?.places);
  }

  get way() {
    return /** @type {Way} */ (this.choice.value);
  }

  /** @returns {Columns} */
  get columns() {
    const places = this.selects.map(({ value }) => (value === "" ? null : Number(value)));
    return { way: this.way, places };
  }

  get used() {
    return this.columns.places.some((place) => place !== null);
  }

  /**
   * Make a list of columns for each part of the question, as it stands in the table.
   *
   * @param {(number | null)[]} places
   */
  fill(places = []) {
    const parts = this.question.ways[this.way] ?? [];
    const none = this.way === "one" ? "not asked" : "no column";
    this.selects = parts.map((_, place) => this.list(none, places[place] ?? null));
    this.rows.replaceChildren(
      ...this.selects.map((select, place) =>
        h("div", { class: "wh-row" }, h("label", { for: select.id }, parts[place] || "Column"), select),
      ),
    );
  }

  /**
   * @param {string} none
   * @param {number | null} chosen
   */
  list(none, chosen) {
    const { headings, identifying } = this.table;
    const option = (/** @type {number} */ place) =>
      h("option", { value: place }, `${place + 1}: ${shortened(headings[place])}`);
    const places = [...headings.keys()];
    const others = places.filter((place) => identifying.has(place));
    const select = h(
      "select",
      { id: freshId(), class: "wh-wide", "aria-describedby": this.words.id },
      h("option", { value: "" }, none),
      ...places.filter((place) => !identifying.has(place)).map(option),
      others.length > 0 && h("optgroup", { label: "May tell who or when" }, ...others.map(option)),
    );
    select.value = String(chosen ?? "");
    select.addEventListener("change", () => this.changed());
    return select;
  }

  /** @param {Check | undefined} check */
  show(check) {
    this.fine = Boolean(check?.fine);
    put(this.words, check?.words ?? "");
    this.words.classList.toggle("wh-problem", Boolean(check) && !this.fine);
  }
}
