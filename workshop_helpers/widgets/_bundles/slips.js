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

// workshop_helpers/widgets/shared/choosing.js
var partSelect = (pages) => h(
  "select",
  { id: freshId(), class: "wh-wide" },
  ...pages.map(
    ({ title, parts }) => h("optgroup", { label: title }, ...parts.map(({ pool, title: title2 }) => h("option", { value: pool }, title2)))
  )
);
var partsOf = (pages) => new Map(pages.flatMap(({ parts }) => parts.map((part) => [part.pool, part])));
function smallCircle() {
  const box = h("input", { type: "checkbox", id: freshId() });
  const words = "We are a small circle. Pictures then come in bands of three or four people. They hold out against one curious person, and not always against two who compare notes. Ask the group before anybody answers, and let one no be enough.";
  const label = h("label", { for: box.id }, box, h("span", {}, words));
  return { box, element: h("div", { class: "wh-keep", hidden: true }, label) };
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
var BY_HAND = "To connect again by hand: in the menu Kernel, choose Change Kernel and then Select. After that, in the menu Run, choose Run All Cells.";
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

// workshop_helpers/widgets/slips/entry.js
var slips = (number) => counted(number, "slip");
var SlipEntry = class {
  number = 0;
  /**
   * @param {string} title of what the slips answer
   * @param {string} words what was chosen for them
   * @param {string} policy the rule of their picture
   * @param {{ put: (code: string) => void, reveal: () => void, join: () => void, back: () => void,
   *     forget: () => void }} actions
   */
  constructor(title, words, policy, { put: put2, reveal, join, back, forget }) {
    this.put = put2;
    this.policy = policy;
    this.needed = Number.POSITIVE_INFINITY;
    this.joining = new JoiningRoom({ join, back }, () => this.judge());
    const attributes = { autocomplete: "off", autocapitalize: "characters", spellcheck: "false" };
    this.code = h("input", { type: "text", id: freshId(), class: "wh-wide wh-is-code", ...attributes });
    onEnter(this.code, () => this.send());
    this.wrong = h("p", { class: "wh-problem", id: freshId(), role: "alert" });
    this.code.setAttribute("aria-describedby", this.wrong.id);
    this.count = h("p", { class: "wh-count", role: "status" });
    this.enough = h("p", { class: "wh-hint", id: freshId() });
    this.confirmation = new Confirmation();
    this.reveal = button("Show the picture", () => this.askToReveal(reveal), "wh-main");
    this.reveal.setAttribute("aria-describedby", this.enough.id);
    this.drop = button("", () => this.number ? this.askToForget(forget) : forget());
    this.element = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, title),
      h("p", { class: "wh-hint" }, words),
      h(
        "div",
        { class: "wh-row wh-typing" },
        h("label", { for: this.code.id }, "Code on the slip"),
        this.code,
        button("Put it in", () => this.send())
      ),
      this.wrong,
      this.count,
      this.joining.element,
      this.enough,
      h("div", { class: "wh-buttons" }, this.reveal, this.drop),
      this.confirmation.element,
      h(
        "p",
        { class: "wh-hint" },
        "What you typed is kept in memory for half an hour at most, and is never shown again. Running this cell again, or closing the page, forgets it."
      )
    );
  }
  /** @param {() => void} reveal */
  askToReveal(reveal) {
    const question = `${slips(this.number)}: does that match the number of people who put one in? After this no slip can be added, and the single answers are gone.`;
    this.confirmation.ask(question, "Yes, show it", "Not yet", this.reveal, reveal);
  }
  /** @param {() => void} forget */
  askToForget(forget) {
    const question = `Forget ${slips(this.number)}? They would have to be typed again.`;
    this.confirmation.ask(question, "Yes, forget them all", "No, go on", this.drop, forget);
  }
  /** Whether a slip is on its way; the next waits until it is in. */
  get busy() {
    return this.code.readOnly;
  }
  send() {
    if (this.busy) return;
    if (!this.code.value.trim()) {
      this.refuse("Type the code on the slip first.");
      return;
    }
    this.code.readOnly = true;
    this.refuse("");
    this.put(this.code.value);
  }
  /** @param {Count} count */
  taken(count) {
    this.code.value = "";
    this.code.readOnly = false;
    this.code.focus();
    this.counted(count);
  }
  /** @param {Count} count */
  counted({ number, needed }) {
    this.number = number;
    this.needed = needed;
    this.confirmation.close();
    this.count.textContent = `${slips(number)} in the hat`;
    this.drop.textContent = number ? "Forget them all" : "Choose again";
    this.joining.offer(number, number > 0, this.policy);
    this.judge();
  }
  /** Whether the slips can have a picture of their own. */
  judge() {
    const enough = this.number >= this.needed;
    this.reveal.disabled = !enough || this.joining.holds;
    const words = enough ? "There are enough for a picture. Type in all that there are." : `A picture needs ${this.needed}.`;
    put(this.enough, this.joining.holds ? IN_THE_ROOM : words);
  }
  /**
   * A slip that was refused stays in the field, to be mended.
   *
   * @param {string} words
   */
  refuse(words) {
    if (words) this.code.readOnly = false;
    this.wrong.textContent = words;
    this.code.toggleAttribute("aria-invalid", Boolean(words));
    if (words) this.code.focus();
  }
};

