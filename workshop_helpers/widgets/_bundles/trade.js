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

// workshop_helpers/widgets/shared/waiting.js
var PATIENCE = 6e3;
function sent(model, message, buffers = []) {
  try {
    model.send(message, void 0, buffers);
    return true;
  } catch {
    return false;
  }
}
var Waiting = class {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @param {() => void} unanswered called when the time is over */
  constructor(unanswered) {
    this.unanswered = unanswered;
  }
  /** Whether an answer is still to come. */
  get on() {
    return this.#timer !== void 0;
  }
  /** Wait from now on, however long it was waited for an earlier message. */
  start(milliseconds = PATIENCE) {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#timer = void 0;
      this.unanswered();
    }, milliseconds);
  }
  stop() {
    clearTimeout(this.#timer);
    this.#timer = void 0;
  }
};

// workshop_helpers/widgets/shared/reconnecting.js
var PAGE_PATIENCE = 6e4;
var BY_HAND = "To connect again by hand: in the menu Kernel, choose Change Kernel, and there a kernel to start. After that, in the menu Run, choose Run All Cells.";
function makePageAgain(from) {
  const asked = { bubbles: true, composed: true, cancelable: true };
  return !from.dispatchEvent(new CustomEvent("workshop-make-page-again", asked));
}
var Reconnect = class {
  button = button("Reconnect", () => this.#press());
  /** @param {(words: string) => void} say how that goes */
  constructor(say) {
    this.say = say;
    this.making = new Waiting(() => say("That takes long. Try again in a moment."));
    this.button.hidden = true;
  }
  stop() {
    this.making.stop();
  }
  #press() {
    if (makePageAgain(this.button)) {
      this.making.start(PAGE_PATIENCE);
      this.say("Connecting again …");
    } else this.say(BY_HAND);
  }
};

// workshop_helpers/widgets/shared/asking.js
var NOT_CONNECTED = "This page is not connected. Try again in a moment. If that does not help, press Reconnect.";
var BEGINS_ANEW = `${NOT_CONNECTED} This part of the page then begins anew.`;
var Asking = class {
  /**
   * @param {Pick<Model<never, Message, never>, "send">} model
   * @param {(words: string) => void} say
   * @param {string} words when nobody answers
   */
  constructor(model, say, words = NOT_CONNECTED) {
    this.model = model;
    this.reconnect = new Reconnect(say);
    this.waiting = new Waiting(() => {
      this.button.hidden = false;
      say(words);
    });
    this.heard = this.heard.bind(this);
  }
  /** The way back, to be put where the words are. */
  get button() {
    return this.reconnect.button;
  }
  /**
   * @param {Message} message
   * @param {ArrayBuffer[]} buffers
   */
  ask(message, patience = PATIENCE, buffers = []) {
    this.waiting.start(sent(this.model, message, buffers) ? patience : 0);
  }
  /** The kernel has said something. */
  heard() {
    this.waiting.stop();
    this.button.hidden = true;
  }
  stop() {
    this.waiting.stop();
    this.reconnect.stop();
  }
};

// workshop_helpers/widgets/shared/model.js
function hear(model, handlers, first = () => {
}) {
  const listen = (message) => {
    first(message);
    const type = (
      /** @type {FromKernel["type"]} */
      message.type
    );
    if (Object.hasOwn(handlers, type)) handlers[type](
      /** @type {any} */
      message
    );
  };
  model.on("msg:custom", listen);
  return () => model.off("msg:custom", listen);
}
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

// workshop_helpers/widgets/shared/durations.js
var counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// workshop_helpers/widgets/trade/shares.js
var points = (number) => counted(number, "point");
function shareOut(total, typed) {
  const left = total - typed.reduce((sum, text) => sum + Number(text), 0);
  const whole = typed.every((text) => /^\d*$/.test(text));
  const words = left === 0 ? `All ${total} points are shared out.` : left > 0 ? `${points(left)} left.` : `${points(-left)} too many.`;
  return { words, over: left < 0, fits: whole && left === 0 };
}

