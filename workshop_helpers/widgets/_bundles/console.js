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
var canBeSmall = (people) => people === SMALL_CIRCLE || people === SMALL_CIRCLE + 1;
function smallCircle() {
  const box = h("input", { type: "checkbox", id: freshId() });
  const words = "We are a small circle. Pictures then come in bands of three or four people. They hold out against one curious person, and not always against two who compare notes. Ask the group before anybody answers, and let one no be enough.";
  const label = h("label", { for: box.id }, box, h("span", {}, words));
  return { box, element: h("div", { class: "wh-keep", hidden: true }, label) };
}

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

// workshop_helpers/widgets/console/pool-words.js
function standing({ state, answered, seats, needed, rehearsal }) {
  if (rehearsal) {
    return {
      words: state === "open" ? `A rehearsal: ${answered} invented people have answered` : "A rehearsal, with its picture",
      reason: "It is on this page alone. Nobody in the room sees anything of it."
    };
  }
  switch (state) {
    case "open":
      return {
        words: `${answered} of ${seats} have answered`,
        reason: answered < needed ? `A picture needs ${needed} answers. You can reveal it then.` : "It is drawn once, and for everybody at the same moment."
      };
    case "revealed":
      return {
        words: "The picture has been shown.",
        reason: "People's notebooks show it by themselves. The single answers are gone."
      };
    case "discarded":
      return {
        words: "Closed without a picture. What was in it is forgotten.",
        reason: "Open it again when your group is ready for it."
      };
    case "in-doubt":
      return {
        words: "The server stopped when the picture was asked for. Some people may have seen it already.",
        reason: "It is not opened again by itself: two pictures of nearly the same people can give away what one person answered. Ask whether anybody sees a picture. If nobody does, open it again. People then add their answers anew."
      };
  }
}
function heard(title, before, now) {
  if (before?.state !== "open" || now.state !== "open" || now.rehearsal) return "";
  if (now.answered === now.seats && before.answered < now.seats) return `${title}: everybody has answered.`;
  if (now.answered >= now.needed && before.answered < now.needed) {
    return `${title}: enough people have answered for a picture.`;
  }
  return "";
}
function beforehand(step, { answered, seats, rehearsal }) {
  if (step === "close") {
    const who = answered === 1 ? "one person" : `${answered} people`;
    return {
      question: `Close it? What ${who} answered is then forgotten, and there will be no picture.`,
      yes: "Yes, close it",
      no: "No, leave it open"
    };
  }
  return {
    question: rehearsal ? `${answered} invented people have answered. Reveal their picture?` : `${answered} answered, ${seats} in the room: does that match? After the reveal nobody can change or take back an answer.`,
    yes: "Yes, reveal it",
    no: "Not yet"
  };
}
var BEFORE_REHEARSING = "Is your group here, and can it see this screen? Invented people answer on this page alone, and nobody in the room gets anything of it. Their picture says that they are invented.";
var canBeRehearsed = (state) => state === void 0 || state === "discarded";
function beforeAgain(state) {
  if (state === "revealed") {
    return "There is a picture of this already. Two pictures of the same people can say who changed their mind. Ask again only if the first one was a mistake.";
  }
  if (state === "in-doubt") {
    return "There may have been a picture of this already. Two pictures of nearly the same people can give away what one person answered. Ask again only if nobody saw it.";
  }
  return null;
}

// workshop_helpers/widgets/console/chooser.js
function prospect(part, isOpen, { seats, small }) {
  const circle = small && canBeSmall(seats) && part.policy === "room";
  const needed = circle ? SMALL_CIRCLE : part.needed;
  const words = circle ? "bands of three or four people, for a small circle" : part.words;
  const why = isOpen ? "It is open: see below." : needed > seats ? `Your room is set for ${seats}, so there would be no picture. Talk about it without one.` : "";
  const text = [`About ${part.minutes} minutes to answer.`, `The picture: ${words}.`, why].filter(Boolean).join(" ");
  return { can: !isOpen && needed <= seats, text };
}
var Chooser = class {
  /** @type {Circle} */
  circle = { seats: 0, small: false };
  /** @type {Map<string, Pool>} */
  pools = /* @__PURE__ */ new Map();
  /**
   * @param {Page[]} pages
   * @param {object} actions
   * @param {(pool: string) => void} actions.open opens one for the group
   * @param {(pool: string) => void} actions.rehearse rehearses one with invented people
   */
  constructor(pages, { open, rehearse }) {
    this.parts = partsOf(pages);
    this.choice = partSelect(pages);
    this.choice.addEventListener("change", () => this.show());
    this.about = h("p", { class: "wh-hint", id: freshId() });
    this.open = button("Open it", () => this.begin(open), "wh-main");
    this.open.setAttribute("aria-describedby", this.about.id);
    this.rehearse = button("Rehearse it", () => this.beforeRehearsing(rehearse));
    this.confirmation = new Confirmation();
    this.element = h(
      "div",
      { class: "wh-choosing" },
      h("h4", {}, "Open a self-assessment"),
      h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "Which one?"), this.choice),
      this.about,
      h("div", { class: "wh-buttons" }, this.open, this.rehearse),
      this.confirmation.element
    );
  }
  show() {
    const part = this.parts.get(this.choice.value);
    if (!part) return;
    const { can, text } = prospect(part, this.state(part.pool) === "open", this.circle);
    this.open.disabled = !can;
    this.rehearse.disabled = !can || !canBeRehearsed(this.state(part.pool));
    put(this.about, text);
  }
  /**
   * How one stands in the room; undefined if it was not opened there.
   *
   * @param {string} name
   */
  state(name) {
    const pool = this.pools.get(name);
    return pool?.rehearsal ? void 0 : pool?.state;
  }
  /** @param {(pool: string) => void} rehearse */
  beforeRehearsing(rehearse) {
    const pool = this.choice.value;
    this.confirmation.ask(BEFORE_REHEARSING, "Yes, rehearse", "No", this.rehearse, () => {
      rehearse(pool);
      this.choice.focus();
    });
  }
  /** @param {(pool: string) => void} open */
  begin(open) {
    const pool = this.choice.value;
    const question = beforeAgain(this.state(pool));
    if (question === null) {
      this.confirmation.close();
      open(pool);
      return;
    }
    this.confirmation.ask(question, "Yes, ask again", "No", this.open, () => {
      open(pool);
      this.choice.focus();
    });
  }
  /**
   * Choose a self-assessment, to be opened with one more press.
   *
   * @param {string} pool
   */
  bringUp(pool) {
    this.choice.value = pool;
    this.show();
    this.choice.focus();
    this.choice.scrollIntoView({ block: "center" });
  }
  /**
   * Choose the one after another.
   *
   * @param {string} pool
   */
  next(pool) {
    const all = [...this.parts.keys()];
    this.bringUp(all[Math.min(all.indexOf(pool) + 1, all.length - 1)]);
  }
};

