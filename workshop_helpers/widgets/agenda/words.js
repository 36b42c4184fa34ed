// What the clock of an agenda says.

/** @import { AgendaPart, Run } from "./run.js" */

import { minutes } from "../shared/durations.js";
import { MINUTE, total } from "./run.js";

/** A moment as a clock on the wall shows it. */
export const clock = (/** @type {number} */ moment) => new Date(moment).toLocaleTimeString([], { timeStyle: "short" });

/** How long a part is, and what its title does not say of it. */
export function facts(/** @type {AgendaPart} */ part) {
  const kind = { work: "", break: "break", spare: "to spare" }[part.kind];
  const said = part.title.toLowerCase().includes(kind) ? "" : kind;
  return [minutes(part.minutes), said, part.demanding && "asks a lot"].filter(Boolean).join(" · ");
}

/** What is left of a part, or how much longer it has taken, in milliseconds as `Run.left` gives it. */
export function remaining(/** @type {number} */ left) {
  if (left > 0) return `${minutes(Math.ceil(left / MINUTE))} left`;
  const over = Math.floor(-left / MINUTE);
  return over ? `${minutes(over)} over` : "Time is up";
}

/**
 * How well a session keeps to its plan.
 *
 * @param {Run} run
 * @param {number} now
 */
export function pace(run, now) {
  const end = run.end(now);
  if (run.ended) {
    const took = minutes(Math.round((end - run.begun) / MINUTE));
    return `Planned were ${minutes(total(run.parts))}; it took ${took}.`;
  }
  const behind = run.behind(now);
  if (!behind) return "We are on time.";
  const late = `${minutes(Math.abs(behind))} ${behind > 0 ? "behind" : "ahead"}`;
  const words = `We are ${late}, and end at ${clock(end)} instead of ${clock(run.planned)}.`;
  return behind > 0 && run.spare ? `${words} Of what is still to come, ${minutes(run.spare)} are to spare.` : words;
}
