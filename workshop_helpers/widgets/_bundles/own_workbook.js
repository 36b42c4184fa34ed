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

// workshop_helpers/widgets/shared/download.js
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

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

// workshop_helpers/widgets/shared/unsent.js
var PREFIX = "workshop-unsent";
var SHARED = Symbol.for(PREFIX);
function memory() {
  const page = (
    /** @type {{ [SHARED]?: ReturnType<typeof memory> }} */
    /** @type {unknown} */
    globalThis
  );
  page[SHARED] ??= { places: /* @__PURE__ */ new Map(), left: false };
  return page[SHARED];
}
function forgetUnsent() {
  for (const place of memory().places.values()) place.held = [];
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
  }
}

// workshop_helpers/widgets/own_workbook/view.js
function render({ model, el }) {
  settle(el);
  const news = h("p", { class: "wh-saved", role: "status" });
  const say = (text) => {
    news.textContent = text;
  };
  const asking = new Asking(model, say);
  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen) asking.ask({ type: "bring", text: await chosen.text() });
    file.value = "";
  });
  const sure = h("div", { class: "wh-sure", hidden: true });
  const yes = button("Yes, forget everything", () => {
    sure.hidden = true;
    forgetUnsent();
    asking.ask({ type: "forget" });
  });
  const no = button("No, keep it", () => {
    sure.hidden = true;
  });
  sure.append(
    h("p", {}, "This deletes all your answers and notes here. There is no way back."),
    h("div", { class: "wh-buttons" }, yes, no)
  );
  const forget = () => {
    sure.hidden = false;
    yes.focus();
  };
  const about = "Your answers and notes lie in one file on this computer. On Binder they are gone when the page has been left alone for some minutes, so save a copy.";
  el.append(
    h("h3", {}, model.get("spec").title),
    h("p", {}, about),
    h(
      "div",
      { class: "wh-buttons" },
      button("Save a copy", () => asking.ask({ type: "carry" })),
      button("Bring a copy back", () => file.click()),
      button("Forget everything", forget),
      file
    ),
    sure,
    news,
    asking.button
  );
  const deafen = hear(
    model,
    {
      words: ({ words }) => say(words),
      carry: ({ text }) => {
        download("my-workbook.json", "application/json", text);
        say("A copy is in your downloads. Anyone who has the file can read it.");
      },
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
