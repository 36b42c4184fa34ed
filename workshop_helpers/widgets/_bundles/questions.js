/* Made by "make bundles" from the files named below. Change those, and never this one. */

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
function button(text2, pressed, style = "") {
  const onkeydown = (event) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  };
  return h("button", { type: "button", class: `wh-button ${style}`, onclick: pressed, onkeydown }, text2);
}
var onEnter = (field, act) => field.addEventListener("keydown", (event) => event.key === "Enter" && !event.repeat && act());
function put(element, text2) {
  if (element.textContent !== text2) element.textContent = text2;
}
var freshId = () => `wh-${Math.random().toString(36).slice(2)}`;
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/durations.js
var minutes = (count) => counted(count, "minute");
var counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// workshop_helpers/widgets/questions/about.js
function about({ minutes: count, introduction = [], rule: hasRule }, rule) {
  const time = count && h("p", { class: "wh-time" }, `About ${minutes(count)}. Skip whatever you like.`);
  const paragraphs = introduction.map((paragraph) => h("p", { class: "wh-introduction" }, paragraph));
  return h("div", {}, time || null, ...paragraphs, hasRule && rule);
}

// workshop_helpers/widgets/shared/server.js
function server() {
  const config = document.getElementById("jupyter-config-data");
  if (!config) return null;
  const { baseUrl = "/", token = "" } = JSON.parse(config.textContent ?? "");
  return { address: new URL(baseUrl, location.origin).href.replace(/\/$/, ""), token };
}

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
var Unsent = class {
  /** @type {string | null} */
  #generation = null;
  #inTab = false;
  /** @param {string} place what is asked, by a name that it has each time it is asked */
  constructor(place) {
    this.name = `${PREFIX} ${server()?.address ?? ""} ${place}`;
    const { places } = memory();
    this.place = places.get(this.name) ?? asStored(this.name);
    places.set(this.name, this.place);
  }
  get all() {
    return this.place.held;
  }
  /** The newest change of a slot, if there is one. */
  of(slot) {
    return this.all.find((held) => held.slot === slot)?.change;
  }
  /** Whether a reload of the tab may find them again; else they live as long as the page. */
  set inTab(on) {
    this.#inTab = on;
    this.#write();
  }
  /**
   * @param {string} slot
   * @param {Change} change
   */
  add(slot, change) {
    this.place.last += 1;
    const held = { slot, change, generation: this.#generation, number: this.place.last };
    this.#hold([...this.all.filter((other) => other.slot !== slot), held]);
    return held;
  }
  /** The kernel keeps the change of this number. */
  settle(number) {
    this.#hold(this.all.filter((held) => held.number !== number));
  }
  /**
   * Go on with a workbook: what belongs to another one, or to it before everything was forgotten, is dropped.
   *
   * @param {string} generation
   */
  belong(generation) {
    this.#generation = generation;
    const ours = this.all.filter((held) => [null, generation].includes(held.generation));
    this.#hold(ours.map((held) => ({ ...held, generation })));
  }
  /** @param {Held<Change>[]} held */
  #hold(held) {
    this.place.held = held;
    this.#write();
  }
  #write() {
    try {
      if (this.#inTab && this.all.length && !memory().left) sessionStorage.setItem(this.name, JSON.stringify(this.all));
      else sessionStorage.removeItem(this.name);
    } catch {
    }
  }
};
function asStored(name) {
  try {
    const held = JSON.parse(sessionStorage.getItem(name) ?? "[]");
    return { held, last: held.at(-1)?.number ?? 0 };
  } catch {
    return { held: [], last: 0 };
  }
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

// workshop_helpers/widgets/questions/delivery.js
var OPENING = 3e4;
var SELDOM = 6e4;
var Delivery = class {
  away = false;
  // whether the kernel has not answered in time, or cannot be spoken to
  mayStay = false;
  // whether a reload of the tab may find what is held back
  #open = false;
  // whether it has said what it keeps, so that changes can follow
  #patience = PATIENCE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #knocking;
  /**
   * @param {FormModel} model
   * @param {string} place what is asked
   * @param {() => void} changed called when the kernel went away or came back
   */
  constructor(model, place, changed) {
    this.model = model;
    this.changed = changed;
    this.unsent = new Unsent(place);
    this.waiting = new Waiting(() => this.lose());
    this.lose = this.lose.bind(this);
    this.knock = this.knock.bind(this);
    model.on("comm_live_update", this.lose);
  }
  close() {
    this.waiting.stop();
    clearTimeout(this.#knocking);
    this.model.off("comm_live_update", this.lose);
  }
  /** Whether everything that was changed is kept. */
  get done() {
    return !this.unsent.all.length;
  }
  /** Ask the kernel what it keeps. */
  knock() {
    clearTimeout(this.#knocking);
    const open = sent(this.model, { type: "ready" });
    if (!this.away) this.waiting.start(open ? OPENING : 0);
    else {
      this.#patience = Math.min(2 * this.#patience, SELDOM);
      this.#knocking = setTimeout(this.knock, this.#patience);
    }
  }
  /** The kernel is away: nothing but a knock is sent, now and then, until it answers. */
  lose() {
    this.waiting.stop();
    this.#open = false;
    if (this.away) return;
    this.away = true;
    this.#mirror();
    this.knock();
    this.changed();
  }
  /** The page is left, perhaps for a reload. */
  leave() {
    this.unsent.inTab = this.mayStay;
  }
  /**
   * @param {string} slot what is changed
   * @param {Change} change
   */
  change(slot, change) {
    this.#mirror();
    const held = this.unsent.add(slot, change);
    if (this.#open) this.#send(held);
  }
  /**
   * Ask for something that nobody would want to happen later, when the kernel is back.
   *
   * @param {ToKernel} message
   * @returns {boolean} whether it could be asked for
   */
  ask(message, patience = PATIENCE) {
    if (this.away) return false;
    if (!sent(this.model, message)) this.lose();
    else this.waiting.start(patience);
    return !this.away;
  }
  /** @param {FromKernel} message */
  heard(message) {
    this.waiting.stop();
    if (message.type === "state") this.#opened(message);
    else if (this.away) {
      this.away = false;
      this.knock();
    }
    if (message.type === "kept" || message.type === "saved" && !message.trouble) this.#settle(message.number);
    if (!this.done && !this.waiting.on) this.waiting.start();
  }
  #mirror() {
    this.unsent.inTab = this.away && this.mayStay;
  }
  /** @param {Pick<State & Note, "generation" | "trouble">} state */
  #opened({ generation, trouble }) {
    clearTimeout(this.#knocking);
    const again = this.#open;
    this.#patience = PATIENCE;
    this.away = false;
    this.#open = true;
    this.#mirror();
    this.unsent.belong(generation);
    if (again && trouble) return;
    for (const held of this.unsent.all) this.#send(held);
  }
  /** @param {number} number */
  #settle(number) {
    this.unsent.settle(number);
    for (const held of this.unsent.all.filter((held2) => held2.number < number)) this.#send(held);
  }
  /** @param {Held<Change>} held */
  #send({ change, number, generation }) {
    if (!sent(this.model, { ...change, number, generation })) this.lose();
    else if (!this.waiting.on) this.waiting.start();
  }
};

// workshop_helpers/widgets/questions/finishing.js
var Finishing = class {
  /**
   * @param {string} words on the button
   * @param {() => void} finish
   */
  constructor(words, finish) {
    this.progress = h("p", { class: "wh-progress", role: "status" });
    this.filled = h("span");
    const bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, this.filled);
    this.element = h("div", { class: "wh-finishing" }, this.progress, bar, button(words, finish, "wh-main"));
  }
  /**
   * @param {number} done how many questions have an answer
   * @param {number} all of how many
   */
  count(done, all) {
    this.progress.textContent = `${done} of ${all}`;
    this.filled.style.width = `${100 * done / all}%`;
  }
};

