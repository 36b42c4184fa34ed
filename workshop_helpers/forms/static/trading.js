// Two private lists of points on one computer, and what a trade between them would give.

function render({ model, el }) {
  const { issues, total } = model.get("spec");
  settle(el, "wh-trading");
  const stage = h("div", { class: "wh-stage", tabindex: "-1" });
  const news = h("p", { class: "wh-problem", role: "alert" });
  el.append(h("h3", {}, "Splitting and trading"), stage, news);

  /** Show one stage, and take keyboard and screen reader along, except when the page opens. */
  const show = (...parts) => {
    const moving = stage.hasChildNodes();
    news.textContent = "";
    stage.replaceChildren(...parts);
    if (moving) stage.focus();
  };

  const start = () => {
    const lists = {};
    list("First person", lists, "first", () => second(lists));
  };

  const list = (who, lists, name, next) => {
    const left = h("p", { class: "wh-left", role: "status" });
    const inputs = Object.entries(issues).map(([key, label]) => {
      const id = unlike();
      const input = h("input", { id, type: "number", min: "0", max: total, inputmode: "numeric", oninput: () => count() });
      return { key, input, row: h("div", { class: "wh-row" }, h("label", { for: id }, label), input) };
    });
    const sum = () => inputs.reduce((points, { input }) => points + Number(input.value || 0), 0);
    const count = () => {
      const rest = total - sum();
      left.textContent = rest === 0 ? `All ${total} points are shared out.` : rest > 0 ? `${rest} points left.` : `${-rest} points too many.`;
      left.classList.toggle("wh-over", rest < 0);
    };
    const done = () => {
      if (sum() !== total || inputs.some(({ input }) => !/^\d*$/.test(input.value))) {
        news.textContent = `Share out exactly ${total} points, in whole numbers.`;
        return;
      }
      lists[name] = Object.fromEntries(inputs.map(({ key, input }) => [key, Number(input.value || 0)]));
      next();
    };
    show(
      h("h4", {}, `${who}: what matters how much?`),
      h("p", {}, `Alone. Share out ${total} points: the more an issue matters to you, the more it gets. The other person looks away.`),
      h("div", { class: "wh-rows" }, ...inputs.map(({ row }) => row)),
      left,
      h("div", { class: "wh-buttons" }, button("Done, hide my list", done, "wh-main"), button("Start again", start)),
    );
    count();
  };

  const second = (lists) =>
    show(
      h("h4", {}, "The first list is hidden"),
      h("p", {}, "Now hand over. If you are alone, an invented housemate has a list ready."),
      h("div", { class: "wh-buttons" },
        button("I am the second person", () => list("Second person", lists, "second", () => ready(lists)), "wh-main"),
        button("Use the invented housemate", () => ready(lists)),
        button("Start again", start)),
    );

  const ready = (lists) =>
    show(
      h("h4", {}, "Both lists are hidden"),
      h("p", {}, "The page will show who would get which issue. So each of you can tell what mattered more to the other. It will not show the numbers. Go on if that is fine with both."),
      h("div", { class: "wh-buttons" },
        button("Show the trade", () => {
          model.send({ type: "settle", ...lists });
          for (const name of Object.keys(lists)) delete lists[name];
        }, "wh-main"),
        button("Start again", start)),
    );

  const deal = ({ rows, note, wide, narrow, alt }) => {
    const image = (data) => `data:image/png;base64,${data}`;
    show(
      h("table", { class: "wh-deal" },
        h("caption", {}, "Who would get what"),
        h("tbody", {}, ...rows.map(([issue, who]) => h("tr", {}, h("th", { scope: "row" }, issue), h("td", {}, who))))),
      h("picture", {}, h("source", { media: "(max-width: 600px)", srcset: image(narrow) }), h("img", { src: image(wide), alt })),
      h("p", {}, note),
      h("p", { class: "wh-hint" }, "Neither list is kept: not here, not in your workbook, not in this notebook."),
      h("div", { class: "wh-buttons" }, button("Start again", start)),
    );
  };

  const receive = (message) => {
    if (message.type === "deal") deal(message);
    if (message.type === "problem") news.textContent = message.words;
    if (message.type === "failed") news.textContent = "That did not work. Start again.";
  };
  model.on("msg:custom", receive);
  start();
  return () => model.off("msg:custom", receive);
}

export default { render };
