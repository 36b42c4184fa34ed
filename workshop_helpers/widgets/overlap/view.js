// Ideas that two people at one computer can both live with. Marks live in this page's memory until they are compared.

/** @typedef {"ideal" | "acceptable" | "no"} Mark */

import { button, freshId, h, settle } from "../shared/elements.js";
import { widget } from "../shared/model.js";
import { staged } from "../shared/stages.js";

const MOST = 6;
/** @type {{ [mark in Mark]: string }} */
const MARKS = { ideal: "ideal", acceptable: "acceptable", no: "not for me" };

/** @param {{ el: HTMLElement }} rendering */
function render({ el }) {
  settle(el, "wh-overlap");
  const { show, say } = staged(el, "What both can live with");
  const again = () => button("Start again", start);
  const buttons = (/** @type {HTMLButtonElement[]} */ ...pressed) => h("div", { class: "wh-buttons" }, ...pressed);

  const start = () => {
    const fields = Array.from({ length: MOST }, (_, place) => {
      const id = freshId();
      const input = h("input", { id, type: "text", maxlength: "120", autocomplete: "off" });
      return { input, row: h("div", { class: "wh-row" }, h("label", { for: id }, `Idea ${place + 1}`), input) };
    });
    const go = () => {
      const ideas = [...new Set(fields.map(({ input }) => input.value.trim()).filter(Boolean))];
      if (ideas.length === 0) say("Write down one idea or more.");
      else mark("First person", ideas, (first) => handOver(ideas, first));
    };
    const how =
      `Write down up to ${MOST} ways in which it could be settled, without saying what you think of them. ` +
      "Several small ideas work better than one big one.";
    const beware =
      "Good to know before you start: if you accept an idea and it does not appear in the end, you will know that " +
      "the other person did not accept it.";
    show(
      "Together: what are the ideas?",
      h("p", {}, how),
      h("div", { class: "wh-rows wh-ideas" }, ...fields.map(({ row }) => row)),
      h("p", { class: "wh-hint" }, beware),
      buttons(button("Next: the first person marks them", go, "wh-main")),
    );
  };

  /**
   * @param {string} who
   * @param {string[]} ideas
   * @param {(marks: Mark[]) => void} next
   */
  const mark = (who, ideas, next) => {
    const groups = ideas.map((idea) => markedIdea(idea));
    const done = () => {
      const marks = groups.map(({ marked }) => marked());
      const unmarked = groups[marks.indexOf(null)];
      if (unmarked) {
        say("Give each idea a mark. The other person does not see it.");
        unmarked.focus();
      } else next(/** @type {Mark[]} */ (marks));
    };
    show(
      `${who}: mark each idea`,
      h("p", {}, "Alone. The other person looks away. Your marks are never shown."),
      ...groups.map(({ element }) => element),
      buttons(button("Done, hide my marks", done, "wh-main"), again()),
    );
  };

  const handOver = (/** @type {string[]} */ ideas, /** @type {Mark[]} */ first) => {
    const go = () => mark("Second person", ideas, (second) => ready(ideas, first, second));
    show(
      "The first person's marks are hidden",
      h("p", {}, "Now hand over."),
      buttons(button("I am the second person", go, "wh-main"), again()),
    );
  };

  /**
   * Without this, the second person alone would see the outcome first, while the other one still looks away.
   *
   * @param {string[]} ideas
   * @param {Mark[]} first
   * @param {Mark[]} second
   */
  const ready = (ideas, first, second) =>
    show(
      "Both have marked",
      h("p", {}, "Look at the outcome together. Go on if that is fine with both."),
      buttons(
        button("Show what both can live with", () => reveal(ideas, first, second), "wh-main"),
        again(),
      ),
    );

  /**
   * @param {string[]} ideas
   * @param {Mark[]} first
   * @param {Mark[]} second
   */
  const reveal = (ideas, first, second) => {
    const both = ideas.filter((_, place) => first[place] !== "no" && second[place] !== "no");
    first.length = 0;
    second.length = 0;
    const heading = both.length ? "Both of you can live with" : "Nothing yet: try another issue";
    show(
      heading,
      both.length
        ? h("ul", { "aria-label": heading }, ...both.map((idea) => h("li", {}, idea)))
        : h("p", {}, "That happens often, and it is nobody's fault. Smaller ideas may do better."),
      h("p", { class: "wh-hint" }, "The marks are gone. Nobody needs to explain one."),
      buttons(again()),
    );
  };

  start();
}

/** One idea, to be marked by one person. */
function markedIdea(/** @type {string} */ idea) {
  const name = freshId();
  const inputs = Object.keys(MARKS).map((value) => h("input", { type: "radio", name, value, autocomplete: "off" }));
  const options = Object.values(MARKS).map((label, place) => h("label", { class: "wh-option" }, inputs[place], label));
  return {
    element: h(
      "fieldset",
      { class: "wh-question wh-is-scale" },
      h("legend", {}, idea),
      h("div", { class: "wh-options wh-scale" }, ...options),
    ),
    marked: () => /** @type {Mark | null} */ (inputs.find((input) => input.checked)?.value ?? null),
    focus: () => inputs[0].focus(),
  };
}

export default widget({ render });
