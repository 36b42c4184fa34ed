/** @import { Draft, NoAnswer, QuestionSpec } from "./formats/format.js" */

import { h } from "../shared/elements.js";
import { viewOf } from "./formats/index.js";

/** @type {NoAnswer} */
const SKIP = { skip: true };
/** @type {NoAnswer} */
const DOES_NOT_APPLY = { "does-not-apply": true };
const TYPED_IN = "textarea, select, input[type=number], input[type=text]";

/** One question with what can be said in place of an answer. */
export class Question {
  /** @type {Draft} */
  value = null;
  /** @type {{ said: NoAnswer, box: HTMLInputElement }[]} */
  ways = [];
  /** @type {(() => void) | null} */
  later = null; // shows what is kept, once nobody types here any more

  /**
   * @param {QuestionSpec} spec
   * @param {number | null} number
   * @param {string} prefix that ids begin with
   * @param {(key: string, value: Draft) => void} changed
   */
  constructor(spec, number, prefix, changed) {
    this.key = spec.key;
    this.prefix = prefix;
    this.changed = changed;
    this.format = viewOf(spec, `${prefix}-answer`, (value) => this.set(value));
    this.problem = h("p", { class: "wh-problem", id: `${prefix}-problem`, role: "alert" });
    // After the field itself has said what was typed last.
    const left = () => queueMicrotask(() => this.later?.());
    const hint = spec.hint ?? this.format.hint;
    this.element = h(
      "fieldset",
      { class: `wh-question wh-is-${spec.format}`, "aria-describedby": this.problem.id, onfocusout: left },
      h(
        "legend",
        {},
        number !== null && h("span", { class: "wh-number" }, `${number}. `),
        spec.text,
        spec.side && h("span", { class: "wh-side" }, ` ${spec.side}`),
      ),
      hint && h("p", { class: "wh-hint" }, hint),
      this.format.element,
      this.format.after,
      this.problem,
      spec.skippable &&
        h(
          "div",
          { class: "wh-ways" },
          spec.doesNotApply && this.way(DOES_NOT_APPLY, "does not apply to me"),
          this.way(SKIP, "skip this one"),
          spec.private && h("span", { class: "wh-private" }, "stays private"),
        ),
    );
  }

  /**
   * A tick that stands in place of an answer.
   *
   * @param {NoAnswer} said
   * @param {string} label
   */
  way(said, label) {
    const box = h("input", { type: "checkbox", id: `${this.prefix}-${Object.keys(said)[0]}` });
    box.addEventListener("change", () => {
      this.format.fill(null);
      this.set(box.checked ? said : null);
    });
    this.ways.push({ said, box });
    return h("label", { class: "wh-way", for: box.id }, box, h("span", {}, label));
  }

  /** @param {Draft} value */
  set(value) {
    this.later = null;
    this.value = value;
    this.show("");
    this.mark();
    this.changed(this.key, value);
  }

  /**
   * Show what is kept. While somebody types here, that waits until they leave, and until then counts for nothing if they
   * change something: their own words take its place.
   *
   * @param {Draft | undefined} value
   */
  follow(value) {
    const field = document.activeElement;
    const typing = document.hasFocus() && field?.matches(TYPED_IN) && this.element.contains(field);
    if (typing && /** @type {HTMLInputElement} */ (field).value) this.later = () => this.fill(value);
    else this.fill(value);
  }

  /** @param {Draft | undefined} value */
  fill(value) {
    this.later = null;
    this.value = value ?? null;
    const isAnswer = !this.ways.some(({ said }) => isSaid(said, this.value));
    this.format.fill(isAnswer ? this.value : null);
    this.mark();
  }

  mark() {
    for (const { said, box } of this.ways) box.checked = isSaid(said, this.value);
  }

  /**
   * Say what is wrong with the answer; nothing, if it is empty.
   *
   * @param {string} problem
   */
  show(problem) {
    this.problem.textContent = problem;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.element.querySelector("input, select, textarea"))?.focus();
    this.element.scrollIntoView({ block: "center" });
  }
}

/**
 * Whether a draft says this in place of an answer.
 *
 * @param {NoAnswer} said
 * @param {Draft} value
 */
const isSaid = (said, value) => Object.keys(said).every((name) => Object(value)[name] === true);
