// A person's own report: shown when they ask for it, saved as a file, printed, hidden again.
//
// It comes as a message, made and escaped in Python. Only the view that asked shows it, because the same notebook may
// be open on another screen, and nothing of it stays here once it is hidden.
//
//   to the kernel    show
//   from the kernel  report · failed

const FILE = "my-report.html";

class Report {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.sent = 0;
    this.waiting = null; // for the answer to the message of this number
    settle(root);
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.look = button("Show my report", () => this.ask(), "wh-main");
    this.before = h("div", {},
      h("p", { class: "wh-hint" }, "It is not on the screen yet. If somebody might read over your shoulder, choose another moment."),
      this.look,
    );
    this.after = h("div", { class: "wh-after", hidden: true }, ...this.tools());
    this.page = h("div", { class: "wh-report", role: "region", "aria-label": model.get("spec").title, tabindex: -1 });
    this.whole = h("div", { hidden: true }, h("div", { class: "wh-hide" }, button("Hide", () => this.hide())), this.page);
    root.append(
      h("h3", {}, model.get("spec").title),
      h("p", {}, "What you answered, what you were told, what you wrote and what you plan, in one place. It is made from your workbook on this computer, and stays with you."),
      this.before,
      this.after,
      this.news,
      this.whole,
    );
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.document && this.hide());
    this.listen = (message) => this.receive(message);
    model.on("msg:custom", this.listen);
  }

  close() {
    this.model.off("msg:custom", this.listen);
    this.forget();
  }

  tools() {
    this.tick = h("input", { type: "checkbox", id: unlike() });
    this.tick.addEventListener("change", () => this.ask());
    this.leaving = h("label", { class: "wh-way", for: this.tick.id }, this.tick, h("span", {}, "Leave out my answers to very personal questions"));
    this.take = [button("Save as a file", () => this.save()), button("Print", () => this.print())];
    return [
      h("div", { class: "wh-buttons" },
        ...this.take,
        button("Show again", () => this.ask())),
      this.leaving,
      h("p", { class: "wh-hint" }, "Anyone who has the file or the paper can read it. “Show again” takes in what you have changed since, and the Escape key hides it."),
    ];
  }

  // --- asking and showing

  ask() {
    this.waiting = ++this.sent;
    this.say("");
    this.mayTake(false); // what is taken along must be what was asked for last
    this.model.send({ type: "show", without: this.tick.checked, number: this.sent });
    clearTimeout(this.unheard);
    this.unheard = setTimeout(() => {
      this.waiting = null;
      this.say("This page is not connected. In the menu Run, choose Run All Cells, and press the button again.", true);
    }, 6000);
  }

  receive(message) {
    if (!this.waiting) return;
    if (message.type === "report" && message.number !== this.waiting) return;
    this.waiting = null;
    clearTimeout(this.unheard);
    if (message.type === "report") this.show(message);
    else if (message.type === "failed") this.say("That did not work. Your workbook is as it was.", true);
  }

  show({ contents, document, personal }) {
    const first = this.after.hidden;
    this.document = document;
    this.page.innerHTML = contents;
    this.leaving.hidden = !personal && !this.tick.checked;
    this.open(true);
    this.mayTake(true);
    this.say(first ? "" : "This is how your workbook stands now.");
    if (!first) return;
    this.page.focus({ preventScroll: true });
    this.after.scrollIntoView({ block: "start" });
  }

  hide() {
    this.forget();
    this.open(false);
    this.say("");
    this.look.focus();
  }

  open(open) {
    this.before.hidden = open;
    this.after.hidden = this.whole.hidden = !open;
  }

  mayTake(may) {
    for (const way of this.take) way.disabled = !may;
  }

  forget() {
    clearTimeout(this.unheard);
    this.waiting = null;
    this.document = null;
    this.page.replaceChildren();
    this.frame?.remove();
  }

  say(words, trouble = false) {
    this.news.textContent = words;
    this.news.classList.toggle("wh-trouble", trouble);
  }

  // --- taking it along

  save() {
    const url = URL.createObjectURL(new Blob([this.document], { type: "text/html" }));
    h("a", { href: url, download: FILE }).click();
    URL.revokeObjectURL(url);
    this.say(`It is in your downloads, as ${FILE}. Anyone who has the file can read it.`);
  }

  /** In a frame of its own, so that the paper has the report on it and nothing of JupyterLab. */
  print() {
    this.frame?.remove();
    // No script can run in it; it may open the window for printing, and this page may ask it to.
    const fence = { sandbox: "allow-same-origin allow-modals", "aria-hidden": "true", tabindex: -1 };
    this.frame = h("iframe", { class: "wh-offstage", title: "Your report, to print", srcdoc: this.document, ...fence });
    this.frame.addEventListener("load", () => {
      const page = this.frame.contentWindow;
      page.addEventListener("afterprint", () => this.frame.remove());
      page.focus();
      page.print();
    });
    this.root.append(this.frame);
  }
}

export default {
  render({ model, el }) {
    const report = new Report(model, el);
    return () => report.close();
  },
};
