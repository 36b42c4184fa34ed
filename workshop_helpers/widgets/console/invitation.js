/**
 * @import { Say } from "../shared/group-picture.js"
 * @import { LedRoom } from "./messages.js"
 */

import { button, h } from "../shared/elements.js";
import { large } from "../shared/group-picture.js";
import { TERMINAL } from "./opening.js";

/** The join link and the code, for the wall. */
export class Invitation {
  /** @param {Say} say */
  constructor(say) {
    this.say = say;
    this.qr = h("img", { class: "wh-qr", alt: "" });
    this.link = h("p", { class: "wh-link" });
    this.use = h("p", { class: "wh-hint" });
    this.code = h("p", { class: "wh-letters" });
    this.onlyHere = h(
      "div",
      { class: "wh-note", hidden: true },
      h(
        "p",
        {},
        h("b", {}, "Only this computer can reach this room."),
        " That is fine for a rehearsal. For people with computers of their own, end this room, and start one in a " +
          "terminal:",
      ),
      h("pre", {}, TERMINAL),
    );
    const where = "On the page “Welcome”, under “Your room”, paste this join link:";
    const board = h(
      "div",
      { class: "wh-invitation" },
      h("div", { class: "wh-scan" }, this.qr, h("p", { class: "wh-hint" }, "The join link, for a camera")),
      h("div", { class: "wh-by-hand" }, h("p", {}, where), this.link, this.use, this.code),
    );
    const buttons = h(
      "div",
      { class: "wh-buttons" },
      button("Copy the link", () => this.copy()),
      button("Show this large", () => large(board, say)),
    );
    this.element = h("div", {}, this.onlyHere, board, buttons);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.link.textContent);
      this.say("The link is copied.");
    } catch {
      getSelection()?.selectAllChildren(this.link);
      this.say("Your browser does not let this page copy. The link is marked: press Ctrl and C together.");
    }
  }

  /** @param {LedRoom} room */
  show({ link, code, qr, codeIsEnough, onlyHere }) {
    this.link.textContent = link;
    this.code.textContent = code;
    this.use.textContent = codeIsEnough
      ? "Or type its code there:"
      : "Its code, to check that you are in the right room:";
    this.qr.src = qr;
    this.qr.alt = `QR code of the join link ${link}`;
    this.onlyHere.hidden = !onlyHere;
  }

  forget() {
    this.link.textContent = "";
    this.code.textContent = "";
    this.qr.removeAttribute("src");
  }
}
