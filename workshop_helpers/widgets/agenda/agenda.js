// The parts of an agenda, with a clock for whoever leads the room, on a page of its own and in the console. The clock
// lives in the browser's tab: it goes on when the page is loaded again, and it is the same wherever the agenda is shown.

/**
 * @import { Child } from "../shared/elements.js"
 * @import { Session } from "./planning.js"
 * @import { AgendaPart, KeptRun } from "./run.js"
 * @typedef {{ id: string, title: string, people: string, introduction: string[], sessions: Session[] }} AgendaSpec
 */

import { minutes } from "../shared/durations.js";
import { h } from "../shared/elements.js";
import { TabMemory } from "../shared/tab-memory.js";
import { ClockFace } from "./clock-face.js";
import { notes, PartList } from "./parts.js";
import { Planning } from "./planning.js";
import { Run } from "./run.js";

const TWICE = 600; // milliseconds: a double click is meant as one

export class Agenda {
  /** @type {string | null} */
  known = null; // what the memory held when it was last looked at
  /** @type {Run | null} */
  run = null;
  /** @type {Run | null} */
  stopped = null; // the run that "Stop" ended, until another begins
  /** @type {AgendaPart[]} */
  parts = [];
  pressed = 0;
  over = false; // whether it was said that the part's time is up

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
      again: () => this.stopped && this.restart(this.stopped),
    });
    this.clock = new ClockFace({
      next: () => this.move((run, now) => run.next(now)),
      pause: () => this.pause(),
      back: () => this.move((run, now) => run.back(now)),
      stop: () => this.end(),
    });
    this.news = h("p", { class: "wh-aloud", role: "status" }); // what it says can also be seen
    this.list = new PartList();
    const summary = folded && h("summary", {}, "All parts");
    root.append(
      h("div", { class: "wh-clock" }, this.planning.element, this.clock.element, this.news),
      h(folded ? "details" : "div", {}, summary, this.list.fold, this.list.list),
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
    if (text === this.known || text === null) return;
    this.known = text;
    /** @type {{ session: number, run: KeptRun | null }} */
    const { session, run } = JSON.parse(text);
    const parts = this.sessions[session]?.parts ?? [];
    if (run && run.stays.length > parts.length) return; // the agenda was changed in between
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
    this.clock.notes.replaceChildren(...(ended ? [] : [...notes(part), ...this.along(part)]));
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
}
