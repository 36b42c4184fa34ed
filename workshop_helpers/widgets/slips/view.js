// Slips from a paper hat, typed in one after the other. The page shows how many there are, and no code.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { OfflineSpec, PictureDrawn } from "../shared/offline.js"
 * @import { Count, FromKernel, ToKernel } from "./messages.js"
 * @typedef {OfflineSpec & { small: string }} SlipsSpec with the rule of a small circle in words
 * @typedef {Model<SlipsSpec, ToKernel, FromKernel>} SlipsModel
 */

import { smallCircle } from "../shared/choosing.js";
import { button, freshId, h, onEnter } from "../shared/elements.js";
import { widget } from "../shared/model.js";
import { OfflinePage } from "../shared/offline.js";
import { SlipEntry, slips } from "./entry.js";

/** @extends {OfflinePage<SlipsSpec, ToKernel, FromKernel>} */
class SlipsPage extends OfflinePage {
  /** @type {SlipEntry | null} */
  entry = null;

  /**
   * @param {SlipsModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    super(model, root, "Slips from a paper hat");
    this.word = h("input", { type: "text", id: freshId(), autocomplete: "off", spellcheck: "false" });
    onEnter(this.word, () => this.start());
    this.small = smallCircle();
    this.small.box.addEventListener("change", () => this.tellRule());
    this.first = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, "Before the first slip"),
      ...this.chooser(),
      h("div", { class: "wh-row" }, h("label", { for: this.word.id }, "The word of the day"), this.word),
      this.small.element,
      h(
        "p",
        { class: "wh-hint" },
        "Whoever types could read each slip, without a name. " +
          "So shuffle the slips first, and let somebody type who does not lead.",
      ),
      h(
        "div",
        { class: "wh-buttons" },
        button("Begin", () => this.start(), "wh-main"),
      ),
    );
    this.hearing({
      ...this.handlers,
      begun: (count) => this.begun(count),
      slips: (count) => this.entry?.taken(count),
      picture: (picture) => this.picture(picture),
    });
    this.begin();
  }

  /** @override */
  choose() {
    super.choose();
    this.small.element.hidden = this.part.policy !== "room";
    if (this.small.element.hidden) this.small.box.checked = false;
    this.tellRule();
  }

  /** By which rule the picture is drawn: people's codes were made for one rule, and are good under no other. */
  get rule() {
    return this.small.box.checked ? this.spec.small : this.part.words;
  }

  tellRule() {
    this.about.textContent = `The picture: ${this.rule}. People saw this rule when they made their codes.`;
  }

  /** @override */
  begin() {
    this.joining = null;
    this.choose();
    this.step(this.first);
  }

  start() {
    this.say("");
    this.ask({ type: "begin", pool: this.choice.value, word: this.word.value, small: this.small.box.checked });
  }

  /** @param {Count} count */
  begun(count) {
    const { pool, title, policy } = this.part;
    const rule = `The picture: ${this.rule}. A code that was made under another rule is refused.`;
    const words = `The word of the day is “${this.word.value.trim()}”. ${rule}`;
    this.entry = new SlipEntry(title, words, this.small.box.checked ? "small-circle" : policy, {
      put: (code) => this.ask({ type: "slip", code }),
      reveal: () => this.reveal(),
      join: () => this.ask({ type: "join" }),
      back: () => this.ask({ type: "back", pool }),
      forget: () => this.forget(),
    });
    this.joining = this.entry.joining;
    this.entry.counted(count);
    this.step(this.entry.element, this.entry.code);
  }

  /**
   * @override
   * @param {string} words
   */
  refused(words) {
    if (this.entry?.busy) this.entry.refuse(words);
    else super.refused(words);
  }

  reveal() {
    this.say("The picture is being drawn.");
    this.ask({ type: "reveal" });
  }

  /** @param {PictureDrawn} picture */
  picture(picture) {
    const words = `${slips(this.entry?.number ?? 0)} are in it. The single answers are gone.`;
    this.showPicture(picture, `${words} Tear up the slips, where all can see it.`);
  }

  forget() {
    this.forgetThere();
    const any = this.entry?.number;
    this.begin();
    this.say(any ? "All slips are forgotten." : "");
  }
}

/** @param {Rendering<SlipsModel>} rendering */
function render({ model, el }) {
  const page = new SlipsPage(model, el);
  return () => page.stop();
}

export default widget({ render });
