// The steps of an exercise, with a timer. It runs in the page alone and remembers nothing.

const spoken = (seconds) =>
  [[Math.floor(seconds / 60), "minute"], [seconds % 60, "second"]]
    .filter(([count]) => count)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`)
    .join(" ");

class Timer {
  constructor(spec, root) {
    this.steps = spec.steps;
    this.current = 0;
    this.countdown = new Countdown(() => this.show(), () => this.move(this.current + 1, true));
    this.countdown.left = this.steps[0].seconds;
    settle(root, "wh-timer");

    const id = unlike();
    this.rows = this.steps.map((step) =>
      h("li", {}, h("span", {}, h("b", {}, step.title), ` ${spoken(step.seconds)}`), h("p", {}, step.text)),
    );
    this.face = h("p", { class: "wh-face", role: "timer", "aria-labelledby": `${id}-name` });
    this.name = h("p", { class: "wh-now", id: `${id}-name` });
    this.news = h("p", { class: "wh-hint", role: "status" });
    this.go = button("Start", () => (this.countdown.running ? this.pause() : this.start()), "wh-main");
    root.append(
      h("h3", {}, spec.title),
      h("p", { class: "wh-time" }, `About ${spec.minutes} minutes.`),
      ...spec.introduction.map((text) => h("p", {}, text)),
      h("div", { class: "wh-clock" }, this.name, this.face,
        h("div", { class: "wh-buttons" }, this.go,
          button("Next step", () => this.move(this.current + 1)),
          button("Start again", () => this.reset())),
        this.news),
      h("ol", { class: "wh-steps" }, ...this.rows),
      ...spec.ways.map(([way, text]) => h("p", { class: "wh-other" }, h("b", {}, `${way}. `), text)),
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

  say(text) {
    this.news.textContent = text;
  }

  show() {
    const done = this.current >= this.steps.length;
    this.name.textContent = done ? "Done" : `Step ${this.current + 1} of ${this.steps.length}: ${this.steps[this.current].title}`;
    this.face.textContent = clockFace(this.countdown.left);
    this.go.textContent = this.countdown.running ? "Pause" : done ? "Start again" : "Start";
    this.rows.forEach((row, i) => {
      if (i === this.current) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      row.classList.toggle("wh-done", i < this.current);
    });
  }
}

export default {
  render({ model, el }) {
    const timer = new Timer(model.get("spec"), el);
    return () => timer.pause();
  },
};