// workshop_helpers/widgets/slips/view.js
var SlipsPage = class extends OfflinePage {
  /** @type {SlipEntry | null} */
  entry = null;
  /**
   * @param {SlipsModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    super(model, root, "Slips from a paper hat");
    this.word = h("input", { type: "text", id: freshId(), autocomplete: "off", spellcheck: "false" });
    onEnter(this.word, () => this.start());
    this.small = smallCircle();
    this.small.box.addEventListener("change", () => this.tellRule());
    this.first = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, "Before the first slip"),
      ...this.chooser(),
      h("div", { class: "wh-row" }, h("label", { for: this.word.id }, "The word of the day"), this.word),
      this.small.element,
      h(
        "p",
        { class: "wh-hint" },
        "Whoever types could read each slip, without a name. So shuffle the slips first, and let somebody type who does not lead."
      ),
      h(
        "div",
        { class: "wh-buttons" },
        button("Begin", () => this.start(), "wh-main")
      )
    );
    this.hearing({
      ...this.handlers,
      begun: (count) => this.begun(count),
      slips: (count) => this.entry?.taken(count),
      picture: (picture) => this.picture(picture)
    });
    this.begin();
  }
  /** @override */
  choose() {
    super.choose();
    this.small.element.hidden = this.part.policy !== "room";
    if (this.small.element.hidden) this.small.box.checked = false;
    this.tellRule();
  }
  /** By which rule the picture is drawn: people's codes were made for one rule, and are good under no other. */
  get rule() {
    return this.small.box.checked ? this.spec.small : this.part.words;
  }
  tellRule() {
    this.about.textContent = `The picture: ${this.rule}. People saw this rule when they made their codes.`;
  }
  /** @override */
  begin() {
    this.joining = null;
    this.choose();
    this.step(this.first);
  }
  start() {
    this.say("");
    this.ask({ type: "begin", pool: this.choice.value, word: this.word.value, small: this.small.box.checked });
  }
  /** @param {Count} count */
  begun(count) {
    const { pool, title, policy } = this.part;
    const rule = `The picture: ${this.rule}. A code that was made under another rule is refused.`;
    const words = `The word of the day is “${this.word.value.trim()}”. ${rule}`;
    this.entry = new SlipEntry(title, words, this.small.box.checked ? "small-circle" : policy, {
      put: (code) => this.ask({ type: "slip", code }),
      reveal: () => this.reveal(),
      join: () => this.ask({ type: "join" }),
      back: () => this.ask({ type: "back", pool }),
      forget: () => this.forget()
    });
    this.joining = this.entry.joining;
    this.entry.counted(count);
    this.step(this.entry.element, this.entry.code);
  }
  /**
   * @override
   * @param {string} words
   */
  refused(words) {
    if (this.entry?.busy) this.entry.refuse(words);
    else super.refused(words);
  }
  reveal() {
    this.say("The picture is being drawn.");
    this.ask({ type: "reveal" });
  }
  /** @param {PictureDrawn} picture */
  picture(picture) {
    const words = `${slips(this.entry?.number ?? 0)} are in it. The single answers are gone.`;
    this.showPicture(picture, `${words} Tear up the slips, where all can see it.`);
  }
  forget() {
    this.forgetThere();
    const any = this.entry?.number;
    this.begin();
    this.say(any ? "All slips are forgotten." : "");
  }
};
function render({ model, el }) {
  const page = new SlipsPage(model, el);
  return () => page.stop();
}
var view_default = widget({ render });
export {
  view_default as default
};