// workshop_helpers/widgets/questions/keeping.js
function keeping(prefix, changed) {
  const box = h("input", { type: "checkbox", id: `${prefix}-keep`, onchange: () => changed(box.checked) });
  const label = h("label", { for: box.id }, box, h("span", {}, "Keep these answers on this computer too"));
  const hint = h("p", { class: "wh-hint" }, "Unless you tick this, they are gone when this page is shut down.");
  return { box, element: h("div", { class: "wh-keep" }, label, hint) };
}

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

// workshop_helpers/widgets/questions/kept-line.js
var KeptLine = class {
  /** @type {Note} */
  #note = {};
  /** @param {Delivery} delivery */
  constructor(delivery) {
    this.delivery = delivery;
    this.reconnect = new Reconnect((words) => this.#away(words));
    this.words = h("p", { class: "wh-saved" });
    this.said = h("p", { class: "wh-said", role: "status" });
    this.element = h("div", { class: "wh-kept", hidden: true }, this.words, this.reconnect.button, this.said);
  }
  close() {
    this.reconnect.stop();
  }
  /** @param {Note} note what the kernel says of what it keeps */
  note(note) {
    this.#note = note;
    this.update();
  }
  /** Say how what was typed stands: after a change, after a reply, and when the kernel went away or came back. */
  update() {
    const { away, done } = this.delivery;
    const { trouble, words = "" } = this.#note;
    if (away) this.#away("Not connected.");
    else if (trouble) this.#show(trouble, true);
    else if (done) this.#show(words);
    else this.#show("Not saved yet.", false, words);
  }
  /** Say that a button did nothing. */
  refuse() {
    this.#away("Not connected, so that did nothing. Press Reconnect, then try again.");
  }
  /** @param {string} words */
  #away(words) {
    const held = `What you typed is kept in this tab until you close ${this.delivery.mayStay ? "it" : "or reload it"}.`;
    this.#show(this.delivery.done ? words : `${words} ${held}`, true);
  }
  /**
   * @param {string} words to be seen
   * @param {boolean} trouble
   * @param {string} said to be heard
   */
  #show(words, trouble = false, said = words) {
    put(this.words, words);
    put(this.said, said);
    this.words.classList.toggle("wh-trouble", trouble);
    this.reconnect.button.hidden = !this.delivery.away;
    this.element.hidden = !words;
  }
};

