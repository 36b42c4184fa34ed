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

// workshop_helpers/widgets/report/view.js
var FILE = "my-report.html";
var Report = class {
  sent = 0;
  /** @type {number | null} */
  asked = null;
  // the number of the message that was not answered yet
  /** @type {string | null} */
  document = null;
  /** @type {HTMLIFrameElement | undefined} */
  frame;
  /**
   * @param {ReportModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    const { title } = model.get("spec");
    this.model = model;
    this.root = root;
    this.asking = new Asking(model, (words) => {
      this.asked = null;
      this.say(words, true);
    });
    settle(root);
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.look = button("Show my report", () => this.ask(), "wh-main");
    const beware = "It is not on the screen yet. If somebody might read over your shoulder, choose another moment.";
    this.before = h("div", {}, h("p", { class: "wh-hint" }, beware), this.look);
    this.tick = h("input", { type: "checkbox", id: freshId() });
    this.tick.addEventListener("change", () => this.ask());
    this.leaving = h(
      "label",
      { class: "wh-way", for: this.tick.id },
      this.tick,
      h("span", {}, "Leave out my answers to very personal questions")
    );
    this.take = [button("Save as a file", () => this.save()), button("Print", () => this.print())];
    this.after = h(
      "div",
      { class: "wh-after", hidden: true },
      h(
        "div",
        { class: "wh-buttons" },
        ...this.take,
        button("Show again", () => this.ask())
      ),
      this.leaving,
      h(
        "p",
        { class: "wh-hint" },
        "Anyone who has the file or the paper can read it. “Show again” takes in what you have changed since, and the Escape key hides it."
      )
    );
    this.page = h("div", { class: "wh-report", role: "region", "aria-label": title, tabindex: -1 });
    const hide = h(
      "div",
      { class: "wh-hide" },
      button("Hide", () => this.hide())
    );
    this.whole = h("div", { hidden: true }, hide, this.page);
    const about = "What you answered, what you were told, what you wrote and what you plan, in one place. It is made from your workbook on this computer, and stays with you.";
    root.append(
      h("h3", {}, title),
      h("p", {}, about),
      this.before,
      this.after,
      this.news,
      this.asking.button,
      this.whole
    );
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.document && this.hide());
    this.deafen = hear(model, {
      report: (report) => {
        if (report.number === this.asked) this.answered(() => this.show(report));
      },
      failed: () => this.answered(() => this.say("That did not work. Your workbook is as it was.", true))
    });
  }
  close() {
    this.deafen();
    this.forget();
  }
  // --- asking and showing
  ask() {
    this.sent += 1;
    this.asked = this.sent;
    this.say("");
    this.mayTake(false);
    this.asking.ask({ type: "show", without: this.tick.checked, number: this.sent });
  }
  /** @param {() => void} act */
  answered(act) {
    if (this.asked === null) return;
    this.asked = null;
    this.asking.heard();
    act();
  }
  /** @param {ReportMade} report */
  show({ contents, document: document2, personal }) {
    const first = this.after.hidden;
    this.document = document2;
    this.page.innerHTML = contents;
    this.leaving.hidden = !personal && !this.tick.checked;
    this.open(true);
    this.mayTake(true);
    this.say(first ? "" : "This is how your workbook stands now.");
    if (!first) return;
    this.page.focus({ preventScroll: true });
    this.after.scrollIntoView({ block: "start" });
  }
  hide() {
    this.forget();
    this.open(false);
    this.say("");
    this.look.focus();
  }
  /** @param {boolean} open */
  open(open) {
    this.before.hidden = open;
    this.after.hidden = !open;
    this.whole.hidden = !open;
  }
  /** @param {boolean} may */
  mayTake(may) {
    for (const way of this.take) way.disabled = !may;
  }
  forget() {
    this.asking.stop();
    this.asked = null;
    this.document = null;
    this.page.replaceChildren();
    this.frame?.remove();
  }
  /** @param {string} words */
  say(words, trouble = false) {
    this.news.textContent = words;
    this.news.classList.toggle("wh-trouble", trouble);
  }
  // --- taking it along
  save() {
    download(FILE, "text/html", this.document ?? "");
    this.say(`It is in your downloads, as ${FILE}. Anyone who has the file can read it.`);
  }
  /** In a frame of its own, so that the paper has the report on it and nothing of JupyterLab. */
  print() {
    this.frame?.remove();
    const fence = { sandbox: "allow-same-origin allow-modals", "aria-hidden": "true", tabindex: -1 };
    const frame = h("iframe", {
      class: "wh-offstage",
      title: "Your report, to print",
      srcdoc: this.document,
      ...fence
    });
    frame.addEventListener("load", () => {
      const page = frame.contentWindow;
      if (!page) return;
      page.addEventListener("afterprint", () => frame.remove());
      page.focus();
      page.print();
    });
    this.frame = frame;
    this.root.append(frame);
  }
};
function render({ model, el }) {
  const report = new Report(model, el);
  return () => report.close();
}
var view_default = widget({ render });
export {
  view_default as default
};
