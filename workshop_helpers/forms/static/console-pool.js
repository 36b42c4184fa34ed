// One self-assessment in the room: how many have answered, close or reveal it, its picture.

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

class PoolCard {
  /** `act` tells the kernel, `say` the person, `next` goes on to the next self-assessment. */
  constructor(part, { act, say, next }) {
    this.part = part;
    this.act = act;
    this.say = say;
    this.state = { state: "", answered: 0, seats: 0, needed: part.needed, rehearsal: false };
    this.title = h("h4", { tabindex: "-1" }, part.title);
    this.words = h("p", { class: "wh-count" });
    this.bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, h("span"));
    this.reason = h("p", { class: "wh-hint", id: unlike() });
    this.reveal = button("Reveal", () => this.ask("reveal"), "wh-main");
    this.reveal.setAttribute("aria-describedby", this.reason.id);
    this.close = button("Close without a picture", () => this.ask("close"));
    this.rehearse = button("Rehearse with invented people", () => this.send("rehearse"));
    this.again = button("Show the picture", () => this.send("reveal"));
    this.sure = h("div", { class: "wh-sure", hidden: true });
    this.buttons = h("div", { class: "wh-buttons" }, this.reveal, this.close, this.rehearse, this.again);
    this.full = button("Full screen", () => (document.fullscreenElement ? document.exitFullscreen() : large(this.stage, say)));
    this.drawn = h("div", { class: "wh-drawn" });
    this.stage = h("div", { class: "wh-stage", tabindex: "-1", role: "group", "aria-label": `The picture: ${part.title}`, hidden: true },
      h("div", { class: "wh-buttons wh-tools" },
        this.full,
        button("Save the picture", () => this.save()),
        new TalkTimer().element,
        button("Next", () => {
          if (document.fullscreenElement) document.exitFullscreen();
          next(part.pool);
        }, "wh-main")),
      this.drawn);
    this.stage.addEventListener("fullscreenchange", () => {
      this.full.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
    });
    this.element = h("section", { class: "wh-pool", "aria-label": part.title }, this.title, this.words, this.bar, this.reason, this.buttons, this.sure, this.stage);
  }

  send(type) {
    this.busy(true);
    this.act(type, { pool: this.part.pool });
  }

  busy(on) {
    for (const each of this.buttons.children) each.classList.toggle("wh-busy", on);
  }

  /** How things stand. Words are changed in place, so that nobody's focus is lost; true where there is something to hear. */
  update(seen) {
    const before = this.state;
    this.state = seen;
    const { state, answered, seats, needed, rehearsal } = seen;
    const enough = answered >= needed;
    const put = (element, text) => element.textContent === text || (element.textContent = text);
    const open = state === "open";
    put(this.words, {
      open: `${answered} of ${seats} have answered${rehearsal ? " (invented people)" : ""}`,
      revealed: "The picture has been shown.",
      discarded: this.release && this.rehearsed ? "The rehearsal is over." : "Closed without a picture. What was in it is forgotten.",
      "in-doubt": "The server stopped when the picture was asked for. Some people may have seen it already.",
    }[state]);
    put(this.reason, {
      open: enough ? (rehearsal ? "A rehearsal: the picture appears here alone, and says that the people are invented." : "It is drawn once, and for everybody at the same moment.") : `A picture needs ${needed} answers. You can reveal it then.`,
      revealed: "People's notebooks show it by themselves. The single answers are gone.",
      discarded: "Open it again when your group is ready for it.",
      "in-doubt": "It is not opened again by itself: two pictures of nearly the same people can give away what one person answered. Ask whether anybody sees a picture. If nobody does, open it again. People then add their answers anew.",
    }[state]);
    this.bar.hidden = !open;
    this.bar.firstChild.style.width = `${Math.min(100, (100 * answered) / seats)}%`;
    this.reveal.hidden = this.close.hidden = !open;
    this.reveal.disabled = !enough;
    this.rehearse.hidden = !open || answered > 0;
    this.again.hidden = !(state === "revealed" || (this.release && !open)) || !this.stage.hidden;
    if (!open && !this.sure.hidden && before.state === "open") this.calm();
    if (open && before.state !== "open") this.hide();
    const news = open && before.state === "open" && !rehearsal;
    if (news && answered === seats && before.answered < seats) return `${this.part.title}: everybody has answered.`;
    if (news && enough && before.answered < needed) return `${this.part.title}: enough people have answered for a picture.`;
    return "";
  }

  ask(what) {
    const { answered, seats, rehearsal } = this.state;
    const [question, yes, no] =
      what === "close"
        ? [`Close it? What ${answered === 1 ? "one person" : `${answered} people`} answered is then forgotten, and there will be no picture.`, "Yes, close it", "No, leave it open"]
        : [rehearsal ? `${answered} invented people have answered. Reveal their picture?` : `${answered} answered, ${seats} in the room: does that match? After the reveal nobody can change or take back an answer.`, "Yes, reveal it", "Not yet"];
    const go = button(yes, () => {
      this.calm();
      this.send(what);
      this.title.focus();
    }, "wh-main");
    this.sure.replaceChildren(h("p", {}, question), h("div", { class: "wh-buttons" }, go, button(no, () => {
      this.calm();
      this[what].focus();
    })));
    this.sure.hidden = false;
    go.focus();
  }

  calm() {
    this.sure.hidden = true;
    this.sure.replaceChildren();
  }

  picture({ html, release, rehearsal }) {
    this.release = release;
    this.rehearsed = rehearsal;
    // Our own HTML, made in the kernel, where everything that is not ours was escaped.
    this.drawn.innerHTML = html;
    if (rehearsal) this.drawn.prepend(h("p", { class: "wh-note" }, "This is a rehearsal. The people in this picture are invented, and it is in nobody else's notebook."));
    this.stage.hidden = false;
    this.update(this.state);
    this.stage.focus({ preventScroll: true });
    this.stage.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.release = undefined;
    this.stage.hidden = true;
    this.drawn.replaceChildren();
  }

  save() {
    const url = URL.createObjectURL(new Blob([this.release], { type: "application/json" }));
    h("a", { href: url, download: `${this.part.pool}${this.rehearsed ? "-rehearsal" : ""}.json` }).click();
    URL.revokeObjectURL(url);
    this.say("The picture's numbers are in your downloads. There is no single answer in the file. Keep it as your group agreed.");
  }
}
