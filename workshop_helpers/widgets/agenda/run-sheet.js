// The parts of an agenda, with a clock for whoever leads the room, on a page of its own and in the console. The clock
// lives in the browser's tab: it goes on when the page is loaded again, and it is the same wherever the agenda is shown.

const MINUTE = 60_000;
const TWICE = 600; // milliseconds: a double click is meant as one

const minutes = (count) => `${count} minute${count === 1 ? "" : "s"}`;
const clock = (moment) => new Date(moment).toLocaleTimeString([], { timeStyle: "short" });
const total = (parts) => parts.reduce((sum, part) => sum + part.minutes, 0);

/** What this tab of the browser remembers under a name, as text; where that is not allowed, the page alone does. */
class TabMemory {
  constructor(name) {
    this.name = name;
    this.text = null;
  }

  read() {
    try {
      return sessionStorage.getItem(this.name);
    } catch {
      return this.text;
    }
  }

  write(text) {
    this.text = text;
    try {
      sessionStorage.setItem(this.name, text);
    } catch {} // a page that may not remember
  }
}

/** A session that runs. Everything is worked out from moments in time: a page in the background ticks late. */
class Run {
  /** `kept` is what `toJSON` gave of an earlier one. */
  constructor(parts, now, kept = {}) {
    this.parts = parts;
    this.begun = kept.begun ?? now;
    this.stays = kept.stays ?? [{ started: now, rested: 0 }]; // one for each part that was begun
    this.paused = kept.paused ?? null; // since when
    this.ended = kept.ended ?? null;
  }

  toJSON() {
    const { begun, stays, paused, ended } = this;
    return { begun, stays, paused, ended };
  }

  get at() {
    return this.stays.length - 1;
  }

  get part() {
    return this.parts[this.at];
  }

  next(now) {
    this.go(now);
    if (this.at + 1 < this.parts.length) this.stays.push({ started: now, rested: 0 });
    else this.ended = now;
  }

  back(now) {
    this.go(now);
    if (this.ended) this.ended = null;
    else if (this.at) this.stays.pop();
  }

  pause(now) {
    this.paused = now;
  }

  go(now) {
    if (this.paused) this.stays[this.at].rested += now - this.paused;
    this.paused = null;
  }

  /** Milliseconds left of the part that is on; below zero when it takes longer than planned. */
  left(now) {
    const { started, rested } = this.stays[this.at];
    return started + rested + this.part.minutes * MINUTE - (this.paused ?? now);
  }

  /** When each part begins, and last when all is over: as it was so far, and from now on as it will be. */
  times(now) {
    const times = this.stays.map(({ started }) => started);
    let end = this.ended ?? now + Math.max(0, this.left(now));
    for (const part of this.parts.slice(this.at + 1)) {
      times.push(end);
      end += part.minutes * MINUTE;
    }
    return [...times, end];
  }

  /** Minutes behind the plan, as the two times on the screen differ; below zero when ahead of it. */
  behind(now) {
    return Math.floor(this.times(now).at(-1) / MINUTE) - Math.floor(this.planned / MINUTE);
  }

  get planned() {
    return this.begun + total(this.parts) * MINUTE;
  }

  get spare() {
    return total(this.parts.slice(this.at + 1).filter((part) => part.kind === "spare"));
  }
}

class Agenda {
  /** `sessions` have parts; `along` returns what a part that is on has beside its text; `folded` hides the list. */
  constructor({ id, sessions }, root, { along = () => [], folded = false } = {}) {
    this.memory = new TabMemory(`workshop-agenda-${id}`);
    this.known = null; // what the memory held when it was last looked at
    this.sessions = sessions;
    this.along = along;
    this.run = null;
    this.stopped = null; // the run that "Stop" ended, until another begins
    this.pressed = 0;
    root.append(
      h("div", { class: "wh-clock" }, this.before(), this.during(),
        (this.news = h("p", { class: "wh-aloud", role: "status" }))), // what it says can also be seen
      h(folded ? "details" : "div", {}, folded && h("summary", {}, "All parts"),
        (this.fold = button("Unfold all parts", () => this.unfold())),
        (this.list = h("ol", { class: "wh-parts" }))),
    );
    this.choose(0);
    this.catchUp();
    this.ticking = setInterval(() => this.tick(), 1000);
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
    if (text === this.known) return;
    this.known = text;
    const { session, run } = JSON.parse(text);
    const parts = this.sessions[session]?.parts ?? [];
    if (run && run.stays.length > parts.length) return; // the agenda was changed in between
    this.session.value = session;
    this.choose(session);
    this.run = run && new Run(parts, 0, run);
    if (run) this.tell();
  }

