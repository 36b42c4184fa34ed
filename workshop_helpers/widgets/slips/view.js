// Slips from a paper hat, typed in one after the other. The page shows how many there are, and no code.
//
//   to the kernel    begin · slip · reveal · forget
//   from the kernel  begun · slips · picture · refused · forgotten · gone · failed

class SlipsPage extends Gathering {
  constructor(model, root) {
    super(model, root, "Slips from a paper hat");
    this.word = h("input", { type: "text", id: unlike(), autocomplete: "off", spellcheck: "false" });
    this.word.addEventListener("keydown", (event) => event.key === "Enter" && this.start());
    this.small = smallCircle();
    this.first = h("div", {},
      h("h4", { tabindex: "-1" }, "Before the first slip"),
      ...this.chooser(),
      h("div", { class: "wh-row" }, h("label", { for: this.word.id }, "The word of the day"), this.word),
      this.small.element,
      h("p", { class: "wh-hint" }, "Whoever types could read each slip, without a name. So shuffle the slips first, and let somebody type who does not lead."),
      h("div", { class: "wh-buttons" }, button("Begin", () => this.start(), "wh-main")));
    this.begin();
  }

  choose() {
    super.choose();
    this.small.element.hidden = this.part.policy !== "room";
    if (this.small.element.hidden) this.small.box.checked = false;
  }

  /** The first step, with nothing typed. */
  begin() {
    this.choose();
    this.step(this.first);
  }

  start() {
    this.say("");
    this.ask("begin", { pool: this.choice.value, word: this.word.value, small: this.small.box.checked });
  }

  begun({ number, needed }) {
    this.code = h("input", { type: "text", id: unlike(), class: "wh-wide wh-is-code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
    this.code.addEventListener("keydown", (event) => event.key === "Enter" && this.put());
    this.wrong = h("p", { class: "wh-problem", id: unlike(), role: "alert" });
    this.code.setAttribute("aria-describedby", this.wrong.id);
    this.count = h("p", { class: "wh-count", role: "status" });
    this.enough = h("p", { class: "wh-hint", id: unlike() });
    this.sure = new Sure();
    this.reveal = button("Show the picture", () => this.sure.ask(
      `${this.number} slips: does that match the number of people who put one in? After this no slip can be added, and the single answers are gone.`,
      "Yes, show it", "Not yet", this.reveal, () => this.draw()), "wh-main");
    this.reveal.setAttribute("aria-describedby", this.enough.id);
    this.drop = button("", () => (this.number ? this.sure.ask(`Forget ${slipsOf(this.number)}? They would have to be typed again.`, "Yes, forget them all", "No, go on", this.drop, () => this.forget()) : this.forget()));
    const where = h("div", {},
      h("h4", { tabindex: "-1" }, this.part.title),
      h("p", { class: "wh-hint" }, `The word of the day is “${this.word.value.trim()}”.${this.small.box.checked ? " You are a small circle." : ""}`),
      h("div", { class: "wh-row wh-typing" }, h("label", { for: this.code.id }, "Code on the slip"), this.code, button("Put it in", () => this.put())),
      this.wrong, this.count, this.enough,
      h("div", { class: "wh-buttons" }, this.reveal, this.drop), this.sure.element,
      h("p", { class: "wh-hint" }, "What you typed is kept in memory for half an hour at most, and is never shown again. Running this cell again, or closing the page, forgets it."));
    this.counted({ number, needed });
    this.step(where, this.code);
  }

  /** One slip is on its way; the next waits until it is in. */
  put() {
    if (this.code.readOnly) return;
    if (!this.code.value.trim()) return this.refuse("Type the code on the slip first.");
    this.code.readOnly = true;
    this.refuse("");
    this.ask("slip", { code: this.code.value });
  }

  slips(message) {
    this.code.value = "";
    this.code.readOnly = false;
    this.code.focus();
    this.counted(message);
  }

  counted({ number, needed }) {
    this.number = number;
    this.sure.calm();
    this.count.textContent = `${slipsOf(number)} in the hat`;
    this.reveal.disabled = number < needed;
    this.enough.textContent = number < needed ? `A picture needs ${needed}.` : "There are enough for a picture. Type in all that there are.";
    this.drop.textContent = number ? "Forget them all" : "Choose again";
  }

  refuse(words) {
    this.wrong.textContent = words;
    this.code.toggleAttribute("aria-invalid", Boolean(words));
    if (words) this.code.focus();
  }

  /** A slip that was refused stays in the field, to be mended. */
  refused({ words }) {
    if (!this.code?.readOnly) return super.refused({ words });
    this.code.readOnly = false;
    this.refuse(words);
  }

  draw() {
    this.say("The picture is being drawn.");
    this.ask("reveal");
  }

  picture(message) {
    this.showPicture(message, `${slipsOf(this.number)} are in it. The single answers are gone. Tear up the slips, where all can see it.`);
  }

  forget() {
    this.tell("forget");
    const any = this.number > 0;
    this.begin();
    this.say(any ? "All slips are forgotten." : "");
  }
}

const slipsOf = (number) => (number === 1 ? "1 slip" : `${number} slips`);

export default {
  render({ model, el }) {
    const page = new SlipsPage(model, el);
    return () => page.stop();
  },
};
