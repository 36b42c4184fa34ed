// Two private lists of points on one computer, and what a trade between them would give.
//
// A list lives in a variable of its stage until both are there. Then both go to the kernel in one message, and the page
// forgets them; what comes back says who gets what, and holds no list.

const PATIENCE = 6000; // milliseconds until the page says that nobody answers

function render({ model, el }) {
  const { issues, total } = model.get("spec");
  settle(el, "wh-trading");
  const { show, say } = staged(el, "Splitting and trading");
  let unanswered; // set while a trade was asked for and has not come

  const start = () => {
    clearTimeout(unanswered);
    unanswered = undefined;
    const lists = {};
    list("First person", (points) => { lists.first = points; second(lists); });
  };
  const again = () => button("Start again", start);
  const buttons = (...pressed) => h("div", { class: "wh-buttons" }, ...pressed);

  const list = (who, next) => {
    const left = h("p", { class: "wh-left", role: "status" });
    const inputs = Object.entries(issues).map(([key, label]) => {
      const id = unlike();
      const attributes = { type: "number", min: "0", max: total, inputmode: "numeric", autocomplete: "off" };
      const input = h("input", { id, ...attributes, oninput: () => count() });
      return { key, input, row: h("div", { class: "wh-row" }, h("label", { for: id }, label), input) };
    });
    const sum = () => inputs.reduce((points, { input }) => points + Number(input.value || 0), 0);
    const points = (number) => `${number} ${number === 1 ? "point" : "points"}`;
    const count = () => {
      const rest = total - sum();
      left.textContent =
        rest === 0 ? `All ${total} points are shared out.` : rest > 0 ? `${points(rest)} left.` : `${points(-rest)} too many.`;
      left.classList.toggle("wh-over", rest < 0);
    };
    // A number field that holds something else, such as a lone minus, says that it is empty.
    const whole = ({ input }) => !input.validity.badInput && /^\d*$/.test(input.value);
    const done = () => {
      if (sum() === total && inputs.every(whole)) {
        next(Object.fromEntries(inputs.map(({ key, input }) => [key, Number(input.value || 0)])));
      } else {
        say(`Share out exactly ${total} points, in whole numbers.`);
      }
    };
    show(
      `${who}: what matters how much?`,
      h("p", {}, `Alone. Share out ${total} points: the more an issue matters to you, the more it gets. The other person looks away.`),
      h("div", { class: "wh-rows" }, ...inputs.map(({ row }) => row)),
      left,
      buttons(button("Done, hide my list", done, "wh-main"), again()),
    );
    count();
  };

  const second = (lists) =>
    show(
      "The first list is hidden",
      h("p", {}, "Now hand over. If you are alone, an invented second person has a list ready."),
      buttons(
        button("I am the second person", () => list("Second person", (points) => { lists.second = points; ready(lists); }), "wh-main"),
        button("Use the invented person", () => ready(lists)),
        again(),
      ),
    );

  const ready = (lists) =>
    show(
      "Both lists are hidden",
      h("p", {}, "The page will show who would get which issue, and what that adds up to for each. So each of you can tell what mattered more to the other, and sometimes how much. The lists themselves are not shown. Go on if that is fine with both."),
      buttons(button("Show the trade", () => ask(lists), "wh-main"), again()),
    );

  const ask = (lists) => {
    model.send({ type: "settle", ...lists });
    for (const name of Object.keys(lists)) delete lists[name];
    show("One moment", h("p", {}, "The trade is being worked out."), buttons(again()));
    unanswered = setTimeout(() => say(NOT_CONNECTED), PATIENCE);
  };

  const deal = ({ rows, note, wide, narrow, alt }) => {
    const image = (data) => `data:image/png;base64,${data}`;
    show(
      "Who would get what",
      h("table", { "aria-label": "Who would get what" },
        h("tbody", {}, ...rows.map(([issue, who]) => h("tr", {}, h("th", { scope: "row" }, issue), h("td", {}, who))))),
      h("picture", {}, h("source", { media: "(max-width: 600px)", srcset: image(narrow) }), h("img", { src: image(wide), alt })),
      h("p", {}, note),
      h("p", { class: "wh-hint" }, "Neither list is kept: not here, not in your workbook, not in this notebook."),
      buttons(again()),
    );
  };

  const receive = (message) => {
    if (unanswered === undefined) return; // somebody has started again meanwhile, or another view of this form asked
    clearTimeout(unanswered);
    unanswered = undefined;
    if (message.type === "deal") deal(message);
    else say(message.type === "problem" ? message.words : "That did not work. Start again.");
  };
  model.on("msg:custom", receive);
  start();
  return () => {
    clearTimeout(unanswered);
    model.off("msg:custom", receive);
  };
}

export default { render };
