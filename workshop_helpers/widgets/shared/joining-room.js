// People of a hat or a table join the picture of the room that is open at the same time: one pool for all ways in.

/** @import { HandedIn } from "./offline.js" */

import { Confirmation } from "./confirmation.js";
import { button, h, put } from "./elements.js";

/** Why there is no picture of them here, while they are in the room's. */
export const IN_THE_ROOM = "These people are in the room’s picture, so there is no other one of them.";

const people = (/** @type {number} */ number) => (number === 1 ? "1 person" : `${number} people`);

export class JoiningRoom {
  /** @type {HandedIn | null} */
  standing = null;
  number = 0;
  ready = false;
  policy = "";
  takingBack = false; // because somebody pressed for it
  gone = false; // whether they were in it, and are not any more though nobody took them back

  /**
   * @param {{ join: () => void, back: () => void }} actions
   * @param {() => void} changed called when it may stand otherwise with the room
   */
  constructor({ join, back }, changed) {
    this.changed = changed;
    this.words = h("p", { role: "status" });
    this.confirmation = new Confirmation();
    this.add = button("", () =>
      this.confirmation.ask(this.question, "Yes, add them", "Not yet", this.add, () => this.act(join)),
    );
    this.back = button("Take them back from the room", () => {
      this.takingBack = true;
      this.act(back);
    });
    this.element = h(
      "section",
      { class: "wh-in-room", hidden: true, "aria-label": "The room’s picture" },
      h("h5", {}, "The room’s picture"),
      this.words,
      h("div", { class: "wh-buttons" }, this.add, this.back),
      this.confirmation.element,
      h(
        "p",
        { class: "wh-hint" },
        "The room’s computer gets each as one of its own, in no order. This notebook has them all: " +
          "whoever leads could look into it, whether they are added or not.",
      ),
    );
  }

  /** Whether any of these people are in the room's picture. */
  get holds() {
    return (this.standing?.people ?? 0) > 0;
  }

  get question() {
    const { answered, seats, people: there } = /** @type {HandedIn} */ (this.standing);
    const then = answered + this.number - there;
    const more = then > seats ? ` The room then has seats for ${then}.` : "";
    return `Has none of them answered on a device of their own? They would count twice.${more}`;
  }

  /**
   * Nothing more is pressed until the room has answered.
   *
   * @param {() => void} what
   */
  act(what) {
    this.add.disabled = true;
    this.back.disabled = true;
    what();
  }

  /** @param {HandedIn} standing */
  hear(standing) {
    const lost = this.holds && standing.people === 0 && standing.room !== "unknown" && !this.takingBack;
    this.gone = lost || (this.gone && standing.people === 0);
    if (standing.people === 0) this.takingBack = false;
    this.standing = standing;
    this.show();
    this.changed();
  }

  /**
   * What there is to add.
   *
   * @param {number} number how many people
   * @param {boolean} ready whether all of them can be read
   * @param {string} policy the rule that they were read by
   */
  offer(number, ready, policy) {
    this.number = number;
    this.ready = ready;
    this.policy = policy;
    this.show();
  }

  show() {
    const standing = this.standing;
    this.element.hidden = !standing || standing.room === "none";
    if (!standing) return;
    const rest = Math.max(0, this.number - standing.people);
    const open = standing.room === "open" && standing.policy === this.policy;
    this.add.hidden = !open || rest === 0;
    this.add.disabled = !this.ready;
    this.back.hidden = standing.room !== "open" || standing.people === 0;
    this.back.disabled = false;
    const who = rest === 1 ? "person" : people(rest);
    const which = standing.people ? "the other" : rest === 1 ? "this" : "these";
    put(this.add, `Add ${which} ${who} to the room’s picture`);
    put(this.words, this.sentence(standing));
    if (this.add.hidden) this.confirmation.close();
  }

  /** @param {HandedIn} standing */
  sentence({ room, policy, rule, people: there, answered, trouble }) {
    const gone = this.gone ? "They are not in the room’s picture any more: it was restarted, or closed. " : "";
    if (room === "unknown") return trouble;
    if (room === "closed")
      return `${gone}Your room is not asked this just now. Open it in the console to add them there.`;
    if (room === "revealed") return "The room’s picture of this is drawn. Nobody can be added any more.";
    if (there) {
      const [are, them] = there === 1 ? ["is", "this person"] : ["are", "them"];
      return `${people(there)} from here ${are} in it, of ${answered} in all. Forgetting ${them} here changes nothing there.`;
    }
    if (policy !== this.policy)
      return `${gone}The rule of the room’s picture is: ${rule}. These people were asked under another one.`;
    return `${gone}Your room is asked this just now: ${people(answered)} answered there so far.`;
  }
}
