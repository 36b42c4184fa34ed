// A person's own report: shown when they ask for it, saved as a file, printed, hidden again.
//
// It comes as a message, made and escaped in Python. Only the view that asked shows it, because the same notebook may
// be open on another screen, and nothing of it stays here once it is hidden.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { FromKernel, ReportMade, ToKernel } from "./messages.js"
 * @typedef {Model<{ title: string }, ToKernel, FromKernel>} ReportModel
 */

import { Asking } from "../shared/asking.js";
import { download } from "../shared/download.js";
import { button, freshId, h, settle } from "../shared/elements.js";
import { hear, widget } from "../shared/model.js";

const FILE = "my-report.html";

class Report {
  sent = 0;
  /** @type {number | null} */
  asked = null; // the number of the message that was not answered yet
  /** @type {string | null} */
  document = null;
  /** @type {HTMLIFrameElement | undefined} */
  frame;

  /**
   * @param {ReportModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    const { title } = model.get("spec");
    this.model = model;
    this.root = root;
    this.asking = new Asking(model, (words) => {
      this.asked = null;
      this.say(words, true);
    });
    settle(root);
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.look = button("Show my report", () => this.ask(), "wh-main");
    const beware = "It is not on the screen yet. If somebody might read over your shoulder, choose another moment.";
    this.before = h("div", {}, h("p", { class: "wh-hint" }, beware), this.look);
    this.tick = h("input", { type: "checkbox", id: freshId() });
    this.tick.addEventListener("change", () => this.ask());
    this.leaving = h(
      "label",
      { class: "wh-way", for: this.tick.id },
      this.tick,
      h("span", {}, "Leave out my answers to very personal questions"),
    );
    this.take = [button("Save as a file", () => this.save()), button("Print", () => this.print())];
    this.after = h(
      "div",
      { class: "wh-after", hidden: true },
      h(
        "div",
        { class: "wh-buttons" },
        ...this.take,
        button("Show again", () => this.ask()),
      ),
      this.leaving,
      h(
        "p",
        { class: "wh-hint" },
        "Anyone who has the file or the paper can read it. “Show again” takes in what you have changed since, and " +
          "the Escape key hides it.",
      ),
    );
    this.page = h("div", { class: "wh-report", role: "region", "aria-label": title, tabindex: -1 });
    const hide = h(
      "div",
      { class: "wh-hide" },
      button("Hide", () => this.hide()),
    );
    this.whole = h("div", { hidden: true }, hide, this.page);
    const about =
      "What you answered, what you were told, what you wrote and what you plan, in one place. " +
      "It is made from your workbook on this computer, and stays with you.";
    root.append(
      h("h3", {}, title),
      h("p", {}, about),
      this.before,
      this.after,
      this.news,
      this.asking.button,
      this.whole,
    );
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.document && this.hide());
    this.deafen = hear(model, {
      report: (report) => {
        if (report.number === this.asked) this.answered(() => this.show(report));
      },
      failed: () => this.answered(() => this.say("That did not work. Your workbook is as it was.", true)),
    });
  }

  close() {
    this.deafen();
    this.forget();
  }

  // --- asking and showing

  ask() {
    this.sent += 1;
    this.asked = this.sent;
    this.say("");
    this.mayTake(false); // what is taken along must be what was asked for last
    this.asking.ask({ type: "show", without: this.tick.checked, number: this.sent });
  }

  /** @param {() => void} act */
  answered(act) {
    if (this.asked === null) return;
    this.asked = null;
    this.asking.heard();
    act();
  }

  /** @param {ReportMade} report */
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

  /** @param {boolean} open */
  open(open) {
    this.before.hidden = open;
    this.after.hidden = !open;
    this.whole.hidden = !open;
  }

  /** @param {boolean} may */
  mayTake(may) {
    for (const way of this.take) way.disabled = !may;
  }

  forget() {
    this.asking.stop();
    this.asked = null;
    this.document = null;
    this.page.replaceChildren();
    this.frame?.remove();
  }

  /** @param {string} words */
  say(words, trouble = false) {
    this.news.textContent = words;
    this.news.classList.toggle("wh-trouble", trouble);
  }

  // --- taking it along

  save() {
    download(FILE, "text/html", this.document ?? "");
    this.say(`It is in your downloads, as ${FILE}. Anyone who has the file can read it.`);
  }

  /** In a frame of its own, so that the paper has the report on it and nothing of JupyterLab. */
  print() {
    this.frame?.remove();
    // No script can run in it; it may open the window for printing, and this page may ask it to.
    const fence = { sandbox: "allow-same-origin allow-modals", "aria-hidden": "true", tabindex: -1 };
    const frame = h("iframe", {
      class: "wh-offstage",
      title: "Your report, to print",
      srcdoc: this.document,
      ...fence,
    });
    frame.addEventListener("load", () => {
      const page = frame.contentWindow;
      if (!page) return;
      page.addEventListener("afterprint", () => frame.remove());
      page.focus();
      page.print();
    });
    this.frame = frame;
    this.root.append(frame);
  }
}

/** @param {Rendering<ReportModel>} rendering */
function render({ model, el }) {
  const report = new Report(model, el);
  return () => report.close();
}

export default widget({ render });
