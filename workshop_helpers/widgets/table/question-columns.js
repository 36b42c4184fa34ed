/** @import { Check, Columns, Proposal, Said, TableQuestion, Way } from "./messages.js" */

import { freshId, h, put } from "../shared/elements.js";
import { CellMeanings } from "./cell-meanings.js";

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
  /** @type {HTMLSelectElement | null} */
  ownWords = null;

  /**
   * @param {TableQuestion} question
   * @param {number} number
   * @param {Proposal | undefined} proposed
   * @param {string[]} headings
   * @param {() => void} changed
   */
  constructor(question, number, proposed, headings, changed) {
    this.question = question;
    this.headings = headings;
    this.changed = () => {
      this.alike.textContent = "";
      changed();
    };
    this.meanings = new CellMeanings(question, changed);
    const ways = /** @type {Way[]} */ (Object.keys(question.ways));
    this.rows = h("div", { class: "wh-rows" });
    this.words = h("p", { class: "wh-check", id: freshId() });
    this.alike = h(
      "p",
      { class: "wh-hint" },
      proposed?.alike && "Little speaks for this. Look whether it is the same question.",
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
      this.meanings.element,
    );
    this.fill(proposed?.places, proposed?.ownWords);
  }

  get way() {
    return /** @type {Way} */ (this.choice.value);
  }

  /** @returns {Columns & Said} */
  get columns() {
    const places = this.selects.map(({ value }) => numberOrNull(value));
    return { way: this.way, places, ownWords: numberOrNull(this.ownWords?.value), ...this.meanings.said };
  }

  /** Whether any column is said to hold answers. */
  get used() {
    return this.columns.places.some((place) => place !== null);
  }

  /**
   * Make a list of columns for each part of the question, as it stands in the table.
   *
   * @param {(number | null)[]} places
   * @param {number | null} ownWords
   */
  fill(places = [], ownWords = null) {
    const parts = this.question.ways[this.way] ?? [];
    const none = this.way === "one" ? "not asked" : "no column";
    this.selects = parts.map((_, place) => this.list(none, places[place] ?? null));
    this.ownWords = this.way === "options" && this.question.ownWords ? this.list(none, ownWords) : null;
    const shown = this.selects.map((select, place) => row(parts[place] || "Column", select));
    if (this.ownWords) shown.push(row("In their own words", this.ownWords));
    this.rows.replaceChildren(...shown);
    this.meanings.fill(this.way);
  }

  /**
   * @param {string} none
   * @param {number | null} chosen
   */
  list(none, chosen) {
    const options = this.headings.map((heading, place) =>
      h("option", { value: place }, `${place + 1}: ${shortened(heading)}`),
    );
    const select = h(
      "select",
      { id: freshId(), class: "wh-wide", "aria-describedby": this.words.id },
      h("option", { value: "" }, none),
      ...options,
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
    this.meanings.element.hidden = !this.used;
  }
}

/** @param {string | undefined} value */
const numberOrNull = (value) => (value ? Number(value) : null);

/**
 * @param {string} words
 * @param {HTMLSelectElement} select
 */
const row = (words, select) => h("div", { class: "wh-row" }, h("label", { for: select.id }, words), select);
