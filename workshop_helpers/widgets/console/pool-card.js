// One self-assessment in the room: how many have answered, close or reveal it, its picture.

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
    this.sure = new Sure();
    this.buttons = h("div", { class: "wh-buttons" }, this.reveal, this.close, this.rehearse, this.again);
    this.shown = new GroupPicture(part.title, say, () => next(part.pool));
    this.element = h("section", { class: "wh-pool", "aria-label": part.title }, this.title, this.words, this.bar, this.reason, this.buttons, this.sure.element, this.shown.element);
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
      discarded: this.shown.release && this.rehearsed ? "The rehearsal is over." : "Closed without a picture. What was in it is forgotten.",
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
    this.again.hidden = !(state === "revealed" || (this.shown.release && !open)) || this.shown.visible;
    if (!open && before.state === "open") this.sure.calm();
    if (open && before.state !== "open") this.shown.hide();
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
    this.sure.ask(question, yes, no, this[what], () => {
      this.send(what);
      this.title.focus();
    });
  }

  picture({ html, release, rehearsal }) {
    this.rehearsed = rehearsal;
    const note = rehearsal && "This is a rehearsal. The people in this picture are invented, and it is in nobody else's notebook.";
    this.shown.show({ html, release, note, name: `${this.part.pool}${rehearsal ? "-rehearsal" : ""}` });
    this.update(this.state);
    this.shown.focus();
  }
}
