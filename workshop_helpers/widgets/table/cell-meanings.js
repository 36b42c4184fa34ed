// What somebody says about the cells of one question: what a word in them means, and what is a skip. The page never
// shows what stands in a cell, not even once without its row: whoever leads is not to see answers on a screen that
// others may see too, and a word alone can tell whose it is. Who holds the file can look there, and type the word.

/** @import { TableQuestion, Way } from "./messages.js" */

import { button, freshId, h } from "../shared/elements.js";

const SKIPPED = { "": "skipped" };

export class CellMeanings {
  /** @type {{ cell: HTMLInputElement, meaning: HTMLSelectElement }[]} */
  rows = [];

  /**
   * @param {TableQuestion} question
   * @param {() => void} changed
   */
  constructor(question, changed) {
    this.question = question;
    this.changed = changed;
    this.list = h("div", { class: "wh-rows" });
    this.noAnswer = h("input", { type: "checkbox", id: freshId(), onchange: changed });
    const label = "Words for no answer, such as “-” or “prefer not to say”, are a skip here.";
    this.more = button("Say what another word means", () => this.add());
    this.element = h(
      "details",
      { class: "wh-meanings" },
      h("summary", {}, "Say what a word in these cells means"),
      h("div", { class: "wh-keep" }, h("label", { for: this.noAnswer.id }, this.noAnswer, h("span", {}, label))),
      this.list,
      h("div", { class: "wh-buttons" }, this.more),
      h(
        "p",
        { class: "wh-hint" },
        "This page never shows what is in a cell. Look it up in the file, and type it here.",
      ),
    );
  }

  /**
   * Offer what can be meant where the question stands in this way.
   *
   * @param {Way} way
   */
  fill(way) {
    this.meanings = { ...SKIPPED, ...this.question.meanings[way] };
    this.rows = [];
    this.list.replaceChildren();
  }

  add() {
    const cell = h("input", { type: "text", id: freshId(), autocomplete: "off", oninput: this.changed });
    // In the order of the answers, the skip last: numbers that are keys would come first.
    const answers = Object.entries(this.meanings ?? {}).filter(([text]) => text);
    const meaning = h(
      "select",
      { id: freshId(), onchange: this.changed },
      ...answers.map(([text, words]) => h("option", { value: text }, words)),
      h("option", { value: "" }, SKIPPED[""]),
    );
    meaning.value = "";
    this.rows.push({ cell, meaning });
    this.list.append(
      h(
        "div",
        { class: "wh-row" },
        h("label", { for: cell.id }, "Where a cell says"),
        cell,
        h("label", { for: meaning.id }, "it means"),
        meaning,
      ),
    );
    cell.focus();
  }

  /** What was said: pairs of a word and what it means, and whether words for no answer are a skip. */
  get said() {
    const words = this.rows.filter(({ cell }) => cell.value.trim());
    return {
      words: words.map(({ cell, meaning }) => /** @type {[string, string]} */ ([cell.value, meaning.value])),
      noAnswer: this.noAnswer.checked,
    };
  }
}