// workshop_helpers/widgets/questions/outcome.js
var paragraphsOf = (texts) => texts.map((text2) => h("p", {}, text2));
var Outcome = class {
  rule = "";
  /** @type {string[]} */
  #said = [];
  /** @param {{ again: (rule: string) => void, back: () => void }} actions */
  constructor({ again, back }) {
    this.reply = h("div");
    this.standing = h("div");
    this.element = h("div", { class: "wh-outcome", role: "status", tabindex: -1 }, this.reply, this.standing);
    this.again = button("Add my answers again", () => again(this.rule), "wh-main");
    this.back = button("Take them back", back);
    this.again.hidden = true;
    this.back.hidden = true;
  }
  /** @param {string[]} paragraphs about what was just pressed */
  tell(paragraphs) {
    this.reply.replaceChildren(...paragraphsOf(paragraphs));
  }
  /** @param {Standing} standing */
  stand({ paragraphs, back, again, rule }) {
    this.rule = rule;
    this.back.hidden = !back;
    this.again.hidden = !again;
    if (paragraphs.join() === this.#said.join()) return;
    this.#said = paragraphs;
    this.standing.replaceChildren(...paragraphsOf(paragraphs));
  }
};

// workshop_helpers/widgets/questions/formats/radios.js
function radios(choices2, prefix, changed) {
  const inputs = choices2.map(
    ({ value }) => h("input", {
      type: "radio",
      name: prefix,
      id: `${prefix}-${value}`,
      value,
      onchange: () => changed(value)
    })
  );
  const labels = choices2.map(
    ({ label }, place) => h("label", { class: "wh-option", for: inputs[place].id }, inputs[place], h("span", {}, label))
  );
  return {
    element: h("div", { class: "wh-options" }, ...labels),
    /** @param {unknown} value */
    fill(value) {
      inputs.forEach((input, place) => {
        input.checked = choices2[place].value === value;
      });
    }
  };
}

// workshop_helpers/widgets/questions/formats/choice.js
var choice = ({ options }, prefix, changed) => radios(
  Object.entries(options).map(([value, label]) => ({ value, label })),
  prefix,
  changed
);

// workshop_helpers/widgets/questions/formats/choices.js
var choices = ({ options, atMost }, prefix, changed) => {
  const status = h("p", { class: "wh-hint", role: "status" });
  const boxes = Object.keys(options).map(
    (value) => h("input", { type: "checkbox", id: `${prefix}-${value}`, value, onchange: () => read() })
  );
  const labels = Object.values(options).map(
    (label, place) => h("label", { class: "wh-option", for: boxes[place].id }, boxes[place], h("span", {}, label))
  );
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const limit = () => {
    const full = Boolean(atMost) && chosen().length >= Number(atMost);
    for (const box of boxes) box.disabled = full && !box.checked;
    status.textContent = full ? `That is ${atMost}. Untick one to choose another.` : "";
  };
  const read = () => {
    limit();
    changed(chosen().length ? chosen() : null);
  };
  return {
    element: h("div", { class: "wh-options" }, ...labels),
    after: status,
    hint: atMost ? `Choose up to ${atMost}.` : "Choose as many as you like.",
    fill(value) {
      for (const box of boxes) box.checked = Array.isArray(value) && value.includes(box.value);
      limit();
    }
  };
};

// workshop_helpers/widgets/questions/formats/numbers.js
function numberOf(value, option) {
  const number = Object(value)[option];
  return typeof number === "number" ? String(number) : "";
}
function numbersIn(fields) {
  const found = fields.filter(([, typed]) => typed !== "" && Number.isInteger(Number(typed)) && Number(typed) >= 0).map(([option, typed]) => [option, Number(typed)]);
  return found.length ? Object.fromEntries(found) : null;
}

// workshop_helpers/widgets/questions/formats/points.js
function leftOf(total, given) {
  const left = given.reduce((rest, points2) => rest - points2, total);
  const words = left > 0 ? `${left} of ${total} left` : left < 0 ? `${-left} too many` : "All shared out";
  return { words, over: left < 0 };
}
var points = ({ options, total }, prefix, changed) => {
  const names = Object.keys(options);
  const left = h("output", { class: "wh-left", "aria-live": "polite" });
  const fields = names.map((option) => {
    const limits = { min: 0, max: total, step: 1, inputmode: "numeric" };
    const field = h("input", { type: "number", id: `${prefix}-${option}`, ...limits, oninput: () => read() });
    field.addEventListener("change", () => {
      if (field.value !== "") field.value = String(Math.min(total, Math.max(0, Math.trunc(Number(field.value)))));
      read();
    });
    return field;
  });
  const shared = () => numbersIn(names.map((name, place) => [name, fields[place].value]));
  const count = () => {
    const { words, over } = leftOf(total, Object.values(shared() ?? {}));
    left.textContent = words;
    left.classList.toggle("wh-over", over);
  };
  const read = () => {
    count();
    changed(shared());
  };
  const rows = names.map(
    (option, place) => h("div", { class: "wh-row" }, fields[place], h("label", { for: fields[place].id }, options[option]))
  );
  return {
    element: h("div", { class: "wh-rows" }, ...rows),
    after: left,
    hint: `Share out ${total} points.`,
    fill(value) {
      fields.forEach((field, place) => {
        field.value = numberOf(value, names[place]);
      });
      count();
    }
  };
};

// workshop_helpers/widgets/questions/formats/ranking.js
var ranking = ({ options }, prefix, changed) => {
  const names = Object.keys(options);
  const status = h("p", { class: "wh-hint", role: "status" });
  const places = () => names.map((_, place2) => h("option", { value: place2 + 1 }, String(place2 + 1)));
  const selects = names.map(
    (option) => h(
      "select",
      { id: `${prefix}-${option}`, onchange: () => place(option) },
      h("option", { value: "" }, "–"),
      ...places()
    )
  );
  const place = (option) => {
    const { value } = selects[names.indexOf(option)];
    const other = names.find((name, index) => name !== option && value && selects[index].value === value);
    if (other !== void 0) {
      selects[names.indexOf(other)].value = "";
      status.textContent = `Place ${value} is now “${options[option]}”; give “${options[other]}” another.`;
    }
    changed(numbersIn(names.map((name, index) => [name, selects[index].value])));
  };
  const rows = names.map(
    (option, index) => h("div", { class: "wh-row" }, selects[index], h("label", { for: selects[index].id }, options[option]))
  );
  return {
    element: h("div", { class: "wh-rows" }, ...rows),
    after: status,
    hint: `Put all ${names.length} in order: 1 comes first.`,
    fill(value) {
      selects.forEach((select, index) => {
        select.value = numberOf(value, names[index]);
      });
    }
  };
};

// workshop_helpers/widgets/questions/formats/scale.js
var scale = ({ values, labels, ends }, prefix, changed) => {
  const choices2 = values.map((value, place) => ({ value, label: labels[place] }));
  const { element, fill } = radios(choices2, prefix, changed);
  element.classList.add(ends ? "wh-ruler" : "wh-scale");
  if (!ends) return { element, fill };
  const low = h("span", {}, `${values[0]} = ${ends[0]}`);
  const high = h("span", {}, `${values[values.length - 1]} = ${ends[1]}`);
  return { element, fill, after: h("div", { class: "wh-ends", "aria-hidden": "true" }, low, high) };
};

// workshop_helpers/widgets/questions/formats/text.js
var PAUSE = 400;
var text = (question, prefix, changed) => {
  const area = h("textarea", {
    id: `${prefix}-text`,
    rows: question.rows ?? 4,
    maxlength: question.longest,
    "aria-label": question.text
  });
  let waiting;
  const send = () => {
    clearTimeout(waiting);
    waiting = void 0;
    changed(area.value.trim() ? area.value : null);
  };
  const flush = () => {
    if (waiting !== void 0) send();
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
  });
  area.addEventListener("blur", flush);
  return {
    element: area,
    flush,
    fill(value) {
      clearTimeout(waiting);
      waiting = void 0;
      area.value = typeof value === "string" ? value : "";
    }
  };
};

