/**
 * @import { Model } from "../shared/model.js"
 * @import { Draft } from "./formats/format.js"
 * @import { Change, Feedback, FormSpec, FromKernel, Note, ToKernel } from "./messages.js"
 * @typedef {Model<FormSpec, ToKernel, FromKernel>} FormModel
 * @typedef {Extract<FromKernel, { type: "state" }>} State
 * @typedef {Extract<FromKernel, { type: "standing" }>} Standing
 * @typedef {Extract<FromKernel, { type: "agreed" }>} Agreed
 */

import { button, freshId, h, put, settle } from "../shared/elements.js";
import { hear } from "../shared/model.js";
import { about } from "./about.js";
import { Delivery } from "./delivery.js";
import { Finishing } from "./finishing.js";
import { keeping } from "./keeping.js";
import { KeptLine } from "./kept-line.js";
import { Outcome } from "./outcome.js";
import { Question } from "./question.js";
import { Sharing } from "./sharing.js";
import { SlipCode } from "./slip-code.js";

const ROOM_PATIENCE = 90_000; // milliseconds for what takes a room, which may be slow to answer
const KEEP = "keep"; // the one thing that can be changed beside the questions
const slotOf = (/** @type {string} */ key) => `answer ${key}`;

/** A form on one page: native fieldsets, radios, checkboxes, selects and number fields, nothing chosen at the start. */
export class Form {
  asked = false; // for something that takes a room, and that was not answered yet
  isUnknown = false; // what came of that, because the kernel went away
  /** @type {Standing | null} */
  standing = null; // with the room's picture
  told = false; // whether the feedback is what there is to see
  isHidden = false;
  isChanged = false; // whether somebody has answered something here
  /** @type {string | undefined} */
  generation; // of the workbook, in which all that is typed here belongs
  /** @type {Sharing | null} */
  sharing = null;
  /** @type {SlipCode | null} */
  slip = null;

