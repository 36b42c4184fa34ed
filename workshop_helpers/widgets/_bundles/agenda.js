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
var widget = (widget2) => widget2;

// workshop_helpers/widgets/shared/durations.js
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

// workshop_helpers/widgets/agenda/view.js
function render({ model, el }) {
  const spec = model.get("spec");
  settle(el, "wh-agenda");
  const introduction = spec.introduction.map((text) => h("p", {}, text));
  el.append(h("h3", {}, spec.title), h("p", { class: "wh-time" }, spec.people), ...introduction);
  const agenda = new Agenda(spec, el);
  return () => agenda.close();
}
var view_default = widget({ render });
export {
  view_default as default
};