// workshop_helpers/widgets/questions/formats/index.js
var formats = { scale, choice, choices, ranking, points, text };
function viewOf(question, prefix, changed) {
  const build = (
    /** @type {FormatBuilder<Question>} */
    /** @type {unknown} */
    formats[question.format]
  );
  return build(question, prefix, changed);
}

// workshop_helpers/widgets/questions/question.js
var SKIP = { skip: true };
var DOES_NOT_APPLY = { "does-not-apply": true };
var TYPED_IN = "textarea, select, input[type=number], input[type=text]";
var Question = class {
  /** @type {Draft} */
  value = null;
  /** @type {{ said: NoAnswer, box: HTMLInputElement }[]} */
  ways = [];
  /** @type {(() => void) | null} */
  later = null;
  // shows what is kept, once nobody types here any more
  /**
   * @param {QuestionSpec} spec
   * @param {number | null} number
   * @param {string} prefix that ids begin with
   * @param {(key: string, value: Draft) => void} changed
   */
  constructor(spec, number, prefix, changed) {
    this.key = spec.key;
    this.prefix = prefix;
    this.changed = changed;
    this.format = viewOf(spec, `${prefix}-answer`, (value) => this.set(value));
    this.problem = h("p", { class: "wh-problem", id: `${prefix}-problem`, role: "alert" });
    const left = () => queueMicrotask(() => this.later?.());
    const hint = spec.hint ?? this.format.hint;
    this.element = h(
      "fieldset",
      { class: `wh-question wh-is-${spec.format}`, "aria-describedby": this.problem.id, onfocusout: left },
      h(
        "legend",
        {},
        number !== null && h("span", { class: "wh-number" }, `${number}. `),
        spec.text,
        spec.side && h("span", { class: "wh-side" }, ` ${spec.side}`)
      ),
      hint && h("p", { class: "wh-hint" }, hint),
      this.format.element,
      this.format.after,
      this.problem,
      spec.skippable && h(
        "div",
        { class: "wh-ways" },
        spec.doesNotApply && this.way(DOES_NOT_APPLY, "does not apply to me"),
        this.way(SKIP, "skip this one"),
        spec.private && h("span", { class: "wh-private" }, "stays private")
      )
    );
  }
  /**
   * A tick that stands in place of an answer.
   *
   * @param {NoAnswer} said
   * @param {string} label
   */
  way(said, label) {
    const box = h("input", { type: "checkbox", id: `${this.prefix}-${Object.keys(said)[0]}` });
    box.addEventListener("change", () => {
      this.format.fill(null);
      this.set(box.checked ? said : null);
    });
    this.ways.push({ said, box });
    return h("label", { class: "wh-way", for: box.id }, box, h("span", {}, label));
  }
  /** @param {Draft} value */
  set(value) {
    this.later = null;
    this.value = value;
    this.show("");
    this.mark();
    this.changed(this.key, value);
  }
  /**
   * Show what is kept. While somebody types here, that waits until they leave, and until then counts for nothing if they
   * change something: their own words take its place.
   *
   * @param {Draft | undefined} value
   */
  follow(value) {
    const field = document.activeElement;
    const typing = document.hasFocus() && field?.matches(TYPED_IN) && this.element.contains(field);
    if (typing && /** @type {HTMLInputElement} */
    field.value) this.later = () => this.fill(value);
    else this.fill(value);
  }
  /** @param {Draft | undefined} value */
  fill(value) {
    this.later = null;
    this.value = value ?? null;
    const isAnswer = !this.ways.some(({ said }) => isSaid(said, this.value));
    this.format.fill(isAnswer ? this.value : null);
    this.mark();
  }
  mark() {
    for (const { said, box } of this.ways) box.checked = isSaid(said, this.value);
  }
  /**
   * Say what is wrong with the answer; nothing, if it is empty.
   *
   * @param {string} problem
   */
  show(problem) {
    this.problem.textContent = problem;
  }
  focus() {
    this.element.querySelector("input, select, textarea")?.focus();
    this.element.scrollIntoView({ block: "center" });
  }
};
var isSaid = (said, value) => Object.keys(said).every((name) => Object(value)[name] === true);