// workshop_helpers/widgets/shared/durations.js
var clockFace = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
var minutes = (count) => counted(count, "minute");
var counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// workshop_helpers/widgets/shared/tab-memory.js
var TabMemory = class {
  /** @type {string | null} */
  #text = null;
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
  read() {
    try {
      return sessionStorage.getItem(this.name);
    } catch {
      return this.#text;
    }
  }
  /** @param {string} text */
  write(text) {
    this.#text = text;
    try {
      sessionStorage.setItem(this.name, text);
    } catch {
    }
  }
};

// workshop_helpers/widgets/agenda/run.js
var MINUTE = 6e4;
var total = (parts) => parts.reduce((sum, part) => sum + part.minutes, 0);
var Run = class {
  /**
   * @param {AgendaPart[]} parts
   * @param {number} now
   * @param {Partial<KeptRun>} kept what `toJSON` gave of an earlier one
   */
  constructor(parts, now, kept = {}) {
    this.parts = parts;
    this.begun = kept.begun ?? now;
    this.stays = kept.stays ?? [{ started: now, rested: 0 }];
    this.paused = kept.paused ?? null;
    this.ended = kept.ended ?? null;
  }
  /** @returns {KeptRun} */
  toJSON() {
    const { begun, stays, paused, ended } = this;
    return { begun, stays, paused, ended };
  }
  /** The place of the part that is on. */
  get at() {
    return this.stays.length - 1;
  }
  get part() {
    return this.parts[this.at];
  }
  /** @param {number} now */
  next(now) {
    this.go(now);
    if (this.at + 1 < this.parts.length) this.stays.push({ started: now, rested: 0 });
    else this.ended = now;
  }
  /** @param {number} now */
  back(now) {
    this.go(now);
    if (this.ended) this.ended = null;
    else if (this.at) this.stays.pop();
  }
  /** @param {number} now */
  pause(now) {
    this.paused = now;
  }
  /** @param {number} now */
  go(now) {
    if (this.paused) this.stays[this.at].rested += now - this.paused;
    this.paused = null;
  }
  /**
   * Milliseconds left of the part that is on; below zero when it takes longer than planned.
   *
   * @param {number} now
   */
  left(now) {
    const { started, rested } = this.stays[this.at];
    return started + rested + this.part.minutes * MINUTE - (this.paused ?? now);
  }
  /**
   * When each part begins, and last when all is over: as it was so far, and from now on as it will be.
   *
   * @param {number} now
   */
  times(now) {
    const times = this.stays.map(({ started }) => started);
    let end = this.ended ?? now + Math.max(0, this.left(now));
    for (const part of this.parts.slice(this.at + 1)) {
      times.push(end);
      end += part.minutes * MINUTE;
    }
    return [...times, end];
  }
  /**
   * When all will be over, or was.
   *
   * @param {number} now
   */
  end(now) {
    return this.times(now)[this.parts.length];
  }
  /**
   * Minutes behind the plan, as the two times on the screen differ; below zero when ahead of it.
   *
   * @param {number} now
   */
  behind(now) {
    return Math.floor(this.end(now) / MINUTE) - Math.floor(this.planned / MINUTE);
  }
  /** When all should be over. */
  get planned() {
    return this.begun + total(this.parts) * MINUTE;
  }
  /** Minutes to spare in what is still to come. */
  get spare() {
    return total(this.parts.slice(this.at + 1).filter((part) => part.kind === "spare"));
  }
};

