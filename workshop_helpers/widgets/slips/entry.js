/** @import { Count } from "./messages.js" */

import { Confirmation } from "../shared/confirmation.js";
import { counted } from "../shared/durations.js";
import { button, freshId, h, onEnter } from "../shared/elements.js";

export const slips = (/** @type {number} */ number) => counted(number, "slip");

/** The step in which slips are typed in, until there are enough for a picture. */
export class SlipEntry {
  number = 0;

  /**
   * @param {string} title of what the slips answer
   * @param {string} words what was chosen for them
   * @param {{ put: (code: string) => void, reveal: () => void, forget: () => void }} actions
   */
  constructor(title, words, { put, reveal, forget }) {
    this.put = put;
    const attributes = { autocomplete: "off", autocapitalize: "characters", spellcheck: "false" };
    this.code = h("input", { type: "text", id: freshId(), class: "wh-wide wh-is-code", ...attributes });
    onEnter(this.code, () => this.send());
    this.wrong = h("p", { class: "wh-problem", id: freshId(), role: "alert" });
    this.code.setAttribute("aria-describedby", this.wrong.id);
    this.count = h("p", { class: "wh-count", role: "status" });
    this.enough = h("p", { class: "wh-hint", id: freshId() });
    this.confirmation = new Confirmation();
    this.reveal = button("Show the picture", () => this.askToReveal(reveal), "wh-main");
    this.reveal.setAttribute("aria-describedby", this.enough.id);
    this.drop = button("", () => (this.number ? this.askToForget(forget) : forget()));
    this.element = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, title),
      h("p", { class: "wh-hint" }, words),
      h(
        "div",
        { class: "wh-row wh-typing" },
        h("label", { for: this.code.id }, "Code on the slip"),
        this.code,
        button("Put it in", () => this.send()),
      ),
      this.wrong,
      this.count,
      this.enough,
      h("div", { class: "wh-buttons" }, this.reveal, this.drop),
      this.confirmation.element,
      h(
        "p",
        { class: "wh-hint" },
        "What you typed is kept in memory for half an hour at most, and is never shown again. " +
          "Running this cell again, or closing the page, forgets it.",
      ),
    );
  }

  /** @param {() => void} reveal */
  askToReveal(reveal) {
    const question =
      `${slips(this.number)}: does that match the number of people who put one in? ` +
      "After this no slip can be added, and the single answers are gone.";
    this.confirmation.ask(question, "Yes, show it", "Not yet", this.reveal, reveal);
  }

  /** @param {() => void} forget */
  askToForget(forget) {
    const question = `Forget ${slips(this.number)}? They would have to be typed again.`;
    this.confirmation.ask(question, "Yes, forget them all", "No, go on", this.drop, forget);
  }

  /** Whether a slip is on its way; the next waits until it is in. */
  get busy() {
    return this.code.readOnly;
  }

  send() {
    if (this.busy) return;
    if (!this.code.value.trim()) {
      this.refuse("Type the code on the slip first.");
      return;
    }
    this.code.readOnly = true;
    this.refuse("");
    this.put(this.code.value);
  }

  /** @param {Count} count */
  taken(count) {
    this.code.value = "";
    this.code.readOnly = false;
    this.code.focus();
    this.counted(count);
  }

  /** @param {Count} count */
  counted({ number, needed }) {
    this.number = number;
    this.confirmation.close();
    this.count.textContent = `${slips(number)} in the hat`;
    this.reveal.disabled = number < needed;
    this.enough.textContent =
      number < needed ? `A picture needs ${needed}.` : "There are enough for a picture. Type in all that there are.";
    this.drop.textContent = number ? "Forget them all" : "Choose again";
  }

  /**
   * A slip that was refused stays in the field, to be mended.
   *
   * @param {string} words
   */
  refuse(words) {
    if (words) this.code.readOnly = false;
    this.wrong.textContent = words;
    this.code.toggleAttribute("aria-invalid", Boolean(words));
    if (words) this.code.focus();
  }
}
