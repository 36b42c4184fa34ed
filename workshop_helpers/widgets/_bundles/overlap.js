/* Made by "make bundles" from the files named below. Change those, and never this one. */

// workshop_helpers/widgets/shared/elements.js
var isShown = (child) => child != null && child !== false && child !== "";
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isShown));
  return element;
}
function button(text, pressed, style = "") {
  const onkeydown = (event) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  };
  return h("button", { type: "button", class: `wh-button ${style}`, onclick: pressed, onkeydown }, text);
}
var freshId = () => `wh-${Math.random().toString(36).slice(2)}`;
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/model.js
var widget = (widget2) => widget2;

// workshop_helpers/widgets/shared/stages.js
function staged(root, title) {
  const stage = h("div", { class: "wh-stage" });
  const news = h("p", { class: "wh-problem", role: "alert" });
  root.append(h("h3", {}, title), stage, news);
  const say = (words) => {
    news.textContent = words;
  };
  const show = (heading, ...parts) => {
    const moving = stage.hasChildNodes();
    const head = h("h4", { tabindex: "-1" }, heading);
    say("");
    stage.replaceChildren(head, ...parts);
    if (moving) head.focus();
  };
  return { show, say };
}

// workshop_helpers/widgets/overlap/view.js
var MOST = 6;
var MARKS = { ideal: "ideal", acceptable: "acceptable", no: "not for me" };
function render({ el }) {
  settle(el, "wh-overlap");
  const { show, say } = staged(el, "What both can live with");
  const again = () => button("Start again", start);
  const buttons = (...pressed) => h("div", { class: "wh-buttons" }, ...pressed);
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
    const how = `Write down up to ${MOST} ways in which it could be settled, without saying what you think of them. Several small ideas work better than one big one.`;
    const beware = "Good to know before you start: if you accept an idea and it does not appear in the end, you will know that the other person did not accept it.";
    show(
      "Together: what are the ideas?",
      h("p", {}, how),
      h("div", { class: "wh-rows wh-ideas" }, ...fields.map(({ row }) => row)),
      h("p", { class: "wh-hint" }, beware),
      buttons(button("Next: the first person marks them", go, "wh-main"))
    );
  };
  const mark = (who, ideas, next) => {
    const groups = ideas.map((idea) => markedIdea(idea));
    const done = () => {
      const marks = groups.map(({ marked }) => marked());
      const unmarked = groups[marks.indexOf(null)];
      if (unmarked) {
        say("Give each idea a mark. The other person does not see it.");
        unmarked.focus();
      } else next(
        /** @type {Mark[]} */
        marks
      );
    };
    show(
      `${who}: mark each idea`,
      h("p", {}, "Alone. The other person looks away. Your marks are never shown."),
      ...groups.map(({ element }) => element),
      buttons(button("Done, hide my marks", done, "wh-main"), again())
    );
  };
  const handOver = (ideas, first) => {
    const go = () => mark("Second person", ideas, (second) => ready(ideas, first, second));
    show(
      "The first person's marks are hidden",
      h("p", {}, "Now hand over."),
      buttons(button("I am the second person", go, "wh-main"), again())
    );
  };
  const ready = (ideas, first, second) => show(
    "Both have marked",
    h("p", {}, "Look at the outcome together. Go on if that is fine with both."),
    buttons(
      button("Show what both can live with", () => reveal(ideas, first, second), "wh-main"),
      again()
    )
  );
  const reveal = (ideas, first, second) => {
    const both = ideas.filter((_, place) => first[place] !== "no" && second[place] !== "no");
    first.length = 0;
    second.length = 0;
    const heading = both.length ? "Both of you can live with" : "Nothing yet: try another issue";
    show(
      heading,
      both.length ? h("ul", { "aria-label": heading }, ...both.map((idea) => h("li", {}, idea))) : h("p", {}, "That happens often, and it is nobody's fault. Smaller ideas may do better."),
      h("p", { class: "wh-hint" }, "The marks are gone. Nobody needs to explain one."),
      buttons(again())
    );
  };
  start();
}
function markedIdea(idea) {
  const name = freshId();
  const inputs = Object.keys(MARKS).map((value) => h("input", { type: "radio", name, value, autocomplete: "off" }));
  const options = Object.values(MARKS).map((label, place) => h("label", { class: "wh-option" }, inputs[place], label));
  return {
    element: h(
      "fieldset",
      { class: "wh-question wh-is-scale" },
      h("legend", {}, idea),
      h("div", { class: "wh-options wh-scale" }, ...options)
    ),
    marked: () => (
      /** @type {Mark | null} */
      inputs.find((input) => input.checked)?.value ?? null
    ),
    focus: () => inputs[0].focus()
  };
}
var view_default = widget({ render });
export {
  view_default as default
};
