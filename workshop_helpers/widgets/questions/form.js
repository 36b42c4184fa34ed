/**
 * @import { Model } from "../shared/model.js"
 * @import { Draft } from "./formats/format.js"
 * @import { Feedback, FormSpec, FromKernel, Note, ToKernel } from "./messages.js"
 * @typedef {Model<FormSpec, ToKernel, FromKernel>} FormModel
 * @typedef {Extract<FromKernel, { type: "state" }>} State
 * @typedef {Extract<FromKernel, { type: "standing" }>} Standing
 * @typedef {Extract<FromKernel, { type: "agreed" }>} Agreed
 */

import { minutes } from "../shared/durations.js";
import { button, freshId, h, put, settle } from "../shared/elements.js";
import { hear } from "../shared/model.js";
import { Waiting } from "../shared/waiting.js";
import { Outcome } from "./outcome.js";
import { Question } from "./question.js";
import { Sharing } from "./sharing.js";
import { SlipCode } from "./slip-code.js";

const PATIENCE = 6000; // milliseconds until the page says that nobody answers
const ROOM_PATIENCE = 90_000; // for what takes a room, which may be slow to answer

/** A form on one page: native fieldsets, radios, checkboxes, selects and number fields, nothing chosen at the start. */
export class Form {
  sent = 0;
  asked = false; // for something that takes a room, and that was not answered yet
  /** @type {Standing | null} */
  standing = null; // with the room's picture
  told = false; // whether the feedback is what there is to see
  isHidden = false;
  /** @type {Set<string | HTMLElement>} */
  touched = new Set(); // what was changed here and is not known to be kept: it counts
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
    this.waiting = new Waiting(() => this.note({ trouble: NOT_KEPT }));
    settle(root);

    this.questions = spec.questions.map((question, place) => {
      const number = spec.numbered ? place + 1 : null;
      const changed = (/** @type {string} */ key, /** @type {Draft} */ value) => this.answer(key, value);
      return new Question(question, number, `${this.prefix}-${place}`, changed);
    });
    this.progress = h("p", { class: "wh-progress", role: "status" });
    this.filled = h("span");
    this.saved = h("p", { class: "wh-saved", role: "status" });
    this.feedback = h("div", { class: "wh-feedback", tabindex: -1, hidden: true });
    this.outcome = new Outcome({
      again: (rule) => this.ask({ type: "again", rule }),
      back: () => this.ask({ type: "back" }),
    });
    this.hiding = button("Hide my answers", () => this.hide(!this.isHidden));
    this.keep = h("input", { type: "checkbox", id: `${this.prefix}-keep` });
    this.keep.addEventListener("change", () => {
      this.touched.add(this.keep);
      this.send({ type: "keep", on: this.keep.checked });
    });
    this.rule = h("p", { class: "wh-hint" }, spec.rule);
    this.about = about(spec, this.rule);
    this.asking = h(
      "div",
      { class: "wh-asking" },
      ...this.questions.map((question) => question.element),
      spec.finish && this.foot(spec.finish),
      spec.sensitive && this.keeping(),
    );
    const { again, back } = this.outcome;
    const after = h("div", { class: "wh-buttons wh-after" }, again, this.hiding, back);
    const parts = [
      spec.title && h("h3", {}, spec.title),
      this.about,
      this.asking,
      this.feedback,
      this.outcome.element,
      spec.finish && after,
      this.saved,
      spec.label && h("p", { class: "wh-label" }, spec.label),
    ];
    root.append(...parts.filter((part) => part instanceof Node));