// workshop_helpers/widgets/questions/sharing.js
var COUNTS = "What you untick counts as skipped, and nobody can tell the two apart. If you are counted with nothing, all of it is skipped: the group is one nearer to its picture, and nobody can tell who it was. If you add nothing, you are not counted.";
var Sharing = class {
  /**
   * @param {Offered[]} offered
   * @param {string} prefix that ids begin with
   * @param {object} actions
   * @param {(items: string[] | null) => void} actions.agree called with the items to add; null to add nothing
   * @param {() => void} actions.changed called when an item was ticked or unticked
   */
  constructor(offered, prefix, { agree, changed }) {
    this.ticks = offered.map(({ item }, place) => ({
      item,
      tick: h("input", { type: "checkbox", checked: true, id: `${prefix}-tick-${place}`, onchange: changed })
    }));
    const rows = offered.map(({ question, lines }, place) => {
      const { tick } = this.ticks[place];
      const answers = lines.map((line) => h("b", {}, line));
      const text2 = h("span", {}, h("span", { class: "wh-asked" }, question), ...answers);
      return h("li", {}, h("label", { for: tick.id }, tick, text2));
    });
    this.offer = h("p", { role: "status" });
    this.add = button("Add the ticked answers", () => agree(this.ticked), "wh-main");
    this.count = button("Nothing for the picture, but count me", () => {
      for (const { tick } of this.ticks) tick.checked = false;
      changed();
      agree([]);
    });
    this.element = h(
      "section",
      { class: "wh-sharing", "aria-label": "What you could add to the group's picture" },
      h("h4", {}, "Add to the group's picture?"),
      this.offer,
      h("ul", { class: "wh-preview" }, ...rows),
      h("p", { class: "wh-hint" }, COUNTS),
      h(
        "div",
        { class: "wh-buttons" },
        this.add,
        this.count,
        button("Add nothing", () => agree(null))
      )
    );
  }
  /** @param {{ offer: string, closed: boolean }} standing what adding means, under the rule that holds now */
  say({ offer, closed }) {
    put(this.offer, offer);
    this.add.hidden = closed;
    this.count.hidden = closed;
  }
  /** The items that are ticked now. */
  get ticked() {
    return this.ticks.filter(({ tick }) => tick.checked).map(({ item }) => item);
  }
};

