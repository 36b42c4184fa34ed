// The steps of an exercise, with a timer. It runs in the page alone and remembers nothing.

/**
 * @import { Rendering, SilentModel } from "../shared/model.js"
 * @typedef {{ title: string, seconds: number, text: string }} Step
 * @typedef {{ title: string, minutes: number, introduction: string[], ways: [string, string][], steps: Step[] }} Exercise
 */

import { Countdown } from "../shared/countdown.js";
import { clockFace, spoken } from "../shared/durations.js";
import { button, freshId, h, settle } from "../shared/elements.js";
import { widget } from "../shared/model.js";

class Timer {
  /**
   * @param {Exercise} exercise
   * @param {HTMLElement} root
   */
  constructor(exercise, root) {
    this.steps = exercise.steps;
    this.current = 0;
    this.countdown = new Countdown(
      () => this.show(),
      () => this.move(this.current + 1, true),
    );
    this.countdown.left = this.steps[0].seconds;
    settle(root, "wh-timer");

    const id = freshId();
    this.rows = this.steps.map((step) =>
      h("li", {}, h("span", {}, h("b", {}, step.title), ` ${spoken(step.seconds)}`), h("p", {}, step.text)),
    );
    this.face = h("p", { class: "wh-face", role: "timer", "aria-labelledby": `${id}-name` });
    this.name = h("p", { class: "wh-now", id: `${id}-name` });
    this.news = h("p", { class: "wh-hint", role: "status" });
    this.go = button("Start", () => (this.countdown.running ? this.pause() : this.start()), "wh-main");
    const others = [button("Next step", () => this.move(this.current + 1)), button("Start again", () => this.reset())];
    const buttons = h("div", { class: "wh-buttons" }, this.go, ...others);
    root.append(
      h("h3", {}, exercise.title),
      h("p", { class: "wh-time" }, `About ${exercise.minutes} minutes.`),
      ...exercise.introduction.map((text) => h("p", {}, text)),
      h("div", { class: "wh-clock" }, this.name, this.face, buttons, this.news),
      h("ol", { class: "wh-steps" }, ...this.rows),
      ...exercise.ways.map(([way, text]) => h("p", { class: "wh-other" }, h("b", {}, `${way}. `), text)),
    );
    this.show();
  }

  start() {
    if (this.current >= this.steps.length) this.reset();
    this.countdown.start();
    this.say(`${this.steps[this.current].title}: ${spoken(this.countdown.left)}`);
    this.show();
  }

  pause() {
    this.countdown.pause();
    this.show();
  }

  /** @param {number} step */
  move(step, ticking = this.countdown.running) {
    this.countdown.pause();
    this.current = Math.min(step, this.steps.length);
    this.countdown.left = this.steps[this.current]?.seconds ?? 0;
    this.show();
    if (this.current === this.steps.length) this.say("That was the last step. Take a breath before you go on.");
    else if (ticking) this.start();
  }

  reset() {
    this.pause();
    this.current = 0;
    this.countdown.left = this.steps[0].seconds;
    this.say("");
    this.show();
  }

  /** @param {string} text */
  say(text) {
    this.news.textContent = text;
  }

  show() {
    const { length } = this.steps;
    const done = this.current >= length;
    this.name.textContent = done ? "Done" : `Step ${this.current + 1} of ${length}: ${this.steps[this.current].title}`;
    this.face.textContent = clockFace(this.countdown.left);
    this.go.textContent = this.countdown.running ? "Pause" : done ? "Start again" : "Start";
    this.rows.forEach((row, place) => {
      if (place === this.current) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      row.classList.toggle("wh-done", place < this.current);
    });
  }
}

/** @param {Rendering<SilentModel<Exercise>>} rendering */
function render({ model, el }) {
  const timer = new Timer(model.get("spec"), el);
  return () => timer.pause();
}

export default widget({ render });
