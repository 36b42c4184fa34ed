/** @import { Run } from "./run.js" */

import { button, freshId, h } from "../shared/elements.js";
import { clock, pace, remaining } from "./words.js";

/** What is shown while a session runs: the part that is on, what is left of it, what comes next. */
export class ClockFace {
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
}
