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
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
var freshId = () => `wh-${Math.random().toString(36).slice(2)}`;
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
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

// workshop_helpers/widgets/shared/choosing.js
var partSelect = (pages) => h(
  "select",
  { id: freshId(), class: "wh-wide" },
  ...pages.map(
    ({ title, parts }) => h("optgroup", { label: title }, ...parts.map(({ pool, title: title2 }) => h("option", { value: pool }, title2)))
  )
);
var partsOf = (pages) => new Map(pages.flatMap(({ parts }) => parts.map((part) => [part.pool, part])));
var SMALL_CIRCLE = 6;
var canBeSmall = (people3) => people3 === SMALL_CIRCLE || people3 === SMALL_CIRCLE + 1;
function smallCircle() {
  const box = h("input", { type: "checkbox", id: freshId() });
  const words = "We are a small circle. Pictures then come in bands of three or four people. They hold out against one curious person, and not always against two who compare notes. Ask the group before anybody answers, and let one no be enough.";
  const label = h("label", { for: box.id }, box, h("span", {}, words));
  return { box, element: h("div", { class: "wh-keep", hidden: true }, label) };
}

// workshop_helpers/widgets/shared/download.js
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

// workshop_helpers/widgets/shared/countdown.js
var Countdown = class {
  left = 0;
  // seconds
  #end = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  /**
   * @param {() => void} show called whenever `left` has changed
   * @param {() => void} over called when nothing is left
   */
  constructor(show, over) {
    this.show = show;
    this.over = over;
  }
  get running() {
    return this.#ticking !== void 0;
  }
  start() {
    this.pause();
    this.#end = Date.now() + 1e3 * this.left;
    this.#ticking = setInterval(() => this.#tick(), 250);
  }
  pause() {
    clearInterval(this.#ticking);
    this.#ticking = void 0;
  }
  #tick() {
    this.left = Math.max(0, Math.ceil((this.#end - Date.now()) / 1e3));
    if (this.left > 0) this.show();
    else {
      this.pause();
      this.over();
    }
  }
};

// workshop_helpers/widgets/shared/durations.js
var clockFace = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
var minutes = (count) => counted(count, "minute");
var counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// workshop_helpers/widgets/shared/talk-timer.js
var TalkTimer = class {
  constructor() {
    this.countdown = new Countdown(
      () => this.show(),
      () => this.end()
    );
    const limits = { min: 1, max: 60, step: 1, inputmode: "numeric" };
    this.minutes = h("input", { type: "number", id: freshId(), ...limits, value: 5 });
    this.label = h("label", { for: this.minutes.id }, "Minutes to talk");
    this.face = h("span", { class: "wh-face", role: "timer", "aria-label": "Time to talk", hidden: true });
    this.news = h("span", { class: "wh-unseen", role: "status" });
    this.go = button("Start", () => this.countdown.left ? this.stop() : this.start());
    this.element = h("span", { class: "wh-talk" }, this.label, this.minutes, this.face, this.go, this.news);
  }
  start() {
    const chosen = Number(this.minutes.value);
    if (!Number.isInteger(chosen) || chosen < 1 || chosen > 60) {
      this.minutes.focus();
      return;
    }
    this.countdown.left = 60 * chosen;
    this.countdown.start();
    this.news.textContent = `The time runs: ${minutes(chosen)}.`;
    this.show();
  }
  stop() {
    this.countdown.pause();
    this.countdown.left = 0;
    this.news.textContent = "";
    this.show();
  }
  end() {
    this.news.textContent = "The time to talk is up.";
    this.show();
    this.face.hidden = false;
    this.face.textContent = "Time is up";
  }
  show() {
    const { left } = this.countdown;
    this.minutes.hidden = left > 0;
    this.label.hidden = left > 0;
    this.face.hidden = !left;
    this.face.textContent = left ? clockFace(left) : "";
    this.go.textContent = left ? "Stop" : "Start";
  }
};

// workshop_helpers/widgets/shared/group-picture.js
async function large(element, say) {
  try {
    await element.requestFullscreen();
  } catch {
    const instead = "Make the window large instead, and press Ctrl and + together.";
    say(`Your browser does not allow a full screen here. ${instead}`, true);
  }
}
var GroupPicture = class {
  /** @type {string | undefined} */
  release;
  name = "";
  /**
   * @param {string} title
   * @param {Say} say tells the person
   * @param {() => void} next goes on to whatever comes after the picture
   */
  constructor(title, say, next) {
    this.say = say;
    this.full = button(
      "Full screen",
      () => document.fullscreenElement ? document.exitFullscreen() : large(this.element, say)
    );
    const onwards = () => {
      if (document.fullscreenElement) document.exitFullscreen();
      next();
    };
    const tools = [
      this.full,
      button("Save the picture", () => this.save()),
      new TalkTimer().element,
      button("Next", onwards, "wh-main")
    ];
    this.drawn = h("div", { class: "wh-drawn" });
    this.element = h(
      "div",
      { class: "wh-shown", tabindex: "-1", role: "group", "aria-label": `The picture: ${title}`, hidden: true },
      h("div", { class: "wh-buttons wh-tools" }, ...tools),
      this.drawn
    );
    this.element.addEventListener("fullscreenchange", () => {
      this.full.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
    });
  }
  get visible() {
    return !this.element.hidden;
  }
  /**
   * @param {Picture} picture
   * @param {string} name the file's when it is saved
   * @param {string} note above the picture, if there is one
   */
  show({ html, release }, name, note = "") {
    this.release = release;
    this.name = name;
    this.drawn.innerHTML = html;
    if (note) this.drawn.prepend(h("p", { class: "wh-note" }, note));
    this.element.hidden = false;
  }
  focus() {
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }
  hide() {
    this.release = void 0;
    this.element.hidden = true;
    this.drawn.replaceChildren();
  }
  save() {
    download(`${this.name}.json`, "application/json", this.release ?? "");
    this.say(
      "The picture's numbers are in your downloads. There is no single answer in the file. Keep it as your group agreed."
    );
  }
};

// workshop_helpers/widgets/shared/offline.js
var OfflinePage = class {
  deafen = () => {
  };
  /** @type {JoiningRoom | null} */
  joining = null;
  // while there is something that could join
  /**
   * @param {Model<Spec, ToKernel | Forget, FromKernel>} model
   * @param {HTMLElement} root
   * @param {string} title
   */
  constructor(model, root, title) {
    this.model = model;
    this.spec = model.get("spec");
    this.parts = partsOf(this.spec.pages);
    this.asking = new Asking(model, (words) => this.refused(words), BEGINS_ANEW);
    this.say = this.say.bind(this);
    this.leave = () => {
      try {
        this.forgetThere();
      } catch {
      }
    };
    settle(root, "wh-leading");
    this.choice = partSelect(this.spec.pages);
    this.choice.addEventListener("change", () => this.choose());
    this.about = h("p", { class: "wh-hint", id: freshId() });
    this.choice.setAttribute("aria-describedby", this.about.id);
    this.steps = h("div");
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.trouble = h("p", { class: "wh-note wh-problem", role: "alert" });
    root.append(
      h("h3", {}, title),
      this.steps,
      h("div", { class: "wh-news" }, this.news, this.trouble, this.asking.button)
    );
    addEventListener("pagehide", this.leave);
  }
  /** What was typed is forgotten with the page. */
  stop() {
    this.asking.stop();
    removeEventListener("pagehide", this.leave);
    this.leave();
    this.deafen();
  }
  /** The first step, with nothing in it. */
  begin() {
  }
  get part() {
    return (
      /** @type {Part} */
      this.parts.get(this.choice.value)
    );
  }
  chooser() {
    const label = h("label", { for: this.choice.id }, "What did people answer?");
    return [h("div", { class: "wh-row" }, label, this.choice), this.about];
  }
  choose() {
    this.about.textContent = `The picture: ${this.part.words}.`;
  }
  /**
   * Show one step, and bring the keyboard to its heading or to `to`.
   *
   * @param {HTMLElement} element
   * @param {{ focus: () => void } | null} to
   */
  step(element, to = element.querySelector("h4")) {
    const moving = this.steps.hasChildNodes();
    this.steps.replaceChildren(element);
    if (moving) to?.focus();
  }
  /**
   * The last step: the picture, and what is left of the answers.
   *
   * @param {Picture} picture
   * @param {string} words
   */
  showPicture(picture, words) {
    const { title, pool } = this.part;
    const shown = new GroupPicture(title, this.say, () => this.begin());
    shown.show(picture, pool);
    const head = h("h4", { tabindex: "-1" }, title);
    this.step(h("section", { "aria-label": title }, head, h("p", { class: "wh-hint" }, words), shown.element), shown);
    this.say("");
  }
  /** @param {string} words */
  say(words, trouble = false) {
    this.trouble.textContent = trouble ? words : "";
    this.news.textContent = trouble ? "" : words;
  }
  // --- to the kernel
  forgetThere() {
    this.model.send({ type: "forget" });
  }
  /**
   * Tell the kernel, and wait for its reply.
   *
   * @param {ToKernel} message
   * @param {ArrayBuffer[]} buffers
   */
  ask(message, buffers = []) {
    this.asking.ask(message, 3e4, buffers);
  }
  // --- from the kernel
  /**
   * Hear what the kernel says, from now on.
   *
   * @param {Handlers<FromKernel>} handlers
   */
  hearing(handlers) {
    this.deafen = hear(this.model, handlers, this.asking.heard);
  }
  /** @type {Handlers<OfflineNews>} */
  handlers = {
    refused: ({ words }) => this.refused(words),
    failed: () => this.refused("That did not work. Try again."),
    forgotten: () => {
    },
    room: (standing) => this.heard(standing),
    gone: () => {
      this.begin();
      this.say("Half an hour is over, so everything was forgotten. Begin again.", true);
    }
  };
  /**
   * Hear how it stands with these people in the room. When its picture is drawn, the kernel has forgotten them.
   *
   * @param {HandedIn} standing
   */
  heard(standing) {
    if (standing.room === "revealed" && standing.people) {
      this.begin();
      this.say("The room’s picture is drawn, with these people in it. What was gathered here is forgotten.");
    } else {
      this.joining?.hear(standing);
    }
  }
  /** @param {string} words */
  refused(words) {
    this.say(words, true);
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

// workshop_helpers/widgets/shared/joining-room.js
var IN_THE_ROOM = "These people are in the room’s picture, so there is no other one of them.";
var people = (number) => number === 1 ? "1 person" : `${number} people`;
var JoiningRoom = class {
  /** @type {HandedIn | null} */
  standing = null;
  number = 0;
  ready = false;
  policy = "";
  takingBack = false;
  // because somebody pressed for it
  gone = false;
  // whether they were in it, and are not any more though nobody took them back
  /**
   * @param {{ join: () => void, back: () => void }} actions
   * @param {() => void} changed called when it may stand otherwise with the room
   */
  constructor({ join, back }, changed) {
    this.changed = changed;
    this.words = h("p", { role: "status" });
    this.confirmation = new Confirmation();
    this.add = button(
      "",
      () => this.confirmation.ask(this.question, "Yes, add them", "Not yet", this.add, () => this.act(join))
    );
    this.back = button("Take them back from the room", () => {
      this.takingBack = true;
      this.act(back);
    });
    this.element = h(
      "section",
      { class: "wh-in-room", hidden: true, "aria-label": "The room’s picture" },
      h("h5", {}, "The room’s picture"),
      this.words,
      h("div", { class: "wh-buttons" }, this.add, this.back),
      this.confirmation.element,
      h(
        "p",
        { class: "wh-hint" },
        "The room’s computer gets each as one of its own, in no order. This notebook has them all: whoever leads could look into it, whether they are added or not."
      )
    );
  }
  /** Whether any of these people are in the room's picture. */
  get holds() {
    return (this.standing?.people ?? 0) > 0;
  }
  get question() {
    const { answered, seats, people: there } = (
      /** @type {HandedIn} */
      this.standing
    );
    const then = answered + this.number - there;
    const more = then > seats ? ` The room then has seats for ${then}.` : "";
    return `Has none of them answered on a device of their own? They would count twice.${more}`;
  }
  /**
   * Nothing more is pressed until the room has answered.
   *
   * @param {() => void} what
   */
  act(what) {
    this.add.disabled = true;
    this.back.disabled = true;
    what();
  }
  /** @param {HandedIn} standing */
  hear(standing) {
    const lost = this.holds && standing.people === 0 && standing.room !== "unknown" && !this.takingBack;
    this.gone = lost || this.gone && standing.people === 0;
    if (standing.people === 0) this.takingBack = false;
    this.standing = standing;
    this.show();
    this.changed();
  }
  /**
   * What there is to add.
   *
   * @param {number} number how many people
   * @param {boolean} ready whether all of them can be read
   * @param {string} policy the rule that they were read by
   */
  offer(number, ready, policy) {
    this.number = number;
    this.ready = ready;
    this.policy = policy;
    this.show();
  }
  show() {
    const standing = this.standing;
    this.element.hidden = !standing || standing.room === "none";
    if (!standing) return;
    const rest = Math.max(0, this.number - standing.people);
    const open = standing.room === "open" && standing.policy === this.policy;
    this.add.hidden = !open || rest === 0;
    this.add.disabled = !this.ready;
    this.back.hidden = standing.room !== "open" || standing.people === 0;
    this.back.disabled = false;
    const who = rest === 1 ? "person" : people(rest);
    const which = standing.people ? "the other" : rest === 1 ? "this" : "these";
    put(this.add, `Add ${which} ${who} to the room’s picture`);
    put(this.words, this.sentence(standing));
    if (this.add.hidden) this.confirmation.close();
  }
  /** @param {HandedIn} standing */
  sentence({ room, policy, rule, people: there, answered, trouble }) {
    const gone = this.gone ? "They are not in the room’s picture any more: it was restarted, or closed. " : "";
    if (room === "unknown") return trouble;
    if (room === "closed")
      return `${gone}Your room is not asked this just now. Open it in the console to add them there.`;
    if (room === "revealed") return "The room’s picture of this is drawn. Nobody can be added any more.";
    if (there) {
      const [are, them] = there === 1 ? ["is", "this person"] : ["are", "them"];
      return `${people(there)} from here ${are} in it, of ${answered} in all. Forgetting ${them} here changes nothing there.`;
    }
    if (policy !== this.policy)
      return `${gone}The rule of the room’s picture is: ${rule}. These people were asked under another one.`;
    return `${gone}Your room is asked this just now: ${people(answered)} answered there so far.`;
  }
};

// workshop_helpers/widgets/table/people-rows.js
var PeopleRows = class {
  silentRows = 0;
  /**
   * @param {number} rows those that hold anything
   * @param {number} emptyRows those that hold nothing
   * @param {() => void} changed
   */
  constructor(rows, emptyRows, changed) {
    this.rows = rows;
    this.emptyRows = emptyRows;
    this.empty = h("input", { type: "checkbox", id: freshId(), onchange: changed });
    this.silent = h("input", { type: "checkbox", id: freshId(), onchange: changed });
    this.silent.checked = true;
    this.silentWords = h("span");
    this.aboutSilent = choice(this.silent, this.silentWords);
    this.aboutSilent.hidden = true;
    const words = `${counted(emptyRows, "row")} of the table ${emptyRows === 1 ? "is" : "are"} empty. Count each as somebody who skipped everything. (Leave this off if nobody belongs to them.)`;
    this.element = h("div", {}, emptyRows > 0 && choice(this.empty, h("span", {}, words)), this.aboutSilent);
  }
  /** @param {number} number how many rows hold something, but no answer to the questions chosen */
  heard(number) {
    this.silentRows = number;
    this.aboutSilent.hidden = number === 0;
    put(
      this.silentWords,
      `${counted(number, "row")} of the table ${number === 1 ? "holds" : "hold"} no answer, but something else, such as a time. Count each as somebody who skipped everything. (Take this off if they only opened the form.)`
    );
  }
  /** How many people there are, as it stands now. */
  get people() {
    return this.rows + (this.empty.checked ? this.emptyRows : 0) - (this.silent.checked ? 0 : this.silentRows);
  }
};
var choice = (box, words) => h("div", { class: "wh-keep" }, h("label", { for: box.id }, box, words));

// workshop_helpers/widgets/table/cell-meanings.js
var SKIPPED = { "": "skipped" };
var CellMeanings = class {
  /** @type {{ cell: HTMLInputElement, meaning: HTMLSelectElement }[]} */
  rows = [];
  /**
   * @param {TableQuestion} question
   * @param {() => void} changed
   */
  constructor(question, changed) {
    this.question = question;
    this.changed = changed;
    this.list = h("div", { class: "wh-rows" });
    this.noAnswer = h("input", { type: "checkbox", id: freshId(), onchange: changed });
    const label = "Words for no answer, such as “-” or “prefer not to say”, are a skip here.";
    this.more = button("Say what another word means", () => this.add());
    this.element = h(
      "details",
      { class: "wh-meanings" },
      h("summary", {}, "Say what a word in these cells means"),
      h("div", { class: "wh-keep" }, h("label", { for: this.noAnswer.id }, this.noAnswer, h("span", {}, label))),
      this.list,
      h("div", { class: "wh-buttons" }, this.more),
      h(
        "p",
        { class: "wh-hint" },
        "This page never shows what is in a cell. Look it up in the file, and type it here."
      )
    );
  }
  /**
   * Offer what can be meant where the question stands in this way.
   *
   * @param {Way} way
   */
  fill(way) {
    this.meanings = { ...SKIPPED, ...this.question.meanings[way] };
    this.rows = [];
    this.list.replaceChildren();
  }
  add() {
    const cell = h("input", { type: "text", id: freshId(), autocomplete: "off", oninput: this.changed });
    const answers = Object.entries(this.meanings ?? {}).filter(([text]) => text);
    const meaning = h(
      "select",
      { id: freshId(), onchange: this.changed },
      ...answers.map(([text, words]) => h("option", { value: text }, words)),
      h("option", { value: "" }, SKIPPED[""])
    );
    meaning.value = "";
    this.rows.push({ cell, meaning });
    this.list.append(
      h(
        "div",
        { class: "wh-row" },
        h("label", { for: cell.id }, "Where a cell says"),
        cell,
        h("label", { for: meaning.id }, "it means"),
        meaning
      )
    );
    cell.focus();
  }
  /** What was said: pairs of a word and what it means, and whether words for no answer are a skip. */
  get said() {
    const words = this.rows.filter(({ cell }) => cell.value.trim());
    return {
      words: words.map(({ cell, meaning }) => (
        /** @type {[string, string]} */
        [cell.value, meaning.value]
      )),
      noAnswer: this.noAnswer.checked
    };
  }
};

// workshop_helpers/widgets/table/question-columns.js
var WAYS = { one: "in one column", options: "in a column for each option", places: "in a column for each place" };
var LONGEST_HEADING = 90;
var shortened = (heading) => heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)} …` : heading;
var QuestionColumns = class {
  fine = false;
  /** @type {HTMLSelectElement[]} */
  selects = [];
  /** @type {HTMLSelectElement | null} */
  ownWords = null;
  /**
   * @param {TableQuestion} question
   * @param {number} number
   * @param {Proposal | undefined} proposed
   * @param {string[]} headings
   * @param {() => void} changed
   */
  constructor(question, number, proposed, headings, changed) {
    this.question = question;
    this.headings = headings;
    this.changed = () => {
      this.alike.textContent = "";
      changed();
    };
    this.meanings = new CellMeanings(question, changed);
    const ways = (
      /** @type {Way[]} */
      Object.keys(question.ways)
    );
    this.rows = h("div", { class: "wh-rows" });
    this.words = h("p", { class: "wh-check", id: freshId() });
    this.alike = h(
      "p",
      { class: "wh-hint" },
      proposed?.alike && "Little speaks for this. Look whether it is the same question."
    );
    this.choice = h(
      "select",
      { id: freshId(), class: "wh-wide" },
      ...ways.map((way) => h("option", { value: way }, WAYS[way]))
    );
    this.choice.value = proposed?.way ?? "one";
    this.choice.addEventListener("change", () => {
      this.fill();
      this.changed();
    });
    this.element = h(
      "fieldset",
      { class: "wh-question" },
      h(
        "legend",
        {},
        h("span", { class: "wh-number" }, `${number}. `),
        question.text,
        question.side && h("span", { class: "wh-side" }, question.side)
      ),
      ways.length > 1 && h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "It stands in the table"), this.choice),
      this.rows,
      this.alike,
      this.words,
      this.meanings.element
    );
    this.fill(proposed?.places, proposed?.ownWords);
  }
  get way() {
    return (
      /** @type {Way} */
      this.choice.value
    );
  }
  /** @returns {Columns & Said} */
  get columns() {
    const places = this.selects.map(({ value }) => numberOrNull(value));
    return { way: this.way, places, ownWords: numberOrNull(this.ownWords?.value), ...this.meanings.said };
  }
  /** Whether any column is said to hold answers. */
  get used() {
    return this.columns.places.some((place) => place !== null);
  }
  /**
   * Make a list of columns for each part of the question, as it stands in the table.
   *
   * @param {(number | null)[]} places
   * @param {number | null} ownWords
   */
  fill(places = [], ownWords = null) {
    const parts = this.question.ways[this.way] ?? [];
    const none = this.way === "one" ? "not asked" : "no column";
    this.selects = parts.map((_, place) => this.list(none, places[place] ?? null));
    this.ownWords = this.way === "options" && this.question.ownWords ? this.list(none, ownWords) : null;
    const shown = this.selects.map((select, place) => row(parts[place] || "Column", select));
    if (this.ownWords) shown.push(row("In their own words", this.ownWords));
    this.rows.replaceChildren(...shown);
    this.meanings.fill(this.way);
  }
  /**
   * @param {string} none
   * @param {number | null} chosen
   */
  list(none, chosen) {
    const options = this.headings.map(
      (heading, place) => h("option", { value: place }, `${place + 1}: ${shortened(heading)}`)
    );
    const select = h(
      "select",
      { id: freshId(), class: "wh-wide", "aria-describedby": this.words.id },
      h("option", { value: "" }, none),
      ...options
    );
    select.value = String(chosen ?? "");
    select.addEventListener("change", () => this.changed());
    return select;
  }
  /** @param {Check | undefined} check */
  show(check) {
    this.fine = Boolean(check?.fine);
    put(this.words, check?.words ?? "");
    this.words.classList.toggle("wh-problem", Boolean(check) && !this.fine);
    this.meanings.element.hidden = !this.used;
  }
};
var numberOrNull = (value) => value ? Number(value) : null;
var row = (words, select) => h("div", { class: "wh-row" }, h("label", { for: select.id }, words), select);

// workshop_helpers/widgets/table/readiness.js
var people2 = (number) => number === 1 ? "1 person" : `${number} people`;
var questions = (number) => counted(number, "question");
function readiness(asked, rows, needed) {
  const left = asked.filter(({ used }) => !used).length;
  const wrong = asked.filter(({ used, fine }) => used && !fine).length;
  const readable = left < asked.length && wrong === 0 && rows > 0;
  const not = (words2) => ({ ready: false, readable, words: words2 });
  if (rows < needed) return not(`A picture needs ${people2(needed)}.`);
  if (left === asked.length) return not("Choose the columns of the questions that were asked.");
  if (wrong) {
    const cannot = `${questions(wrong)} cannot be read yet.`;
    return not(`${cannot} Say what its words mean, mend the file, or choose “not asked”.`);
  }
  const words = left ? `${questions(left)} not asked: the picture counts everybody as skipping there.` : "Every question can be read.";
  return { ready: true, readable, words };
}

// workshop_helpers/widgets/table/mapping.js
var MOST_HEADING_ROWS = 4;
var ColumnMapping = class {
  number = 0;
  // of the last time that the kernel was asked
  /**
   * @param {{ title: string, words: string, policy: string }} part what was asked, and the rule of its picture
   * @param {TableRead} table
   * @param {{ check: (columns: ColumnsByKey, number: number) => void, draw: (chosen: Chosen) => void,
   *     join: (chosen: Chosen) => void, back: () => void, readAgain: (headings: number) => void,
   *     forget: () => void }} actions
   */
  constructor(part, table, { check, draw, join, back, readAgain, forget }) {
    this.table = table;
    this.part = part;
    this.joining = new JoiningRoom({ join: () => join(this.chosen), back }, () => this.judge());
    this.check = check;
    this.rows = new PeopleRows(table.rows, table.empty, () => this.chose());
    this.small = smallCircle();
    this.small.box.addEventListener("change", () => this.chose());
    this.asked = table.questions.map(
      (question, place) => new QuestionColumns(question, place + 1, table.columns[question.key], table.headings, () => this.changed())
    );
    this.questions = h("div", {}, ...this.asked.map(({ element }) => element));
    this.count = h("p", { class: "wh-count" });
    this.unused = h("div", { class: "wh-note" });
    this.reason = h("p", { class: "wh-hint", id: freshId() });
    this.confirmation = new Confirmation();
    this.go = button(
      "Draw the picture",
      () => this.confirmation.ask(
        `${people2(this.rows.people)} answered: does that match? The table is then forgotten here.`,
        "Yes, draw it",
        "Not yet",
        this.go,
        () => draw(this.chosen)
      ),
      "wh-main"
    );
    this.go.setAttribute("aria-describedby", this.reason.id);
    const found = table.questions.filter(({ key }) => table.columns[key]).length;
    this.element = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, part.title),
      h("p", { class: "wh-hint" }, `The picture: ${part.words}.`),
      this.count,
      this.rows.element,
      this.headingRows(readAgain),
      h(
        "p",
        {},
        `Columns were found for ${found} of ${counted(table.questions.length, "question")}, by their headings. Look through them, and change what is wrong.`
      ),
      this.unused,
      this.questions,
      this.small.element,
      this.joining.element,
      this.reason,
      h("div", { class: "wh-buttons" }, this.go, button("Choose another file", forget)),
      this.confirmation.element
    );
    this.judge();
  }
  /** @param {(headings: number) => void} readAgain */
  headingRows(readAgain) {
    const numbers = [...Array(MOST_HEADING_ROWS).keys()].map((place) => place + 1);
    const select = h(
      "select",
      { id: freshId() },
      ...numbers.map((number) => h("option", { value: number }, counted(number, "row")))
    );
    select.value = String(this.table.headingRows);
    select.addEventListener("change", () => readAgain(Number(select.value)));
    return h(
      "div",
      { class: "wh-row wh-heading-rows" },
      h("label", { for: select.id }, "Headings at the top of the file"),
      select
    );
  }
  /** The columns as they stand now. */
  get columns() {
    const used = this.asked.filter(({ used: used2 }) => used2);
    return Object.fromEntries(used.map(({ question, columns }) => [question.key, columns]));
  }
  /** All that was chosen.
   *
   * @returns {Chosen}
   */
  get chosen() {
    const { empty, silent } = this.rows;
    return { columns: this.columns, small: this.small.box.checked, empty: empty.checked, silent: silent.checked };
  }
  /** Ask for the kernel's word on the columns as they stand now. */
  changed() {
    this.number += 1;
    this.confirmation.close();
    this.go.disabled = true;
    this.warn();
    this.check(this.columns, this.number);
  }
  /** Name every column that holds no question: each may tell who is who, in a language that no list knows. */
  warn() {
    const columns = Object.values(this.columns);
    const used = new Set(columns.flatMap(({ places, ownWords }) => [...places, ownWords]));
    const names = this.table.headings.filter((_, place) => !used.has(place)).map((name) => `“${shortened(name)}”`);
    const words = `These columns are not used: ${names.join(", ")}. Each may tell who somebody is, or when they answered. Delete them from the file, and from where it came from.`;
    this.unused.hidden = names.length === 0;
    this.unused.replaceChildren(h("p", {}, words));
  }
  /**
   * @param {{ [key: string]: Check }} checks
   * @param {number} number
   * @param {number} silent
   */
  checked(checks, number, silent) {
    if (number !== this.number) return;
    for (const each of this.asked) each.show(checks[each.question.key]);
    this.rows.heard(silent);
    this.judge();
  }
  chose() {
    this.confirmation.close();
    this.judge();
  }
  /** Say whether a picture can be drawn as it stands now, here or in the room. */
  judge() {
    const number = this.rows.people;
    const small = canBeSmall(number) || this.joining.standing?.policy === "small-circle";
    put(this.count, `${people2(number)} in the table`);
    this.small.element.hidden = !(this.table.small && small);
    if (this.small.element.hidden) this.small.box.checked = false;
    const needed = this.small.box.checked ? SMALL_CIRCLE : this.table.needed;
    const { ready, readable, words } = readiness(this.asked, number, needed);
    this.go.disabled = !ready || this.joining.holds;
    for (const part of [this.questions, this.rows.element, this.small.element]) part.inert = this.joining.holds;
    this.joining.offer(number, readable, this.small.box.checked ? "small-circle" : this.part.policy);
    put(this.reason, this.joining.holds ? IN_THE_ROOM : words);
  }
};

// workshop_helpers/widgets/table/view.js
var TablePage = class extends OfflinePage {
  /** @type {ColumnMapping | null} */
  mapping = null;
  /**
   * @param {TableModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    super(model, root, "A table from a survey tool");
    this.file = h("input", { type: "file", id: freshId(), accept: ".csv,.tsv,.tab,.txt,text/csv" });
    this.first = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, "Choose the file"),
      ...this.chooser(),
      h("div", { class: "wh-row" }, h("label", { for: this.file.id }, "The table, a CSV file"), this.file),
      h(
        "p",
        { class: "wh-hint" },
        "One row for each person, and headings above them. Take out names, e-mail addresses, IP addresses and times before you choose it: they are not needed."
      ),
      h(
        "p",
        { class: "wh-hint" },
        "The file goes to this notebook's memory, for half an hour at most, and is written nowhere. But whoever holds the file can read every row. So delete it when you have the picture."
      ),
      h(
        "div",
        { class: "wh-buttons" },
        button("Read the file", () => this.readFile(null), "wh-main")
      )
    );
    this.hearing({
      ...this.handlers,
      read: (table) => this.read(table),
      checks: ({ checks, number, silent }) => this.mapping?.checked(checks, number, silent),
      picture: (picture) => this.picture(picture)
    });
    this.begin();
  }
  /** @override */
  begin() {
    this.joining = null;
    this.file.value = "";
    this.choose();
    this.step(this.first);
  }
  /** @param {number | null} headings how many rows of it are headings; found out if nobody said */
  async readFile(headings) {
    const chosen = this.file.files?.[0];
    const { largest } = this.spec;
    if (!chosen) {
      this.say("Choose a file first.", true);
      this.file.focus();
      return;
    }
    if (chosen.size > largest) {
      const size = `The file is larger than ${Math.floor(largest / 2 ** 20)} MB.`;
      this.say(`${size} Take out the columns that are not needed, and choose it again.`, true);
      return;
    }
    this.say("The file is being read.");
    try {
      this.ask({ type: "file", pool: this.choice.value, headings }, [await chosen.arrayBuffer()]);
    } catch {
      this.say("The file cannot be read. Choose it once more.", true);
    }
  }
  /** @param {TableRead} table */
  read(table) {
    this.mapping = new ColumnMapping(this.part, table, {
      check: (columns, number) => this.ask({ type: "columns", columns, number }),
      draw: (chosen) => {
        this.say("The picture is being drawn.");
        this.ask({ type: "draw", ...chosen });
      },
      join: (chosen) => this.ask({ type: "join", ...chosen }),
      back: () => this.ask({ type: "back", pool: this.part.pool }),
      readAgain: (headings) => this.readFile(headings),
      forget: () => this.forget()
    });
    this.joining = this.mapping.joining;
    this.step(this.mapping.element);
    this.say("");
    this.mapping.changed();
  }
  /** @param {PictureDrawn} picture */
  picture(picture) {
    const words = `${people2(this.mapping?.rows.people ?? 0)} are in it. The table is forgotten here.`;
    this.showPicture(picture, `${words} Whoever holds the file can still read every row, so delete it now.`);
  }
  forget() {
    this.forgetThere();
    this.begin();
    this.say("The table is forgotten.");
  }
};
function render({ model, el }) {
  const page = new TablePage(model, el);
  return () => page.stop();
}
var view_default = widget({ render });
export {
  view_default as default
};
