/** @import { Count } from "./messages.js" */

import { Confirmation } from "../shared/confirmation.js";
import { counted } from "../shared/durations.js";
import { button, freshId, h, onEnter, put } from "../shared/elements.js";
import { IN_THE_ROOM, JoiningRoom } from "../shared/joining-room.js";

export const slips = (/** @type {number} */ number) => counted(number, "slip");

/** The step in which slips are typed in, until there are enough for a picture. */
export class SlipEntry {
  number = 0;

  /**
   * @param {string} title of what the slips answer
   * @param {string} words what was chosen for them
   * @param {string} policy the rule of their picture
   * @param {{ put: (code: string) => void, reveal: () => void, join: () => void, back: () => void,
   *     forget: () => void }} actions
   */
  constructor(title, words, policy, { put, reveal, join, back, forget }) {
    this.put = put;
    this.policy = policy;
    this.needed = Number.POSITIVE_INFINITY;
    this.joining = new JoiningRoom({ join, back }, () => this.judge());
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
      this.joining.element,
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
    this.needed = needed;
    this.confirmation.close();
    this.count.textContent = `${slips(number)} in the hat`;
    this.drop.textContent = number ? "Forget them all" : "Choose again";
    this.joining.offer(number, number > 0, this.policy);
    this.judge();
  }

  /** Whether the slips can have a picture of their own. */
  judge() {
    const enough = this.number >= this.needed;
    this.reveal.disabled = !enough || this.joining.holds;
    const words = enough
      ? "There are enough for a picture. Type in all that there are."
      : `A picture needs ${this.needed}.`;
    put(this.enough, this.joining.holds ? IN_THE_ROOM : words);
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