  keep() {
    this.known = JSON.stringify({ session: Number(this.session.value), run: this.run });
    this.memory.write(this.known);
  }

  /** What can be chosen before the start. */
  before() {
    const id = unlike();
    this.session = h("select", { id: `${id}-session`, onchange: () => this.choose(Number(this.session.value)) },
      ...this.sessions.map(({ title }, place) => h("option", { value: place }, title)));
    const soon = new Date(Math.ceil(Date.now() / (30 * MINUTE)) * 30 * MINUTE);
    const digits = [soon.getHours(), soon.getMinutes()].map((count) => String(count).padStart(2, "0")).join(":");
    this.start = h("input", { type: "time", id: `${id}-start`, value: digits, onchange: () => this.show() });
    this.span = h("p", { class: "wh-span" });
    this.again = button("Go on where we were", () => this.restart(this.stopped));
    return (this.plan = h("div", {},
      h("div", { class: "wh-choices" },
        this.sessions.length > 1 && h("p", {}, h("label", { for: this.session.id }, "Session"), this.session),
        h("p", {}, h("label", { for: this.start.id }, "If we begin at"), this.start)),
      this.span,
      h("div", { class: "wh-buttons" },
        button("Start now", () => this.restart(new Run(this.parts, Date.now())), "wh-main"),
        this.again)));
  }

  /** What is shown while the clock runs. */
  during() {
    const id = unlike();
    this.name = h("p", { class: "wh-now", id: `${id}-name`, tabindex: "-1" });
    this.face = h("p", { class: "wh-face", role: "timer", "aria-labelledby": `${id}-name` });
    this.then = h("p");
    this.pace = h("p", { class: "wh-pace" });
    this.sheet = h("div", { class: "wh-sheet" });
    this.next = button("Next part", () => this.move((now) => this.run.next(now)), "wh-main");
    this.rest = button("Pause", () => this.pause());
    this.back = button("Back one part", () => this.move((now) => this.run.back(now)));
    this.stop = button("Stop", () => this.end());
    return (this.running = h("div", {}, this.name, this.face, this.then, this.pace,
      h("div", { class: "wh-buttons" }, this.next, this.rest, this.back, this.stop), this.sheet));
  }

  choose(place) {
    this.stopped = null;
    this.run = null;
    this.parts = this.sessions[place].parts;
    this.rows = this.parts.map((part) => {
      const when = h("span", { class: "wh-when" });
      const details = h("details", {},
        h("summary", {}, when,
          h("span", {}, h("b", {}, part.title), " ", h("span", { class: "wh-facts" }, facts(part)))),
        ...sheet(part));
      return { when, details, item: h("li", { class: `wh-${part.kind}` }, details) };
    });
    this.list.replaceChildren(...this.rows.map(({ item }) => item));
    this.unfold(false);
    this.show();
  }

  unfold(open = this.rows.some(({ details }) => !details.open)) {
    for (const { details } of this.rows) details.open = open;
    this.fold.textContent = open ? "Fold all parts" : "Unfold all parts";
  }

  restart(run) {
    this.run = run;
    this.stopped = null;
    this.pressed = Date.now();
    this.keep();
    this.tell();
    this.next.focus();
  }

  move(step) {
    const now = Date.now();
    if (now - this.pressed < TWICE) return;
    this.pressed = now;
    step(now);
    this.keep();
    this.tell();
    if (this.run.ended) this.name.focus();
  }

  pause() {
    const now = Date.now();
    if (this.run.paused) this.run.go(now);
    else this.run.pause(now);
    this.keep();
    this.news.textContent = this.run.paused ? "The clock is paused." : "The clock goes on.";
    this.show();
  }

  end() {
    this.stopped = this.run.ended ? null : this.run;
    this.run = null;
    this.keep();
    this.news.textContent = "The clock has stopped.";
    this.show();
    this.plan.querySelector(".wh-main").focus();
  }