// workshop_helpers/widgets/questions/slip-code.js
var SlipCode = class {
  /**
   * @param {SlipRule[]} rules that the picture can have: the usual one, and perhaps a small circle's
   * @param {(word: string, rule: string) => void} make asks the kernel for the code
   */
  constructor([usual, small], make) {
    const word = h("input", { type: "text", id: freshId(), autocomplete: "off", maxlength: 40 });
    const circle = h("input", { type: "checkbox", id: freshId() });
    const rule = () => circle.checked ? small : usual;
    const about2 = h("p", { role: "status" });
    const tell = () => {
      about2.textContent = `The rule of its picture: ${rule().words}. The code counts under this rule, and no other.`;
    };
    const go = () => make(word.value, rule().rule);
    onEnter(word, go);
    word.addEventListener("input", () => this.forget());
    circle.addEventListener("change", () => {
      tell();
      this.forget();
    });
    tell();
    this.code = h("output", { class: "wh-code", for: word.id });
    const question = "Our group is a small circle of six or seven. We all agreed to that rule.";
    this.element = h(
      "div",
      {},
      about2,
      small && h("div", { class: "wh-keep" }, h("label", { for: circle.id }, circle, h("span", {}, question))),
      h(
        "div",
        { class: "wh-row" },
        h("label", { for: word.id }, "The word for this hat"),
        word,
        button("Make my code", go)
      ),
      this.code
    );
  }
  /**
   * @param {string | null} code
   * @param {string} problem why there is none
   */
  show(code, problem = "") {
    this.code.textContent = code ?? problem;
    this.code.classList.toggle("wh-is-code", Boolean(code));
  }
  /** A code that is on the screen must be the one for what is ticked and typed now. */
  forget() {
    this.show(null);
  }
};

