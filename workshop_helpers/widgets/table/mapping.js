/** @import { Check, ColumnsByKey, TableRead } from "./messages.js" */

import { SMALL_CIRCLE, smallCircle } from "../shared/choosing.js";
import { Confirmation } from "../shared/confirmation.js";
import { button, freshId, h } from "../shared/elements.js";
import { QuestionColumns, shortened } from "./question-columns.js";
import { people, readiness } from "./readiness.js";

/** The step in which it is said which column holds which question. */
export class ColumnMapping {
  number = 0; // of the last time that the kernel was asked

  /**
   * @param {string} title
   * @param {TableRead} table
   * @param {{ check: (columns: ColumnsByKey, number: number) => void,
   *     draw: (columns: ColumnsByKey, small: boolean) => void, forget: () => void }} actions
   */
  constructor(title, table, { check, draw, forget }) {
    this.table = table;
    this.check = check;
    this.identifying = new Set(table.identifying);
    this.small = smallCircle();
    this.small.element.hidden = !table.small;
    this.small.box.addEventListener("change", () => this.judge());
    this.asked = table.questions.map((question, place) => {
      const there = { headings: table.headings, identifying: this.identifying };
      return new QuestionColumns(question, place + 1, table.columns[question.key], there, () => this.changed());
    });
    this.reason = h("p", { class: "wh-hint", id: freshId() });
    this.confirmation = new Confirmation();
    this.go = button(
      "Draw the picture",
      () =>
        this.confirmation.ask(
          `${people(table.rows)} answered: does that match? The table is then forgotten here.`,
          "Yes, draw it",
          "Not yet",
          this.go,
          () => draw(this.columns, this.small.box.checked),
        ),
      "wh-main",
    );
    this.go.setAttribute("aria-describedby", this.reason.id);
    const found = table.questions.filter(({ key }) => table.columns[key]).length;
    this.element = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, title),
      h("p", { class: "wh-count" }, `${people(table.rows)} in the table`),
      h(
        "p",
        {},
        `Columns were found for ${found} of ${table.questions.length} questions, by their headings. ` +
          "Look through them, and change what is wrong.",
      ),
      this.warning(),
      ...this.asked.map(({ element }) => element),
      this.small.element,
      this.reason,
      h("div", { class: "wh-buttons" }, this.go, button("Choose another file", forget)),
      this.confirmation.element,
    );
  }

  warning() {
    if (!this.identifying.size) return false;
    const names = [...this.identifying].map((place) => `“${shortened(this.table.headings[place])}”`).join(", ");
    const words =
      `These columns may tell who somebody is, or when they answered: ${names}. ` +
      "They are not used. Delete them from the file, and from where it came from.";
    return h("div", { class: "wh-note" }, h("p", {}, words));
  }

  /** The columns as they stand now. */
  get columns() {
    const used = this.asked.filter(({ used }) => used);
    return Object.fromEntries(used.map(({ question, columns }) => [question.key, columns]));
  }

  /** Ask for the kernel's word on the columns as they stand now. */
  changed() {
    this.number += 1;
    this.confirmation.close();
    this.go.disabled = true;
    this.check(this.columns, this.number);
  }

  /**
   * @param {{ [key: string]: Check }} checks
   * @param {number} number
   */
  checked(checks, number) {
    if (number !== this.number) return; // another one is on its way
    for (const each of this.asked) each.show(checks[each.question.key]);
    this.judge();
  }

  judge() {
    const needed = this.small.box.checked ? SMALL_CIRCLE : this.table.needed;
    const { ready, words } = readiness(this.asked, this.table.rows, needed);
    this.go.disabled = !ready;
    this.reason.textContent = words;
  }
}