// workshop_helpers/widgets/agenda/words.js
var clock = (moment) => new Date(moment).toLocaleTimeString([], { timeStyle: "short" });
function facts(part) {
  const kind = { work: "", break: "break", spare: "to spare" }[part.kind];
  const said = part.title.toLowerCase().includes(kind) ? "" : kind;
  return [minutes(part.minutes), said, part.demanding && "asks a lot"].filter(Boolean).join(" · ");
}
function remaining(left) {
  if (left > 0) return `${minutes(Math.ceil(left / MINUTE))} left`;
  const over = Math.floor(-left / MINUTE);
  return over ? `${minutes(over)} over` : "Time is up";
}
function pace(run, now) {
  const end = run.end(now);
  if (run.ended) {
    const took = minutes(Math.round((end - run.begun) / MINUTE));
    return `Planned were ${minutes(total(run.parts))}; it took ${took}.`;
  }
  const behind = run.behind(now);
  if (!behind) return "We are on time.";
  const late = `${minutes(Math.abs(behind))} ${behind > 0 ? "behind" : "ahead"}`;
  const words = `We are ${late}, and end at ${clock(end)} instead of ${clock(run.planned)}.`;
  return behind > 0 && run.spare ? `${words} Of what is still to come, ${minutes(run.spare)} are to spare.` : words;
}

// workshop_helpers/widgets/agenda/clock-face.js
var ClockFace = class {
  /** @param {{ next: () => void, pause: () => void, back: () => void, stop: () => void }} actions */
  constructor({ next, pause, back, stop }) {
    const id = freshId();
    this.name = h("p", { class: "wh-now", id: `${id}-name`, tabindex: "-1" });
    this.face = h("p", { class: "wh-face", role: "timer", "aria-labelledby": `${id}-name` });
    this.following = h("p");
    this.pace = h("p", { class: "wh-pace" });
    this.notes = h("div", { class: "wh-notes" });
    this.next = button("Next part", next, "wh-main");
    this.rest = button("Pause", pause);
    this.back = button("Back one part", back);
    this.stop = button("Stop", stop);
    const buttons = h("div", { class: "wh-buttons" }, this.next, this.rest, this.back, this.stop);
    this.element = h("div", {}, this.name, this.face, this.following, this.pace, buttons, this.notes);
  }
  /**
   * @param {Run} run
   * @param {number} now
   */
  show(run, now) {
    const left = run.left(now);
    const next = run.parts[run.at + 1];
    const then = clock(run.times(now)[run.at + 1]);
    const count = `Part ${run.at + 1} of ${run.parts.length}`;
    this.name.textContent = run.ended ? "Done" : `${count}: ${run.part.title}`;
    this.face.textContent = run.ended ? clock(run.ended) : `${remaining(left)}${run.paused ? ", paused" : ""}`;
    this.face.classList.toggle("wh-over", !run.ended && left <= 0);
    this.following.textContent = run.ended ? "" : next ? `Next, at ${then}: ${next.title}` : `The end is at ${then}.`;
    this.pace.textContent = pace(run, now);
    this.next.textContent = next ? "Next part" : "End";
    this.next.hidden = Boolean(run.ended);
    this.rest.hidden = Boolean(run.ended);
    this.rest.textContent = run.paused ? "Go on" : "Pause";
    this.back.hidden = !run.at && !run.ended;
    this.stop.textContent = run.ended ? "Begin again" : "Stop";
  }
};

