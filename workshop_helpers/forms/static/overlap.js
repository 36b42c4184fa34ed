// Ideas that two people at one computer can both live with. Marks live in this page's memory until they are compared.

const MOST = 6;
const MARKS = { ideal: "ideal", acceptable: "acceptable", no: "not for me" };

function render({ el }) {
  settle(el, "wh-overlap");
  const stage = h("div", { class: "wh-stage", tabindex: "-1" });
  const news = h("p", { class: "wh-problem", role: "alert" });
  el.append(h("h3", {}, "What both can live with"), stage, news);

  const show = (...parts) => {
    const moving = stage.hasChildNodes();
    news.textContent = "";
    stage.replaceChildren(...parts);
    if (moving) stage.focus();
  };

  const start = () => {
    const fields = Array.from({ length: MOST }, (_, place) => {
      const id = unlike();
      const input = h("input", { id, type: "text", maxlength: "120", autocomplete: "off" });
      return { input, row: h("div", { class: "wh-row" }, h("label", { for: id }, `Idea ${place + 1}`), input) };
    });
    const go = () => {
      const ideas = [...new Set(fields.map(({ input }) => input.value.trim()).filter(Boolean))];
      if (ideas.length === 0) news.textContent = "Write down one idea or more.";
      else mark("First person", ideas, (first) => handOver(ideas, first));
    };
    show(
      h("h4", {}, "Together: what are the ideas?"),
      h("p", {}, `Write down up to ${MOST} ways in which it could be settled, without saying what you think of them. Several small ideas work better than one big one.`),
      h("div", { class: "wh-rows wh-ideas" }, ...fields.map(({ row }) => row)),
      h("p", { class: "wh-hint" }, "Good to know before you start: if you accept an idea and it does not appear in the end, you will know that the other person did not accept it."),
      h("div", { class: "wh-buttons" }, button("Next: the first person marks them", go, "wh-main")),
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
      const marks = groups.map((group) => group.querySelector(":checked")?.value);
      if (marks.includes(undefined)) news.textContent = "Give each idea a mark. Nobody sees it.";
      else next(marks);
    };
    show(
      h("h4", {}, `${who}: mark each idea`),
      h("p", {}, "Alone. The other person looks away. Your marks are never shown."),
      ...groups,
      h("div", { class: "wh-buttons" }, button("Done, hide my marks", done, "wh-main"), button("Start again", start)),
    );
  };

  const handOver = (ideas, first) =>
    show(
      h("h4", {}, "The first person's marks are hidden"),
      h("p", {}, "Now hand over."),
      h("div", { class: "wh-buttons" },
        button("I am the second person", () => mark("Second person", ideas, (second) => reveal(ideas, first, second)), "wh-main"),
        button("Start again", start)),
    );

  const reveal = (ideas, first, second) => {
    const both = ideas.filter((_, place) => first[place] !== "no" && second[place] !== "no");
    first.fill(undefined);
    second.fill(undefined);
    show(
      ...(both.length
        ? [h("h4", {}, "Both of you can live with"), h("ul", {}, ...both.map((idea) => h("li", {}, idea)))]
        : [h("h4", {}, "Nothing yet: try another issue"), h("p", {}, "That happens often, and it is nobody's fault. Smaller ideas, or another part of the matter, may do better.")]),
      h("p", { class: "wh-hint" }, "The marks are gone. Nobody needs to explain one."),
      h("div", { class: "wh-buttons" }, button("Start again", start)),
    );
  };

  start();
}

export default { render };
