// Ideas that two people at one computer can both live with. Marks live in this page's memory until they are compared.

const MOST = 6;
const MARKS = { ideal: "ideal", acceptable: "acceptable", no: "not for me" };

function render({ el }) {
  settle(el, "wh-overlap");
  const { show, say } = staged(el, "What both can live with");
  const again = () => button("Start again", start);
  const buttons = (...pressed) => h("div", { class: "wh-buttons" }, ...pressed);

  const start = () => {
    const fields = Array.from({ length: MOST }, (_, place) => {
      const id = unlike();
      const input = h("input", { id, type: "text", maxlength: "120", autocomplete: "off" });
      return { input, row: h("div", { class: "wh-row" }, h("label", { for: id }, `Idea ${place + 1}`), input) };
    });
    const go = () => {
      const ideas = [...new Set(fields.map(({ input }) => input.value.trim()).filter(Boolean))];
      if (ideas.length === 0) say("Write down one idea or more.");
      else mark("First person", ideas, (first) => handOver(ideas, first));
    };
    show(
      "Together: what are the ideas?",
      h("p", {}, `Write down up to ${MOST} ways in which it could be settled, without saying what you think of them. Several small ideas work better than one big one.`),
      h("div", { class: "wh-rows wh-ideas" }, ...fields.map(({ row }) => row)),
      h("p", { class: "wh-hint" }, "Good to know before you start: if you accept an idea and it does not appear in the end, you will know that the other person did not accept it."),
      buttons(button("Next: the first person marks them", go, "wh-main")),
    );
  };

  const mark = (who, ideas, next) => {
    const groups = ideas.map((idea) => {
      const name = unlike();
      const options = Object.entries(MARKS).map(([value, label]) =>
        h("label", { class: "wh-option" }, h("input", { type: "radio", name, value, autocomplete: "off" }), label));
      return h("fieldset", { class: "wh-question wh-is-scale" }, h("legend", {}, idea), h("div", { class: "wh-options wh-scale" }, ...options));
    });
    const done = () => {
      const unmarked = groups.find((group) => !group.querySelector(":checked"));
      if (unmarked) {
        say("Give each idea a mark. The other person does not see it.");
        unmarked.querySelector("input").focus();
      } else next(groups.map((group) => group.querySelector(":checked").value));
    };
    show(
      `${who}: mark each idea`,
      h("p", {}, "Alone. The other person looks away. Your marks are never shown."),
      ...groups,
      buttons(button("Done, hide my marks", done, "wh-main"), again()),
    );
  };

  const handOver = (ideas, first) =>
    show(
      "The first person's marks are hidden",
      h("p", {}, "Now hand over."),
      buttons(
        button("I am the second person", () => mark("Second person", ideas, (second) => ready(ideas, first, second)), "wh-main"),
        again(),
      ),
    );

  // Without this, the second person alone would see the outcome first, while the other one still looks away.
  const ready = (ideas, first, second) =>
    show(
      "Both have marked",
      h("p", {}, "Look at the outcome together. Go on if that is fine with both."),
      buttons(button("Show what both can live with", () => reveal(ideas, first, second), "wh-main"), again()),
    );

  const reveal = (ideas, first, second) => {
    const both = ideas.filter((_, place) => first[place] !== "no" && second[place] !== "no");
    first.fill(undefined);
    second.fill(undefined);
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

export default { render };