// workshop_helpers/widgets/agenda/parts.js
var PartList = class {
  /** @type {{ when: HTMLElement, details: HTMLDetailsElement, item: HTMLElement }[]} */
  #rows = [];
  constructor() {
    this.fold = button("Unfold all parts", () => this.unfold(this.#rows.some(({ details }) => !details.open)));
    this.list = h("ol", { class: "wh-parts" });
  }
  /** @param {AgendaPart[]} parts */
  fill(parts) {
    this.#rows = parts.map((part) => {
      const when = h("span", { class: "wh-when" });
      const title = h("span", {}, h("b", {}, part.title), " ", h("span", { class: "wh-facts" }, facts(part)));
      const details = h("details", {}, h("summary", {}, when, title), ...notes(part));
      return { when, details, item: h("li", { class: `wh-${part.kind}` }, details) };
    });
    this.list.replaceChildren(...this.#rows.map(({ item }) => item));
    this.unfold(false);
  }
  /** @param {boolean} open */
  unfold(open) {
    for (const { details } of this.#rows) details.open = open;
    this.fold.textContent = open ? "Fold all parts" : "Unfold all parts";
  }
  /**
   * @param {number[]} times when each part begins
   * @param {Run | null} run
   */
  show(times, run) {
    this.#rows.forEach(({ when, item }, place) => {
      put(when, clock(times[place]));
      item.classList.toggle("wh-done", run !== null && (place < run.at || run.ended !== null));
      if (run && !run.ended && place === run.at) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
  }
};
var notes = ({ text, page }) => [
  ...text.map((words) => h("p", {}, words)),
  ...page ? [h("p", {}, "Page: ", link(page))] : []
];
function link({ title, notebook }) {
  const open = h("a", { href: notebook, target: "_blank", rel: "noopener" }, title);
  open.addEventListener("click", () => {
    const here = decodeURIComponent(location.pathname).match(/\/tree\/(.*)$/)?.[1];
    if (!here) return;
    const path = [...here.split("/").slice(0, -1), notebook].join("/");
    open.setAttribute("data-commandlinker-command", "docmanager:open");
    open.setAttribute("data-commandlinker-args", JSON.stringify({ path }));
  });
  return open;
}

// workshop_helpers/widgets/agenda/planning.js
var HALF_HOUR = 30 * MINUTE;
function nextHalfHour(now) {
  const soon = new Date(Math.ceil(now / HALF_HOUR) * HALF_HOUR);
  return [soon.getHours(), soon.getMinutes()].map((count) => String(count).padStart(2, "0")).join(":");
}
var Planning = class {
  /**
   * @param {Session[]} sessions
   * @param {{ chosen: (place: number) => void, changed: () => void, start: () => void, again: () => void }} actions
   */
  constructor(sessions, { chosen, changed, start, again }) {
    const id = freshId();
    this.session = h(
      "select",
      { id: `${id}-session`, onchange: () => chosen(this.place) },
      ...sessions.map(({ title }, place) => h("option", { value: place }, title))
    );
    this.start = h("input", { type: "time", id: `${id}-start`, value: nextHalfHour(Date.now()), onchange: changed });
    this.span = h("p", { class: "wh-span" });
    this.now = button("Start now", start, "wh-main");
    this.again = button("Go on where we were", again);
    const choices = h(
      "div",
      { class: "wh-choices" },
      sessions.length > 1 && h("p", {}, h("label", { for: this.session.id }, "Session"), this.session),
      h("p", {}, h("label", { for: this.start.id }, "If we begin at"), this.start)
    );
    this.element = h("div", {}, choices, this.span, h("div", { class: "wh-buttons" }, this.now, this.again));
  }
  /** The place of the session that is chosen. */
  get place() {
    return Number(this.session.value);
  }
  /**
   * Say when the parts would begin, and return the times.
   *
   * @param {AgendaPart[]} parts
   * @param {boolean} stopped whether there is a session to go on with
   */
  show(parts, stopped) {
    const [hours, rest] = this.start.value.split(":").map(Number);
    const moment = this.start.value ? (/* @__PURE__ */ new Date()).setHours(hours, rest, 0, 0) : Date.now();
    const times = new Run(parts, moment).times(moment);
    const span = `from ${clock(moment)} to ${clock(times[parts.length])}`;
    this.span.textContent = `${parts.length} parts, ${minutes(total(parts))}: ${span}.`;
    this.again.hidden = !stopped;
    return times;
  }
};

// workshop_helpers/widgets/agenda/agenda.js
var TWICE = 600;
var Agenda = class {
  /** @type {string | null} */
  known = null;
  // what the memory held when it was last looked at
  /** @type {Run | null} */
  run = null;
  /** @type {Run | null} */
  stopped = null;
  // the run that "Stop" ended, until another begins
  /** @type {AgendaPart[]} */
  parts = [];
  pressed = 0;
  over = false;
  // whether it was said that the part's time is up
  /**
   * @param {AgendaSpec} spec
   * @param {HTMLElement} root
   * @param {object} options
   * @param {(part: AgendaPart) => Node[]} [options.along] what a part that is on has beside its text
   * @param {boolean} [options.folded] whether the list of parts is out of sight at first
   */
  constructor({ id, sessions }, root, { along = () => [], folded = false } = {}) {
    this.memory = new TabMemory(`workshop-agenda-${id}`);
    this.sessions = sessions;
    this.along = along;
    this.planning = new Planning(sessions, {
      chosen: (place) => this.choose(place),
      changed: () => this.show(),
      start: () => this.restart(new Run(this.parts, Date.now())),
      again: () => this.stopped && this.restart(this.stopped)
    });
    this.clock = new ClockFace({
      next: () => this.move((run, now) => run.next(now)),
      pause: () => this.pause(),
      back: () => this.move((run, now) => run.back(now)),
      stop: () => this.end()
    });
    this.news = h("p", { class: "wh-aloud", role: "status" });
    this.list = new PartList();
    const summary = folded && h("summary", {}, "All parts");
    root.append(
      h("div", { class: "wh-clock" }, this.planning.element, this.clock.element, this.news),
      h(folded ? "details" : "div", {}, summary, this.list.fold, this.list.list)
    );
    this.choose(0);
    this.catchUp();
    this.ticking = setInterval(() => this.tick(), 1e3);
  }
  /** No more ticking. */
  close() {
    clearInterval(this.ticking);
  }
  tick() {
    this.catchUp();
    this.show();
  }
  /** Go on with what was begun before the page was loaded again, or where the agenda is shown a second time. */
  catchUp() {
    const text = this.memory.read();
    if (text === this.known || text === null) return;
    this.known = text;
    const { session, run } = JSON.parse(text);
    const parts = this.sessions[session]?.parts ?? [];
    if (run && run.stays.length > parts.length) return;
    this.planning.session.value = String(session);
    this.choose(session);
    this.run = run && new Run(parts, 0, run);
    if (this.run) this.tell(this.run);
  }
  keep() {
    this.known = JSON.stringify({ session: this.planning.place, run: this.run });
    this.memory.write(this.known);
  }
  /** @param {number} place */
  choose(place) {
    this.stopped = null;
    this.run = null;
    this.parts = this.sessions[place].parts;
    this.list.fill(this.parts);
    this.show();
  }
  /** @param {Run} run */
  restart(run) {
    this.run = run;
    this.stopped = null;
    this.pressed = Date.now();
    this.keep();
    this.tell(run);
    this.clock.next.focus();
  }
  /** @param {(run: Run, now: number) => void} step */
  move(step) {
    const now = Date.now();
    if (!this.run || now - this.pressed < TWICE) return;
    this.pressed = now;
    step(this.run, now);
    this.keep();
    this.tell(this.run);
    if (this.run.ended) this.clock.name.focus();
  }
  pause() {
    const { run } = this;
    if (!run) return;
    if (run.paused) run.go(Date.now());
    else run.pause(Date.now());
    this.keep();
    this.news.textContent = run.paused ? "The clock is paused." : "The clock goes on.";
    this.show();
  }
  end() {
    this.stopped = this.run?.ended ? null : this.run;
    this.run = null;
    this.keep();
    this.news.textContent = "The clock has stopped.";
    this.show();
    this.planning.now.focus();
  }
  /**
   * Say what is on now, for somebody who does not see the screen.
   *
   * @param {Run} run
   */
  tell(run) {
    const { part, ended } = run;
    this.news.textContent = ended ? "That was the last part." : `Now, for ${minutes(part.minutes)}: ${part.title}`;
    this.over = false;
    this.clock.notes.replaceChildren(...ended ? [] : [...notes(part), ...this.along(part)]);
    this.show();
  }
  show() {
    const { run } = this;
    this.planning.element.hidden = Boolean(run);
    this.clock.element.hidden = !run;
    if (!run) {
      this.list.show(this.planning.show(this.parts, Boolean(this.stopped)), null);
      return;
    }
    const now = Date.now();
    this.clock.show(run, now);
    this.list.show(run.times(now), run);
    if (!run.ended && run.left(now) <= 0 && !this.over) {
      this.over = true;
      this.news.textContent = `Time is up for: ${run.part.title}`;
    }
  }
};

// workshop_helpers/widgets/console/followed-agenda.js
var FollowedAgenda = class {
  /** @type {Agenda | undefined} */
  #agenda;
  /**
   * @param {AgendaSpec[]} agendas
   * @param {Page[]} pages
   * @param {(pool: string) => void} bringUp chooses a self-assessment, to be opened
   */
  constructor(agendas, pages, bringUp) {
    this.agendas = agendas;
    this.pages = pages;
    this.bringUp = bringUp;
    const memory = new TabMemory("workshop-agenda");
    const remembered = agendas.find(({ id }) => id === memory.read());
    this.place = h("div", { class: "wh-agenda" });
    this.choice = h(
      "select",
      { id: freshId(), class: "wh-wide" },
      h("option", { value: "" }, "None"),
      ...agendas.map(({ id, title }) => h("option", { value: id }, title))
    );
    this.choice.value = remembered?.id ?? "";
    this.choice.addEventListener("change", () => {
      memory.write(this.choice.value);
      this.follow();
    });
    this.follow();
    const label = h("label", { for: this.choice.id }, "Agenda to follow");
    this.element = h("div", { class: "wh-planning" }, h("div", { class: "wh-row" }, label, this.choice), this.place);
  }
  close() {
    this.#agenda?.close();
  }
  follow() {
    this.close();
    this.place.replaceChildren();
    const chosen = this.agendas.find(({ id }) => id === this.choice.value);
    this.#agenda = chosen && new Agenda(chosen, this.place, { along: ({ page }) => this.toOpen(page?.notebook), folded: true });
  }
  /**
   * The self-assessments on the page that a part of the agenda is about, as buttons that choose them.
   *
   * @param {string | undefined} notebook
   */
  toOpen(notebook) {
    const parts = this.pages.find((page) => page.notebook === notebook)?.parts ?? [];
    if (!parts.length) return [];
    const buttons = parts.map(({ pool, title }) => button(title, () => this.bringUp(pool)));
    return [h("p", {}, "This page has for the room:"), h("div", { class: "wh-buttons" }, ...buttons)];
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

// workshop_helpers/widgets/console/making.js
async function makeRoom(values) {
  const { address, token } = (
    /** @type {{ address: string, token: string }} */
    server()
  );
  const headers = { "Content-Type": "application/json" };
  const xsrf = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/);
  if (xsrf) headers["X-XSRFToken"] = xsrf[1];
  if (token) headers.Authorization = `token ${token}`;
  const reply = await fetch(`${address}/workshop/v1/create`, {
    method: "POST",
    credentials: "same-origin",
    headers,
    body: JSON.stringify(values)
  });
  const said = await reply.json().catch(() => ({}));
  if (reply.ok) return { address, seats: values.seats, code: said.code, key: said.key };
  throw new Error(refusal(reply.status, said.sorry));
}
function refusal(status, sorry) {
  if (status === 404) {
    return "This server cannot collect answers: it was started without the workshop. Start it again from the workshop's folder, or use 'workshop room'.";
  }
  if (status === 403) {
    return "The server did not accept this page. Reload it in your browser, and log in again if you are asked to.";
  }
  return sorry ?? "The server did not make a room. Try again.";
}

// workshop_helpers/widgets/console/people.js
var MOST = 1e4;
var peopleField = () => h("input", { type: "number", id: freshId(), min: 1, max: MOST, step: 1, inputmode: "numeric", value: "" });
var peopleIn = (typed) => {
  const number = Number(typed);
  return /^\d+$/.test(typed) && number >= 1 && number <= MOST ? number : null;
};

// workshop_helpers/widgets/console/opening.js
var TERMINAL = ".venv/bin/workshop room --seats 12";
var Opening = class {
  /**
   * @param {object} actions
   * @param {(room: MadeRoom) => void} actions.made called with a new room
   * @param {(line: string) => void} actions.line called with what was typed
   * @param {Say} actions.say called with what went wrong
   */
  constructor({ made, line, say }) {
    this.made = made;
    this.say = say;
    this.seats = peopleField();
    this.unfit = h("p", { class: "wh-note" });
    this.open = button("Open a room on this server", () => this.make(), "wh-main");
    onEnter(this.seats, () => this.open.click());
    this.other = this.elsewhere(line);
    const kept = "The room's code and key are kept in your workbook on this computer, so that it is the same room after a restart. They are forgotten when you end the room.";
    this.element = h(
      "div",
      { class: "wh-opening", hidden: true },
      h("div", { class: "wh-row" }, h("label", { for: this.seats.id }, "How many people are in the room?"), this.seats),
      h(
        "p",
        { class: "wh-hint" },
        "Count those who will answer, and not yourself. No more than that are ever counted."
      ),
      this.unfit,
      h("div", { class: "wh-buttons" }, this.open),
      h("p", { class: "wh-hint" }, kept),
      this.other
    );
  }
  /**
   * The way to lead a room that another process serves.
   *
   * @param {(line: string) => void} line
   */
  elsewhere(line) {
    const field = h("input", { type: "password", id: freshId(), autocomplete: "off", spellcheck: "false" });
    const take = () => {
      line(field.value);
      field.value = "";
    };
    onEnter(field, take);
    const when = "For a local network, or when this page's server cannot be reached by others. In a terminal, in the workshop's folder, start it with the number of people:";
    return h(
      "details",
      {},
      h("summary", {}, "I run the room with ", h("code", {}, "workshop room")),
      h("p", {}, when),
      h("pre", {}, TERMINAL),
      h("p", {}, "Does it run on this computer, in your account? Then this page finds it by itself."),
      h(
        "div",
        { class: "wh-buttons" },
        button("Run the room of this computer", () => line(""))
      ),
      h(
        "p",
        {},
        "Does it run on another computer? There it says in which file the line for you is. The line holds the room's key, so it is hidden here."
      ),
      h(
        "div",
        { class: "wh-row" },
        h("label", { for: field.id }, "The line for the facilitator"),
        field,
        button("Run the room of this line", take)
      )
    );
  }
  async make() {
    const seats = peopleIn(this.seats.value);
    if (seats === null) {
      this.say("Type the number of people first.", true);
      this.seats.focus();
      return;
    }
    this.open.disabled = true;
    try {
      this.made(await makeRoom({ seats }));
    } catch (error) {
      const { message } = (
        /** @type {Error} */
        error
      );
      this.say(error instanceof TypeError ? "The server did not answer. Is it still running?" : message, true);
    }
    this.open.disabled = false;
  }
  /**
   * @param {boolean} visible
   * @param {string | undefined} unfit why this page's server cannot have a room, if that is news
   */
  show(visible, unfit) {
    this.element.hidden = !visible;
    if (unfit === void 0) return;
    this.unfit.textContent = unfit;
    this.unfit.hidden = !unfit;
    this.open.hidden = Boolean(unfit);
    if (unfit) this.other.open = true;
  }
};

// workshop_helpers/widgets/console/invitation.js
var Invitation = class {
  /** @param {Say} say */
  constructor(say) {
    this.say = say;
    this.qr = h("img", { class: "wh-qr", alt: "" });
    this.link = h("p", { class: "wh-link" });
    this.use = h("p", { class: "wh-hint" });
    this.code = h("p", { class: "wh-letters" });
    this.onlyHere = h(
      "div",
      { class: "wh-note", hidden: true },
      h(
        "p",
        {},
        h("b", {}, "Only this computer can reach this room."),
        " That is fine for a rehearsal. For people with computers of their own, end this room, and start one in a terminal:"
      ),
      h("pre", {}, TERMINAL)
    );
    const where = "On the page “Welcome”, under “Your room”, paste this join link:";
    const board = h(
      "div",
      { class: "wh-invitation" },
      h("div", { class: "wh-scan" }, this.qr, h("p", { class: "wh-hint" }, "The join link, for a camera")),
      h("div", { class: "wh-by-hand" }, h("p", {}, where), this.link, this.use, this.code)
    );
    const buttons = h(
      "div",
      { class: "wh-buttons" },
      button("Copy the link", () => this.copy()),
      button("Show this large", () => large(board, say))
    );
    this.element = h("div", {}, this.onlyHere, board, buttons);
  }
  async copy() {
    try {
      await navigator.clipboard.writeText(this.link.textContent);
      this.say("The link is copied.");
    } catch {
      getSelection()?.selectAllChildren(this.link);
      this.say("Your browser does not let this page copy. The link is marked: press Ctrl and C together.");
    }
  }
  /** @param {LedRoom} room */
  show({ link: link2, code, qr, codeIsEnough, onlyHere }) {
    this.link.textContent = link2;
    this.code.textContent = code;
    this.use.textContent = codeIsEnough ? "Or type its code there:" : "Its code, to check that you are in the right room:";
    this.qr.src = qr;
    this.qr.alt = `QR code of the join link ${link2}`;
    this.onlyHere.hidden = !onlyHere;
  }
  forget() {
    this.link.textContent = "";
    this.code.textContent = "";
    this.qr.removeAttribute("src");
  }
};

// workshop_helpers/widgets/console/pool-card.js
var PoolCard = class {
  /** @type {Pool | null} */
  pool = null;
  /**
   * @param {Part} part
   * @param {object} actions
   * @param {(type: "close" | "stop" | "reveal", pool: string) => void} actions.act tells the kernel
   * @param {Say} actions.say tells the person
   * @param {(pool: string) => void} actions.next goes on to the next self-assessment
   */
  constructor(part, { act, say, next }) {
    this.part = part;
    this.act = act;
    this.title = h("h4", { tabindex: "-1" }, part.title);
    this.words = h("p", { class: "wh-count" });
    this.filled = h("span");
    this.bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, this.filled);
    this.reason = h("p", { class: "wh-hint", id: freshId() });
    this.reveal = button("Reveal", () => this.ask("reveal", this.reveal), "wh-main");
    this.reveal.setAttribute("aria-describedby", this.reason.id);
    this.close = button("Close without a picture", () => this.ask("close", this.close));
    this.stop = button("End the rehearsal", () => this.send("stop"));
    this.again = button("Show the picture", () => this.send("reveal"));
    this.buttons = [this.reveal, this.close, this.again, this.stop];
    this.confirmation = new Confirmation();
    this.shown = new GroupPicture(part.title, say, () => next(part.pool));
    this.element = h(
      "section",
      { class: "wh-pool", "aria-label": part.title },
      this.title,
      this.words,
      this.bar,
      this.reason,
      h("div", { class: "wh-buttons" }, ...this.buttons),
      this.confirmation.element,
      this.shown.element
    );
  }
  /** @param {"close" | "stop" | "reveal"} type */
  send(type) {
    this.busy(true);
    this.act(type, this.part.pool);
  }
  /** @param {boolean} on */
  busy(on) {
    for (const each of this.buttons) each.classList.toggle("wh-busy", on);
  }
  /**
   * Show how things stand. Words are changed in place, so that nobody's focus is lost.
   *
   * @param {Pool} pool
   * @returns {string} what there is to hear
   */
  update(pool) {
    const before = this.pool;
    this.pool = pool;
    const open = pool.state === "open";
    const { words, reason } = standing(pool);
    put(this.words, words);
    put(this.reason, reason);
    this.bar.hidden = !open;
    this.filled.style.width = `${Math.min(100, 100 * pool.answered / pool.seats)}%`;
    this.reveal.hidden = !open;
    this.reveal.disabled = pool.answered < pool.needed;
    this.close.hidden = !open || pool.rehearsal;
    this.stop.hidden = !pool.rehearsal;
    const another = before?.rehearsal !== pool.rehearsal;
    if (another || !open && before?.state === "open") this.confirmation.close();
    if (another || open && before?.state !== "open") this.shown.hide();
    this.again.hidden = pool.state !== "revealed" || this.shown.visible;
    return heard(this.part.title, before, pool);
  }
  /**
   * @param {"close" | "reveal"} step
   * @param {HTMLButtonElement} back
   */
  ask(step, back) {
    if (!this.pool) return;
    const { question, yes, no } = beforehand(step, this.pool);
    this.confirmation.ask(question, yes, no, back, () => {
      this.send(step);
      this.title.focus();
    });
  }
  /** @param {PoolPicture} picture */
  picture(picture) {
    const { pool } = this.part;
    if (picture.rehearsal) {
      const note = "This is a rehearsal. The people in this picture are invented, and it is in nobody else's notebook.";
      this.shown.show(picture, `${pool}-rehearsal`, note);
    } else this.shown.show(picture, pool);
    if (this.pool) this.update(this.pool);
    this.shown.focus();
  }
};

// workshop_helpers/widgets/console/view.js
var PATIENCE2 = 2e4;
var Console = class {
  /** @type {Map<string, PoolCard>} */
  cards = /* @__PURE__ */ new Map();
  troubled = false;
  /**
   * @param {ConsoleModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    const { pages, agendas } = model.get("spec");
    this.model = model;
    this.say = this.say.bind(this);
    this.asking = new Asking(model, (words) => this.say(words, true));
    settle(root, "wh-leading", "wh-console");
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.trouble = h("p", { class: "wh-note wh-problem", role: "alert" });
    this.opening = new Opening({
      made: (room) => this.made(room),
      line: (line) => this.send({ type: "line", line }),
      say: this.say
    });
    this.invitation = new Invitation(this.say);
    this.seats = peopleField();
    this.small = smallCircle();
    this.agenda = new FollowedAgenda(agendas, pages, (pool) => this.chooser.bringUp(pool));
    this.chooser = new Chooser(pages, {
      open: (pool) => this.send({ type: "open", pool }),
      rehearse: (pool) => this.send({ type: "rehearse", pool })
    });
    this.list = h("div", { class: "wh-pools" });
    this.confirmation = new Confirmation();
    this.end = button("End the room", () => this.askToEnd());
    this.room = h(
      "div",
      { hidden: true },
      this.invitation.element,
      this.people(),
      this.agenda.element,
      this.chooser.element,
      this.list,
      h("div", { class: "wh-ending" }, h("div", { class: "wh-buttons" }, this.end), this.confirmation.element)
    );
    root.append(
      h("h3", {}, "The room"),
      this.opening.element,
      this.room,
      h("div", { class: "wh-news" }, this.news, this.trouble, this.asking.button)
    );
    this.deafen = this.hear();
    this.send({ type: "ready", here: server()?.address ?? null });
  }
  stop() {
    this.asking.stop();
    this.agenda.close();
    this.deafen();
  }
  /** How many people are in the room, and whether they are a small circle. */
  people() {
    const change = () => {
      const seats = peopleIn(this.seats.value);
      if (seats === null) this.say("Type a whole number of people.", true);
      else this.send({ type: "seats", seats });
    };
    onEnter(this.seats, change);
    this.small.box.addEventListener("change", () => this.send({ type: "small", on: this.small.box.checked }));
    const label = h("label", { for: this.seats.id }, "People in the room");
    const row = h("div", { class: "wh-row" }, label, this.seats, button("Change", change));
    return h("div", { class: "wh-people" }, row, this.small.element);
  }
  askToEnd() {
    const words = "This ends the room for everybody. Answers that were not revealed are forgotten, and so are its code and key. Save the pictures first that your group wants to keep.";
    this.ask(words, "Yes, end it and forget it", false);
  }
  /**
   * @param {string} question
   * @param {string} yes
   * @param {boolean} anyway whether it is forgotten here even if it cannot be reached
   */
  ask(question, yes, anyway) {
    this.confirmation.ask(question, yes, "No, go on", this.end, () => this.send({ type: "end", anyway }));
  }
  // --- to the kernel
  /** @param {ToKernel} message */
  send(message) {
    this.asking.ask(message, PATIENCE2);
  }
  /** @param {MadeRoom} room */
  made(room) {
    this.send({ type: "made", ...room });
  }
  /** @param {string} words */
  say(words, trouble = false) {
    this.trouble.textContent = trouble ? words : "";
    this.news.textContent = trouble ? "" : words;
  }
  // --- from the kernel
  hear() {
    return hear(this.model, {
      room: (news) => this.show(news),
      again: (room) => this.makeAgain(room),
      pools: ({ pools, trouble }) => this.update(pools, trouble),
      picture: (picture) => {
        this.say("");
        this.cards.get(picture.pool)?.picture(picture);
      },
      words: ({ words, trouble }) => this.say(words, trouble),
      "not-ended": ({ words }) => this.ask(words, "Forget it here anyway", true),
      done: ({ pool }) => {
        this.asking.heard();
        this.cards.get(pool ?? "")?.busy(false);
      },
      failed: () => this.say("That did not work. Try again.", true)
    });
  }
  /** @param {RoomNews} news */
  show(news) {
    this.opening.show(!news.inside, news.unfit);
    this.room.hidden = !news.inside;
    if (news.inside) this.lead(news, news.new);
    else this.forget();
  }
  /**
   * @param {LedRoom} room
   * @param {boolean} isNew
   */
  lead(room, isNew) {
    const { seats, small } = room;
    this.invitation.show(room);
    this.seats.value = String(seats);
    this.small.box.checked = small;
    this.small.element.hidden = !canBeSmall(seats);
    this.chooser.circle = { seats, small };
    this.chooser.show();
    if (isNew) {
      this.say(`The room is open for ${seats} people.`);
      this.chooser.choice.focus({ preventScroll: true });
    }
  }
  forget() {
    for (const card of this.cards.values()) card.element.remove();
    this.cards.clear();
    this.chooser.pools.clear();
    this.invitation.forget();
  }
  /** @param {{ code: string, key: string, seats: number }} room */
  async makeAgain({ code, key, seats }) {
    try {
      this.made(await makeRoom({ seats, code, key }));
    } catch {
      const words = "The server has forgotten the room, and this page could not make it again yet.";
      this.say(`${words} It is tried again.`, true);
    }
  }
  /**
   * @param {Pool[]} pools
   * @param {string | null} trouble
   */
  update(pools, trouble) {
    if (trouble) this.say(trouble, true);
    else if (this.troubled) this.say("The room is there again.");
    this.troubled = Boolean(trouble);
    if (trouble) return;
    this.chooser.pools = new Map(pools.map((pool) => [pool.pool, pool]));
    for (const [name, card] of this.cards) {
      if (!this.chooser.pools.has(name)) {
        card.element.remove();
        this.cards.delete(name);
      }
    }
    for (const pool of pools) {
      const heard2 = this.card(pool.pool)?.update(pool);
      if (heard2) this.say(heard2);
    }
    this.chooser.show();
  }
  /**
   * The card of a pool, a new one if there is none yet.
   *
   * @param {string} name
   */
  card(name) {
    const part = this.chooser.parts.get(name);
    if (this.cards.has(name) || !part) return this.cards.get(name);
    const card = new PoolCard(part, {
      act: (type, pool) => this.send({ type, pool }),
      say: this.say,
      next: (pool) => this.chooser.next(pool)
    });
    this.cards.set(name, card);
    this.list.prepend(card.element);
    return card;
  }
};
function render({ model, el }) {
  const console = new Console(model, el);
  return () => console.stop();
}
var view_default = widget({ render });
export {
  view_default as default
};
