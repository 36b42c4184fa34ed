/** @import { Check, Chosen, ColumnsByKey, TableRead } from "./messages.js" */

import { canBeSmall, SMALL_CIRCLE, smallCircle } from "../shared/choosing.js";
import { Confirmation } from "../shared/confirmation.js";
import { counted } from "../shared/durations.js";
import { button, freshId, h, put } from "../shared/elements.js";
import { IN_THE_ROOM, JoiningRoom } from "../shared/joining-room.js";
import { PeopleRows } from "./people-rows.js";
import { QuestionColumns, shortened } from "./question-columns.js";
import { people, readiness } from "./readiness.js";

const MOST_HEADING_ROWS = 4;

/** The step in which it is said which column holds which question, and which rows are people. */
export class ColumnMapping {
  number = 0; // of the last time that the kernel was asked

  /**
   * @param {{ title: string, words: string, policy: string }} part what was asked, and the rule of its picture
   * @param {TableRead} table
   * @param {{ check: (columns: ColumnsByKey, number: number) => void, draw: (chosen: Chosen) => void,
   *     join: (chosen: Chosen) => void, back: () => void, readAgain: (headings: number) => void,
   *     forget: () => void }} actions
   */
  constructor(part, table, { check, draw, join, back, readAgain, forget }) {
    this.table = table;
    this.part = part;
    this.joining = new JoiningRoom({ join: () => join(this.chosen), back }, () => this.judge());
    this.check = check;
    this.rows = new PeopleRows(table.rows, table.empty, () => this.chose());
    this.small = smallCircle();
    this.small.box.addEventListener("change", () => this.chose());
    this.asked = table.questions.map(
      (question, place) =>
        new QuestionColumns(question, place + 1, table.columns[question.key], table.headings, () => this.changed()),
    );
    this.questions = h("div", {}, ...this.asked.map(({ element }) => element));
    this.count = h("p", { class: "wh-count" });
    this.unused = h("div", { class: "wh-note" });
    this.reason = h("p", { class: "wh-hint", id: freshId() });
    this.confirmation = new Confirmation();
    this.go = button(
      "Draw the picture",
      () =>
        this.confirmation.ask(
          `${people(this.rows.people)} answered: does that match? The table is then forgotten here.`,
          "Yes, draw it",
          "Not yet",
          this.go,
          () => draw(this.chosen),
        ),
      "wh-main",
    );
    this.go.setAttribute("aria-describedby", this.reason.id);
    const found = table.questions.filter(({ key }) => table.columns[key]).length;
    this.element = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, part.title),
      h("p", { class: "wh-hint" }, `The picture: ${part.words}.`),
      this.count,
      this.rows.element,
      this.headingRows(readAgain),
      h(
        "p",
        {},
        `Columns were found for ${found} of ${counted(table.questions.length, "question")}, by their headings. ` +
          "Look through them, and change what is wrong.",
      ),
      this.unused,
      this.questions,
      this.small.element,
      this.joining.element,
      this.reason,
      h("div", { class: "wh-buttons" }, this.go, button("Choose another file", forget)),
      this.confirmation.element,
    );
    this.judge();
  }

  /** @param {(headings: number) => void} readAgain */
  headingRows(readAgain) {
    const numbers = [...Array(MOST_HEADING_ROWS).keys()].map((place) => place + 1);
    const select = h(
      "select",
      { id: freshId() },
      ...numbers.map((number) => h("option", { value: number }, counted(number, "row"))),
    );
    select.value = String(this.table.headingRows);
    select.addEventListener("change", () => readAgain(Number(select.value)));
    return h(
      "div",
      { class: "wh-row wh-heading-rows" },
      h("label", { for: select.id }, "Headings at the top of the file"),
      select,
    );
  }

  /** The columns as they stand now. */
  get columns() {
    const used = this.asked.filter(({ used }) => used);
    return Object.fromEntries(used.map(({ question, columns }) => [question.key, columns]));
  }

  /** All that was chosen.
   *
   * @returns {Chosen}
   */
  get chosen() {
    const { empty, silent } = this.rows;
    return { columns: this.columns, small: this.small.box.checked, empty: empty.checked, silent: silent.checked };
  }

  /** Ask for the kernel's word on the columns as they stand now. */
  changed() {
    this.number += 1;
    this.confirmation.close();
    this.go.disabled = true;
    this.warn();
    this.check(this.columns, this.number);
  }

  /** Name every column that holds no question: each may tell who is who, in a language that no list knows. */
  warn() {
    const columns = Object.values(this.columns);
    const used = new Set(columns.flatMap(({ places, ownWords }) => [...places, ownWords]));
    const names = this.table.headings.filter((_, place) => !used.has(place)).map((name) => `“${shortened(name)}”`);
    const words =
      `These columns are not used: ${names.join(", ")}. Each may tell who somebody is, or when they answered. ` +
      "Delete them from the file, and from where it came from.";
    this.unused.hidden = names.length === 0;
    this.unused.replaceChildren(h("p", {}, words));
  }

  /**
   * @param {{ [key: string]: Check }} checks
   * @param {number} number
   * @param {number} silent
   */
  checked(checks, number, silent) {
    if (number !== this.number) return; // another one is on its way
    for (const each of this.asked) each.show(checks[each.question.key]);
    this.rows.heard(silent);
    this.judge();
  }

  chose() {
    this.confirmation.close();
    this.judge();
  }

  /** Say whether a picture can be drawn as it stands now, here or in the room. */
  judge() {
    const number = this.rows.people;
    const small = canBeSmall(number) || this.joining.standing?.policy === "small-circle";
    put(this.count, `${people(number)} in the table`);
    this.small.element.hidden = !(this.table.small && small);
    if (this.small.element.hidden) this.small.box.checked = false;
    const needed = this.small.box.checked ? SMALL_CIRCLE : this.table.needed;
    const { ready, readable, words } = readiness(this.asked, number, needed);
    // Who is in the room's picture is in no other, and stays as they were added.
    this.go.disabled = !ready || this.joining.holds;
    for (const part of [this.questions, this.rows.element, this.small.element]) part.inert = this.joining.holds;
    this.joining.offer(number, readable, this.small.box.checked ? "small-circle" : this.part.policy);
    put(this.reason, this.joining.holds ? IN_THE_ROOM : words);
  }
}