  /** Say what is on now, for somebody who does not see the screen. */
  tell() {
    const { part, ended } = this.run;
    this.news.textContent = ended ? "That was the last part." : `Now, for ${minutes(part.minutes)}: ${part.title}`;
    this.over = false;
    this.sheet.replaceChildren(...(ended ? [] : [...sheet(part), ...this.along(part)]));
    this.show();
  }

  show() {
    const now = Date.now();
    this.plan.hidden = Boolean(this.run);
    this.running.hidden = !this.run;
    if (this.run) this.showRun(now);
    else this.showPlan();
    this.rows.forEach(({ item }, place) => {
      item.classList.toggle("wh-done", Boolean(this.run) && (place < this.run.at || Boolean(this.run.ended)));
      if (this.run && !this.run.ended && place === this.run.at) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
  }

  showPlan() {
    const [hours, rest] = this.start.value.split(":").map(Number);
    const moment = this.start.value ? new Date().setHours(hours, rest, 0, 0) : Date.now();
    const times = new Run(this.parts, moment).times(moment);
    this.put(times);
    const span = `from ${clock(times[0])} to ${clock(times.at(-1))}`;
    this.span.textContent = `${this.parts.length} parts, ${minutes(total(this.parts))}: ${span}.`;
    this.again.hidden = !this.stopped;
  }

  showRun(now) {
    const { run } = this;
    const times = run.times(now);
    const left = run.left(now);
    this.put(times);
    this.name.textContent = run.ended ? "Done" : `Part ${run.at + 1} of ${this.parts.length}: ${run.part.title}`;
    this.face.textContent = run.ended ? clock(run.ended) : `${remaining(left)}${run.paused ? ", paused" : ""}`;
    this.face.classList.toggle("wh-over", !run.ended && left <= 0);
    const next = this.parts[run.at + 1];
    const then = clock(times[run.at + 1]);
    this.then.textContent = run.ended ? "" : next ? `Next, at ${then}: ${next.title}` : `The end is at ${then}.`;
    this.pace.textContent = pace(run, now, times.at(-1));
    this.next.textContent = next ? "Next part" : "End";
    this.next.hidden = this.rest.hidden = Boolean(run.ended);
    this.rest.textContent = run.paused ? "Go on" : "Pause";
    this.back.hidden = !run.at && !run.ended;
    this.stop.textContent = run.ended ? "Begin again" : "Stop";
    if (!run.ended && left <= 0 && !this.over) {
      this.over = true;
      this.news.textContent = `Time is up for: ${run.part.title}`;
    }
  }

  put(times) {
    this.rows.forEach(({ when }, place) => {
      const text = clock(times[place]);
      if (when.textContent !== text) when.textContent = text;
    });
  }
}

/** How long a part is, and what its title does not say of it. */
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

function pace(run, now, end) {
  const behind = run.behind(now);
  if (run.ended) {
    return `Planned were ${minutes(total(run.parts))}; it took ${minutes(Math.round((end - run.begun) / MINUTE))}.`;
  }
  if (!behind) return "We are on time.";
  const late = `${minutes(Math.abs(behind))} ${behind > 0 ? "behind" : "ahead"}`;
  const words = `We are ${late}, and end at ${clock(end)} instead of ${clock(run.planned)}.`;
  return behind > 0 && run.spare ? `${words} Of what is still to come, ${minutes(run.spare)} are to spare.` : words;
}

/** What the facilitator does and says, and the page it is about. */
function sheet(part) {
  return [
    ...part.text.map((text) => h("p", {}, text)),
    part.page && h("p", {}, "Page: ", link(part.page)),
  ].filter(Boolean);
}

function link({ title, notebook }) {
  const open = h("a", { href: notebook, target: "_blank", rel: "noopener" }, title);
  // JupyterLab opens what carries these two attributes in a tab of its own; elsewhere the browser does.
  open.addEventListener("click", () => {
    const here = decodeURIComponent(location.pathname).match(/\/tree\/(.*)$/)?.[1];
    if (!here) return;
    const path = [...here.split("/").slice(0, -1), notebook].join("/");
    open.setAttribute("data-commandlinker-command", "docmanager:open");
    open.setAttribute("data-commandlinker-args", JSON.stringify({ path }));
  });
  return open;
}
