// What the two pages without a network have in common: a first step, a second one, and then the picture.

/**
 * @import { Handlers, Model } from "./model.js"
 * @import { Page, Part } from "./choosing.js"
 * @import { Picture } from "./group-picture.js"
 * @import { JoiningRoom } from "./joining-room.js"
 * @typedef {{ pages: Page[] }} OfflineSpec
 * @typedef {{ type: "forget" }} Forget
 * @typedef {object} HandedIn how it stands with these people in the room that is led here, as the room says
 * @property {"none" | "closed" | "open" | "revealed" | "unknown"} room
 * @property {string} policy the rule of the room's picture
 * @property {string} rule the same in words
 * @property {number} people how many of these people are in it
 * @property {number} answered how many are in it in all
 * @property {number} seats
 * @property {string} trouble why it is not known
 *
 * @typedef {(
 *   | { type: "refused", words: string }
 *   | ({ type: "room" } & HandedIn)
 *   | { type: "forgotten" }
 *   | { type: "gone" }
 *   | { type: "failed" }
 * )} OfflineNews what the kernel says to both
 * @typedef {{ type: "picture" } & Picture} PictureDrawn the same, where each goes on in its own way
 */

import { Asking, BEGINS_ANEW } from "./asking.js";
import { partSelect, partsOf } from "./choosing.js";
import { freshId, h, settle } from "./elements.js";
import { GroupPicture } from "./group-picture.js";
import { hear } from "./model.js";

/**
 * @template {OfflineSpec} Spec
 * @template {{ type: string }} ToKernel
 * @template {{ type: string }} FromKernel
 */
export class OfflinePage {
  deafen = () => {};
  /** @type {JoiningRoom | null} */
  joining = null; // while there is something that could join

  /**
   * @param {Model<Spec, ToKernel | Forget, FromKernel>} model
   * @param {HTMLElement} root
   * @param {string} title
   */
  constructor(model, root, title) {
    this.model = model;
    this.spec = model.get("spec");
    this.parts = partsOf(this.spec.pages);
    this.asking = new Asking(model, (words) => this.refused(words), BEGINS_ANEW);
    this.say = this.say.bind(this);
    this.leave = () => {
      try {
        this.forgetThere();
      } catch {
        // The kernel's side is gone already, and what it held with it.
      }
    };

    settle(root, "wh-leading");
    this.choice = partSelect(this.spec.pages);
    this.choice.addEventListener("change", () => this.choose());
    this.about = h("p", { class: "wh-hint", id: freshId() });
    this.choice.setAttribute("aria-describedby", this.about.id);
    this.steps = h("div");
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.trouble = h("p", { class: "wh-note wh-problem", role: "alert" });
    root.append(
      h("h3", {}, title),
      this.steps,
      h("div", { class: "wh-news" }, this.news, this.trouble, this.asking.button),
    );
    addEventListener("pagehide", this.leave);
  }

  /** What was typed is forgotten with the page. */
  stop() {
    this.asking.stop();
    removeEventListener("pagehide", this.leave);
    this.leave();
    this.deafen();
  }

  /** The first step, with nothing in it. */
  begin() {}

  get part() {
    return /** @type {Part} */ (this.parts.get(this.choice.value));
  }

  chooser() {
    const label = h("label", { for: this.choice.id }, "What did people answer?");
    return [h("div", { class: "wh-row" }, label, this.choice), this.about];
  }

  choose() {
    this.about.textContent = `The picture: ${this.part.words}.`;
  }

  /**
   * Show one step, and bring the keyboard to its heading or to `to`.
   *
   * @param {HTMLElement} element
   * @param {{ focus: () => void } | null} to
   */
  step(element, to = element.querySelector("h4")) {
    const moving = this.steps.hasChildNodes();
    this.steps.replaceChildren(element);
    if (moving) to?.focus();
  }

  /**
   * The last step: the picture, and what is left of the answers.
   *
   * @param {Picture} picture
   * @param {string} words
   */
  showPicture(picture, words) {
    const { title, pool } = this.part;
    const shown = new GroupPicture(title, this.say, () => this.begin());
    shown.show(picture, pool);
    const head = h("h4", { tabindex: "-1" }, title);
    this.step(h("section", { "aria-label": title }, head, h("p", { class: "wh-hint" }, words), shown.element), shown);
    this.say("");
  }

  /** @param {string} words */
  say(words, trouble = false) {
    this.trouble.textContent = trouble ? words : "";
    this.news.textContent = trouble ? "" : words;
  }

  // --- to the kernel

  forgetThere() {
    this.model.send({ type: "forget" });
  }

  /**
   * Tell the kernel, and wait for its reply.
   *
   * @param {ToKernel} message
   * @param {ArrayBuffer[]} buffers
   */
  ask(message, buffers = []) {
    this.asking.ask(message, 30_000, buffers);
  }

  // --- from the kernel

  /**
   * Hear what the kernel says, from now on.
   *
   * @param {Handlers<FromKernel>} handlers
   */
  hearing(handlers) {
    this.deafen = hear(this.model, handlers, this.asking.heard);
  }

  /** @type {Handlers<OfflineNews>} */
  handlers = {
    refused: ({ words }) => this.refused(words),
    failed: () => this.refused("That did not work. Try again."),
    forgotten: () => {},
    room: (standing) => this.heard(standing),
    gone: () => {
      this.begin();
      this.say("Half an hour is over, so everything was forgotten. Begin again.", true);
    },
  };

  /**
   * Hear how it stands with these people in the room. When its picture is drawn, the kernel has forgotten them.
   *
   * @param {HandedIn} standing
   */
  heard(standing) {
    if (standing.room === "revealed" && standing.people) {
      this.begin();
      this.say("The room’s picture is drawn, with these people in it. What was gathered here is forgotten.");
    } else {
      this.joining?.hear(standing);
    }
  }

  /** @param {string} words */
  refused(words) {
    this.say(words, true);
  }
}