  /**
   * @param {FormModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    this.model = model;
    this.prefix = freshId();
    const spec = model.get("spec");
    this.delivery = new Delivery(model, spec.place, () => this.moved());
    this.delivery.mayStay = !spec.sensitive;
    settle(root);

    this.questions = spec.questions.map((question, place) => {
      const number = spec.numbered ? place + 1 : null;
      const changed = (/** @type {string} */ key, /** @type {Draft} */ value) => this.answer(key, value);
      return new Question(question, number, `${this.prefix}-${place}`, changed);
    });
    this.line = new KeptLine(this.delivery);
    this.feedback = h("div", { class: "wh-feedback", tabindex: -1, hidden: true });
    this.outcome = new Outcome({
      again: (rule) => this.ask({ type: "again", rule }),
      back: () => this.ask({ type: "back" }),
    });
    this.hiding = button("Hide my answers", () => this.hide(!this.isHidden));
    this.keeping = keeping(this.prefix, (on) => {
      this.delivery.mayStay &&= on; // it may when the kernel says so, and may not from now
      this.change(KEEP, { type: "keep", on });
    });
    this.rule = h("p", { class: "wh-hint" }, spec.rule);
    this.about = about(spec, this.rule);
    this.asking = h(
      "div",
      { class: "wh-asking" },
      ...this.questions.map((question) => question.element),
      spec.sensitive && this.keeping.element,
    );
    this.finishing = spec.finish && new Finishing(spec.finish, () => this.send({ type: "finish" }));
    const { again, back } = this.outcome;
    const after = h("div", { class: "wh-buttons wh-after" }, again, this.hiding, back);
    const parts = [
      spec.title && h("h3", {}, spec.title),
      this.about,
      this.asking,
      this.feedback,
      this.outcome.element,
      h("div", { class: "wh-foot" }, this.finishing ? this.finishing.element : null, this.line.element),
      spec.finish && after,
      spec.label && h("p", { class: "wh-label" }, spec.label),
    ];
    root.append(...parts.filter((part) => part instanceof Node));

    this.deafen = this.hear();
    this.flush = () => {
      for (const question of this.questions) question.format.flush?.();
    };
    this.leave = () => {
      this.flush();
      this.delivery.leave();
    };
    window.addEventListener("pagehide", this.leave);
    this.delivery.knock();
  }

  close() {
    this.flush();
    window.removeEventListener("pagehide", this.leave);
    this.deafen();
    this.delivery.close();
    this.line.close();
  }

  // --- to the kernel

  /**
   * @param {string} slot
   * @param {Change} change
   */
  change(slot, change) {
    this.isChanged = true;
    this.delivery.change(slot, change);
    this.moved();
  }

  /**
   * @param {ToKernel} message
   * @param {number} [patience]
   */
  send(message, patience) {
    const sent = this.delivery.ask(message, patience);
    if (!sent) this.line.refuse();
    return sent;
  }

  /** @param {ToKernel} message that takes a room */
  ask(message) {
    if (this.asked || !this.send(message, ROOM_PATIENCE)) return;
    this.asked = true;
    this.outcome.tell(["One moment …"]);
  }

  /**
   * @param {string} key
   * @param {Draft} value
   */
  answer(key, value) {
    this.count();
    this.change(slotOf(key), { type: "answer", key, value });
  }

  // --- from the kernel

  hear() {
    return hear(
      this.model,
      {
        state: (state) => this.restore(state),
        saved: (saved) => this.note(saved),
        kept: (kept) => {
          this.showKept(kept.on);
          this.note(kept);
        },
        unfinished: ({ problems }) => this.unfinished(problems),
        feedback: (feedback) => this.showFeedback(feedback),
        standing: (standing) => this.stand(standing),
        agreed: (agreed) => this.agreed(agreed),
        slip: ({ code, problem }) => this.slip?.show(code, problem),
        failed: () => {
          this.asked = false;
          this.note({ trouble: "That did not work here. What was saved before is still there." });
        },
      },
      (message) => this.delivery.heard(message),
    );
  }

  /**
   * Show what is kept: when the page opens, and whenever it was changed or forgotten elsewhere.
   *
   * @param {State} state
   */
  restore(state) {
    const isFirst = this.generation === undefined;
    if (!isFirst && state.generation !== this.generation) this.beginAnew();
    this.generation = state.generation;
    const shown = this.values;
    for (const question of this.questions) {
      const change = this.delivery.unsent.of(slotOf(question.key));
      if (change?.type !== "answer") question.follow(state.drafts[question.key]);
      else if (change.value !== question.value) question.fill(change.value);
    }
    if (this.told && this.values !== shown) {
      this.told = false; // it was told of other answers
      this.hide(this.isHidden);
    }
    this.showKept(Boolean(state.kept));
    this.count();
    this.note(state);
    if (this.isUnknown) this.outcome.tell([]); // where the person stands says what came of it
    if (state.hide && (this.isUnknown || (isFirst && !this.isChanged))) this.hide(true);
    this.isUnknown = false;
  }

  /** Hold nothing of what was there before everything was forgotten, not even what is being typed. */
  beginAnew() {
    for (const question of this.questions) question.fill(null);
    this.sharing = this.slip = null;
    this.told = this.asked = false;
    this.feedback.replaceChildren();
    this.outcome.tell([]);
    this.hide(false);
  }

  /**
   * Whether sensitive answers are saved; what was ticked or unticked since counts.
   *
   * @param {boolean} on
   */
  showKept(on) {
    const change = this.delivery.unsent.of(KEEP);
    this.keeping.box.checked = change?.type === "keep" ? change.on : on;
    this.delivery.mayStay = !this.model.get("spec").sensitive || (on && this.keeping.box.checked);
  }

  /** @param {Note} note */
  note(note) {
    this.line.note(note);
    if (note.reply !== undefined && this.delivery.done) this.reply(note.reply);
  }

  /** The kernel went away or came back, or something else was changed. */
  moved() {
    if (this.asked && this.delivery.away) {
      this.asked = false;
      this.isUnknown = true;
      this.outcome.tell([NO_REPLY]);
    }
    this.line.update();
  }

  /** All answers, so that they can be compared. */
  get values() {
    return JSON.stringify(this.questions.map(({ value }) => value));
  }

  count() {
    const done = this.questions.filter((question) => question.value !== null);
    if (this.finishing) this.finishing.count(done.length, this.questions.length);
  }

  /** @param {{ [key: string]: string }} problems */
  unfinished(problems) {
    for (const question of this.questions) question.show(problems[question.key] ?? "");
    this.questions.find(({ key }) => problems[key])?.focus();
  }

  /** @param {string[]} paragraphs */
  reply(paragraphs) {
    this.feedback.replaceChildren(...paragraphs.map((text) => h("p", {}, text)));
    this.feedback.hidden = !paragraphs.length;
  }

  /** @param {Feedback} feedback */
  showFeedback(feedback) {
    if (feedback.again) {
      if ((!this.isChanged || this.told) && this.delivery.done) this.putFeedback(feedback);
      return;
    }
    this.isHidden = false;
    this.putFeedback(feedback);
    this.outcome.tell([]);
    this.feedback.focus({ preventScroll: true });
    this.feedback.scrollIntoView({ block: "nearest" });
  }

  /** @param {Feedback} feedback */
  putFeedback({ paragraphs, preview, nothing }) {
    const actions = {
      agree: (/** @type {string[] | null} */ items) => this.ask({ type: "agree", items, rule: this.outcome.rule }),
      changed: () => this.slip?.forget(),
    };
    this.sharing = preview.length ? new Sharing(preview, this.prefix, actions) : null;
    if (this.standing) this.sharing?.say(this.standing);
    this.feedback.replaceChildren(
      h("h4", {}, "For your eyes only"),
      ...paragraphs.map((text) => h("p", {}, text)),
      button("Look at my answers again", () => this.reopen()),
      this.sharing?.element ?? (nothing ? h("p", { class: "wh-hint" }, nothing) : ""),
    );
    this.told = true;
    this.hide(this.isHidden);
  }

  reopen() {
    this.told = false;
    this.hide(false);
    this.questions[0].focus();
  }

  /**
   * Put what somebody answered out of sight, for a screen that others can see, or show it again.
   *
   * @param {boolean} on
   */
  hide(on) {
    this.isHidden = on;
    this.about.hidden = on;
    this.asking.hidden = on || this.told;
    if (this.finishing) this.finishing.element.hidden = this.asking.hidden;
    this.feedback.hidden = on || !this.told;
    this.hiding.textContent = on ? "Show my answers" : "Hide my answers";
  }

  /** @param {Standing} standing */
  stand(standing) {
    this.standing = standing;
    this.outcome.stand(standing);
    this.sharing?.say(standing);
    put(this.rule, standing.above);
  }

  /** @param {Agreed} agreed */
  agreed({ paragraphs, slip, hide }) {
    this.asked = false;
    this.outcome.tell(paragraphs);
    if (hide) {
      this.hide(true);
      this.outcome.element.focus(); // the button that was pressed is out of sight now
    }
    if (!slip) return;
    this.slip = new SlipCode(slip, (word, rule) =>
      this.send({ type: "slip", items: this.sharing?.ticked ?? [], word, rule }),
    );
    this.outcome.reply.append(this.slip.element);
  }
}

const NO_REPLY = "No word came back about that. Press Reconnect below to see how it stands.";