// workshop_helpers/widgets/trade/view.js
function render({ model, el }) {
  const { issues, total } = model.get("spec");
  settle(el, "wh-trading");
  const { show, say } = staged(el, "Splitting and trading");
  const asking = new Asking(model, say, BEGINS_ANEW);
  let asked = false;
  const start = () => {
    asking.heard();
    asked = false;
    const lists = {};
    list("First person", (points2) => {
      lists.first = points2;
      second(lists);
    });
  };
  const buttons = (...first) => h("div", { class: "wh-buttons" }, ...first, button("Start again", start));
  const list = (who, next) => {
    const left = h("p", { class: "wh-left", role: "status" });
    const rows = Object.entries(issues).map(([key, label]) => {
      const id = freshId();
      const attributes = { type: "number", min: "0", max: total, inputmode: "numeric", autocomplete: "off" };
      const input = h("input", { id, ...attributes, oninput: () => count() });
      return { key, input, row: h("div", { class: "wh-row" }, h("label", { for: id }, label), input) };
    });
    const count = () => {
      const { words, over } = shareOut(
        total,
        rows.map(({ input }) => input.value)
      );
      left.textContent = words;
      left.classList.toggle("wh-over", over);
    };
    const done = () => {
      const { fits } = shareOut(
        total,
        // A number field that holds something else, such as a lone minus, says that it is empty.
        rows.map(({ input }) => input.validity.badInput ? "?" : input.value)
      );
      if (fits) next(Object.fromEntries(rows.map(({ key, input }) => [key, Number(input.value || 0)])));
      else say(`Share out exactly ${total} points, in whole numbers.`);
    };
    const rule = `Alone. Share out ${total} points: the more an issue matters to you, the more it gets.`;
    show(
      `${who}: what matters how much?`,
      h("p", {}, `${rule} The other person looks away.`),
      h("div", { class: "wh-rows" }, ...rows.map(({ row }) => row)),
      left,
      buttons(button("Done, hide my list", done, "wh-main"))
    );
    count();
  };
  const second = (lists) => {
    const fill = () => list("Second person", (points2) => {
      lists.second = points2;
      ready(lists);
    });
    show(
      "The first list is hidden",
      h("p", {}, "Now hand over. If you are alone, an invented second person has a list ready."),
      buttons(
        button("I am the second person", fill, "wh-main"),
        button("Use the invented person", () => ready(lists))
      )
    );
  };
  const ready = (lists) => show(
    "Both lists are hidden",
    h(
      "p",
      {},
      "The page will show who would get which issue, and what that adds up to for each. So each of you can tell what mattered more to the other, and sometimes how much. The lists themselves are not shown. Go on if that is fine with both."
    ),
    buttons(button("Show the trade", () => ask(lists), "wh-main"))
  );
  const ask = (lists) => {
    const { first = {}, second: second2 } = lists;
    lists.first = void 0;
    lists.second = void 0;
    show("One moment", h("p", {}, "The trade is being worked out."), asking.button, buttons());
    asked = true;
    asking.ask({ type: "settle", first, ...second2 && { second: second2 } });
  };
  const deal = ({ rows, note, wide, narrow, alt }) => {
    const image = (data) => `data:image/png;base64,${data}`;
    const heading = "Who would get what";
    const lines = rows.map(([issue, who]) => h("tr", {}, h("th", { scope: "row" }, issue), h("td", {}, who)));
    show(
      heading,
      h("table", { "aria-label": heading }, h("tbody", {}, ...lines)),
      h(
        "picture",
        {},
        h("source", { media: "(max-width: 600px)", srcset: image(narrow) }),
        h("img", { src: image(wide), alt })
      ),
      h("p", {}, note),
      h("p", { class: "wh-hint" }, "Neither list is kept: not here, not in your workbook, not in this notebook."),
      buttons()
    );
  };
  const ifAsked = (tell) => (message) => {
    if (!asked) return;
    asked = false;
    asking.heard();
    tell(message);
  };
  const deafen = hear(model, {
    deal: ifAsked(deal),
    problem: ifAsked(({ words }) => say(words)),
    failed: ifAsked(() => say("That did not work. Start again."))
  });
  start();
  return () => {
    asking.stop();
    deafen();
  };
}
var view_default = widget({ render });
export {
  view_default as default
};