// workshop_helpers/widgets/questions/form.js
var ROOM_PATIENCE = 9e4;
var KEEP = "keep";
var slotOf = (key) => `answer ${key}`;
var Form = class {
  asked = false;
  // for something that takes a room, and that was not answered yet
  isUnknown = false;
  // what came of that, because the kernel went away
  /** @type {Standing | null} */
  standing = null;
  // with the room's picture
  told = false;
  // whether the feedback is what there is to see
  isHidden = false;
  isChanged = false;
  // whether somebody has answered something here
  /** @type {string | undefined} */
  generation;
  // of the workbook, in which all that is typed here belongs
  /** @type {Sharing | null} */
  sharing = null;
  /** @type {SlipCode | null} */
  slip = null;
  /**
   * @param {FormModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    this.model = model;
    this.prefix = freshId();
    const spec = model.get("spec");
    this.delivery = new Delivery(model, spec.place, () => this.moved());
    this.delivery.mayStay = !spec.sensitive;
    settle(root);
    this.questions = spec.questions.map((question, place) => {
      const number = spec.numbered ? place + 1 : null;
      const changed = (key, value) => this.answer(key, value);
      return new Question(question, number, `${this.prefix}-${place}`, changed);
    });
    this.line = new KeptLine(this.delivery);
    this.feedback = h("div", { class: "wh-feedback", tabindex: -1, hidden: true });
    this.outcome = new Outcome({
      again: (rule) => this.ask({ type: "again", rule }),
      back: () => this.ask({ type: "back" })
    });
    this.hiding = button("Hide my answers", () => this.hide(!this.isHidden));
    this.keeping = keeping(this.prefix, (on) => {
      this.delivery.mayStay &&= on;
      this.change(KEEP, { type: "keep", on });
    });
    this.rule = h("p", { class: "wh-hint" }, spec.rule);
    this.about = about(spec, this.rule);
    this.asking = h(
      "div",
      { class: "wh-asking" },
      ...this.questions.map((question) => question.element),
      spec.sensitive && this.keeping.element
    );
    this.finishing = spec.finish && new Finishing(spec.finish, () => this.send({ type: "finish" }));
    const { again, back } = this.outcome;
    const after = h("div", { class: "wh-buttons wh-after" }, again, this.hiding, back);
    const parts = [
      spec.title && h("h3", {}, spec.title),
      this.about,
      this.asking,
      this.feedback,
      this.outcome.element,
      h("div", { class: "wh-foot" }, this.finishing ? this.finishing.element : null, this.line.element),
      spec.finish && after,
      spec.label && h("p", { class: "wh-label" }, spec.label)
    ];
    root.append(...parts.filter((part) => part instanceof Node));
    this.deafen = this.hear();
    this.flush = () => {
      for (const question of this.questions) question.format.flush?.();
    };
    this.leave = () => {
      this.flush();
      this.delivery.leave();
    };
    window.addEventListener("pagehide", this.leave);
    this.delivery.knock();
  }
  close() {
    this.flush();
    window.removeEventListener("pagehide", this.leave);
    this.deafen();
    this.delivery.close();
    this.line.close();
  }
  // --- to the kernel
  /**
   * @param {string} slot
   * @param {Change} change
   */
  change(slot, change) {
    this.isChanged = true;
    this.delivery.change(slot, change);
    this.moved();
  }
  /**
   * @param {ToKernel} message
   * @param {number} [patience]
   */
  send(message, patience) {
    const sent2 = this.delivery.ask(message, patience);
    if (!sent2) this.line.refuse();
    return sent2;
  }
  /** @param {ToKernel} message that takes a room */
  ask(message) {
    if (this.asked || !this.send(message, ROOM_PATIENCE)) return;
    this.asked = true;
    this.outcome.tell(["One moment …"]);
  }
  /**
   * @param {string} key
   * @param {Draft} value
   */
  answer(key, value) {
    this.count();
    this.change(slotOf(key), { type: "answer", key, value });
  }
  // --- from the kernel
  hear() {
    return hear(
      this.model,
      {
        state: (state) => this.restore(state),
        saved: (saved) => this.note(saved),
        kept: (kept) => {
          this.showKept(kept.on);
          this.note(kept);
        },
        unfinished: ({ problems }) => this.unfinished(problems),
        feedback: (feedback) => this.showFeedback(feedback),
        standing: (standing) => this.stand(standing),
        agreed: (agreed) => this.agreed(agreed),
        slip: ({ code, problem }) => this.slip?.show(code, problem),
        failed: () => {
          this.asked = false;
          this.note({ trouble: "That did not work here. What was saved before is still there." });
        }
      },
      (message) => this.delivery.heard(message)
    );
  }
  /**
   * Show what is kept: when the page opens, and whenever it was changed or forgotten elsewhere.
   *
   * @param {State} state
   */
  restore(state) {
    const isFirst = this.generation === void 0;
    if (!isFirst && state.generation !== this.generation) this.beginAnew();
    this.generation = state.generation;
    const shown = this.values;
    for (const question of this.questions) {
      const change = this.delivery.unsent.of(slotOf(question.key));
      if (change?.type !== "answer") question.follow(state.drafts[question.key]);
      else if (change.value !== question.value) question.fill(change.value);
    }
    if (this.told && this.values !== shown) {
      this.told = false;
      this.hide(this.isHidden);
    }
    this.showKept(Boolean(state.kept));
    this.count();
    this.note(state);
    if (this.isUnknown) this.outcome.tell([]);
    if (state.hide && (this.isUnknown || isFirst && !this.isChanged)) this.hide(true);
    this.isUnknown = false;
  }
  /** Hold nothing of what was there before everything was forgotten, not even what is being typed. */
  beginAnew() {
    for (const question of this.questions) question.fill(null);
    this.sharing = this.slip = null;
    this.told = this.asked = false;
    this.feedback.replaceChildren();
    this.outcome.tell([]);
    this.hide(false);
  }
  /**
   * Whether sensitive answers are saved; what was ticked or unticked since counts.
   *
   * @param {boolean} on
   */
  showKept(on) {
    const change = this.delivery.unsent.of(KEEP);
    this.keeping.box.checked = change?.type === "keep" ? change.on : on;
    this.delivery.mayStay = !this.model.get("spec").sensitive || on && this.keeping.box.checked;
  }
  /** @param {Note} note */
  note(note) {
    this.line.note(note);
    if (note.reply !== void 0 && this.delivery.done) this.reply(note.reply);
  }
  /** The kernel went away or came back, or something else was changed. */
  moved() {
    if (this.asked && this.delivery.away) {
      this.asked = false;
      this.isUnknown = true;
      this.outcome.tell([NO_REPLY]);
    }
    this.line.update();
  }
  /** All answers, so that they can be compared. */
  get values() {
    return JSON.stringify(this.questions.map(({ value }) => value));
  }
  count() {
    const done = this.questions.filter((question) => question.value !== null);
    if (this.finishing) this.finishing.count(done.length, this.questions.length);
  }
  /** @param {{ [key: string]: string }} problems */
  unfinished(problems) {
    for (const question of this.questions) question.show(problems[question.key] ?? "");
    this.questions.find(({ key }) => problems[key])?.focus();
  }
  /** @param {string[]} paragraphs */
  reply(paragraphs) {
    this.feedback.replaceChildren(...paragraphs.map((text2) => h("p", {}, text2)));
    this.feedback.hidden = !paragraphs.length;
  }
  /** @param {Feedback} feedback */
  showFeedback(feedback) {
    if (feedback.again) {
      if ((!this.isChanged || this.told) && this.delivery.done) this.putFeedback(feedback);
      return;
    }
    this.isHidden = false;
    this.putFeedback(feedback);
    this.outcome.tell([]);
    this.feedback.focus({ preventScroll: true });
    this.feedback.scrollIntoView({ block: "nearest" });
  }
  /** @param {Feedback} feedback */
  putFeedback({ paragraphs, preview, nothing }) {
    const actions = {
      agree: (items) => this.ask({ type: "agree", items, rule: this.outcome.rule }),
      changed: () => this.slip?.forget()
    };
    this.sharing = preview.length ? new Sharing(preview, this.prefix, actions) : null;
    if (this.standing) this.sharing?.say(this.standing);
    this.feedback.replaceChildren(
      h("h4", {}, "For your eyes only"),
      ...paragraphs.map((text2) => h("p", {}, text2)),
      button("Look at my answers again", () => this.reopen()),
      this.sharing?.element ?? (nothing ? h("p", { class: "wh-hint" }, nothing) : "")
    );
    this.told = true;
    this.hide(this.isHidden);
  }
  reopen() {
    this.told = false;
    this.hide(false);
    this.questions[0].focus();
  }
  /**
   * Put what somebody answered out of sight, for a screen that others can see, or show it again.
   *
   * @param {boolean} on
   */
  hide(on) {
    this.isHidden = on;
    this.about.hidden = on;
    this.asking.hidden = on || this.told;
    if (this.finishing) this.finishing.element.hidden = this.asking.hidden;
    this.feedback.hidden = on || !this.told;
    this.hiding.textContent = on ? "Show my answers" : "Hide my answers";
  }
  /** @param {Standing} standing */
  stand(standing) {
    this.standing = standing;
    this.outcome.stand(standing);
    this.sharing?.say(standing);
    put(this.rule, standing.above);
  }
  /** @param {Agreed} agreed */
  agreed({ paragraphs, slip, hide }) {
    this.asked = false;
    this.outcome.tell(paragraphs);
    if (hide) {
      this.hide(true);
      this.outcome.element.focus();
    }
    if (!slip) return;
    this.slip = new SlipCode(
      slip,
      (word, rule) => this.send({ type: "slip", items: this.sharing?.ticked ?? [], word, rule })
    );
    this.outcome.reply.append(this.slip.element);
  }
};
var NO_REPLY = "No word came back about that. Press Reconnect below to see how it stands.";

// workshop_helpers/widgets/questions/view.js
function render({ model, el }) {
  const form = new Form(model, el);
  return () => form.close();
}
var view_default = widget({ render });
export {
  view_default as default
};
