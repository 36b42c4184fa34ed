// Which rows are people: those that hold nothing, and those that hold something but no answer, are for somebody to say.

import { counted } from "../shared/durations.js";
import { freshId, h, put } from "../shared/elements.js";

export class PeopleRows {
  silentRows = 0;

  /**
   * @param {number} rows those that hold anything
   * @param {number} emptyRows those that hold nothing
   * @param {() => void} changed
   */
  constructor(rows, emptyRows, changed) {
    this.rows = rows;
    this.emptyRows = emptyRows;
    this.empty = h("input", { type: "checkbox", id: freshId(), onchange: changed });
    this.silent = h("input", { type: "checkbox", id: freshId(), onchange: changed });
    this.silent.checked = true;
    this.silentWords = h("span");
    this.aboutSilent = choice(this.silent, this.silentWords);
    this.aboutSilent.hidden = true;
    const words =
      `${counted(emptyRows, "row")} of the table ${emptyRows === 1 ? "is" : "are"} empty. ` +
      "Count each as somebody who skipped everything. (Leave this off if nobody belongs to them.)";
    this.element = h("div", {}, emptyRows > 0 && choice(this.empty, h("span", {}, words)), this.aboutSilent);
  }

  /** @param {number} number how many rows hold something, but no answer to the questions chosen */
  heard(number) {
    this.silentRows = number;
    this.aboutSilent.hidden = number === 0;
    put(
      this.silentWords,
      `${counted(number, "row")} of the table ${number === 1 ? "holds" : "hold"} no answer, but something else, such ` +
        "as a time. Count each as somebody who skipped everything. (Take this off if they only opened the form.)",
    );
  }

  /** How many people there are, as it stands now. */
  get people() {
    return this.rows + (this.empty.checked ? this.emptyRows : 0) - (this.silent.checked ? 0 : this.silentRows);
  }
}

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} words
 */
const choice = (box, words) => h("div", { class: "wh-keep" }, h("label", { for: box.id }, box, words));
