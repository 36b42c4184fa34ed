/**
 * @import { Say } from "../shared/group-picture.js"
 * @import { MadeRoom } from "./messages.js"
 */

import { button, freshId, h, onEnter } from "../shared/elements.js";
import { makeRoom } from "./making.js";
import { peopleField, peopleIn } from "./people.js";

export const TERMINAL = ".venv/bin/workshop room --seats 12";

/** Before there is a room: make one in the server of this page, or lead one that a terminal serves. */
export class Opening {
  /**
   * @param {object} actions
   * @param {(room: MadeRoom) => void} actions.made called with a new room
   * @param {(line: string) => void} actions.line called with what was typed
   * @param {Say} actions.say called with what went wrong
   */
  constructor({ made, line, say }) {
    this.made = made;
    this.say = say;
    this.seats = peopleField();
    this.unfit = h("p", { class: "wh-note" });
    this.open = button("Open a room on this server", () => this.make(), "wh-main");
    onEnter(this.seats, () => this.open.click());
    this.other = this.elsewhere(line);
    const kept =
      "The room's code and key are kept in your workbook on this computer, so that it is the same room after a " +
      "restart. They are forgotten when you end the room.";
    this.element = h(
      "div",
      { class: "wh-opening", hidden: true },
      h("div", { class: "wh-row" }, h("label", { for: this.seats.id }, "How many people are in the room?"), this.seats),
      h(
        "p",
        { class: "wh-hint" },
        "Count those who will answer, and not yourself. No more than that are ever counted.",
      ),
      this.unfit,
      h("div", { class: "wh-buttons" }, this.open),
      h("p", { class: "wh-hint" }, kept),
      this.other,
    );
  }

  /**
   * The way to lead a room that another process serves.
   *
   * @param {(line: string) => void} line
   */
  elsewhere(line) {
    // Hidden like a password, because the screen may be on the wall.
    const field = h("input", { type: "password", id: freshId(), autocomplete: "off", spellcheck: "false" });
    const take = () => {
      line(field.value);
      field.value = "";
    };
    onEnter(field, take);
    const when =
      "For a local network, or when this page's server cannot be reached by others. In a terminal, in the workshop's " +
      "folder, start it with the number of people:";
    return h(
      "details",
      {},
      h("summary", {}, "I run the room with ", h("code", {}, "workshop room")),
      h("p", {}, when),
      h("pre", {}, TERMINAL),
      h("p", {}, "Does it run on this computer, in your account? Then this page finds it by itself."),
      h(
        "div",
        { class: "wh-buttons" },
        button("Run the room of this computer", () => line("")),
      ),
      h(
        "p",
        {},
        "Does it run on another computer? There it says in which file the line for you is. The line holds the room's key, " +
          "so it is hidden here.",
      ),
      h(
        "div",
        { class: "wh-row" },
        h("label", { for: field.id }, "The line for the facilitator"),
        field,
        button("Run the room of this line", take),
      ),
    );
  }

  async make() {
    const seats = peopleIn(this.seats.value);
    if (seats === null) {
      this.say("Type the number of people first.", true);
      this.seats.focus();
      return;
    }
    this.open.disabled = true;
    try {
      this.made(await makeRoom({ seats }));
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      this.say(error instanceof TypeError ? "The server did not answer. Is it still running?" : message, true);
    }
    this.open.disabled = false;
  }

  /**
   * @param {boolean} visible
   * @param {string | undefined} unfit why this page's server cannot have a room, if that is news
   */
  show(visible, unfit) {
    this.element.hidden = !visible;
    if (unfit === undefined) return;
    this.unfit.textContent = unfit;
    this.unfit.hidden = !unfit;
    this.open.hidden = Boolean(unfit);
    if (unfit) this.other.open = true;
  }
}
