import { Countdown } from "./countdown.js";
import { clockFace, minutes } from "./durations.js";
import { button, freshId, h } from "./elements.js";

/** Minutes to talk in, beside the picture. */
export class TalkTimer {
  constructor() {
    this.countdown = new Countdown(
      () => this.show(),
      () => this.end(),
    );
    const limits = { min: 1, max: 60, step: 1, inputmode: "numeric" };
    this.minutes = h("input", { type: "number", id: freshId(), ...limits, value: 5 });
    this.label = h("label", { for: this.minutes.id }, "Minutes to talk");
    this.face = h("span", { class: "wh-face", role: "timer", "aria-label": "Time to talk", hidden: true });
    this.news = h("span", { class: "wh-unseen", role: "status" });
    this.go = button("Start", () => (this.countdown.left ? this.stop() : this.start()));
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
}
