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
var onEnter = (field, act) => field.addEventListener("keydown", (event) => event.key === "Enter" && !event.repeat && act());
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

// workshop_helpers/widgets/shared/confirmation.js
var MOMENT = 800;
var Confirmation = class {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  element = h("div", { class: "wh-sure", hidden: true });
  /**
   * @param {string} question
   * @param {string} yes
   * @param {string} no
   * @param {HTMLElement} back the button that was pressed, to which a no leads back
   * @param {() => void} act what a yes does
   */
  ask(question, yes, no, back, act) {
    this.choose(question, [[yes, act]], no, back);
  }
  /**
   * @param {string} question
   * @param {[string, () => void][]} ways what can be done, each in words
   * @param {string} no
   * @param {HTMLElement} back the button that was pressed, to which a no leads back
   */
  choose(question, ways, no, back) {
    this.close();
    const answer = (act) => () => {
      this.close();
      act();
    };
    const answers = [
      ...ways.map(([words, act], place) => button(words, answer(act), place ? "" : "wh-main")),
      button(
        no,
        answer(() => back.focus())
      )
    ];
    const asked = h("p", { tabindex: "-1" }, question);
    this.element.replaceChildren(asked, h("div", { class: "wh-buttons" }, ...answers));
    this.element.hidden = false;
    for (const each of answers) each.disabled = true;
    this.#timer = setTimeout(() => {
      for (const each of answers) each.disabled = false;
    }, MOMENT);
    asked.focus();
  }
  close() {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.element.replaceChildren();
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

// workshop_helpers/widgets/shared/server.js
function server() {
  const config = document.getElementById("jupyter-config-data");
  if (!config) return null;
  const { baseUrl = "/", token = "" } = JSON.parse(config.textContent ?? "");
  return { address: new URL(baseUrl, location.origin).href.replace(/\/$/, ""), token };
}

// workshop_helpers/widgets/joining/view.js
var ROOM_PATIENCE = 6e4;
function render({ model, el }) {
  settle(el);
  const typed = h("input", { type: "text", id: freshId(), autocomplete: "off", spellcheck: "false" });
  const news = h("p", { class: "wh-outcome", role: "status" });
  const say = (words) => {
    news.textContent = words;
  };
  const asking = new Asking(model, say);
  let isAsked = false;
  const join = () => {
    isAsked = true;
    asking.ask({ type: "join", typed: typed.value, here: server()?.address ?? null }, ROOM_PATIENCE);
  };
  onEnter(typed, join);
  const how = "If your group meets in a room, paste its join link here. Whoever leads the room has it. On some servers its code is enough.";
  const label = h("label", { for: typed.id }, "Join link or code");
  const outside = h(
    "div",
    {},
    h("p", {}, how),
    h("div", { class: "wh-row" }, label, typed, button("Join", join, "wh-main"))
  );
  const go = (added) => asking.ask({ type: "leave", added }, ROOM_PATIENCE);
  const leave = button("Leave the room", () => go("ask"));
  const confirmation = new Confirmation();
  const inside = h("div", { hidden: true }, h("div", { class: "wh-buttons" }, leave), confirmation.element);
  el.append(h("h3", {}, "Your room"), outside, news, asking.button, inside);
  const deafen = hear(
    model,
    {
      membership: (told) => {
        if (isAsked) typed.value = "";
        isAsked = false;
        outside.hidden = told.inside;
        inside.hidden = !told.inside;
        confirmation.close();
        say(told.words);
      },
      ask: ({ words }) => confirmation.choose(
        words,
        [
          ["Take it back and leave", () => go("back")],
          ["Leave, and let it count", () => go("stays")]
        ],
        "Stay in the room",
        leave
      ),
      failed: () => say("That did not work. Try again.")
    },
    asking.heard
  );
  model.send({ type: "ready" });
  return () => {
    asking.stop();
    deafen();
  };
}
var view_default = widget({ render });
export {
  view_default as default
};