    this.deafen = this.hear();
    this.flush = () => {
      for (const question of this.questions) question.format.flush?.();
    };
    window.addEventListener("pagehide", this.flush);
    this.send({ type: "ready" });
  }

  close() {
    this.flush();
    window.removeEventListener("pagehide", this.flush);
    this.deafen();
    this.waiting.stop();
  }

  /** @param {string} finish */
  foot(finish) {
    const bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, this.filled);
    const done = button(finish, () => this.send({ type: "finish" }), "wh-main");
    return h("div", { class: "wh-foot" }, this.progress, bar, done);
  }

  keeping() {
    const label = h("span", {}, "Keep these answers on this computer too");
    const hint = h("p", { class: "wh-hint" }, "Unless you tick this, they are gone when this page is shut down.");
    return h("div", { class: "wh-keep" }, h("label", { for: this.keep.id }, this.keep, label), hint);
  }

  // --- to the kernel

  /** @param {ToKernel} message */
  send(message, patience = PATIENCE) {
    this.model.send(message);
    this.waiting.start(patience);
  }

  /** @param {ToKernel} message that takes a room */
  ask(message) {
    if (this.asked) return;
    this.asked = true;
    this.outcome.tell(["One moment …"]);
    this.send(message, ROOM_PATIENCE);
  }

  /**
   * @param {string} key
   * @param {Draft} value
   */
  answer(key, value) {
    this.touched.add(key);
    this.count();
    this.sent += 1;
    const typedIn = this.generation === undefined ? {} : { generation: this.generation };
    this.send({ type: "answer", key, value, number: this.sent, ...typedIn });
  }

  // --- from the kernel

  hear() {
    return hear(
      this.model,
      {
        state: (state) => this.restore(state),
        saved: (saved) => {
          if (saved.number !== this.sent) return;
          this.touched.clear();
          this.note(saved);
        },
        kept: (kept) => {
          this.touched.delete(this.keep);
          this.keep.checked = kept.on;
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
      () => this.waiting.stop(),
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
    for (const question of this.questions) {
      if (!this.touched.has(question.key)) question.follow(state.drafts[question.key]);
    }
    if (!this.touched.has(this.keep)) this.keep.checked = Boolean(state.kept);
    this.count();
    if (this.touched.size) return;
    this.note(state);
    if (isFirst && state.hide) this.hide(true);
  }

  /** Hold nothing of what was there before everything was forgotten, not even what is being typed. */
  beginAnew() {
    this.touched.clear();
    for (const question of this.questions) question.fill(null);
    this.sharing = this.slip = null;
    this.told = this.asked = false;
    this.feedback.replaceChildren();
    this.outcome.tell([]);
    this.hide(false);
  }

  /** @param {Note} note */
  note({ trouble, words, reply }) {
    this.saved.textContent = trouble ?? words ?? "";
    this.saved.classList.toggle("wh-trouble", Boolean(trouble));
    if (reply !== undefined) this.reply(reply);
  }

  count() {
    const done = this.questions.filter((question) => question.value !== null).length;
    const all = this.questions.length;
    this.progress.textContent = `${done} of ${all}`;
    this.filled.style.width = `${(100 * done) / all}%`;
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
  showFeedback({ paragraphs, preview, nothing }) {
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
    this.outcome.tell([]);
    this.hide(false);
    this.feedback.focus({ preventScroll: true });
    this.feedback.scrollIntoView({ block: "nearest" });
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
    this.feedback.hidden = on || !this.told;
    this.hiding.textContent = on ? "Show my answers" : "Hide my answers";
  }

  /** @param {Standing} standing */
  stand(standing) {
    this.outcome.stand(standing);
    this.standing = standing;
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

const NOT_KEPT =
  "This page is not connected, so nothing is kept. In the menu Run, choose Run All Cells, and look here again.";

/** What is said before the first question. */
function about(
  /** @type {FormSpec} */ { minutes: count, introduction = [], rule: line },
  /** @type {HTMLElement} */ rule,
) {
  const time = count && h("p", { class: "wh-time" }, `About ${minutes(count)}. Skip whatever you like.`);
  const paragraphs = introduction.map((paragraph) => h("p", { class: "wh-introduction" }, paragraph));
  return h("div", {}, time || null, ...paragraphs, line && rule);
}
