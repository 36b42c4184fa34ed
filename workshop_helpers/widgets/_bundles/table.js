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
    first();
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

// workshop_helpers/widgets/shared/waiting.js
var NOT_CONNECTED = "This page is not connected. In the menu Run, choose Run All Cells, and look here again.";
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
  start(milliseconds) {
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

// workshop_helpers/widgets/shared/offline.js
var OfflinePage = class {
  deafen = () => {
  };
  /**
   * @param {Model<Spec, ToKernel | Forget, FromKernel>} model
   * @param {HTMLElement} root
   * @param {string} title
   */
  constructor(model, root, title) {
    this.model = model;
    this.spec = model.get("spec");
    this.parts = partsOf(this.spec.pages);
    this.waiting = new Waiting(() => this.refused(NOT_CONNECTED));
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
    root.append(h("h3", {}, title), this.steps, h("div", { class: "wh-news" }, this.news, this.trouble));
    addEventListener("pagehide", this.leave);
  }
  /** What was typed is forgotten with the page. */
  stop() {
    this.waiting.stop();
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
    this.waiting.start(3e4);
    this.model.send(message, void 0, buffers);
  }
  // --- from the kernel
  /**
   * Hear what the kernel says, from now on.
   *
   * @param {Handlers<FromKernel>} handlers
   */
  hearing(handlers) {
    this.deafen = hear(this.model, handlers, () => this.waiting.stop());
  }
  /** @type {Handlers<OfflineNews>} */
  handlers = {
    refused: ({ words }) => this.refused(words),
    failed: () => this.refused("That did not work. Try again."),
    forgotten: () => {
    },
    gone: () => {
      this.begin();
      this.say("Half an hour is over, so everything was forgotten. Begin again.", true);
    }
  };
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
    this.close();
    const go = button(
      yes,
      () => {
        this.close();
        act();
      },
      "wh-main"
    );
    const stay = button(no, () => {
      this.close();
      back.focus();
    });
    const asked = h("p", { tabindex: "-1" }, question);
    this.element.replaceChildren(asked, h("div", { class: "wh-buttons" }, go, stay));
    this.element.hidden = false;
    go.disabled = true;
    stay.disabled = true;
    this.#timer = setTimeout(() => {
      go.disabled = false;
      stay.disabled = false;
    }, MOMENT);
    asked.focus();
  }
  close() {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.element.replaceChildren();
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
  /**
   * @param {TableQuestion} question
   * @param {number} number
   * @param {Proposal | undefined} proposed
   * @param {{ headings: string[], identifying: Set<number> }} table
   * @param {() => void} changed
   */
  constructor(question, number, proposed, table, changed) {
    this.question = question;
    this.table = table;
    this.changed = () => {
      this.alike.textContent = "";
      changed();
    };
    const ways = (
      /** @type {Way[]} */
      Object.keys(question.ways)
    );
    this.rows = h("div", { class: "wh-rows" });
    this.words = h("p", { class: "wh-check", id: freshId() });
    this.alike = h(
      "p",
      { class: "wh-hint" },
      proposed?.alike && "The heading is only alike. Look whether it is the same question."
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
      this.words
    );
    this.fill(proposed?.places);
  }
  get way() {
    return (
      /** @type {Way} */
      this.choice.value
    );
  }
  /** @returns {Columns} */
  get columns() {
    const places = this.selects.map(({ value }) => value === "" ? null : Number(value));
    return { way: this.way, places };
  }
  get used() {
    return this.columns.places.some((place) => place !== null);
  }
  /**
   * Make a list of columns for each part of the question, as it stands in the table.
   *
   * @param {(number | null)[]} places
   */
  fill(places = []) {
    const parts = this.question.ways[this.way] ?? [];
    const none = this.way === "one" ? "not asked" : "no column";
    this.selects = parts.map((_, place) => this.list(none, places[place] ?? null));
    this.rows.replaceChildren(
      ...this.selects.map(
        (select, place) => h("div", { class: "wh-row" }, h("label", { for: select.id }, parts[place] || "Column"), select)
      )
    );
  }
  /**
   * @param {string} none
   * @param {number | null} chosen
   */
  list(none, chosen) {
    const { headings, identifying } = this.table;
    const option = (place) => h("option", { value: place }, `${place + 1}: ${shortened(headings[place])}`);
    const places = [...headings.keys()];
    const others = places.filter((place) => identifying.has(place));
    const select = h(
      "select",
      { id: freshId(), class: "wh-wide", "aria-describedby": this.words.id },
      h("option", { value: "" }, none),
      ...places.filter((place) => !identifying.has(place)).map(option),
      others.length > 0 && h("optgroup", { label: "May tell who or when" }, ...others.map(option))
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
  }
};

// workshop_helpers/widgets/table/readiness.js
var people = (number) => number === 1 ? "1 person" : `${number} people`;
var questions = (number) => counted(number, "question");
function readiness(asked, rows, needed) {
  const left = asked.filter(({ used }) => !used).length;
  const wrong = asked.filter(({ used, fine }) => used && !fine).length;
  if (rows < needed) return { ready: false, words: `A picture needs ${people(needed)}.` };
  if (left === asked.length) return { ready: false, words: "Choose the columns of the questions that were asked." };
  if (wrong) {
    const words = `${questions(wrong)} cannot be read yet. Mend the file, or choose “not asked”.`;
    return { ready: false, words };
  }
  if (left)
    return { ready: true, words: `${questions(left)} not asked: the picture counts everybody as skipping there.` };
  return { ready: true, words: "Every question can be read." };
}

// workshop_helpers/widgets/table/mapping.js
var ColumnMapping = class {
  number = 0;
  // of the last time that the kernel was asked
  /**
   * @param {string} title
   * @param {TableRead} table
   * @param {{ check: (columns: ColumnsByKey, number: number) => void,
   *     draw: (columns: ColumnsByKey, small: boolean) => void, forget: () => void }} actions
   */
  constructor(title, table, { check, draw, forget }) {
    this.table = table;
    this.check = check;
    this.identifying = new Set(table.identifying);
    this.small = smallCircle();
    this.small.element.hidden = !table.small;
    this.small.box.addEventListener("change", () => this.judge());
    this.asked = table.questions.map((question, place) => {
      const there = { headings: table.headings, identifying: this.identifying };
      return new QuestionColumns(question, place + 1, table.columns[question.key], there, () => this.changed());
    });
    this.reason = h("p", { class: "wh-hint", id: freshId() });
    this.confirmation = new Confirmation();
    this.go = button(
      "Draw the picture",
      () => this.confirmation.ask(
        `${people(table.rows)} answered: does that match? The table is then forgotten here.`,
        "Yes, draw it",
        "Not yet",
        this.go,
        () => draw(this.columns, this.small.box.checked)
      ),
      "wh-main"
    );
    this.go.setAttribute("aria-describedby", this.reason.id);
    const found = table.questions.filter(({ key }) => table.columns[key]).length;
    this.element = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, title),
      h("p", { class: "wh-count" }, `${people(table.rows)} in the table`),
      h(
        "p",
        {},
        `Columns were found for ${found} of ${table.questions.length} questions, by their headings. Look through them, and change what is wrong.`
      ),
      this.warning(),
      ...this.asked.map(({ element }) => element),
      this.small.element,
      this.reason,
      h("div", { class: "wh-buttons" }, this.go, button("Choose another file", forget)),
      this.confirmation.element
    );
  }
  warning() {
    if (!this.identifying.size) return false;
    const names = [...this.identifying].map((place) => `“${shortened(this.table.headings[place])}”`).join(", ");
    const words = `These columns may tell who somebody is, or when they answered: ${names}. They are not used. Delete them from the file, and from where it came from.`;
    return h("div", { class: "wh-note" }, h("p", {}, words));
  }
  /** The columns as they stand now. */
  get columns() {
    const used = this.asked.filter(({ used: used2 }) => used2);
    return Object.fromEntries(used.map(({ question, columns }) => [question.key, columns]));
  }
  /** Ask for the kernel's word on the columns as they stand now. */
  changed() {
    this.number += 1;
    this.confirmation.close();
    this.go.disabled = true;
    this.check(this.columns, this.number);
  }
  /**
   * @param {{ [key: string]: Check }} checks
   * @param {number} number
   */
  checked(checks, number) {
    if (number !== this.number) return;
    for (const each of this.asked) each.show(checks[each.question.key]);
    this.judge();
  }
  judge() {
    const needed = this.small.box.checked ? SMALL_CIRCLE : this.table.needed;
    const { ready, words } = readiness(this.asked, this.table.rows, needed);
    this.go.disabled = !ready;
    this.reason.textContent = words;
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
        "One row for each person, one row of headings above them. Take out names, e-mail addresses, IP addresses and times before you choose it: they are not needed."
      ),
      h(
        "p",
        { class: "wh-hint" },
        "The file goes to this notebook's memory, for half an hour at most, and is written nowhere. But whoever holds the file can read every row. So delete it when you have the picture."
      ),
      h(
        "div",
        { class: "wh-buttons" },
        button("Read the file", () => this.readFile(), "wh-main")
      )
    );
    this.hearing({
      ...this.handlers,
      read: (table) => this.read(table),
      checks: ({ checks, number }) => this.mapping?.checked(checks, number),
      picture: (picture) => this.picture(picture)
    });
    this.begin();
  }
  /** @override */
  begin() {
    this.file.value = "";
    this.choose();
    this.step(this.first);
  }
  async readFile() {
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
      this.ask({ type: "file", pool: this.choice.value }, [await chosen.arrayBuffer()]);
    } catch {
      this.say("The file cannot be read. Choose it once more.", true);
    }
  }
  /** @param {TableRead} table */
  read(table) {
    this.mapping = new ColumnMapping(this.part.title, table, {
      check: (columns, number) => this.ask({ type: "columns", columns, number }),
      draw: (columns, small) => {
        this.say("The picture is being drawn.");
        this.ask({ type: "draw", columns, small });
      },
      forget: () => this.forget()
    });
    this.step(this.mapping.element);
    this.say("");
    this.mapping.changed();
  }
  /** @param {PictureDrawn} picture */
  picture(picture) {
    const words = `${people(this.mapping?.table.rows ?? 0)} are in it. The table is forgotten here.`;
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
