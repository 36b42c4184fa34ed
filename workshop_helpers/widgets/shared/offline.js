// What the two pages without a network have in common: a first step, a second one, and then the picture.
//
//   to the kernel    forget, and what each page adds
//   from the kernel  picture · refused · forgotten · gone · failed, and what each page adds

class Gathering {
  /** Each message of the kernel goes to the method of its name, if there is one. */
  constructor(model, root, title) {
    this.model = model;
    this.pages = model.get("spec").pages;
    this.parts = new Map(this.pages.flatMap(({ parts }) => parts.map((part) => [part.pool, part])));
    this.receive = this.receive.bind(this);
    this.say = this.say.bind(this);
    this.leave = () => {
      try {
        this.tell("forget");
      } catch {
        // The kernel's side is gone already, and what it held with it.
      }
    };

    settle(root, "wh-leading");
    this.choice = menuOf(this.pages);
    this.choice.addEventListener("change", () => this.choose());
    this.about = h("p", { class: "wh-hint", id: unlike() });
    this.choice.setAttribute("aria-describedby", this.about.id);
    this.steps = h("div");
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.trouble = h("p", { class: "wh-note wh-problem", role: "alert" });
    root.append(h("h3", {}, title), this.steps, h("div", { class: "wh-telling" }, this.news, this.trouble));
    model.on("msg:custom", this.receive);
    addEventListener("pagehide", this.leave);
  }

  /** What was typed is forgotten with the page. */
  stop() {
    clearTimeout(this.unheard);
    removeEventListener("pagehide", this.leave);
    this.leave();
    this.model.off("msg:custom", this.receive);
  }

  get part() {
    return this.parts.get(this.choice.value);
  }

  chooser() {
    return [h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "What did people answer?"), this.choice), this.about];
  }

  choose() {
    this.about.textContent = `The picture: ${this.part.words}.`;
  }

  /** Show one step, and bring the keyboard to its heading or to `to`. */
  step(element, to) {
    const moving = this.steps.hasChildNodes();
    this.steps.replaceChildren(element);
    if (moving) (to ?? element.querySelector("h4")).focus();
  }

  /** The last step: the picture, and what is left of the answers. */
  showPicture({ html, release }, words) {
    const picture = new GroupPicture(this.part.title, this.say, () => this.begin());
    picture.show({ html, release, name: this.part.pool });
    this.step(h("section", { "aria-label": this.part.title }, h("h4", { tabindex: "-1" }, this.part.title), h("p", { class: "wh-hint" }, words), picture.element), picture);
    this.say("");
  }

  say(words, trouble = false) {
    this.trouble.textContent = trouble ? words : "";
    this.news.textContent = trouble ? "" : words;
  }

  tell(type, more = {}, buffers = []) {
    this.model.send({ type, ...more }, undefined, buffers);
  }

  /** Tell the kernel, and wait for its reply. */
  ask(type, more, buffers) {
    clearTimeout(this.unheard);
    this.unheard = setTimeout(() => this.unanswered(), 30000);
    this.tell(type, more, buffers);
  }

  unanswered() {
    this.refused({ words: NOT_CONNECTED });
  }

  receive(message) {
    clearTimeout(this.unheard);
    this[message.type]?.(message);
  }

  refused({ words }) {
    this.say(words, true);
  }

  failed() {
    this.refused({ words: "That did not work. Try again." });
  }

  gone() {
    this.begin();
    this.say("Half an hour is over, so everything was forgotten. Begin again.", true);
  }
}
