// A group's picture, for a screen that all can see.

/**
 * @typedef {(words: string, trouble?: boolean) => void} Say
 * @typedef {{ html: string, release: string }} Picture how it looks, and its numbers as JSON
 */

import { download } from "./download.js";
import { button, h } from "./elements.js";
import { TalkTimer } from "./talk-timer.js";

/**
 * Show an element on the whole screen, as for a projector.
 *
 * @param {HTMLElement} element
 * @param {Say} say
 */
export async function large(element, say) {
  try {
    await element.requestFullscreen();
  } catch {
    const instead = "Make the window large instead, and press Ctrl and + together.";
    say(`Your browser does not allow a full screen here. ${instead}`, true);
  }
}

/** The picture, its table and its prompts, with what can be done with them. */
export class GroupPicture {
  /** @type {string | undefined} */
  release;
  name = "";

  /**
   * @param {string} title
   * @param {Say} say tells the person
   * @param {() => void} next goes on to whatever comes after the picture
   */
  constructor(title, say, next) {
    this.say = say;
    this.full = button("Full screen", () =>
      document.fullscreenElement ? document.exitFullscreen() : large(this.element, say),
    );
    const onwards = () => {
      if (document.fullscreenElement) document.exitFullscreen();
      next();
    };
    const tools = [
      this.full,
      button("Save the picture", () => this.save()),
      new TalkTimer().element,
      button("Next", onwards, "wh-main"),
    ];
    this.drawn = h("div", { class: "wh-drawn" });
    this.element = h(
      "div",
      { class: "wh-shown", tabindex: "-1", role: "group", "aria-label": `The picture: ${title}`, hidden: true },
      h("div", { class: "wh-buttons wh-tools" }, ...tools),
      this.drawn,
    );
    this.element.addEventListener("fullscreenchange", () => {
      this.full.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
    });
  }

  get visible() {
    return !this.element.hidden;
  }

  /**
   * @param {Picture} picture
   * @param {string} name the file's when it is saved
   * @param {string} note above the picture, if there is one
   */
  show({ html, release }, name, note = "") {
    this.release = release;
    this.name = name;
    // Our own HTML, made in the kernel, where everything that is not ours was escaped.
    this.drawn.innerHTML = html;
    if (note) this.drawn.prepend(h("p", { class: "wh-note" }, note));
    this.element.hidden = false;
  }

  focus() {
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.release = undefined;
    this.element.hidden = true;
    this.drawn.replaceChildren();
  }

  save() {
    download(`${this.name}.json`, "application/json", this.release ?? "");
    this.say(
      "The picture's numbers are in your downloads. There is no single answer in the file. " +
        "Keep it as your group agreed.",
    );
  }
}
