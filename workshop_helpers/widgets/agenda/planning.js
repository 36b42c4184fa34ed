/**
 * @import { AgendaPart } from "./run.js"
 * @typedef {{ title: string, minutes: number, parts: AgendaPart[] }} Session
 */

import { minutes } from "../shared/durations.js";
import { button, freshId, h } from "../shared/elements.js";
import { MINUTE, Run, total } from "./run.js";
import { clock } from "./words.js";

const HALF_HOUR = 30 * MINUTE;

/** The next half hour, as a field for a time of day takes it: "14:30". */
export function nextHalfHour(/** @type {number} */ now) {
  const soon = new Date(Math.ceil(now / HALF_HOUR) * HALF_HOUR);
  return [soon.getHours(), soon.getMinutes()].map((count) => String(count).padStart(2, "0")).join(":");
}

/** What can be chosen before a session starts. */
export class Planning {
  /**
   * @param {Session[]} sessions
   * @param {{ chosen: (place: number) => void, changed: () => void, start: () => void, again: () => void }} actions
   */
  constructor(sessions, { chosen, changed, start, again }) {
    const id = freshId();
    this.session = h(
      "select",
      { id: `${id}-session`, onchange: () => chosen(this.place) },
      ...sessions.map(({ title }, place) => h("option", { value: place }, title)),
    );
    this.start = h("input", { type: "time", id: `${id}-start`, value: nextHalfHour(Date.now()), onchange: changed });
    this.span = h("p", { class: "wh-span" });
    this.now = button("Start now", start, "wh-main");
    this.again = button("Go on where we were", again);
    const choices = h(
      "div",
      { class: "wh-choices" },
      sessions.length > 1 && h("p", {}, h("label", { for: this.session.id }, "Session"), this.session),
      h("p", {}, h("label", { for: this.start.id }, "If we begin at"), this.start),
    );
    this.element = h("div", {}, choices, this.span, h("div", { class: "wh-buttons" }, this.now, this.again));
  }

  /** The place of the session that is chosen. */
  get place() {
    return Number(this.session.value);
  }

  /**
   * Say when the parts would begin, and return the times.
   *
   * @param {AgendaPart[]} parts
   * @param {boolean} stopped whether there is a session to go on with
   */
  show(parts, stopped) {
    const [hours, rest] = this.start.value.split(":").map(Number);
    const moment = this.start.value ? new Date().setHours(hours, rest, 0, 0) : Date.now();
    const times = new Run(parts, moment).times(moment);
    const span = `from ${clock(moment)} to ${clock(times[parts.length])}`;
    this.span.textContent = `${parts.length} parts, ${minutes(total(parts))}: ${span}.`;
    this.again.hidden = !stopped;
    return times;
  }
}
