// The facilitator's console.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { ConsoleSpec, FromKernel, LedRoom, MadeRoom, Pool, RoomNews, ToKernel } from "./messages.js"
 * @typedef {Model<ConsoleSpec, ToKernel, FromKernel>} ConsoleModel
 */

import { Asking } from "../shared/asking.js";
import { canBeSmall, smallCircle } from "../shared/choosing.js";
import { Confirmation } from "../shared/confirmation.js";
import { button, h, onEnter, settle } from "../shared/elements.js";
import { hear, widget } from "../shared/model.js";
import { server } from "../shared/server.js";
import { Chooser } from "./chooser.js";
import { FollowedAgenda } from "./followed-agenda.js";
import { Invitation } from "./invitation.js";
import { makeRoom } from "./making.js";
import { Opening } from "./opening.js";
import { peopleField, peopleIn } from "./people.js";
import { PoolCard } from "./pool-card.js";

const PATIENCE = 20_000; // milliseconds until the page says that nobody answers

class Console {
  /** @type {Map<string, PoolCard>} */
  cards = new Map();
  troubled = false;

  /**
   * @param {ConsoleModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    const { pages, agendas } = model.get("spec");
    this.model = model;
    this.say = this.say.bind(this);
    this.asking = new Asking(model, (words) => this.say(words, true));

    settle(root, "wh-leading", "wh-console");
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.trouble = h("p", { class: "wh-note wh-problem", role: "alert" });
    this.opening = new Opening({
      made: (room) => this.made(room),
      line: (line) => this.send({ type: "line", line }),
      say: this.say,
    });
    this.invitation = new Invitation(this.say);
    this.seats = peopleField();
    this.small = smallCircle();
    this.agenda = new FollowedAgenda(agendas, pages, (pool) => this.chooser.bringUp(pool));
    this.chooser = new Chooser(pages, {
      open: (pool) => this.send({ type: "open", pool }),
      rehearse: (pool) => this.send({ type: "rehearse", pool }),
    });
    this.list = h("div", { class: "wh-pools" });
    this.confirmation = new Confirmation();
    this.end = button("End the room", () => this.askToEnd());
    this.room = h(
      "div",
      { hidden: true },
      this.invitation.element,
      this.people(),
      this.agenda.element,
      this.chooser.element,
      this.list,
      h("div", { class: "wh-ending" }, h("div", { class: "wh-buttons" }, this.end), this.confirmation.element),
    );
    root.append(
      h("h3", {}, "The room"),
      this.opening.element,
      this.room,
      h("div", { class: "wh-news" }, this.news, this.trouble, this.asking.button),
    );
    this.deafen = this.hear();
    this.send({ type: "ready", here: server()?.address ?? null });
  }

  stop() {
    this.asking.stop();
    this.agenda.close();
    this.deafen();
  }

  /** How many people are in the room, and whether they are a small circle. */
  people() {
    const change = () => {
      const seats = peopleIn(this.seats.value);
      if (seats === null) this.say("Type a whole number of people.", true);
      else this.send({ type: "seats", seats });
    };
    onEnter(this.seats, change);
    this.small.box.addEventListener("change", () => this.send({ type: "small", on: this.small.box.checked }));
    const label = h("label", { for: this.seats.id }, "People in the room");
    const row = h("div", { class: "wh-row" }, label, this.seats, button("Change", change));
    return h("div", { class: "wh-people" }, row, this.small.element);
  }

  askToEnd() {
    const words =
      "This ends the room for everybody. Answers that were not revealed are forgotten, and so are its code and key. " +
      "Save the pictures first that your group wants to keep.";
    this.ask(words, "Yes, end it and forget it", false);
  }

  /**
   * @param {string} question
   * @param {string} yes
   * @param {boolean} anyway whether it is forgotten here even if it cannot be reached
   */
  ask(question, yes, anyway) {
    this.confirmation.ask(question, yes, "No, go on", this.end, () => this.send({ type: "end", anyway }));
  }

  // --- to the kernel

  /** @param {ToKernel} message */
  send(message) {
    this.asking.ask(message, PATIENCE);
  }

  /** @param {MadeRoom} room */
  made(room) {
    this.send({ type: "made", ...room });
  }

  /** @param {string} words */
  say(words, trouble = false) {
    this.trouble.textContent = trouble ? words : "";
    this.news.textContent = trouble ? "" : words;
  }

  // --- from the kernel

  hear() {
    return hear(this.model, {
      room: (news) => this.show(news),
      again: (room) => this.makeAgain(room),
      pools: ({ pools, trouble }) => this.update(pools, trouble),
      picture: (picture) => {
        this.say("");
        this.cards.get(picture.pool)?.picture(picture);
      },
      words: ({ words, trouble }) => this.say(words, trouble),
      "not-ended": ({ words }) => this.ask(words, "Forget it here anyway", true),
      done: ({ pool }) => {
        this.asking.heard();
        this.cards.get(pool ?? "")?.busy(false);
      },
      failed: () => this.say("That did not work. Try again.", true),
    });
  }

  /** @param {RoomNews} news */
  show(news) {
    this.opening.show(!news.inside, news.unfit);
    this.room.hidden = !news.inside;
    if (news.inside) this.lead(news, news.new);
    else this.forget();
  }

  /**
   * @param {LedRoom} room
   * @param {boolean} isNew
   */
  lead(room, isNew) {
    const { seats, small } = room;
    this.invitation.show(room);
    this.seats.value = String(seats);
    this.small.box.checked = small;
    this.small.element.hidden = !canBeSmall(seats);
    this.chooser.circle = { seats, small };
    this.chooser.show();
    if (isNew) {
      this.say(`The room is open for ${seats} people.`);
      this.chooser.choice.focus({ preventScroll: true });
    }
  }

  forget() {
    for (const card of this.cards.values()) card.element.remove();
    this.cards.clear();
    this.chooser.pools.clear();
    this.invitation.forget();
  }

  /** @param {{ code: string, key: string, seats: number }} room */
  async makeAgain({ code, key, seats }) {
    try {
      this.made(await makeRoom({ seats, code, key }));
    } catch {
      const words = "The server has forgotten the room, and this page could not make it again yet.";
      this.say(`${words} It is tried again.`, true);
    }
  }

  /**
   * @param {Pool[]} pools
   * @param {string | null} trouble
   */
  update(pools, trouble) {
    if (trouble) this.say(trouble, true);
    else if (this.troubled) this.say("The room is there again.");
    this.troubled = Boolean(trouble);
    if (trouble) return;
    this.chooser.pools = new Map(pools.map((pool) => [pool.pool, pool]));
    for (const [name, card] of this.cards) {
      if (!this.chooser.pools.has(name)) {
        card.element.remove();
        this.cards.delete(name);
      }
    }
    for (const pool of pools) {
      const heard = this.card(pool.pool)?.update(pool);
      if (heard) this.say(heard);
    }
    this.chooser.show();
  }

  /**
   * The card of a pool, a new one if there is none yet.
   *
   * @param {string} name
   */
  card(name) {
    const part = this.chooser.parts.get(name);
    if (this.cards.has(name) || !part) return this.cards.get(name);
    const card = new PoolCard(part, {
      act: (type, pool) => this.send({ type, pool }),
      say: this.say,
      next: (pool) => this.chooser.next(pool),
    });
    this.cards.set(name, card);
    this.list.prepend(card.element);
    return card;
  }
}

/** @param {Rendering<ConsoleModel>} rendering */
function render({ model, el }) {
  const console = new Console(model, el);
  return () => console.stop();
}

export default widget({ render });
