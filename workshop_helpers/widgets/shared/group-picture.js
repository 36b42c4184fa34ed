// What every way to a group's picture has in common: which self-assessment, a question before what cannot be undone,
// and the picture itself, for a screen that all can see.

/** Show an element on the whole screen, as for a projector. */
async function large(element, say) {
  try {
    await element.requestFullscreen();
  } catch {
    say("Your browser does not allow a full screen here. Make the window large instead, and press Ctrl and + together.", true);
  }
}

/** Minutes to talk in, beside the picture. */
class TalkTimer {
  constructor() {
    this.countdown = new Countdown(() => this.show(), () => this.end());
    this.minutes = h("input", { type: "number", id: unlike(), min: 1, max: 60, step: 1, inputmode: "numeric", value: 5 });
    this.face = h("span", { class: "wh-face", role: "timer", "aria-label": "Time to talk", hidden: true });
    this.news = h("span", { class: "wh-unseen", role: "status" });
    this.go = button("Start", () => (this.countdown.left ? this.stop() : this.start()));
    this.element = h("span", { class: "wh-talk" },
      (this.asked = h("label", { for: this.minutes.id }, "Minutes to talk")), this.minutes, this.face, this.go, this.news);
  }

  start() {
    const minutes = Number(this.minutes.value);
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 60) return this.minutes.focus();
    this.countdown.left = 60 * minutes;
    this.countdown.start();
    this.news.textContent = `The time runs: ${minutes} minute${minutes === 1 ? "" : "s"}.`;
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
    this.minutes.hidden = this.asked.hidden = left > 0;
    this.face.hidden = !left;
    this.face.textContent = left ? clockFace(left) : "";
    this.go.textContent = left ? "Stop" : "Start";
  }
}

/** A question before something that cannot be undone, in the place where it was asked for. */
class Sure {
  constructor() {
    this.element = h("div", { class: "wh-sure", hidden: true });
  }

  /** Ask; `act` on yes, and on no go `back` to the button that was pressed. */
  ask(question, yes, no, back, act) {
    const go = button(yes, () => {
      this.calm();
      act();
    }, "wh-main");
    this.element.replaceChildren(h("p", {}, question), h("div", { class: "wh-buttons" }, go, button(no, () => {
      this.calm();
      back.focus();
    })));
    this.element.hidden = false;
    go.focus();
  }

  calm() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}

/** A list of what can be asked, page by page. */
function menuOf(pages) {
  return h("select", { id: unlike(), class: "wh-wide" },
    ...pages.map(({ title, parts }) => h("optgroup", { label: title }, ...parts.map(({ pool, title }) => h("option", { value: pool }, title)))));
}

/** The choice to be a small circle, with what it means. */
function smallCircle() {
  const box = h("input", { type: "checkbox", id: unlike() });
  const element = h("div", { class: "wh-keep", hidden: true },
    h("label", { for: box.id }, box, h("span", {}, "We are a small circle. Pictures then come in steps of three people. They hold out against one curious person, and not always against two who compare notes. Ask the group before anybody answers, and let one no be enough.")));
  return { box, element };
}

/** The picture, its table and its prompts, with what can be done with them. */
class GroupPicture {
  /** `say` tells the person, `next` goes on to whatever comes after the picture. */
  constructor(title, say, next) {
    this.say = say;
    this.full = button("Full screen", () => (document.fullscreenElement ? document.exitFullscreen() : large(this.element, say)));
    this.drawn = h("div", { class: "wh-drawn" });
    this.element = h("div", { class: "wh-shown", tabindex: "-1", role: "group", "aria-label": `The picture: ${title}`, hidden: true },
      h("div", { class: "wh-buttons wh-tools" },
        this.full,
        button("Save the picture", () => this.save()),
        new TalkTimer().element,
        button("Next", () => {
          if (document.fullscreenElement) document.exitFullscreen();
          next();
        }, "wh-main")),
      this.drawn);
    this.element.addEventListener("fullscreenchange", () => {
      this.full.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
    });
  }

  get visible() {
    return !this.element.hidden;
  }

  /** Show it, perhaps under a note; `name` is the file's when it is saved. */
  show({ html, release, note, name }) {
    this.release = release;
    this.name = name;
    // Our own HTML, made in the kernel, where everything that is not ours was escaped.
    this.drawn.innerHTML = html;
    if (note) this.drawn.prepend(h("p", { class: "wh-note" }, note));
    this.element.hidden = false;
  }

  focus() {
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.release = undefined;
    this.element.hidden = true;
    this.drawn.replaceChildren();
  }

  save() {
    const url = URL.createObjectURL(new Blob([this.release], { type: "application/json" }));
    h("a", { href: url, download: `${this.name}.json` }).click();
    URL.revokeObjectURL(url);
    this.say("The picture's numbers are in your downloads. There is no single answer in the file. Keep it as your group agreed.");
  }
}
