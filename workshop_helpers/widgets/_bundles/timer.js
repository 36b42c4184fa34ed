/* Made by "make bundles" from the files named below. Change those, and never this one. */

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
var spoken = (seconds) => [counted(Math.floor(seconds / 60), "minute"), counted(seconds % 60, "second")].filter((words) => !words.startsWith("0 ")).join(" ");
var counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

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
var freshId = () => `wh-${Math.random().toString(36).slice(2)}`;
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/model.js
var widget = (widget2) => widget2;

// workshop_helpers/widgets/timer/view.js
var Timer = class {
  /**
   * @param {Exercise} exercise
   * @param {HTMLElement} root
   */
  constructor(exercise, root) {
    this.steps = exercise.steps;
    this.current = 0;
    this.countdown = new Countdown(
      () => this.show(),
      () => this.move(this.current + 1, true)
    );
    this.countdown.left = this.steps[0].seconds;
    settle(root, "wh-timer");
    const id = freshId();
    this.rows = this.steps.map(
      (step) => h("li", {}, h("span", {}, h("b", {}, step.title), ` ${spoken(step.seconds)}`), h("p", {}, step.text))
    );
    this.face = h("p", { class: "wh-face", role: "timer", "aria-labelledby": `${id}-name` });
    this.name = h("p", { class: "wh-now", id: `${id}-name` });
    this.news = h("p", { class: "wh-hint", role: "status" });
    this.go = button("Start", () => this.countdown.running ? this.pause() : this.start(), "wh-main");
    const others = [button("Next step", () => this.move(this.current + 1)), button("Start again", () => this.reset())];
    const buttons = h("div", { class: "wh-buttons" }, this.go, ...others);
    root.append(
      h("h3", {}, exercise.title),
      h("p", { class: "wh-time" }, `About ${exercise.minutes} minutes.`),
      ...exercise.introduction.map((text) => h("p", {}, text)),
      h("div", { class: "wh-clock" }, this.name, this.face, buttons, this.news),
      h("ol", { class: "wh-steps" }, ...this.rows),
      ...exercise.ways.map(([way, text]) => h("p", { class: "wh-other" }, h("b", {}, `${way}. `), text))
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
};
function render({ model, el }) {
  const timer = new Timer(model.get("spec"), el);
  return () => timer.pause();
}
var view_default = widget({ render });
export {
  view_default as default
};
